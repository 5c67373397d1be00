// Counts edited by form controls, with and without a script.
import assert from 'node:assert/strict';
import { examine, keep, open, overflow, suite } from './browser.mjs';

const visit = suite();
const EDIT = '/counts/edit?of=us-ru-sister-cities&true_on=2020-11-29';
const number = async (page) => Number(await page.textContent('#number'));

visit('a definition is edited from its page; number, list, difference and address follow at once', {}, async (page) => {
  await open(page, '/counts/us-ru-sister-cities?true_on=2020-11-29');
  const saved = await number(page);
  await page.click('#edit');
  await page.waitForURL('**/counts/edit**');
  assert.equal(await number(page), saved);
  await page.selectOption('#definition [name=unknown]', 'in');
  await page.waitForURL('**unknown=in**');
  await page.waitForFunction((saved) => Number(document.getElementById('number').textContent) > saved, saved);
  const wide = await number(page);
  assert.equal(await page.locator('#in > li').count(), wide);
  assert.equal(await page.locator('#now-in > li').count(), wide - saved);
  await keep(page, 'count-edit');
  await page.focus('#definition [name=level][value=state]');
  await page.keyboard.press('Space');
  await page.waitForURL('**level=state**');
  assert.equal(await page.evaluate(() => document.activeElement.value), 'state');
  const shared = page.url();
  const there = await page.textContent('#number');
  await open(page, shared);
  assert.equal(await page.textContent('#number'), there);
  assert.ok(await page.isChecked('#definition [name=level][value=state]'));
  const answer = await page.request.get(shared.replace('/counts/edit', '/api/counts/edit'));
  assert.equal(String((await answer.json()).number), there);
  assert.deepEqual(page.problems, []);
});

visit('the same without a script', { javaScriptEnabled: false }, async (page) => {
  await open(page, EDIT);
  const saved = await number(page);
  await page.uncheck('#definition [name=class][value=full]');
  await page.check('#definition [name=class][value=friendship]');
  await page.click('#definition button');
  await page.waitForURL('**class=friendship**');
  assert.ok(await number(page) < saved);
  assert.ok(await page.locator('#now-out > li').count());
  await page.click('#definition a');
  await page.waitForURL((url) => !url.search.includes('class='));
  assert.equal(await number(page), saved);
});

visit('a count of what is about a topic, and of a pulse', { javaScriptEnabled: false }, async (page) => {
  await open(page, EDIT);
  const saved = await number(page);
  await page.click('#definition details.many summary');
  await page.check('#definition [name=topic][value=education]');
  await page.check('#definition [name=pulse][value=dormant]');
  await page.click('#definition button');
  await page.waitForURL('**topic=education**');
  const few = await number(page);
  assert.ok(few < saved);
  assert.match(await page.textContent('#out'), /nothing known of it by that day was about these topics/);
  assert.ok(await page.isVisible('#definition [name=topic][value=education]'), 'a chosen topic is in sight');
  const answer = await page.request.get(page.url().replace('/counts/edit', '/api/counts/edit'));
  assert.deepEqual((await answer.json()).definition.topics, ['education']);
});

for (const [name, options, address] of [
  ['count-edit-light', {}, `${EDIT}&between=ru~us&unknown=in&class=full`],
  ['count-edit-dark', { colorScheme: 'dark' }, EDIT],
  ['count-edit-ru-phone', { viewport: { width: 390, height: 844 } }, `${EDIT}&lang=ru&between=ru~us&unit=us`],
]) {
  visit(`axe finds nothing serious: ${name}`, options, async (page) => {
    await open(page, address);
    await examine(page, name);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(page.problems, []);
  });
}

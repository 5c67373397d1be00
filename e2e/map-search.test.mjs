// Places found while one types, by the combobox pattern, in any script.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { keep, open, overflow, suite } from './browser.mjs';

const visit = suite();
const FIELD = '[role=search] [name=q]';
const OPTIONS = '#found-as-typed > [role=option]';

for (const [typed, name] of [['tul', 'Tula'], ['Тула', 'Tula'], ['тул', 'Tula'], ['alban', 'Albany'], ['nizhniy nov', 'Nizhny Novgorod']]) {
  visit(`typing ${typed} offers ${name}`, {}, async (page) => {
    await open(page, '/');
    await page.fill(FIELD, typed);
    await page.waitForSelector(OPTIONS);
    assert.ok((await page.locator(OPTIONS).allTextContents()).some((text) => text.startsWith(name)), typed);
    assert.equal(await page.getAttribute(FIELD, 'aria-expanded'), 'true');
  });
}

visit('arrows mark, Enter opens, Escape closes, and the days are kept', {}, async (page) => {
  await open(page, '/counts?true_on=2020-11-29&lang=ru');
  await page.click(FIELD);
  await page.keyboard.type('алба');
  await page.waitForSelector(OPTIONS);
  await page.keyboard.press('ArrowDown');
  const marked = await page.getAttribute(FIELD, 'aria-activedescendant');
  assert.equal(await page.getAttribute(`#${marked}`, 'aria-selected'), 'true');
  await keep(page, 'search');
  await page.keyboard.press('Escape');
  assert.equal(await page.getAttribute(FIELD, 'aria-expanded'), 'false');
  assert.equal(await page.inputValue(FIELD), 'алба');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector(`${OPTIONS}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/places\/us-.*albany.*true_on=2020-11-29/);
  assert.match(page.url(), /lang=ru/);
  assert.deepEqual(page.problems, []);
});

visit('Enter without a mark searches, and only the last question is answered', {}, async (page) => {
  const asked = [];
  page.on('request', (request) => request.url().includes('/api/search') && asked.push(decodeURIComponent(request.url())));
  await open(page, '/');
  await page.click(FIELD);
  await page.keyboard.type('vladivostok', { delay: 10 });
  await page.waitForSelector(OPTIONS);
  assert.ok(asked.length <= 3, asked.join('\n'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**q=vladivostok**');
});

visit('the open list is accessible, dark and on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }, async (page) => {
  await open(page, '/about');
  await page.fill(FIELD, 'a');
  await page.waitForSelector(OPTIONS);
  await page.keyboard.press('ArrowDown');
  await keep(page, 'search-phone-dark');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id), []);
  assert.equal(await overflow(page), 0);
});

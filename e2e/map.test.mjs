// The map and the time slider: what they draw is what the list beside them says.
import assert from 'node:assert/strict';
import { drawnMap, examine, keep, open, overflow, picture, suite } from './browser.mjs';

const visit = suite();
const PHONE = { viewport: { width: 390, height: 844 } };

/** What the page's list says of its length. */
async function listed(page) {
  const sentence = await page.textContent('#listed .quiet');
  return Number(sentence.match(/(\d+)\D*$/)[1]);
}

/** The numbers beside the slider, by word. */
const numbers = (page, list) =>
  page.$$eval(`${list} > li`, (items) => Object.fromEntries(items.map((item) => [item.dataset.word, Number(item.querySelector('strong').textContent)]).filter(([, n]) => n)));

const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);

/** Moves a handle as a hand would: the map follows, and the page of that day comes when it rests. */
async function slideTo(page, name, day) {
  await page.$eval(`#slider [name=${name}]`, (handle, day) => {
    handle.value = (Number(day.slice(0, 4)) - 1970) * 12 + Number(day.slice(5, 7)) - 1;
    handle.dispatchEvent(new Event('input', { bubbles: true }));
  }, day);
}
const letGo = (page, name) => page.$eval(`#slider [name=${name}]`, (handle) => handle.dispatchEvent(new Event('change', { bubbles: true })));

for (const address of ['/', '/?class=full', '/?standing=in-force', '/?country=us&region=us-ak', '/?known_on=2021-12-31']) {
  visit(`while a handle moves the numbers are those of the page when it rests: ${address}`, {}, async (page) => {
    await open(page, address);
    await drawnMap(page);
    for (const day of ['1990-06-30', '2010-01-31', '2021-12-31', '2023-03-31']) {
      await slideTo(page, 'last', day);
      await page.waitForSelector(`#slider[data-shown="${day}"]`);
      const [stood, turned] = [await numbers(page, '#stood'), await numbers(page, '#turned')];
      await letGo(page, 'last');
      await page.waitForURL(`**true_on=${day}**`);
      await page.waitForFunction((day) => document.querySelector('#asof [name=true_on]').value === day, day);
      assert.deepEqual([await numbers(page, '#stood'), await numbers(page, '#turned')], [stood, turned], day);
      const wanted = new URL(page.url()).searchParams.get('standing');
      const begun = wanted ? (stood[wanted] ?? 0) : sum(stood) - (stood.none ?? 0);
      assert.equal(begun ? await listed(page) : 0, begun, day);
    }
    assert.deepEqual(page.problems, []);
  });
}

visit('the slider moves by keyboard, and the way back leads back', {}, async (page) => {
  await open(page, '/?true_on=2020-11-29');
  await drawnMap(page);
  const before = await numbers(page, '#stood');
  await page.focus('#slider [name=last]');
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowRight');
  await page.waitForURL('**true_on=2024-03-31**');
  await page.waitForFunction(() => document.querySelector('#asof [name=true_on]').value === '2024-03-31');
  assert.notDeepEqual(await numbers(page, '#stood'), before);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'last');
  assert.match(await page.getAttribute('#slider [name=last]', 'aria-valuetext'), /31 March 2024/);
  await keep(page, 'slider');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#asof [name=true_on]').value === '2020-11-29');
  assert.deepEqual(await numbers(page, '#stood'), before);
  assert.deepEqual(page.problems, []);
});

visit('play runs to the end, in years for who wants less motion', { reducedMotion: 'reduce' }, async (page) => {
  await open(page, '/?true_on=2022-06-30&from=2020-01-01');
  await drawnMap(page);
  await page.click('#slider button');
  assert.equal(await page.getAttribute('#slider button', 'aria-pressed'), 'true');
  await page.waitForFunction(() => document.querySelector('#slider output:last-of-type') && document.querySelector('#slider button').getAttribute('aria-pressed') === 'false', null, { timeout: 20_000 });
  const { value, max } = await page.$eval('#slider [name=last]', ({ value, max }) => ({ value, max }));
  assert.equal(value, max);
});

visit('a number of what turned opens its list', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/?true_on=2022-12-31&from=2022-01-01');
  const { suspended } = await numbers(page, '#turned');
  assert.ok(suspended > 0);
  await page.click('#turned [data-word=suspended] a');
  await page.waitForSelector('#only');
  assert.equal(await listed(page), suspended);
  await page.fill('.span [name=from]', '1950-01-01');
  await page.click('.span button');
  await page.waitForURL(/from=1950-01-01/);
});

visit('filters change the list and the map without loading the page again', {}, async (page) => {
  await open(page, '/');
  const all = await drawnMap(page);
  await page.evaluate(() => { globalThis.same = true; });
  await page.selectOption('.filters select[name=standing]', 'suspended');
  await page.click('.filters button');
  await page.waitForURL('**standing=suspended**');
  await page.waitForFunction((all) => Number(document.getElementById('map').dataset.features) < all, all);
  assert.ok(await page.evaluate(() => globalThis.same));
  assert.equal(await listed(page), (await numbers(page, '#stood')).suspended);
  await keep(page, 'filtered');
  assert.deepEqual(page.problems, []);
});

visit('a tie chosen on the map is kept in the address', {}, async (page) => {
  await open(page, '/?q=ru-tul.tula~us-ny.albany');
  await drawnMap(page);
  const box = await page.locator('#map canvas').boundingBox();
  const isTold = async () => (await page.locator('.map-tip').allTextContents()).some((text) => text.includes('Tula – Albany'));
  let found = false;
  for (let y = 40; y < box.height - 40 && !found; y += 4) {
    await page.mouse.move(box.x + box.width / 2, box.y + y);
    await page.waitForTimeout(60);
    if (!(await isTold())) continue;
    // A slow machine may have told of the point before.
    await page.waitForTimeout(300);
    found = await isTold();
    if (found) await page.mouse.click(box.x + box.width / 2, box.y + y);
  }
  assert.ok(found, 'no tie was under the pointer on the way down');
  await page.waitForURL('**#tie=ru-tul.tula~us-ny.albany');
  assert.match(await page.textContent('.map-card'), /Albany/);
  await keep(page, 'map-card');
});

visit('the globe is a click away', {}, async (page) => {
  await open(page, '/');
  await drawnMap(page);
  await page.click('#map .maplibregl-ctrl-globe');
  await page.waitForTimeout(1500);
  await keep(page, 'globe');
  assert.equal(await page.locator('#map .maplibregl-ctrl-globe-enabled').count(), 1);
  assert.deepEqual(page.problems, []);
});

for (const [name, options, address] of [['slider-dark', { colorScheme: 'dark' }, '/?true_on=2022-12-31&from=2022-01-01'], ['slider-phone', PHONE, '/?true_on=2022-12-31'], ['slider-ru', {}, '/?lang=ru&true_on=2022-12-31']]) {
  visit(`axe finds nothing serious and nothing leaves the page: ${name}`, options, async (page) => {
    await open(page, address);
    await examine(page, name);
    assert.equal(await overflow(page), 0);
    assert.deepEqual(page.problems, []);
  });
}

visit('the first page is small without the map, and does not jump', {}, async (page) => {
  let bytes = 0;
  page.on('response', async (answer) => {
    const isMap = /\/assets\/(map|maplibre|land)|\/api\/map/.test(answer.url());
    if (!isMap) bytes += Number(answer.headers()['content-length'] ?? 0);
  });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => { globalThis.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, '/');
  await drawnMap(page);
  assert.ok(bytes > 0 && bytes < 200_000, `${bytes} bytes`);
  const shift = await page.evaluate(() => globalThis.shift);
  assert.ok(shift < 0.02, `things moved by ${shift}`);
});

// The pictures of the README are made here, and copied to `docs/pictures/` when they have changed.
for (const [name, height, address, part] of [
  ['home', 1040, '/', 'body'],
  ['slider', 860, '/?from=2022-01-01&true_on=2022-12-31', '#through'],
  ['match', 1000, '/match/us-ru-today', '#map'],
]) {
  visit(`a picture for the README: ${name}`, { viewport: { width: 1280, height } }, async (page) => {
    await open(page, address);
    await drawnMap(page);
    await page.$eval(part, (element) => element.scrollIntoView({ behavior: 'instant' }));
    await page.waitForTimeout(500);
    await picture(page, `readme-${name}`);
    assert.deepEqual(page.problems, []);
  });
}

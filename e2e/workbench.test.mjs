// What people do with the register: read it in their language, narrow it, look at charts, and revive a tie.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { PHONE, examine, keep, open, overflow, suite } from './browser.mjs';

const TIE = '/ties/ru-tul.tula~us-ny.albany';
const PAGES = {
  home: '/',
  tie: TIE,
  revive: '/revive',
  charts: '/charts',
  letter: `${TIE}/letter`,
  sheet: `${TIE}/sheet`,
};

const visit = suite();

for (const colorScheme of ['light', 'dark']) {
  for (const [name, address] of Object.entries(PAGES)) {
    visit(`axe finds nothing serious in Russian: ${name}, ${colorScheme}`, { colorScheme }, async (page) => {
      await open(page, `${address}?lang=ru`);
      await examine(page, `ru-${name}-${colorScheme}`);
      assert.deepEqual(page.problems, []);
    });
  }
}

for (const name of ['revive', 'charts', 'letter', 'sheet']) {
  visit(`axe finds nothing serious: ${name}`, {}, async (page) => {
    await open(page, PAGES[name]);
    await examine(page, `${name}-light`);
    assert.deepEqual(page.problems, []);
  });
}

visit('a phone shows the workbench in Russian without scrolling sideways', PHONE, async (page) => {
  for (const [name, address] of Object.entries(PAGES)) {
    await open(page, `${address}?lang=ru`);
    await keep(page, `ru-${name}-phone`);
    assert.equal(await overflow(page), 0, name);
  }
});

visit('the language switch keeps the page, and every link keeps the language', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/?standing=suspended');
  await page.click('.languages [hreflang=ru]');
  await page.waitForURL(/standing=suspended&lang=ru/);
  assert.equal(await page.getAttribute('html', 'lang'), 'ru');
  await page.click('#ties a[href^="/ties/"]');
  await page.waitForURL(/\/ties\/.*lang=ru/);
  await page.fill('[role=search] [name=q]', 'Tula');
  await page.press('[role=search] [name=q]', 'Enter');
  await page.waitForURL(/q=Tula/);
  assert.match(await page.textContent('#ties'), /Тула/);
  await page.click('.languages [hreflang=en]');
  await page.waitForURL((url) => !url.search.includes('lang'));
  assert.match(await page.textContent('#ties'), /Tula/);
});

visit('filters narrow one another by keyboard, and each choice says what it leaves', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/?country=us&region=us-ak');
  const choice = page.locator('.filters select[name=standing] option[value=suspended]');
  const promised = Number((await choice.textContent()).match(/\((\d+)\)/)[1]);
  await page.focus('.filters select[name=standing]');
  await page.selectOption('.filters select[name=standing]', 'suspended');
  await page.focus('.filters button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/region=us-ak.*standing=suspended/);
  assert.equal(await page.locator('#ties > li').count(), promised);
});

visit('a number of a chart opens its list, and the files are what the page shows', {}, async (page) => {
  await open(page, '/charts');
  await page.click('#begun .behind > summary');
  const cell = page.locator('#begun td > details').first();
  await cell.locator('summary').click();
  const number = Number(await cell.locator('summary').textContent());
  assert.equal(await cell.locator('li').count(), number);
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#begun a[href*=".csv"]')]);
  assert.match(await readFile(await saved.path(), 'utf8'), /^Year,begun,suspended,ended\r\n/);
  const drawing = await page.request.get('/charts/begun.svg');
  assert.match(await drawing.text(), /^<svg .*role="img"/);
});

visit('a moved threshold shows which ties change class', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/revive');
  await page.fill('[name=sources]', '1');
  await page.press('[name=sources]', 'Enter');
  await page.waitForURL(/sources=1/);
  assert.ok(await page.locator('#changes li').count());
  await keep(page, 'revive-changed');
  await page.click('.filters a');
  await page.waitForURL((url) => !url.search.includes('sources'));
  assert.equal(await page.locator('#changes').count(), 0);
});

visit('the readiest tie leads to a letter, which is edited and saved', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/revive');
  await page.click('#ready article a[href*="/letter"]');
  await page.waitForURL(/\/letter/);
  for (const [lang, greeting] of [['en', 'Dear colleagues'], ['ru', 'Уважаемые коллеги']]) {
    const text = page.locator(`textarea[lang=${lang}]`);
    assert.match(await text.inputValue(), new RegExp(greeting));
    await text.fill(`${await text.inputValue()}\n${lang}: edited & <kept>`);
    const form = page.locator('form.letter', { has: text });
    const [saved] = await Promise.all([page.waitForEvent('download'), form.locator('button').click()]);
    assert.match(saved.suggestedFilename(), new RegExp(`^letter-.*-${lang}\\.txt$`));
    assert.match(await readFile(await saved.path(), 'utf8'), new RegExp(`${greeting}[^]*${lang}: edited & <kept>`));
  }
});

visit('a sheet is one printed page', {}, async (page) => {
  await open(page, PAGES.sheet);
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.equal(pages.length, 1);
});

visit('a tie, with all it rests on, is a few printed pages', {}, async (page) => {
  await open(page, TIE);
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  assert.ok(pages.length <= 8, `${pages.length} pages`);
});

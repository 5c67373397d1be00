// A document is read, proposed, and decided on: by mouse, by keyboard, by two at once.
import assert from 'node:assert/strict';
import { PHONE, examine, keep, open, overflow, settle, signIn, suite } from './browser.mjs';

// Nobody ever wrote this. The places are of the bundled register, their doings invented.
const TEXT = `Friends across the ocean

Albany, New York, and Tula have been sister cities since 1991. In May 2019 a delegation from Albany visited Tula, and the mayors signed an agreement on exchanges of schools.

Moscow and Chicago talked about transport. "There are 70 pairs of sister cities between the two countries," the ambassador said. "I hope that all of them will be taken up again." The friendship is a great success.
`;
const SECOND = TEXT.replace('1991', '1992').replace('2019', '2018');

const visit = suite();

/** Reads a text on `/read`. */
async function read(page, text, address = '/read') {
  await open(page, address);
  await page.fill('form.read textarea', text);
  await page.click('form.read button');
  await page.waitForSelector('.desk-text');
}

const waiting = (page) => page.locator('#claims > .claim[data-waiting]');

visit('a visitor pastes a text and sees what it says, without JavaScript', { javaScriptEnabled: false }, async (page) => {
  await read(page, TEXT);
  assert.equal(await page.textContent('.desk-words .text'), TEXT);
  const items = await page.textContent('.items');
  assert.match(items, /Albany – Tula/);
  assert.match(items, /Left out/);
  assert.ok(await page.locator('.items .wish').count());
  assert.match(await page.textContent('.names'), /Albany, New York/);
  // From what was understood to its words and back.
  await page.click('.items .tie a.number');
  const words = page.locator('mark:target').first();
  assert.match(await words.textContent(), /sister cities/);
  await words.locator('a').first().click();
  await page.waitForSelector('.items li:target');
  assert.match(await page.textContent('.propose'), /signs in/);
  await keep(page, 'read-visitor');
});

for (const [colorScheme, lang] of [['light', 'en'], ['dark', 'ru']]) {
  visit(`reading passes axe: ${lang}, ${colorScheme}`, { colorScheme }, async (page) => {
    await open(page, `/read?lang=${lang}`);
    await examine(page, `read-form-${lang}-${colorScheme}`);
    await read(page, TEXT, `/read?lang=${lang}`);
    await examine(page, `read-${lang}-${colorScheme}`);
    assert.deepEqual(page.problems, []);
  });
}

visit('a phone reads the text above what is said of it', PHONE, async (page) => {
  await read(page, TEXT);
  const [words, said] = await Promise.all(['.desk-words', '.desk-said'].map((css) => page.locator(css).boundingBox()));
  assert.ok(words.y + words.height <= said.y + 1);
  assert.equal(await overflow(page), 0);
  await keep(page, 'read-phone');
});

visit('an owner proposes by files, and decides by keyboard', {}, async (page, twain) => {
  await settle(page, twain.welcome, 'archivist');
  await open(page, '/read');
  await page.setInputFiles('input[type=file]', [
    { name: 'friends.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
    { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
  ]);
  await page.click('form.read button');
  await page.waitForSelector('.desk-text');
  assert.match(await page.textContent('#problems'), /picture\.png/);
  await keep(page, 'read-files');
  await page.click('.propose button');
  await page.waitForSelector('#proposed');
  await keep(page, 'read-proposed');
  await page.click('#proposed a');
  await page.waitForSelector('#claims');
  await examine(page, 'review-light');
  const before = await waiting(page).count();
  assert.ok(before >= 3, `${before} wait`);

  await page.keyboard.press('?');
  assert.ok(await page.locator('#keys[open]').count());
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(await page.locator('.claim.is-current').count(), 1);
  assert.ok(await page.locator('mark.is-current').count());
  await keep(page, 'review-current');
  await Promise.all([page.waitForURL(/done=/), page.keyboard.press('a')]);
  assert.equal(await waiting(page).count(), before - 1);
  // The page has gone on to the next; a second key decides on that one.
  await page.waitForSelector('.claim.is-current[data-waiting]');
  await keep(page, 'review-accepted');
  await page.keyboard.press('r');
  await page.keyboard.type('another journey, as a jar');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await waiting(page).count(), before - 2);
  assert.ok(await page.locator('.claim.rejected').count());
  await page.locator('#done').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await Promise.all([page.waitForNavigation(), page.click('#done button')]);
  assert.equal(await waiting(page).count(), before - 1);

  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.waitForSelector('details.amend[open]');
  await examine(page, 'review-amend');
  await page.keyboard.press('Escape');
  const amend = waiting(page).first();
  const name = await amend.getAttribute('id');
  await amend.locator('details.amend summary').click();
  await amend.locator('[name=held]').fill('2017');
  await amend.locator('details.amend [name=reason]').fill('the year is wrong');
  await Promise.all([page.waitForNavigation(), amend.locator('details.amend button').click()]);
  assert.match(await page.textContent(`[id="${name}"]`), /amended/);
  // Keys can be switched off, and stay so.
  await page.click('#keys summary');
  await page.uncheck('#keys-on');
  await page.reload();
  const left = await waiting(page).count();
  await page.keyboard.press('a');
  await page.waitForTimeout(300);
  assert.equal(await waiting(page).count(), left);
  assert.deepEqual(page.problems, []);
});

visit('two reviewers at once lose nothing', {}, async (page, twain) => {
  await signIn(page, 'archivist');
  await read(page, SECOND);
  await page.click('.propose button');
  await page.waitForSelector('#proposed');
  const address = await page.getAttribute('#proposed a', 'href');
  await open(page, '/accounts');
  await page.selectOption('form[action="/accounts/invite"] select', 'reviewer');
  await page.click('form[action="/accounts/invite"] button');
  const link = await page.textContent('#link code');
  const second = await twain.page({ colorScheme: 'dark' });
  await settle(second, link, 'clerk');
  await open(page, address);
  await open(second, `${address}?lang=ru`);
  await examine(second, 'review-ru-dark');
  const claim = await waiting(page).first().getAttribute('id');
  const on = (page, css) => page.locator(`[id="${claim}"] ${css}`);
  await Promise.all([page.waitForURL(/done=/), on(page, 'form.accept button').click()]);
  await on(second, 'details.reject summary').click();
  await on(second, 'details.reject [name=reason]').fill('другая мельница');
  await on(second, 'details.reject button').click();
  await second.waitForSelector('#anew');
  assert.match(await second.textContent('#decisions'), /archivist/);
  await examine(second, 'review-conflict-ru-dark');
  await Promise.all([second.waitForURL(/done=/), second.click('#anew')]);
  await page.reload();
  const card = await page.textContent(`[id="${claim}"]`);
  assert.match(card, /archivist/);
  assert.match(card, /clerk: другая мельница/);
  await Promise.all([page.waitForURL(/n=/), page.click('#accept-all')]);
  await keep(page, 'review-all');
  assert.equal(await page.locator('[data-waiting]').count(), 0);
  await second.context().close();
});

visit('a phone and paper show the review', PHONE, async (page) => {
  await signIn(page, 'archivist');
  await open(page, '/review');
  await keep(page, 'review-queue-phone');
  assert.equal(await overflow(page), 0);
  await page.click('#queue a');
  await page.waitForSelector('#desk');
  await keep(page, 'review-phone');
  assert.equal(await overflow(page), 0);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.decide:visible').count(), 0);
  await keep(page, 'review-print');
});

// The register as a person meets it, in a real browser.
import assert from 'node:assert/strict';
import { drawnMap, examine, keep, open, overflow, suite } from './browser.mjs';

const TIE = '/ties/ru-tul.tula~us-ny.albany';
const PAGES = {
  home: '/',
  tie: TIE,
  place: '/places/us-ny.albany',
  source: '/sources/tass-2020-11-29',
  counts: '/counts',
  count: '/counts/us-ru-sister-cities',
  briefs: '/match',
  match: '/match/us-ru-2020?firm=on&against=trade&left=New+York&right=Tula',
};

const visit = suite();

visit('the home page draws its map without an error', {}, async (page) => {
  await open(page, '/');
  assert.ok((await drawnMap(page)) > 0);
  await keep(page, 'home');
  assert.deepEqual(page.problems, []);
});

visit('a tie opens from the list and shows its title and axes', {}, async (page) => {
  await open(page, '/');
  await page.click('#ties a[href^="/ties/"]');
  await page.waitForURL(/\/ties\//);
  assert.ok((await page.textContent('h1')).trim());
  assert.ok(await page.locator('.chip[class*="standing-"]').count());
  assert.ok(await page.locator('.chip[class*="pulse-"]').count());
  await keep(page, 'tie');
  assert.deepEqual(page.problems, []);
});

visit('a brief is answered, changed and asked why', {}, async (page) => {
  await open(page, '/match');
  await page.click('#briefs a[href*="us-ru-2020"]');
  await page.waitForURL('**/match/us-ru-2020**');
  assert.ok((await drawnMap(page)) > 50);
  const pairs = page.locator('#pairs > li');
  assert.equal(await pairs.count(), 50);
  const before = await pairs.allTextContents();
  await page.fill('#studio [name=ties]', '0');
  await Promise.all([page.waitForURL('**ties=0**'), page.click('#studio button')]);
  assert.notDeepEqual(await pairs.allTextContents(), before);
  await page.fill('#why-form [name=left]', 'New York');
  await page.fill('#why-form [name=right]', 'Tula');
  await Promise.all([page.waitForURL('**right=Tula**'), page.click('#why-form button')]);
  assert.match(await page.textContent('#why'), /New York.*Tula/s);
  assert.equal(await page.inputValue('#studio [name=ties]'), '0');
  await pairs.first().locator('summary').first().click();
  await keep(page, 'match-answer');
  assert.deepEqual(page.problems, []);
});

visit('a slider of the studio asks anew without leaving the page, and can be cancelled', {}, async (page) => {
  await open(page, '/match/us-ru-2020');
  await drawnMap(page);
  const pairs = page.locator('#pairs > li');
  const before = await pairs.allTextContents();
  await page.evaluate(() => { window.isSamePage = true; });
  const slider = page.locator('.weights label:has([name=ties]) input[type=range]');
  await slider.focus();
  await page.keyboard.press('Home');
  await page.waitForURL('**ties=0**');
  assert.equal(await page.inputValue('#studio [name=ties]'), '0');
  assert.notDeepEqual(await pairs.allTextContents(), before);
  assert.ok(await page.evaluate(() => window.isSamePage));
  await keep(page, 'match-slider');

  await page.route('**/match/us-ru-2020?*', async (route) => {
    await new Promise((later) => setTimeout(later, 3000));
    await route.continue().catch(() => {}); // it was cancelled meanwhile
  });
  const shown = await pairs.allTextContents();
  await page.locator('#studio [name=objective]').selectOption('fair');
  await page.click('#studio-status button');
  await page.waitForSelector('#studio-status:not(:has(progress))');
  assert.equal(await page.inputValue('#studio [name=objective]'), 'total');
  assert.deepEqual(await pairs.allTextContents(), shown);
  assert.deepEqual(page.problems.filter((problem) => !problem.includes('ERR_')), []);
});

visit('an item of the list is marked on the map', {}, async (page) => {
  await open(page, '/');
  await drawnMap(page);
  const before = await mapPicture(page);
  await page.focus('#ties [data-tie-id] a');
  await anotherPicture(page, before);
});

visit('another day shows another picture', {}, async (page) => {
  await open(page, '/');
  await drawnMap(page);
  let picture = await mapPicture(page);
  const standings = [];
  for (const day of ['2020-11-29', '2022-12-31']) {
    await page.fill('#asof [name=true_on]', day);
    await Promise.all([page.waitForURL(`**true_on=${day}**`), page.click('#asof button')]);
    picture = await anotherPicture(page, picture);
    const ties = await page.getAttribute('#map', 'data-ties');
    standings.push(tally(await (await page.request.get(ties)).json()));
    await keep(page, `home-${day}`);
  }
  const [then, later] = standings;
  assert.notDeepEqual(then, later);
});

/** The map's picture, as soon as it is another than `before`. */
async function anotherPicture(page, before) {
  for (let n = 0; n < 60; n++) {
    const now = await mapPicture(page);
    if (!before.equals(now)) return now;
    await page.waitForTimeout(250);
  }
  throw new assert.AssertionError({ message: 'the map shows what it showed before' });
}

const mapPicture = (page) => page.locator('#map canvas').first().screenshot();

function tally({ ties, standings }) {
  const counts = {};
  for (const [standing] of ties) counts[standings[standing]] = (counts[standings[standing]] ?? 0) + 1;
  return counts;
}

for (const colorScheme of ['light', 'dark']) {
  for (const [name, address] of Object.entries(PAGES)) {
    visit(`axe finds nothing serious: ${name}, ${colorScheme}`, { colorScheme }, async (page) => {
      await open(page, address);
      await examine(page, `${name}-${colorScheme}`);
    });
  }
  visit(`axe finds nothing serious: claim, ${colorScheme}`, { colorScheme }, async (page) => {
    await open(page, TIE);
    const claim = await page.locator('a[href^="/claims/"]').first().getAttribute('href');
    await open(page, claim);
    await examine(page, `claim-${colorScheme}`);
  });
}

visit('everything reads without JavaScript', { javaScriptEnabled: false }, async (page) => {
  await open(page, '/');
  assert.ok(await page.locator('#ties a[href^="/ties/"]').count());
  await page.fill('[role=search] [name=q]', 'Tula');
  await page.press('[role=search] [name=q]', 'Enter');
  await page.waitForURL(/[?&]q=Tula/);
  assert.ok(await page.locator('main a', { hasText: 'Tula' }).count());
  await keep(page, 'search-without-javascript');
  await open(page, TIE);
  assert.match(await page.textContent('h1'), /Albany/);
});

visit('a phone shows every page without scrolling sideways', { viewport: { width: 390, height: 844 } }, async (page) => {
  for (const [name, address] of Object.entries(PAGES)) {
    await open(page, address);
    await keep(page, `${name}-phone`);
    assert.equal(await overflow(page), 0, name);
  }
});

visit('paper has no navigation', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  for (const address of [PAGES.home, TIE]) {
    await open(page, address);
    assert.equal(await page.locator('nav:visible').count(), 0);
  }
  await keep(page, 'tie-print');
});

visit('the first key leads past the navigation', {}, async (page) => {
  await open(page, '/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The address follows the key a moment later.
  await page.waitForURL(({ hash }) => hash === '#main');
});

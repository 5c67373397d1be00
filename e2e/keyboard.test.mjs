// By keyboard alone: every page can be walked, one sees where one is, and the flows that have controls can be used.
import assert from 'node:assert/strict';
import { PHONE, drawnMap, keep, open, settle, suite } from './browser.mjs';

const TIE = '/ties/ru-tul.tula~us-ny.albany';
const PAGES = [
  '/', '/places', '/places/us-ny.albany', TIE, `${TIE}/letter`, `${TIE}/sheet`, '/revive', '/charts', '/match', '/match/municipal-demo',
  '/counts', '/counts/us-ru-sister-cities', '/counts/edit?of=us-ru-sister-cities', '/read', '/review', '/sources', '/about', '/sign-in',
];
/** Further down a list each stop is like the one before. */
const MOST = 150;

const visit = suite();

/** Presses Tab until the page is left, and gives what was stopped at: what it is, whether one sees it, and whether something shows that it has the focus. */
async function walk(page) {
  const stops = [];
  for (let n = 0; n < MOST; n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      // The page scrolls to it with the next frame.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const seen = { x: Math.max(box.left, 0), y: Math.max(box.top, 0), right: Math.min(box.right, innerWidth), bottom: Math.min(box.bottom, innerHeight) };
      const [x, y] = [(seen.x + seen.right) / 2, (seen.y + seen.bottom) / 2];
      const top = [...at.getClientRects()].flatMap((line) => [document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2)]);
      const isOnTop = [document.elementFromPoint(x, y), ...top].some((other) => other && (at.contains(other) || other.contains(at) || other.closest('label')?.contains(at)));
      // A date has several fields, which the browser goes through itself.
      const same = at === globalThis.lastStop;
      const again = !same && at.dataset.walked === '1';
      [at.dataset.walked, globalThis.lastStop] = ['1', at];
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      return {
        what: at.outerHTML.slice(0, 120).replace(/\s+/g, ' '),
        again,
        same,
        outline: `${style.outlineStyle} ${style.outlineWidth}`,
        visible: seen.right > seen.x && seen.bottom > seen.y && isOnTop,
        shown: outline || style.boxShadow !== 'none' || at.matches('iframe, canvas'),
      };
    });
    if (stop === null || stop.again) break;
    if (!stop.same) stops.push(stop);
  }
  return stops;
}

/** How many elements a keyboard should reach: one of each group of radio buttons. */
function reachable(page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]')];
    const groups = new Set();
    return all.filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.tabIndex < 0) return false;
      if (one.type !== 'radio') return true;
      const key = `${one.form?.id}/${one.name}`;
      return !groups.has(key) && groups.add(key);
    }).length;
  });
}

for (const [kind, options] of Object.entries({ desktop: { reducedMotion: 'reduce' }, 'a dark phone in Russian': { ...PHONE, reducedMotion: 'reduce', colorScheme: 'dark' } })) {
  visit(`Tab goes through every page and shows where it is: ${kind}`, options, async (page, twain) => {
    await settle(page, twain.welcome, 'owner').catch(() => {}); // the first of the two takes the link
    for (const address of PAGES) {
      const asked = options.viewport ? `${address}${address.includes('?') ? '&' : '?'}lang=ru` : address;
      await open(page, asked);
      if (await page.$('#map[data-ties]')) await drawnMap(page);
      await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); });
      const expected = await reachable(page);
      const stops = await walk(page);
      assert.deepEqual(stops.filter((stop) => !stop.visible).map((stop) => stop.what), [], `hidden where it has the focus: ${asked}`);
      assert.deepEqual(stops.filter((stop) => !stop.shown).map((stop) => `${stop.outline} ${stop.what}`), [], `the focus does not show: ${asked}`);
      assert.ok(stops.length >= Math.min(expected, MOST / 2), `${asked}: ${stops.length} stops for ${expected} controls`);
    }
  });
}

visit('the studio is used by keyboard', {}, async (page) => {
  await open(page, '/match/us-ru-today');
  await page.focus('#studio [name=objective]');
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**objective=**');
  await page.focus('#why-form [name=left]');
  await page.keyboard.type('Alaska');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kamchatka');
  await page.keyboard.press('Enter');
  await page.waitForURL('**right=Kamchatka**');
  assert.match(await page.textContent('#why'), /Alaska.*Kamchatka/s);
  const first = page.locator('#pairs > li summary').first();
  await first.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#pairs > li details').first().evaluate((details) => details.open));
  await keep(page, 'keyboard-studio');
  assert.deepEqual(page.problems, []);
});

visit('a text is read by keyboard', {}, async (page) => {
  await open(page, '/read');
  await page.focus('textarea');
  await page.keyboard.type('Albany, New York, has been a sister city of Tula in Russia since 1991.');
  for (let n = 0; n < 20 && !(await page.evaluate(() => document.activeElement.matches('form.entry button, form button[type=submit], button'))); n++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.body.innerText.includes('Tula'));
  assert.match(await page.textContent('main'), /Albany.*Tula/s);
});

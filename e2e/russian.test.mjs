// Every page in Russian, and no English left over: words in Latin letters stand in what is marked as of another language, are
// names of the register, or are codes and the like.
import assert from 'node:assert/strict';
import { open, settle, suite } from './browser.mjs';

// The places are of the bundled register, their doings invented.
const TEXT = `Albany, New York, and Tula have been sister cities since 1991. In May 2019 a delegation from Albany visited Tula.
Moscow and Chicago talked about transport. "I hope that all of them will be taken up again," the ambassador said. The friendship is a great success.
`;

const visit = suite();

/** Pages looked at of each kind, such as `/ties/…`: all are made by the same templates. */
const MOST_OF_A_KIND = Number(process.env.TWAIN_PAGES ?? 12);

/** Words that Russian texts write in Latin letters too. */
const SAME = new Set(
  `Twain English API JSON CSV SVG GeoJSON Lines Markdown PDF Word HTML ISO UTF WGS Wikidata GeoNames ROR XML UA RU US UN
  Ctrl COVID MapLibre GL JS Natural Earth TASS Yes
  OCR Bridges of Trust Cities Cities4Cities BLAKE ru-subjects subjects
  twain read import up lang tz https http www txt md csv json svg UTC CC BY Enter Escape Esc`.split(/\s+/),
);

/** What addresses are written with: the names of parameters and their values, as the page of a fault lists them. */
const WORDS = new Set(
  `q between country region party class standing pulse level decade topic turn from true on known limit after size objective unit of
  none unknown contact intent in approval force contested superseded expired suspended ended total fair stable browse pairs
  sources color colour`.split(/\s+/),
);

/** Runs in the page: the texts of a document that have Latin letters, each with where it stands. */
function latin(page) {
  const found = [];
  const skipped = 'script, style, code, kbd, [lang]:not([lang=ru]), textarea, [translate=no]';
  const take = (text, element, what) => {
    if (element.closest(skipped)) return;
    if (/[A-Za-z]{2}/.test(text)) found.push([what, text.trim().replace(/\s+/g, ' ')]);
  };
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    take(node.data, node.parentElement, node.parentElement.localName);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'content']) {
    for (const element of page.querySelectorAll(`[${name}]:not(meta[name=viewport])`)) take(element.getAttribute(name), element, name);
  }
  for (const element of page.querySelectorAll('[data-label-map], [data-label-found], [data-label-play], [data-label-working]')) {
    for (const { name, value } of element.attributes) if (name.startsWith('data-label')) take(value, element, name);
  }
  return found;
}

/** What the register quotes and names, longest first: titles of sources, their words, our remarks on them, names of parties. */
async function phrases(page) {
  const all = new Set();
  const take = (value) => {
    if (typeof value === 'string') all.add(value.trim().replace(/\s+/g, ' '));
    else if (value && typeof value === 'object') Object.values(value).forEach(take);
  };
  for (const file of ['claims', 'sources', 'parties']) {
    const lines = (await (await page.request.get(`/export/${file}.jsonl`)).text()).trim().split('\n');
    for (const line of lines) take(JSON.parse(line));
  }
  // What waits for review is not exported; the places that the invented brief describes itself.
  ['sister cities', 'I hope that all of them will be taken up again'].forEach(take);
  const { pairs, without, left_out: out } = await (await page.request.get('/api/match/municipal-demo')).json();
  for (const pair of pairs) [pair.left, pair.right].forEach(({ name }) => take(name));
  for (const { place } of [...without, ...out]) take(place.name);
  return [...all].filter((text) => /[A-Za-z]{2}/.test(text)).sort((a, b) => b.length - a.length);
}

/** The words of a text that are left when all such phrases are taken out of it. */
function rest(text, phrases) {
  let left = text;
  for (const phrase of phrases) {
    if (!/[A-Za-z]{2}/.test(left)) return [];
    // A name stands alone, not in the middle of a word.
    for (let at = left.indexOf(phrase); at >= 0; at = left.indexOf(phrase, at + 1)) {
      const end = at + phrase.length;
      if (/[A-Za-z0-9]/.test(left[at - 1] ?? ' ') || /[A-Za-z0-9]/.test(left[end] ?? ' ')) continue;
      left = `${left.slice(0, at)} ${left.slice(end)}`;
    }
  }
  // Files, addresses, what is set as code, and the names of claims.
  left = left.replace(/[\w./-]+\.(csv|jsonl?|geojson|txt|svg|png)\b|(?<!\S)\/[\w/]+|`[^`]*`|\b[0-9a-f]{12}\b/g, ' ');
  return left.match(/[A-Za-z][A-Za-z'’]+/g) ?? [];
}

/** Looks at a page and whatever it leads to. */
async function crawl(page, starts, left) {
  const [seen, kinds, all] = [new Set(), new Map(), []];
  const queue = [...starts];
  while (queue.length) {
    const address = queue.shift();
    const { pathname } = new URL(address, page.url());
    const kind = pathname.split('/').slice(1).map((part, i) => (i ? '…' : part)).join('/') + (pathname.match(/\/(sheet|letter|sheets)$/)?.[0] ?? '');
    if (seen.has(address) || (kinds.get(kind) ?? 0) >= MOST_OF_A_KIND) continue;
    seen.add(address);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const { status, words, links } = await page.evaluate(
      async ([address, source]) => {
        const answer = await fetch(address);
        const made = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const links = [...made.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href').split('#')[0]);
        return { status: answer.status, words: new Function(`return ${source}`)()(made), links };
      },
      [address, latin.toString()],
    );
    all.push({ address, status, words });
    queue.push(...links.filter((link) => /[?&]lang=ru/.test(link) && !/^\/(api|export|assets|sign-out|charts\/)/.test(link)));
  }
  for (const { address, status, words } of all) left(address, status, words);
  return all.length;
}

/** Reads a text and files of which one is no text, proposes it, and gives what the two pages say; it waits for review then. */
async function readings(page) {
  await open(page, '/read?lang=ru');
  await page.fill('form.read textarea', TEXT);
  await page.setInputFiles('input[type=file]', [
    { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) },
    { name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') },
  ]);
  await page.click('form.read button');
  await page.waitForSelector('.desk-text');
  const said = [['read', await page.evaluate(`(${latin})(document)`)]];
  await page.click('.propose button');
  await page.waitForSelector('#proposed');
  said.push(['proposed', await page.evaluate(`(${latin})(document)`)]);
  return said;
}

visit('no page says anything in English to who reads Russian', { bypassCSP: true }, async (page, twain) => {
  await settle(page, twain.welcome, 'архивариус');
  const read = await readings(page);
  const known = await phrases(page);
  const found = new Map();
  const left = (address, status, texts) => {
    for (const [what, text] of texts) {
      const words = found.has(text) ? [] : rest(text, known).filter((word) => !SAME.has(word) && !(status !== 200 && WORDS.has(word)));
      if (words.length) found.set(text, `${words.join(' ')} | ${what}: ${text.slice(0, 200)} [${address}]`);
    }
  };
  await open(page, '/?lang=ru');
  const starts = ['/?lang=ru', '/about?lang=ru', '/account?lang=ru', '/accounts?lang=ru', '/audit?lang=ru', '/sign-in?lang=ru', '/read?lang=ru', '/review?lang=ru',
    '/?q=Tula&lang=ru', '/?q=zzzz&lang=ru', '/counts/edit?of=us-ru-sister-cities&unknown=in&lang=ru', '/revive?sources=1&lang=ru',
    '/match/us-ru-2020?firm=on&against=trade&left=New+York&right=Tula&lang=ru', '/match/us-ru-today?against=without-history&left=Alaska&right=Chukotka&lang=ru',
    '/match/municipal-demo?firm=on&against=any-size&lang=ru',
    '/x?lang=ru', '/ties/x?lang=ru', '/places/x?lang=ru', '/sources/x?lang=ru', '/claims/x?lang=ru', '/counts/x?lang=ru',
    '/match/x?lang=ru', '/near/x?lang=ru', '/welcome/x?lang=ru', '/?standing=x&lang=ru', '/?true_on=x&lang=ru', '/?colour=x&lang=ru',
    '/?between=x&lang=ru', '/?decade=x&lang=ru', '/match/us-ru-2020?size=x&lang=ru', '/match/us-ru-2020?objective=x&lang=ru', '/revive?sources=x&lang=ru',
    '/match/us-ru-2020?left=x&right=Tula&lang=ru', '/counts/edit?unit=x&lang=ru', '/sources?after=x&lang=ru'];
  for (const [name, texts] of read) left(name, 200, texts);
  const n = await crawl(page, starts, left);
  console.log(`${n} pages`);
  assert.deepEqual([...found.values()], []);
});

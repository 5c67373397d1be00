// How smooth 25,000 ties are: frame times while the map is dragged and zoomed, the slider moved and a facet changed. It prints and
// keeps them (`target/frames.json`) and checks only that everything went through: how fast is a matter of the machine.
//
// The ties are made here, from a fixed seed, in the shape that the server sends: 10,000 places in ten countries, each with a box
// of its own, some places with many ties.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { drawnMap, keep, open, suite } from './browser.mjs';

const N_TIES = 25_000;
const N_PLACES = 10_000;
const MS = 2_500;
const STANDINGS = ['none', 'unknown', 'contact', 'intent', 'in-approval', 'in-force', 'contested', 'superseded', 'expired', 'suspended', 'ended'];
const [NONE, IN_FORCE, SUSPENDED, ENDED] = [0, 5, 9, 10];
const visit = suite();

/** The answer of `/api/map/changes` to whoever asks without filters. */
function made() {
  let seed = 7;
  const below = (n) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * n);
  };
  const parties = Array.from({ length: N_PLACES }, (_, i) => {
    const country = i % 10;
    return [`x${'abcdefghij'[country]}.p-${i}`, `Place ${i}`, [-150 + country * 30 + below(1200) / 100, -40 + (country % 5) * 20 + below(1200) / 100]];
  });
  const seen = new Set();
  const ties = [];
  const changes = [];
  while (ties.length < N_TIES) {
    const [a, b] = [Math.floor((below(N_PLACES) * below(N_PLACES)) / N_PLACES), below(N_PLACES)].sort((x, y) => x - y);
    if (a === b || seen.has(a * N_PLACES + b)) continue;
    seen.add(a * N_PLACES + b);
    const began = -7300 + below(25_000);
    const row = [NONE, 1, began, IN_FORCE, 1];
    const fate = below(10);
    if (fate < 3) row.push(began + 300 + below(3000), fate ? SUSPENDED : ENDED, 1);
    ties.push([row.at(-2), 5, 1, a, b]);
    changes.push(row);
  }
  return { as_of: {}, days: '', separator: ' – ', standings: STANDINGS, pulses: ['alive', 'ticking-over', 'quiet', 'dormant', 'no-carrier', 'unknown'], classes: ['', 'full'], parties, ties, n_not_drawn: 0, changes };
}

visit(`frame times with ${N_TIES} ties`, {}, async (page) => {
  const whole = made();
  const { changes, ...base } = whole;
  const sent = (answer) => ({ contentType: 'application/json', body: JSON.stringify(answer) });
  await page.route('**/api/map/changes*', (route) => route.fulfill(sent({ ...base, changes })));
  await page.route(/\/api\/map(\?|$)/, (route) => {
    const wanted = STANDINGS.indexOf(new URL(route.request().url()).searchParams.get('standing'));
    return route.fulfill(sent(wanted < 0 ? base : { ...base, ties: base.ties.filter(([standing]) => standing === wanted) }));
  });
  await open(page, '/?true_on=2024-12-31');
  assert.ok((await drawnMap(page)) > N_TIES);
  await page.locator('#through').scrollIntoViewIfNeeded();
  await page.locator('#map').scrollIntoViewIfNeeded();
  const measured = {};
  const during = async (name, act) => {
    await page.evaluate(() => {
      const frames = (globalThis.frames = []);
      let last = performance.now();
      const tick = (now) => {
        frames.push(now - last);
        last = now;
        if (globalThis.frames === frames) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await act();
    const frames = await page.evaluate(() => {
      const { frames } = globalThis;
      globalThis.frames = undefined;
      return frames.slice(1);
    });
    frames.sort((a, b) => a - b);
    const at = (share) => Math.round(frames[Math.min(frames.length - 1, Math.floor(share * frames.length))]);
    measured[name] = { frames: frames.length, median_ms: at(0.5), p95_ms: at(0.95), longest_ms: at(1) };
    assert.ok(frames.length > 0, name);
  };
  const box = await page.locator('#map canvas').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await during('dragging the map', async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const end = Date.now() + MS; Date.now() < end;) await page.mouse.move(x + 200 * Math.sin(Date.now() / 300), y + 60 * Math.cos(Date.now() / 300));
    await page.mouse.up();
  });
  await during('zooming', async () => {
    for (const button of ['in', 'in', 'out', 'out']) {
      await page.click(`#map .maplibregl-ctrl-zoom-${button}`);
      await page.waitForTimeout(600);
    }
  });
  // The first move fetches what each tie was from which day on.
  const slide = (months) => page.evaluate(async (months) => {
    const handle = document.querySelector('#slider [name=last]');
    const from = Number(handle.value);
    for (let i = 1; i <= Math.abs(months); i += 1) {
      handle.value = from + Math.sign(months) * i;
      handle.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => { requestAnimationFrame(done); });
    }
  }, months);
  await slide(-1);
  await page.waitForFunction((n) => Number(document.querySelector('#stood [data-word=in-force] strong').textContent) > n, 1000, { timeout: 60_000 });
  await during('moving the slider', async () => {
    await slide(-30);
    await slide(30);
  });
  await keep(page, 'frames');
  await during('changing a facet', async () => {
    await page.selectOption('.filters select[name=standing]', 'suspended');
    await page.click('.filters button');
    await page.waitForURL('**standing=suspended**');
    await page.waitForFunction((n) => Number(document.getElementById('map').dataset.features) < n, N_TIES, { timeout: 60_000 });
    await page.waitForTimeout(MS); // the lines are drawn anew, bit by bit
  });
  const folder = fileURLToPath(new URL('../target/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const report = { n_ties: N_TIES, n_processors: cpus().length, drawn_by: await renderer(page), measured };
  await writeFile(`${folder}frames.json`, `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(report));
  assert.deepEqual(page.problems, []);
});

const renderer = (page) =>
  page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    return gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  });

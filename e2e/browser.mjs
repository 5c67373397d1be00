// The server and the browser of the tests.
//
// The server is the debug binary with a ledger of its own in a temporary folder, on a free port. The browser is Debian's
// Chromium, or what TWAIN_CHROMIUM names, drawing WebGL in software.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

/** The password of everybody in the tests. */
export const PASSWORD = 'mill wheel river boat';
export const PHONE = { viewport: { width: 390, height: 844 } };

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'target/screenshots');

/** Starts both; gives `baseURL`, the `folder` of the ledger, `welcome`, the path by which one becomes the owner, `page(options)`, which opens a blank page whose addresses are the server's, and `close()`. */
export async function start() {
  await mkdir(pictures, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'twain-'));
  const server = spawn(join(root, 'target/debug/twain'), ['serve', '--db', join(folder, 'twain.db'), '--listen', '127.0.0.1:0']);
  const { url: baseURL, welcome } = await address(server);
  const browser = await chromium.launch({
    executablePath: process.env.TWAIN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
  });
  return {
    baseURL,
    folder,
    welcome,
    async page(options = {}) {
      const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.problems = [];
      page.on('pageerror', (error) => page.problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
      return page;
    },
    async close() {
      await browser.close();
      server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server prints where it listens, and by which link one becomes its owner; fails with all it printed when it ends before. */
function address(server) {
  return new Promise((found, failed) => {
    let printed = '';
    const read = (bytes) => {
      printed += bytes;
      const [, url, welcome] = printed.match(/(http:\/\/127\.0\.0\.1:\d+)\n\S+(\/welcome\/\S+)\n/) ?? [];
      if (url) found({ url, welcome });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`the server ended with ${code} before it listened:\n${printed}`)));
  });
}

/** Keeps what the page looks like in `target/screenshots/`. */
export async function keep(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Keeps what a person sees of the page at a glance. */
export async function picture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Waits until the map is drawn, and gives how many features it shows. */
export async function drawnMap(page) {
  await page.waitForSelector('#map[data-state]', { timeout: 60_000 });
  const { state, features } = await page.$eval('#map', (map) => ({ ...map.dataset }));
  if (state !== 'ready') throw new Error(`the map is ${state}`);
  return Number(features);
}

/**
 * Starts both for the tests of a file, and gives `visit(name, options, body)`: a test with a page of its own, closed at the
 * end. The body gets the page and what `start` gave.
 */
export function suite() {
  let twain;
  before(async () => {
    twain = await start();
  });
  after(() => twain?.close());
  return (name, options, body) =>
    test(name, async () => {
      const page = await twain.page(options);
      try {
        await body(page, twain);
      } finally {
        await page.context().close();
      }
    });
}

/** Goes to a page that must be there. */
export async function open(page, address) {
  const answer = await page.goto(address);
  assert.equal(answer.status(), 200, address);
}

/** Keeps a picture and asks axe, which must find nothing serious. */
export async function examine(page, name) {
  if (await page.$('#map[data-ties]')) await drawnMap(page);
  await keep(page, name);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
  assert.deepEqual(found, []);
}

/** How far the page reaches beyond the right edge. */
export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Chooses a name and the password behind a one-time link. */
export async function settle(page, link, name) {
  await open(page, link);
  await page.fill('#name', name);
  await page.fill('#password', PASSWORD);
  await page.fill('#again', PASSWORD);
  await page.click('form.entry button');
  await page.waitForURL(/done=welcome/);
}

/** Waits until the page has put the focus where one goes on. */
export async function focused(page, id) {
  await page.waitForFunction((id) => document.activeElement.id === id, id);
}

/** Signs in by keyboard alone, and waits to be led on. */
export async function signIn(page, name, address = '/sign-in') {
  await open(page, address);
  await focused(page, 'name');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

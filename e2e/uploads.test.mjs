// What is posted may come slowly, as long as it keeps coming: a process of its own sends it through a narrow line.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { suite } from './browser.mjs';

const visit = suite();
const CLIENT = fileURLToPath(new URL('slow-client.mjs', import.meta.url));

/** Posts a text of so many bytes to `/read` at so many a second; gives the status and the seconds it took. */
async function post(twain, bytesPerSecond, nBytes) {
  const { stdout } = await promisify(execFile)(process.execPath, [CLIENT, new URL('/read', twain.baseURL), bytesPerSecond, nBytes].map(String));
  const [status, seconds] = stdout.split(' ').map(Number);
  return { status, seconds };
}

visit('a slow and steady upload may take longer than an answer may', {}, async (page, twain) => {
  const { status, seconds } = await post(twain, 4_000, 100_000);
  assert.equal(status, 200);
  assert.ok(seconds > 22, `it took ${seconds} s`);
});

visit('an upload that all but stops is given up', {}, async (page, twain) => {
  const { status, seconds } = await post(twain, 200, 100_000);
  assert.equal(status, 408);
  assert.ok(seconds < 20, `it took ${seconds} s`);
});

// A client behind a narrow line, as a process of its own: posts a text to an address at so many bytes a second, ten times a
// second, and prints the status and the seconds it took. `node slow-client.mjs ADDRESS BYTES_PER_SECOND BYTES`.
import { request } from 'node:http';

const [address, bytesPerSecond, nBytes] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const began = Date.now();
const part = 'Content-Disposition: form-data; name="text"\r\n\r\n';
const text = 'Albany and Tula have been sister cities since 1991. '.repeat(nBytes / 52);
const body = Buffer.from(`--slow\r\n${part}${text}\r\n--slow--\r\n`);
const headers = { 'content-type': 'multipart/form-data; boundary=slow', 'content-length': body.length };

const end = (said) => {
  console.log(said, ((Date.now() - began) / 1000).toFixed(1));
  process.exit();
};
const posting = request(address, { method: 'POST', headers }, (answer) => answer.resume().on('end', () => end(answer.statusCode)));
posting.on('error', () => end(0));
let sent = 0;
setInterval(() => {
  const next = Math.min(body.length, Math.ceil(((Date.now() - began) / 1000) * bytesPerSecond));
  if (next > sent) posting.write(body.subarray(sent, next));
  sent = next;
}, 100);

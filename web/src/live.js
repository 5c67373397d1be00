// Forms that answer at once: a changed control visits the form's address, and the answer takes the place of the old one. The
// form itself stays, so nothing moves under the hand. Without this script the form has a button.
import { visit } from './visit.js';

const WAIT_MS = 250;

/** Makes a form answer as it changes, and follow the browser's way back. */
export function answerAtOnce(form) {
  let waiting;
  const go = () => {
    const fields = [...new FormData(form)].filter(([, value]) => value !== '');
    visit(`${form.getAttribute('action')}?${new URLSearchParams(fields)}`, { replace: true });
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(go, WAIT_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go();
  });
}

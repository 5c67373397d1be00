// The match studio: sliders beside the weights, and the answer anew when one of them is let go, without leaving the page.
//
// An addition to a form that works by itself. Each answer is the page the form would lead to: its parts, `data-part`, take the
// place of those shown. The address is kept, so that it can be shared; every word comes from the form's `data-label-*`.
const form = document.getElementById('studio');
const map = document.getElementById('map');
const status = document.createElement('p');
status.id = 'studio-status';
status.setAttribute('role', 'status');

/** What is being asked, with what ends it; and what the answer shown was asked with. */
let running = null;
let answered = query();

form.querySelectorAll('.weights input[type=number]').forEach(addSlider);
form.append(status);
form.addEventListener('change', run);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});

/** A slider that follows the number and is followed by it; the number stays for who wants it exact. */
function addSlider(number) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = 0;
  slider.max = Math.max(20, 2 * number.valueAsNumber);
  slider.step = 0.5;
  slider.value = number.value;
  slider.setAttribute('aria-label', number.closest('label').querySelector('span').textContent);
  slider.addEventListener('input', () => { number.value = slider.value; });
  number.addEventListener('input', () => { slider.value = number.value; });
  number.before(slider);
}

function query() {
  return new URLSearchParams(new FormData(form)).toString();
}

async function run() {
  const asked = query();
  if (asked === (running?.asked ?? answered) || !form.reportValidity()) return;
  running?.end.abort();
  const mine = (running = { asked, end: new AbortController() });
  showWorking(mine.end);
  try {
    const address = `${form.getAttribute('action')}?${asked}`;
    const reply = await fetch(address, { signal: mine.end.signal });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    if (!reply.ok) throw new Error(page.querySelector('main')?.innerText.trim() || reply.status);
    show(page);
    answered = asked;
    history.replaceState(null, '', address);
    say('done');
  } catch (problem) {
    if (running !== mine) return;
    if (problem.name === 'AbortError') restore();
    else say('failed', problem.message);
  } finally {
    if (running === mine) running = null;
  }
}

function showWorking(end) {
  const cancel = Object.assign(document.createElement('button'), { type: 'button', textContent: form.dataset.labelCancel });
  cancel.addEventListener('click', () => end.abort());
  status.replaceChildren(document.createElement('progress'), ` ${form.dataset.labelWorking} `, cancel);
}

function say(which, problem = '') {
  const words = { done: 'labelDone', failed: 'labelFailed', cancelled: 'labelCancelled' };
  status.textContent = form.dataset[words[which]].replace('…', problem);
}

/** Puts the parts of a page in the place of those shown; pairs that were open stay so. */
function show(page) {
  const open = [...document.querySelectorAll('#pairs details[open]')].map((details) => details.parentElement.id);
  for (const part of document.querySelectorAll('[data-part]')) {
    const newer = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (newer) part.replaceChildren(...newer.childNodes);
  }
  for (const id of open) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
  const ties = page.getElementById('map-data')?.getAttribute('href');
  if (map && ties) {
    map.dataset.ties = ties;
    map.dispatchEvent(new Event('ties'));
  }
}

/** Sets every field as it was when the answer that is shown was asked for. */
function restore() {
  for (const [name, value] of new URLSearchParams(answered)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
    field?.dispatchEvent(new Event('input'));
  }
  say('cancelled');
}

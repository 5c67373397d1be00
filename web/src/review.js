// A text and what is said of it: the words of what is pointed at light up, and a reviewer decides by single keys.
//
// Everything works without this: the numbers are links, the decisions are forms. Keys do nothing in a field, with a modifier,
// or when they are switched off (WCAG 2.1.4).

const STORED = 'twain-review-keys';
const claims = [...document.querySelectorAll('#claims > .claim')];
const things = document.querySelectorAll('[data-words]');

/** The marks of a thing, the pieces of one that is crossed by another included. */
const marksOf = (thing) => document.querySelectorAll(`mark[data-items~="${CSS.escape(thing.id)}"]`);

let current;

/** Makes a thing the current one: it and its words light up, and the words scroll into their pane. */
function light(thing, { scroll = true } = {}) {
  if (current === thing) return;
  for (const old of document.querySelectorAll('.is-current')) old.classList.remove('is-current');
  current = thing;
  thing.classList.add('is-current');
  const marks = marksOf(thing);
  for (const mark of marks) mark.classList.add('is-current');
  if (scroll && marks.length) intoPane(marks[0]);
}

/** Scrolls the pane of a mark, and nothing else, until the mark is in its upper third. */
function intoPane(mark) {
  const pane = mark.closest('.desk-words');
  const [inner, outer] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  pane.scrollTop += inner.top - outer.top - outer.height / 3;
}

for (const thing of things) {
  thing.addEventListener('focusin', () => light(thing));
  thing.addEventListener('pointerenter', () => {
    if (!things[0].closest('#claims')) light(thing, { scroll: false });
  });
}

/** Goes to a claim as the keys do. */
function go(claim) {
  claim.focus({ preventScroll: true });
  claim.scrollIntoView({ block: 'nearest' });
  light(claim);
}

/** The claim that the keys are about: the one that has the focus, else the one of the address, else the first that waits. */
function chosen() {
  const focused = document.activeElement?.closest('.claim');
  return focused ?? current ?? document.querySelector('#claims > .claim[data-waiting]') ?? claims[0];
}

function step(by) {
  const at = claims.indexOf(chosen());
  const started = current || document.activeElement?.closest('.claim');
  const next = claims[started ? Math.min(Math.max(at + by, 0), claims.length - 1) : Math.max(at, 0)];
  if (next) go(next);
}

function open(claim, what) {
  const details = claim?.querySelector(`details.${what}`);
  if (!details) return;
  details.open = true;
  details.querySelector(what === 'reject' ? '[name=reason]' : 'select, input:not([type=hidden])')?.focus();
}

/** Presses a button, which takes its own name and value along. */
const press = (button) => button?.click();

const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press(chosen()?.querySelector('form.accept button')),
  r: () => open(chosen(), 'reject'),
  e: () => open(chosen(), 'amend'),
  u: () => press((chosen()?.querySelector('form.undo button')) ?? document.querySelector('#done button')),
};

const help = document.querySelector('#keys');
const isOn = document.querySelector('#keys-on');

function isTyping(target) {
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.key === 'Escape' && isTyping(event.target)) {
    const claim = event.target.closest('.claim');
    event.target.closest('details')?.removeAttribute('open');
    if (claim) go(claim);
    return;
  }
  if (isTyping(event.target) || !isOn.checked) return;
  if (event.key === '?') {
    help.open = !help.open;
    if (help.open) help.querySelector('summary').focus();
  } else if (keys[event.key]) {
    keys[event.key]();
  } else {
    return;
  }
  event.preventDefault();
}

if (help) {
  // Storage may be forbidden; then the choice holds for this page.
  try {
    isOn.checked = localStorage.getItem(STORED) !== 'off';
  } catch {}
  isOn.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, isOn.checked ? 'on' : 'off');
    } catch {}
  });
  document.addEventListener('keydown', onKey);
}

// After a decision the page comes back at the claim that is next.
const asked = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
if (asked && asked.matches('.claim')) go(asked);

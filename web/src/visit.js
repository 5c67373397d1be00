// Going to another address of the same page without losing what moves in it: the parts that the server writes are put in the
// place of the old ones, the map and the slider stay. Without this script the same links and forms load the page.

const PARTS = ['body > header nav', 'body > header .languages', '#asof', '#above', '#turns', '#listed', '#below', '#live'];
/** Elements whose data say where a script finds more. */
const DATA = ['#map', '#slider'];

let underway;

/** Goes to an address: `true` when the page is now that one, `false` when another visit was begun meanwhile. */
export async function visit(address, { push = true, replace = false } = {}) {
  underway?.abort();
  const mine = new AbortController();
  underway = mine;
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' }, signal: mine.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine.signal.aborted) return false;
    if (!answer.ok || !take(page)) {
      location.assign(address);
      return false;
    }
    if (replace) history.replaceState(null, '', address);
    else if (push) history.pushState(null, '', address);
    document.title = page.title;
    return true;
  } catch (problem) {
    if (mine.signal.aborted) return false;
    location.assign(address);
    throw problem;
  }
}

/** Puts the parts of a page in the place of ours; `false` when it is another page. */
function take(page) {
  const mine = PARTS.map((part) => document.querySelector(part));
  const theirs = PARTS.map((part) => page.querySelector(part));
  if (mine.some((part, i) => Boolean(part) !== Boolean(theirs[i]))) return false;
  const focus = pathTo(document.activeElement);
  mine.forEach((part, i) => part?.replaceWith(document.adoptNode(theirs[i])));
  for (const selector of DATA) {
    const [old, fresh] = [document, page].map((where) => where.querySelector(selector));
    for (const name of ['ties', 'changes', 'from', 'to']) if (fresh?.dataset[name] !== undefined) old.dataset[name] = fresh.dataset[name];
  }
  for (const field of page.querySelectorAll('body > header form input[type=hidden]')) {
    const old = document.querySelector(`body > header form input[type=hidden][name="${field.name}"]`);
    if (old) old.value = field.value;
    else document.querySelector('body > header form')?.prepend(document.adoptNode(field.cloneNode()));
  }
  if (focus && !document.activeElement?.matches(focus)) document.querySelector(focus)?.focus({ preventScroll: true });
  return true;
}

/** A selector that finds the focused element again. */
function pathTo(element) {
  if (!element || element === document.body) return undefined;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `${element.form?.id ? `#${element.form.id} ` : ''}[name="${CSS.escape(element.name)}"]${element.type === 'checkbox' ? `[value="${CSS.escape(element.value)}"]` : ''}`;
  return undefined;
}

/** Keeps visits of this page's own forms and of the browser's way back within the page; `arrived` is called after each. */
export function keepVisiting(arrived) {
  const here = location.pathname;
  addEventListener('popstate', async () => {
    if (location.pathname === here && (await visit(location.href, { push: false }))) arrived();
  });
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    const is_ours = form.matches('#above .filters, #asof') && new URL(form.action).pathname === here;
    if (!is_ours) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([, value]) => value !== '');
    if (await visit(`${here}?${new URLSearchParams(fields)}`)) arrived();
  });
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('#turns a, #above a, #asof a');
    const plain = link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || link.pathname !== here) return;
    event.preventDefault();
    if (await visit(link.href)) arrived();
  });
  addEventListener('visit', async ({ detail }) => {
    if (await visit(detail)) arrived();
  });
}

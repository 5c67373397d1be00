// Places found while one types, after the combobox pattern of the WAI-ARIA Authoring Practices: the focus stays in the field, the
// arrows move through the list, Enter opens what is marked or searches, Escape closes the list, then empties the field.
// Without this script the same form searches.

const WAIT_MS = 120;
const MOST = 8;

/** Makes the search field of a form offer what is found. */
export function complete(form) {
  const field = form.querySelector('input[type=search]');
  const list = document.createElement('ul');
  const said = document.createElement('p');
  Object.assign(list, { id: 'found-as-typed', className: 'found-as-typed', hidden: true });
  Object.assign(said, { className: 'visually-hidden' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.getAttribute('aria-label'));
  said.setAttribute('role', 'status');
  const attributes = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  form.append(list, said);

  let waiting;
  let underway;
  let marked = -1;
  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    mark(-1);
    field.setAttribute('aria-expanded', 'false');
  };
  const mark = (at) => {
    marked = at;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', options()[at].id);
    options()[at]?.scrollIntoView({ block: 'nearest' });
  };
  const show = ({ items, places = [] }) => {
    // What the register knows comes first; places it has no ties of fill the rest.
    const strange = places.map((place) => ({ ...place, note: form.dataset.labelStrange }));
    const all = [...items, ...strange].slice(0, MOST);
    list.replaceChildren(...all.map((item, i) => option(item, i, form)));
    said.textContent = all.length ? form.dataset.labelFound.replace('{n}', all.length) : form.dataset.labelNone;
    list.hidden = !all.length;
    mark(-1);
    field.setAttribute('aria-expanded', String(all.length > 0));
  };
  const ask = async () => {
    underway?.abort();
    const text = field.value.trim();
    if (!text) {
      said.textContent = '';
      return close();
    }
    underway = new AbortController();
    const { signal } = underway;
    try {
      const asked = new URLSearchParams({ q: text, limit: MOST, ...lang(form) });
      const answer = await fetch(`/api/search?${asked}`, { signal });
      const found = await answer.json();
      if (!signal.aborted && document.activeElement === field) show(answer.ok ? found : { items: [] });
    } catch (problem) {
      if (!signal.aborted) console.warn(problem);
    }
    return undefined;
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT_MS);
  });
  field.addEventListener('keydown', (event) => {
    const n = options().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) mark(((marked + 1 + step + n + 1) % (n + 1)) - 1);
    else if (event.key === 'ArrowDown' && field.value.trim()) ask();
    else if (event.key === 'Enter' && marked >= 0) location.assign(options()[marked].dataset.href);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', () => {
    clearTimeout(waiting);
    underway?.abort();
    close();
  });
  // Not the click: the field would lose the focus, and the list would close, before it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const chosen = event.target.closest('[role=option]');
    if (chosen) location.assign(chosen.dataset.href);
  });
}

function option({ name, matched, kind, within, url, note }, i, form) {
  const row = document.createElement('li');
  row.id = `found-as-typed-${i}`;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  row.dataset.href = `${url}${kept(form)}`;
  const other = matched === name ? [] : [part('span', matched, 'beside')];
  const notes = note ? [part('em', note, 'quiet')] : [];
  row.append(part('strong', name), ...other, ...notes, part('span', [kind.label, ...within].join(', '), 'quiet'));
  return row;
}

function part(tag, text, className = '') {
  return Object.assign(document.createElement(tag), { textContent: text, className });
}

const hidden = (form) => [...form.querySelectorAll('input[type=hidden]')].map(({ name, value }) => [name, value]);
const lang = (form) => Object.fromEntries(hidden(form).filter(([name]) => name === 'lang'));

/** The days and the language, as every link keeps them. */
function kept(form) {
  const query = new URLSearchParams(hidden(form)).toString();
  return query && `?${query}`;
}

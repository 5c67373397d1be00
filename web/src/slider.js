// Through time: two handles for the span, a button that plays it. While a handle moves, the map and the numbers follow from data
// already here; when it rests, the page of that day is visited, so list, filters and address are those of the map.

import { read } from './ties.js';

const MONTH_MS = 120;
const YEAR_MS = 1000;
const REST_MS = 350;
const DAY = 86_400_000;
const NOTHING = new Set();
const OVER = ['ended', 'expired', 'superseded'];
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Makes the slider move what `shown` draws; `load` fetches the changes when they are first needed. */
export function slide(slider, shown, load) {
  const [first, last] = ['first', 'last'].map((name) => slider.querySelector(`[name=${name}]`));
  const button = slider.querySelector('button');
  const state = { from: slider.dataset.from, to: slider.dataset.to };
  let history;
  let resting;
  let playing;
  let coming;

  const fetched = async () => {
    if (history?.address !== slider.dataset.changes) {
      history = { address: slider.dataset.changes, ties: undefined };
      history.ties = load(slider.dataset.changes).then((answer) => through(answer, shown));
    }
    return history.ties;
  };
  const moved = async (handle) => {
    if (handle === first) {
      last.value = Math.max(last.value, first.value);
      state.from = dayOf(first.value, 1);
    } else {
      if (Number(first.value) > Number(last.value)) {
        first.value = last.value;
        state.from = dayOf(first.value, 1);
      }
      state.to = lastDay(last.value, slider.dataset.today);
    }
    if (state.from > state.to) state.to = lastDay(last.value, slider.dataset.today);
    say(slider, state, first, last);
    const ties = await fetched();
    if (coming) return;
    coming = requestAnimationFrame(() => {
      coming = undefined;
      follow(ties, shown, state);
      slider.dataset.shown = state.to;
    });
  };
  const rest = () => {
    clearTimeout(resting);
    if (playing) return;
    resting = setTimeout(() => {
      const there = new URL(location.href);
      there.hash = '';
      there.searchParams.delete('after');
      there.searchParams.set('from', state.from);
      there.searchParams.set('true_on', state.to);
      dispatchEvent(new CustomEvent('visit', { detail: there.href }));
    }, REST_MS);
  };
  const stop = () => {
    clearInterval(playing);
    playing = undefined;
    button.setAttribute('aria-pressed', 'false');
    button.textContent = slider.dataset.labelPlay;
    rest();
  };
  const play = () => {
    if (Number(last.value) >= Number(last.max)) last.value = first.value;
    button.setAttribute('aria-pressed', 'true');
    button.textContent = slider.dataset.labelPause;
    const step = still.matches ? 12 : 1; // whole years, one a second, for who wants less motion
    playing = setInterval(() => {
      last.value = Number(last.value) + step;
      moved(last);
      if (Number(last.value) >= Number(last.max)) stop();
    }, still.matches ? YEAR_MS : MONTH_MS);
  };
  for (const handle of [first, last]) {
    handle.addEventListener('pointerdown', fetched, { once: true });
    handle.addEventListener('input', () => moved(handle));
    handle.addEventListener('change', rest);
  }
  button.addEventListener('click', () => (playing ? stop() : play()));
  slider.addEventListener('visited', () => {
    Object.assign(state, { from: slider.dataset.from, to: slider.dataset.to });
    [first.value, last.value] = [monthOf(state.from), monthOf(state.to)];
    say(slider, state, first, last);
  });
  say(slider, state, first, last);
}

/** The ties with their turns, on lines that can show all of them. */
async function through(answer, shown) {
  const model = read(answer);
  const now = new Map(shown.model.ties.map((tie, i) => [tie.id, shown.lines.isShown(i) ? tie.standing : undefined]));
  if (!model.ties.every(({ id }) => shown.idxOf.has(id))) {
    shown.build(model);
    model.ties.forEach(({ id }, i) => shown.lines.look(i, now.get(id)));
  }
  return model.ties;
}

/** What a tie was on a day. */
function on(turns, day) {
  let found = turns[0];
  for (const turn of turns) if (turn.day <= day) found = turn;
  return found;
}

/** Shows the ties of the last day by the filters of the address, and what turned in the span. */
function follow(ties, shown, { from, to }) {
  const asked = new URLSearchParams(location.search);
  const [wanted, kind, turn] = ['standing', 'class', 'turn'].map((name) => asked.get(name));
  const [first, day] = [from, to].map(dayNumber);
  const stood = {};
  const turned = {};
  for (const { id, turns } of ties) {
    const state = turns?.length ? on(turns, day) : undefined;
    const is_kind = state && (!kind || state.class === kind);
    const mine = is_kind ? turnsWithin(turns, first, day) : NOTHING;
    const counts = is_kind && (!turn || mine.has(turn));
    if (counts) stood[state.standing] = (stood[state.standing] ?? 0) + 1;
    const is_seen = counts && (wanted ? state.standing === wanted : state.standing !== 'none');
    if (is_kind && (wanted ? state.standing === wanted : state.standing !== 'none')) for (const one of mine) turned[one] = (turned[one] ?? 0) + 1;
    shown.look(id, is_seen ? state.standing : undefined);
  }
  shown.lines.hurry();
  shown.settle({ labels: false });
  tell('#stood', stood, { from, to });
  tell('#turned', turned, { from, to });
}

/** What happened after one day until another; the same as the register's `Turn::of`. */
function turnsWithin(turns, after, until) {
  let found;
  for (let i = 1; i < turns.length; i += 1) {
    const turn = turns[i].day > after && turns[i].day <= until && turnOf(turns[i - 1].standing, turns[i].standing);
    if (turn) (found ??= new Set()).add(turn);
  }
  return found ?? NOTHING;
}

function turnOf(before, after) {
  const was_over = before === 'none' || OVER.includes(before);
  if (after === 'suspended') return before === after ? undefined : 'suspended';
  if (OVER.includes(after)) return was_over ? undefined : 'ended';
  if (['contact', 'intent', 'in-approval'].includes(before) && after === 'in-force') return 'began';
  return was_over && ['unknown', 'contact', 'in-force', 'contested'].includes(after) ? 'began' : undefined;
}

/** Writes the numbers, and the days into their links. */
function tell(list, numbers, days) {
  for (const item of document.querySelectorAll(`${list} > li`)) {
    const n = numbers[item.dataset.word] ?? 0;
    item.querySelector('strong').textContent = n;
    if (list === '#stood') item.hidden = n === 0;
    const link = item.querySelector('a');
    const there = new URL(link.href);
    there.searchParams.set('from', days.from);
    there.searchParams.set('true_on', days.to);
    link.href = there.pathname + there.search;
  }
}

function say(slider, { from, to }, first, last) {
  for (const [handle, day] of [[first, from], [last, to]]) {
    const words = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
    const text = words.format(new Date(day));
    handle.setAttribute('aria-valuetext', text);
    handle.closest('label').querySelector('output').textContent = text;
  }
}

const dayNumber = (day) => Math.round(Date.parse(day) / DAY);
const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);
const dayOf = (month, day) => isoDay(Date.UTC(1970, Number(month), day));
const monthOf = (day) => (Number(day.slice(0, 4)) - 1970) * 12 + Number(day.slice(5, 7)) - 1;

/** The last day of a month, or today when it is this month. */
function lastDay(month, today) {
  return monthOf(today) === Number(month) ? today : isoDay(Date.UTC(1970, Number(month) + 1, 0));
}

// What a tooltip or a card says about the ties and places under the pointer.

const MOST = 8;

/** A list of ties or places: label, and for a tie its standing and pulse in words, for a place its number of ties. */
export function describe(found, element, { links = false } = {}) {
  const list = document.createElement('ul');
  list.className = 'map-found';
  list.append(...found.slice(0, MOST).map((one) => item(one, element, links)));
  if (found.length > MOST) list.append(node('li', `+${found.length - MOST}`));
  return list;
}

function item(one, element, links) {
  const name = node(links ? 'a' : 'strong', one.label);
  if (links) name.href = one.href;
  const row = node('li');
  row.append(name, ...facts(one, element));
  return row;
}

function facts({ standing, pulse, n: ties }, element) {
  const word = (axis, value) => element.getAttribute(`data-label-${axis}-${value}`);
  const chips = [['standing', standing], ['pulse', pulse]]
    .filter(([axis, value]) => value && word(axis, value))
    .map(([axis, value]) => node('span', word(axis, value), `chip ${axis}-${value}`));
  const count = ties === undefined ? [] : [node('span', element.dataset.labelTies.replace('{n}', ties), 'quiet')];
  return [...chips, ...count];
}

function node(name, text = '', className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

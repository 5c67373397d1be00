// What a tooltip or a card says about the ties and places under the pointer.

const MOST = 8;

/** A list of features: label, and for a tie its standing and pulse in words, for a place its number of ties. */
export function describe(features, element, { links = false } = {}) {
  const list = document.createElement('ul');
  list.className = 'map-found';
  list.append(...features.slice(0, MOST).map(({ properties }) => item(properties, element, links)));
  if (features.length > MOST) list.append(node('li', `+${features.length - MOST}`));
  return list;
}

function item(properties, element, links) {
  const name = node(links ? 'a' : 'strong', properties.label);
  if (links) name.href = properties.href;
  const row = node('li');
  row.append(name, ...facts(properties, element));
  return row;
}

function facts({ standing, pulse, n_ties: ties }, element) {
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

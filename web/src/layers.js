// What the map draws and how: land, borders, ties by standing, places by their number of ties.

// Every standing has its own color, and its own dash, so that color never carries it alone. Those listed last lie on top.
const STANDINGS = {
  none: { width: 1, dash: [1, 3] },
  unknown: { width: 1.6, dash: [0.1, 2] },
  superseded: { width: 1, dash: [1, 0] },
  expired: { width: 1.4, dash: [6, 2] },
  ended: { width: 1.4, dash: [2, 2] },
  contact: { width: 1.4, dash: [0.1, 4] },
  intent: { width: 1.4, dash: [0.1, 3] },
  'in-approval': { width: 1.6, dash: [3, 1.5, 0.1, 1.5] },
  contested: { width: 1.8, dash: [5, 1.5, 0.1, 1.5] },
  suspended: { width: 1.8, dash: [4, 2] },
  'in-force': { width: 1.8, dash: [1, 0] },
};
const names = Object.keys(STANDINGS);

/** The layers in drawing order, with the colors `element` has now. */
export function layers(element) {
  const style = getComputedStyle(element);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  const standing = (value) => ['match', ['get', 'standing'], ...names.flatMap((name) => [name, value(name)]), value('unknown')];
  const hot = ['boolean', ['feature-state', 'hot'], false];
  const isLine = ['!=', ['geometry-type'], 'Point'];
  const isPoint = ['==', ['geometry-type'], 'Point'];
  const part = (name) => ['==', ['get', 'part'], name];
  const round = { 'line-cap': 'round', 'line-join': 'round' };
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': color('map-sea') } },
    { id: 'land', type: 'fill', source: 'land', filter: part('land'), paint: { 'fill-color': color('map-land') } },
    { id: 'coast', type: 'line', source: 'land', filter: part('land'), paint: { 'line-color': color('map-coast'), 'line-width': 0.6 } },
    { id: 'border', type: 'line', source: 'land', filter: part('border'), paint: { 'line-color': color('map-border'), 'line-width': 0.7 } },
    {
      id: 'line', type: 'line', source: 'land', filter: part('line'),
      paint: { 'line-color': color('map-border'), 'line-width': 0.7, 'line-dasharray': [3, 3] },
    },
    {
      id: 'ties', type: 'line', source: 'ties', filter: isLine,
      layout: { ...round, 'line-sort-key': standing((name) => names.indexOf(name)) },
      paint: {
        'line-color': standing((name) => color(`standing-${name}`)),
        'line-width': standing((name) => STANDINGS[name].width),
        'line-dasharray': standing((name) => ['literal', STANDINGS[name].dash]),
        'line-opacity': 0.8,
      },
    },
    {
      id: 'tie-hot', type: 'line', source: 'ties', filter: isLine, layout: round,
      paint: { 'line-color': color('map-hot'), 'line-width': 3.5, 'line-opacity': ['case', hot, 1, 0] },
    },
    // Seen by the pointer only: wide enough to hit.
    { id: 'tie-reach', type: 'line', source: 'ties', filter: isLine, paint: { 'line-width': 9, 'line-opacity': 0 } },
    {
      id: 'places', type: 'circle', source: 'ties', filter: isPoint,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['coalesce', ['get', 'n_ties'], 1]], 1, 3, 6, 9],
        'circle-color': ['case', hot, color('map-hot'), color('map-place')],
        'circle-stroke-color': color('map-place-edge'),
        'circle-stroke-width': 1.2,
      },
    },
  ];
}

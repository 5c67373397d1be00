// What lies under the ties: sea, land and borders, in the colors that the style sheet has now.

/** A reader of the custom properties of `element`: `color('map-sea')`. */
export function colors(element) {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

/** The layers in drawing order. */
export function layers(element) {
  const color = colors(element);
  const part = (name) => ['==', ['get', 'part'], name];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': color('map-sea') } },
    { id: 'land', type: 'fill', source: 'land', filter: part('land'), paint: { 'fill-color': color('map-land') } },
    { id: 'coast', type: 'line', source: 'land', filter: part('land'), paint: { 'line-color': color('map-coast'), 'line-width': 0.6 } },
    { id: 'border', type: 'line', source: 'land', filter: part('border'), paint: { 'line-color': color('map-border'), 'line-width': 0.7 } },
    {
      id: 'line', type: 'line', source: 'land', filter: part('line'),
      paint: { 'line-color': color('map-border'), 'line-width': 0.7, 'line-dasharray': [3, 3] },
    },
  ];
}

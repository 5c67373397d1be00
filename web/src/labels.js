// Names of the places with most ties, as far as they fit. They are HTML, so no font server is needed.
import { Marker } from 'maplibre-gl';

const MOST = 14;

/** Keeps the names beside their places while the map moves. The page's lists hold every name, so a screen reader skips these. */
export function showLabels(map, places) {
  const ranked = places.toSorted((a, b) => b.properties.n_ties - a.properties.n_ties);
  let shown = [];
  const place = () => {
    shown.forEach((marker) => marker.remove());
    shown = fitting(map, ranked).map((feature) => marker(feature).addTo(map));
  };
  map.on('moveend', place);
  place();
}

/** The first places whose names do not cover one another, guessing a name's width from its length. */
function fitting(map, ranked) {
  const { clientWidth, clientHeight } = map.getContainer();
  const taken = [];
  return ranked.filter(({ geometry, properties }) => {
    if (taken.length === MOST) return false;
    const { x, y } = map.project(geometry.coordinates);
    const box = { left: x, right: x + 14 + 7 * properties.label.length, top: y - 10, bottom: y + 10 };
    const inside = box.left > 0 && box.right < clientWidth && box.top > 0 && box.bottom < clientHeight;
    const free = taken.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
    if (inside && free) taken.push(box);
    return inside && free;
  });
}

function marker({ geometry, properties }) {
  const element = document.createElement('span');
  element.className = 'map-label';
  element.setAttribute('aria-hidden', 'true');
  element.textContent = properties.label;
  return new Marker({ element, anchor: 'left', offset: [10, 0] }).setLngLat(geometry.coordinates);
}

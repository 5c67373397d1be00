// Names of the places with most ties, as far as they fit. They are HTML, so no font server is needed.
import { Marker } from 'maplibre-gl';

const MOST = 14;

/**
 * Keeps the names of what `places()` gives beside their places while the map moves; call what it returns when they change. The
 * page's lists hold every name, so a screen reader skips these.
 */
export function showLabels(map, places) {
  let shown = [];
  const place = () => {
    const ranked = places().toSorted((a, b) => b.n - a.n);
    shown.forEach((marker) => marker.remove());
    shown = fitting(map, ranked).map((one) => marker(one).addTo(map));
  };
  map.on('moveend', place);
  place();
  return place;
}

/** The first places whose names do not cover one another, guessing a name's width from its length. */
function fitting(map, ranked) {
  const { clientWidth, clientHeight } = map.getContainer();
  const taken = [];
  return ranked.slice(0, 50 * MOST).filter(({ lon, lat, label }) => {
    if (taken.length === MOST || !label) return false;
    const { x, y } = map.project([lon, lat]);
    const box = { left: x, right: x + 14 + 7 * label.length, top: y - 10, bottom: y + 10 };
    const inside = box.left > 0 && box.right < clientWidth && box.top > 0 && box.bottom < clientHeight;
    const free = taken.every((other) => box.left > other.right || box.right < other.left || box.top > other.bottom || box.bottom < other.top);
    if (inside && free) taken.push(box);
    return inside && free;
  });
}

function marker({ lon, lat, label }) {
  const element = document.createElement('span');
  element.className = 'map-label';
  element.setAttribute('aria-hidden', 'true');
  element.textContent = label;
  return new Marker({ element, anchor: 'left', offset: [10, 0] }).setLngLat([lon, lat]);
}

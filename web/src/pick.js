// What is under the pointer: great circles and places near a point of the sphere, found by plain arithmetic over all of them.
import { angle, cross, vector } from './arc.js';
import { radius } from './lines.js';

const REACH = 5; // pixels

/** Finds what is drawn near a point: `find(lngLat, pixels per radian)` gives positions, places after ties, the nearest first. */
export function finder({ places, ties }, lines) {
  const at = places.map(vector);
  const circles = ties.flatMap(({ ends }, tie) => ends.flatMap((end, i) => (i % 2 ? [circle(tie, at[ends[i - 1]], at[end])] : [])));
  return (lngLat, scale) => {
    const p = vector({ lon: lngLat.lng, lat: lngLat.lat });
    const near = at.map((place, i) => [i, angle(place, p) * scale]);
    const over = near.filter(([i, far]) => lines.isPlaceShown(i) && far < radius(places[i].n) + 2).sort((a, b) => a[1] - b[1]);
    if (over.length) return { places: over.map(([i]) => i), ties: [] };
    const found = circles.filter((one) => lines.isShown(one.tie)).map((one) => [one.tie, distance(one, p) * scale]);
    const close = found.filter(([, far]) => far < REACH).sort((a, b) => a[1] - b[1]);
    return { places: [], ties: [...new Set(close.map(([tie]) => tie))] };
  };
}

function circle(tie, a, b) {
  const normal = cross(a, b);
  const length = Math.hypot(...normal) || 1;
  return { tie, a, b, normal: normal.map((x) => x / length), least: Math.cos(angle(a, b)) };
}

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The angle between a point and the way between two others; beyond its ends it is out of reach. */
function distance({ a, b, normal, least }, p) {
  return dot(a, p) >= least && dot(b, p) >= least ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, p))))) : Infinity;
}

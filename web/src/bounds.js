// The smallest box around ties on a round world.
import { arc } from './arc.js';

/** How far apart the points are that are looked at, in radians. */
const STEP = 0.1;

/**
 * `[[west, south], [east, north]]` around all that is drawn, or `undefined` when nothing is.
 *
 * The box leaves out the widest empty stretch of longitude, so it may cross the antimeridian; `east` is then over 180.
 */
export function boundsOf({ places, ties }) {
  if (!places.length) return undefined;
  const taken = new Uint8Array(360);
  let [north, south] = [-90, 90];
  const see = (lon, lat) => {
    taken[Math.floor(lon + 540) % 360] = 1;
    [north, south] = [Math.max(north, lat), Math.min(south, lat)];
  };
  places.forEach(({ lon, lat }) => see(lon, lat));
  for (const { ends } of ties) {
    for (let i = 0; i < ends.length; i += 2) {
      for (const line of arc(places[ends[i]], places[ends[i + 1]], STEP)) {
        for (let at = 0; at < line.length; at += 2) see((((line[at] - 0.5) * 360) % 360 + 540) % 360 - 180, latitude(line[at + 1]));
      }
    }
  }
  const [west, east] = aroundTaken(taken);
  return [[west - 180, Math.max(south, -75)], [east - 180, Math.min(north, 82)]];
}

const latitude = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** The first and last taken degree, beginning after the widest gap. */
function aroundTaken(taken) {
  let [widest, start, gap] = [0, 0, 0];
  for (let i = 0; i < 720; i += 1) {
    gap = taken[i % 360] ? 0 : gap + 1;
    if (gap > widest && gap < 360) [widest, start] = [gap, i + 1];
  }
  return [start % 360, (start % 360) + 360 - widest];
}

// The smallest box around features on a round world.

/**
 * `[[west, south], [east, north]]` around all coordinates of `features`, or `undefined` when there are none.
 *
 * The box leaves out the widest empty stretch of longitude, so it may cross the antimeridian; `east` is then over 180.
 */
export function boundsOf(features) {
  const points = features.flatMap(({ geometry }) => pointsOf(geometry.coordinates));
  if (!points.length) return undefined;
  const longitudes = points.map(([lon]) => lon).sort((a, b) => a - b);
  const latitudes = points.map(([, lat]) => lat);
  let west = longitudes[0];
  let east = longitudes.at(-1);
  let widest = west + 360 - east;
  longitudes.slice(1).forEach((lon, i) => {
    const gap = lon - longitudes[i];
    if (gap > widest) [widest, west, east] = [gap, lon, longitudes[i] + 360];
  });
  const lowest = latitudes.reduce((a, b) => Math.min(a, b));
  const highest = latitudes.reduce((a, b) => Math.max(a, b));
  return [[west, Math.max(lowest, -75)], [east, Math.min(highest, 82)]];
}

const pointsOf = (value) => (typeof value[0] === 'number' ? [value] : value.flatMap(pointsOf));

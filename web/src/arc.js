// Great circles: the shortest way between two points of a sphere, on the square of a web map (0 to 1, y down).

const RADIANS = Math.PI / 180;
/** The last latitude a web map has. */
const EDGE = 85.05;

/** The unit vector of a place. */
export function vector({ lon, lat }) {
  const [l, b] = [lon * RADIANS, lat * RADIANS];
  return [Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)];
}

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/** The angle between two unit vectors; exact for small and large ones. */
export const angle = (a, b) => Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));

/** Longitude and latitude on the square. */
export function square(lon, lat) {
  const b = Math.min(Math.max(lat, -EDGE), EDGE) * RADIANS;
  return [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + b / 2)) / (2 * Math.PI)];
}

/**
 * The ways from `a` to `b` on the square, no two points further apart than `step` radians, each as `x, y, x, y …`: one, or two when
 * it leads beyond the last latitude a web map has, where it would run along the edge.
 *
 * `x` runs on past the antimeridian: a great circle turns one way, so no step is half a turn. Between antipodes it leads over a pole.
 */
export function arc(a, b, step) {
  const [p, q] = [vector(a), vector(b)];
  const whole = angle(p, q);
  const n = Math.max(1, Math.ceil(whole / step));
  const sine = Math.sin(whole);
  const lines = [[]];
  let turn = 0;
  let last = a.lon;
  for (let i = 0; i <= n; i += 1) {
    const [lon, lat] = i === 0 ? [a.lon, a.lat] : i === n ? [b.lon, b.lat] : between(p, q, i / n, whole, sine);
    if (Math.abs(lon - last) > 180) turn -= Math.sign(lon - last);
    last = lon;
    if (Math.abs(lat) < EDGE) lines.at(-1).push(...square(lon + 360 * turn, lat));
    else if (lines.at(-1).length) lines.push([]);
  }
  return lines.filter((line) => line.length > 2);
}

function between(p, q, t, whole, sine) {
  const [f, g] = sine > 1e-9 ? [Math.sin((1 - t) * whole) / sine, Math.sin(t * whole) / sine] : [1 - t, t];
  const [x, y, z] = [0, 1, 2].map((k) => p[k] * f + q[k] * g);
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

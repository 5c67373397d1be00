// Builds everything the pages load into `dist/`: what every page has (search as one types, live forms), the map, its worker and style, the world's outlines, and the licenses of what is bundled.
//
// The land is world-atlas (Natural Earth, public domain), turned from TopoJSON into GeoJSON here so that the browser need not.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { feature, mesh } from 'topojson-client';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = `${here}dist/`;
const modules = `${here}node_modules/`;

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: {
    map: 'src/map.js',
    studio: 'src/studio.js',
    page: 'src/page.js',
    review: 'src/review.js',
    style: 'src/style.css',
    // A worker of its own file: the pages' Content-Security-Policy allows neither blob: workers nor eval.
    'maplibre-worker': 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs',
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none', // the licenses are in licenses.txt
  logLevel: 'warning',
});

const atlas = JSON.parse(await readFile(`${modules}world-atlas/countries-50m.json`, 'utf8'));
await writeFile(`${out}land.json`, JSON.stringify(world(atlas)));
await writeFile(`${out}licenses.txt`, await licenses(['maplibre-gl', 'world-atlas']));

/** Three features: the land, the borders, and the lines beside a territory that has no ISO 3166 code, which the map draws dashed. */
function world(topology) {
  const { countries } = topology.objects;
  moveRing(countries, topology, { around: [34.3, 45.3], from: '643', to: '804' });
  const coded = (a, b) => a.id !== undefined && b.id !== undefined;
  const part = (part, geometry) => ({ type: 'Feature', properties: { part }, geometry: flat(geometry) });
  const land = feature(topology, topology.objects.land).features[0].geometry;
  return {
    type: 'FeatureCollection',
    features: [
      part('land', land),
      part('border', mesh(topology, countries, (a, b) => a !== b && coded(a, b))),
      part('line', mesh(topology, countries, (a, b) => a !== b && !coded(a, b))),
    ],
  };
}

/**
 * Gives the polygon of `from` that holds the point `around` to `to`.
 *
 * Natural Earth draws lines of control. Our list of units is ISO 3166, where Crimea and Sevastopol are UA-43 and UA-40.
 */
function moveRing(countries, topology, { around, from, to }) {
  const [source, target] = [from, to].map((id) => countries.geometries.find((country) => country.id === id));
  const holds = (arcs) => inside(around, feature(topology, { type: 'Polygon', arcs }).geometry.coordinates[0]);
  const moved = source.arcs.filter(holds);
  source.arcs = source.arcs.filter((arcs) => !moved.includes(arcs));
  target.arcs = (target.type === 'Polygon' ? [target.arcs] : target.arcs).concat(moved);
  target.type = 'MultiPolygon';
}

/** Whether a point lies in a ring: the even-odd rule. */
function inside([x, y], ring) {
  return ring.slice(1).filter(([x2, y2], i) => {
    const [x1, y1] = ring[i];
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  }).length % 2 === 1;
}

/** The same geometry on a flat map: no jumps at the antimeridian, and to a hundredth of a degree, which is finer than the outlines are. */
function flat({ type, coordinates }) {
  const each = (value) => (typeof value[0][0] === 'number' ? unrolled(value) : value.map(each));
  return { type, coordinates: each(coordinates) };
}

/** A line whose longitudes run on past 180 instead of jumping to -180; a ring around the South Pole is closed along the lower edge. */
function unrolled(line) {
  let turn = 0;
  const points = line.map(([lon, lat], i) => {
    const step = i ? lon - line[i - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [lon + turn, lat].map((degrees) => Math.round(degrees * 100) / 100);
  });
  const [first, last] = [points[0], points.at(-1)];
  return turn && first[1] === last[1] ? [...points, [last[0], -90], [first[0], -90], first] : points;
}

/** What the licenses of the bundled packages ask to be told to whoever receives them. */
async function licenses(names) {
  const texts = names.map(async (name) => {
    const { version, license } = JSON.parse(await readFile(`${modules}${name}/package.json`, 'utf8'));
    const text = await readFile(`${modules}${name}/LICENSE`, 'utf8').catch(() => readFile(`${modules}${name}/LICENSE.txt`, 'utf8'));
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

// What a map shows, from either form of its data: ties between places, each place once.
//
// The register's own form has parties and positions in their list (`/api/map`); the answers of briefs come as GeoJSON lines.

/**
 * `{ places, ties, days }` of an answer.
 *
 * A place is `{ id, label, href, lon, lat, n }`, `n` its number of ties; a tie is `{ id, label, href, standing, class, pulse, ends }`, `ends` the
 * positions of its places, two and two; `turns`, where the answer has them, is `[{ day, standing, class }]`.
 */
export function read(answer) {
  return answer.type === 'FeatureCollection' ? fromGeoJson(answer) : fromPoints(answer);
}

function fromPoints({ days, separator, standings, pulses, classes, parties, ties: rows, changes = [] }) {
  const places = [];
  const placeOf = parties.map(([id, label, at]) => at && places.push({ id, label, href: `/places/${id}${days}`, lon: at[0], lat: at[1], n: 0 }) - 1);
  const ties = rows.map(([standing, pulse, kind, ...sides], i) => {
    const id = sides.map((side) => parties[side][0]).join('~');
    const at = sides.map((side) => placeOf[side]).filter((place) => place !== null);
    return {
      id,
      label: sides.map((side) => parties[side][1]).join(separator),
      href: `/ties/${id}${days}`,
      standing: standings[standing],
      pulse: pulses[pulse],
      class: classes[kind],
      ends: pairs(at, places),
      turns: changes[i] && turns(changes[i], standings, classes),
    };
  });
  count(places, ties);
  return { places, ties };
}

/** Every two of these places that are not in one spot. */
function pairs(at, places) {
  const apart = (a, b) => places[a].lon !== places[b].lon || places[a].lat !== places[b].lat;
  return at.flatMap((a, i) => at.slice(i + 1).filter((b) => apart(a, b)).flatMap((b) => [a, b]));
}

function turns(row, standings, classes) {
  const found = row.length ? [{ day: -Infinity, standing: standings[row[0]], class: classes[row[1]] }] : [];
  for (let i = 2; i < row.length; i += 3) found.push({ day: row[i], standing: standings[row[i + 1]], class: classes[row[i + 2]] });
  return found;
}

function fromGeoJson({ features }) {
  const at = new Map();
  const places = [];
  const place = ([lon, lat], properties) => {
    const key = `${lon},${lat}`;
    if (!at.has(key)) at.set(key, places.push({ id: key, label: '', href: '', lon, lat, n: 0 }) - 1);
    if (properties) Object.assign(places[at.get(key)], { id: properties.id, label: properties.label, href: properties.href });
    return at.get(key);
  };
  for (const { geometry, properties } of features) if (geometry.type === 'Point') place(geometry.coordinates, properties);
  const ties = features.filter(({ geometry }) => geometry.type !== 'Point').map(({ geometry, properties }) => {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    return { class: '', ...properties, ends: [place(lines[0][0]), place(lines.at(-1).at(-1))] };
  });
  count(places, ties);
  return { places, ties };
}

function count(places, ties) {
  for (const { ends } of ties) for (const end of new Set(ends)) places[end].n += 1;
}

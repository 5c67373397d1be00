// The map of ties: an addition to a page that can be read without it.
//
// Everything comes from the element `#map`: the addresses of the ties (`data-ties`), the land (`data-land`) and the worker
// (`data-worker`), where to look first (`data-center="lon,lat"` and `data-zoom`, else all that is drawn), `data-projection`
// ("mercator" or "globe"), and every word shown (`data-label-*`). It answers with `data-state` ("ready" or "failed") and `data-features`.
// Colors are the custom properties of style.css, so the map, the chips and the legend cannot disagree.
import 'maplibre-gl/dist/maplibre-gl.css';
import { Map, NavigationControl, Popup, setWorkerCount, setWorkerUrl } from 'maplibre-gl';
import { layers } from './layers.js';
import { boundsOf } from './bounds.js';
import { showLabels } from './labels.js';
import { describe } from './describe.js';

const PICKED = ['tie-reach', 'places'];
// Around the first view: names stand to the right of their places.
const ROOM = { top: 32, bottom: 32, left: 32, right: 112 };
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

const element = document.getElementById('map');
if (element) draw(element).catch((problem) => fail(element, problem));

async function draw(element) {
  const [land, ties] = await Promise.all([load(element.dataset.land), load(element.dataset.ties)]);
  ties.features.forEach(leavePole);
  setWorkerUrl(element.dataset.worker);
  setWorkerCount(1);
  const map = new Map({
    container: element,
    style: {
      version: 8,
      projection: { type: element.dataset.projection ?? 'mercator' },
      sources: {
        land: { type: 'geojson', data: land },
        ties: { type: 'geojson', data: ties, promoteId: 'id' },
      },
      layers: layers(element),
    },
    ...firstView(element, ties),
    locale: locale(element.dataset),
    attributionControl: false,
    cooperativeGestures: true, // the wheel and one finger move the page, not the map
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 9,
    fadeDuration: still.matches ? 0 : 200,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.on('error', ({ error }) => fail(element, error));
  dark.addEventListener('change', () => repaint(map, element));
  await map.once('idle');
  answerPointer(map, element);
  answerList(map);
  showLabels(map, ties.features.filter(isPlace));
  element.dataset.features = ties.features.length;
  element.dataset.state = 'ready';
}

/** Takes from a line what lies beyond the last latitude a web map has; drawn, it would run along the edge. */
function leavePole({ geometry }) {
  if (!geometry.type.endsWith('LineString')) return;
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  geometry.type = 'MultiLineString';
  geometry.coordinates = lines.flatMap((line) => {
    const kept = [[]];
    for (const point of line) Math.abs(point[1]) < 85 ? kept.at(-1).push(point) : kept.push([]);
    return kept.filter((part) => part.length > 1);
  });
}

const isPlace = (feature) => feature.geometry.type === 'Point';

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Where to look first. `data-zoom` is meant for a map of 640 pixels; a smaller one shows as much of the world, only smaller. */
function firstView({ dataset, clientWidth, clientHeight }, ties) {
  if (dataset.center) {
    const size = Math.log2(Math.min(clientWidth, clientHeight) / 640);
    return { center: dataset.center.split(',').map(Number), zoom: Number(dataset.zoom ?? 1) + size };
  }
  const bounds = boundsOf(ties.features);
  return bounds ? { bounds, fitBoundsOptions: { padding: ROOM, maxZoom: 6 } } : { center: [0, 30], zoom: 0.5 };
}

function locale(labels) {
  return {
    'Map.Title': labels.labelMap,
    'NavigationControl.ZoomIn': labels.labelZoomIn,
    'NavigationControl.ZoomOut': labels.labelZoomOut,
    'Popup.Close': labels.labelClose,
    'CooperativeGesturesHandler.WindowsHelpText': labels.labelGestureWindows,
    'CooperativeGesturesHandler.MacHelpText': labels.labelGestureMac,
    'CooperativeGesturesHandler.MobileHelpText': labels.labelGestureTouch,
  };
}

function repaint(map, element) {
  for (const { id, paint } of layers(element)) {
    for (const [property, value] of Object.entries(paint)) map.setPaintProperty(id, property, value);
  }
}

/** Hovering names what is under the pointer; a click keeps the names, with their links. */
function answerPointer(map, element) {
  const tip = new Popup({ closeButton: false, closeOnClick: false, className: 'map-tip', offset: 10, maxWidth: '18rem' });
  const card = new Popup({ className: 'map-card', offset: 10, maxWidth: '20rem' });
  const under = ({ x, y }) => unique(map.queryRenderedFeatures([[x - 3, y - 3], [x + 3, y + 3]], { layers: PICKED }));
  map.on('mousemove', ({ point, lngLat }) => {
    const found = under(point);
    map.getCanvas().style.cursor = found.length ? 'pointer' : '';
    highlight(map, found.map((feature) => feature.id));
    if (found.length && !card.isOpen()) tip.setLngLat(lngLat).setDOMContent(describe(found, element)).addTo(map);
    else tip.remove();
  });
  map.on('mouseout', () => {
    tip.remove();
    highlight(map, chosen());
  });
  map.on('click', ({ point, lngLat }) => {
    const found = under(point);
    tip.remove();
    if (found.length) card.setLngLat(lngLat).setDOMContent(describe(found, element, { links: true })).addTo(map);
  });
}

/** Features once each (tiles repeat them), a place before the ties that end in it. */
function unique(features) {
  const byId = Object.fromEntries(features.map((feature) => [feature.id, feature]));
  const found = Object.values(byId);
  const places = found.filter(isPlace);
  return places.length ? places : found;
}

/** An item of a list marks its tie: while the pointer or the focus is on it, and when the address ends in `#tie=ID`. */
function answerList(map) {
  const item = (event) => event.target.closest?.('[data-tie-id]');
  for (const kind of ['pointerover', 'focusin']) {
    document.addEventListener(kind, (event) => {
      if (item(event)) highlight(map, [item(event).dataset.tieId]);
    });
  }
  for (const kind of ['pointerout', 'focusout']) {
    document.addEventListener(kind, (event) => {
      if (item(event)) highlight(map, chosen());
    });
  }
  addEventListener('hashchange', () => highlight(map, chosen()));
  highlight(map, chosen());
}

const chosen = () => [new URLSearchParams(location.hash.slice(1)).get('tie')].filter(Boolean);

let hot = [];
function highlight(map, ids) {
  for (const id of hot) map.setFeatureState({ source: 'ties', id }, { hot: false });
  for (const id of ids) map.setFeatureState({ source: 'ties', id }, { hot: true });
  hot = ids;
}

function fail(element, problem) {
  console.warn(problem);
  if (element.dataset.state === 'ready') return; // one late tile is no reason to take the map away
  const message = document.createElement('p');
  message.className = 'map-failed';
  message.textContent = element.dataset.labelFailed;
  element.replaceChildren(message);
  element.dataset.state = 'failed';
}

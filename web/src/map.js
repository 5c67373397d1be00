// The map of ties: an addition to a page that can be read without it.
//
// Everything comes from the element `#map`: the addresses of the ties (`data-ties`), the land (`data-land`) and the worker
// (`data-worker`), where to look first (`data-center="lon,lat"` and `data-zoom`, else all that is drawn), `data-projection`
// ("mercator" or "globe"), and every word shown (`data-label-*`). It answers with `data-state` ("ready" or "failed") and
// `data-features`, the number of ties and places drawn. Colors are the custom properties of style.css, so the map, the chips
// and the legend cannot disagree.
import 'maplibre-gl/dist/maplibre-gl.css';
import { GlobeControl, Map as Base, NavigationControl, Popup, setWorkerCount, setWorkerUrl } from 'maplibre-gl';
import { boundsOf } from './bounds.js';
import { describe } from './describe.js';
import { showLabels } from './labels.js';
import { colors, layers } from './layers.js';
import { Lines } from './lines.js';
import { finder } from './pick.js';
import { slide } from './slider.js';
import { read } from './ties.js';
import { keepVisiting } from './visit.js';

// Around the first view: names stand to the right of their places.
const ROOM = { top: 32, bottom: 32, left: 32, right: 112 };
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

const element = document.getElementById('map');
if (element) draw(element).catch((problem) => fail(element, problem));

async function draw(element) {
  const [land, ties] = await Promise.all([load(element.dataset.land), load(element.dataset.ties).then(read)]);
  setWorkerUrl(element.dataset.worker);
  setWorkerCount(1);
  const map = new Base({
    container: element,
    style: {
      version: 8,
      projection: { type: element.dataset.projection ?? 'mercator' },
      sources: { land: { type: 'geojson', data: land } },
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
  map.addControl(new GlobeControl(), 'top-right');
  map.on('error', ({ error }) => fail(element, error));
  await map.once('load');
  const shown = new Shown(map, element, ties);
  dark.addEventListener('change', () => repaint(map, element, shown));
  await map.once('idle');
  answerPointer(map, element, shown);
  answerList(shown);
  shown.label = showLabels(map, () => shown.places());
  const slider = document.getElementById('slider');
  if (slider) slide(slider, shown, load);
  if (document.getElementById('listed')) keepVisiting(() => show(element, shown, slider));
  element.dataset.state = 'ready';
}

/** Shows what the page that was gone to shows. */
async function show(element, shown, slider) {
  slider?.dispatchEvent(new Event('visited'));
  shown.update(read(await load(element.dataset.ties)));
}

/** What is drawn: the lines of as many ties as were ever asked for, of which those of the moment are seen. */
class Shown {
  constructor(map, element, model) {
    this.map = map;
    this.element = element;
    this.build(model);
    this.update(model);
  }

  build(model) {
    if (this.lines) this.map.removeLayer('ties');
    this.lines = new Lines(model, () => colors(this.element));
    this.map.addLayer(this.lines);
    this.find = finder(model, this.lines);
    this.idxOf = new Map(model.ties.map(({ id }, i) => [id, i]));
    this.placeIdxOf = new Map(model.places.map(({ id }, i) => [id, i]));
    this.model = model;
  }

  /** Shows these ties and no others; lines are computed only when one is new. */
  update(model) {
    if (!model.ties.every(({ id }) => this.idxOf.has(id))) this.build(model);
    this.model.ties.forEach((_, i) => this.lines.look(i));
    for (const tie of model.ties) {
      const idx = this.idxOf.get(tie.id);
      Object.assign(this.model.ties[idx], { href: tie.href, standing: tie.standing, pulse: tie.pulse });
      this.lines.look(idx, tie.standing);
    }
    this.settle();
  }

  /** Draws a tie by a standing, or not at all. */
  look(id, standing) {
    const idx = this.idxOf.get(id);
    if (idx === undefined) return;
    if (standing) this.model.ties[idx].standing = standing;
    this.lines.look(idx, standing);
  }

  /** Shows the places that a tie is drawn to, and says how much is drawn. */
  settle({ labels = true } = {}) {
    const n = new Uint32Array(this.model.places.length);
    let drawn = 0;
    this.model.ties.forEach(({ ends }, i) => {
      if (!this.lines.isShown(i) || !ends.length) return;
      drawn += 1;
      for (const end of ends.length > 2 ? new Set(ends) : ends) n[end] += 1;
    });
    this.model.places.forEach((place, i) => {
      place.n = n[i];
      this.lines.lookOfPlace(i, n[i] > 0);
      drawn += n[i] > 0;
    });
    this.element.dataset.features = drawn;
    this.highlight(chosen());
    if (labels) this.label?.();
    this.map.triggerRepaint();
  }

  places = () => this.model.places.filter(({ n }) => n > 0);

  /** Marks ties and places by id. */
  highlight(ids) {
    const after = this.model.ties.length;
    const items = ids.flatMap((id) => [this.idxOf.get(id), this.placeIdxOf.has(id) ? after + this.placeIdxOf.get(id) : undefined]);
    this.lines.mark(items.filter((item) => item !== undefined));
    this.map.triggerRepaint();
  }

  under(lngLat) {
    const scale = (512 * 2 ** this.map.getZoom()) / (2 * Math.PI) / Math.max(0.05, Math.cos((lngLat.lat * Math.PI) / 180));
    const { places, ties } = this.find(lngLat, scale);
    return places.length ? places.map((i) => this.model.places[i]) : ties.map((i) => this.model.ties[i]);
  }
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** Where to look first. `data-zoom` is meant for a map of 640 pixels; a smaller one shows as much of the world, only smaller. */
function firstView({ dataset, clientWidth, clientHeight }, model) {
  if (dataset.center) {
    const size = Math.log2(Math.min(clientWidth, clientHeight) / 640);
    return { center: dataset.center.split(',').map(Number), zoom: Number(dataset.zoom ?? 1) + size };
  }
  const bounds = boundsOf(model);
  return bounds ? { bounds, fitBoundsOptions: { padding: ROOM, maxZoom: 6 } } : { center: [0, 30], zoom: 0.5 };
}

function locale(labels) {
  return {
    'Map.Title': labels.labelMap,
    'NavigationControl.ZoomIn': labels.labelZoomIn,
    'NavigationControl.ZoomOut': labels.labelZoomOut,
    'GlobeControl.Enable': labels.labelGlobe,
    'GlobeControl.Disable': labels.labelFlat,
    'Popup.Close': labels.labelClose,
    'CooperativeGesturesHandler.WindowsHelpText': labels.labelGestureWindows,
    'CooperativeGesturesHandler.MacHelpText': labels.labelGestureMac,
    'CooperativeGesturesHandler.MobileHelpText': labels.labelGestureTouch,
  };
}

function repaint(map, element, shown) {
  for (const { id, paint } of layers(element)) {
    for (const [property, value] of Object.entries(paint)) map.setPaintProperty(id, property, value);
  }
  shown.lines.changed = true;
  shown.settle();
}

/** Hovering names what is under the pointer; a click keeps the names, with their links, and a tie in the address. */
function answerPointer(map, element, shown) {
  const tip = new Popup({ closeButton: false, closeOnClick: false, className: 'map-tip', offset: 10, maxWidth: '18rem' });
  const card = new Popup({ className: 'map-card', offset: 10, maxWidth: '20rem' });
  map.on('mousemove', ({ lngLat }) => {
    if (map.isMoving()) return;
    const found = shown.under(lngLat);
    map.getCanvas().style.cursor = found.length ? 'pointer' : '';
    shown.highlight(found.map(({ id }) => id));
    if (found.length && !card.isOpen()) tip.setLngLat(lngLat).setDOMContent(describe(found, element)).addTo(map);
    else tip.remove();
  });
  map.on('mouseout', () => {
    tip.remove();
    shown.highlight(chosen());
  });
  map.on('click', ({ lngLat }) => {
    const found = shown.under(lngLat);
    tip.remove();
    if (!found.length) return;
    card.setLngLat(lngLat).setDOMContent(describe(found, element, { links: true })).addTo(map);
    if (found[0].standing) history.replaceState(history.state, '', `#tie=${found[0].id}`);
    shown.highlight(chosen());
  });
}

/** An item of a list marks its tie: while the pointer or the focus is on it, and when the address ends in `#tie=ID`. */
function answerList(shown) {
  const item = (event) => event.target.closest?.('[data-tie-id]');
  for (const kind of ['pointerover', 'focusin']) {
    document.addEventListener(kind, (event) => {
      if (item(event)) shown.highlight([item(event).dataset.tieId]);
    });
  }
  for (const kind of ['pointerout', 'focusout']) {
    document.addEventListener(kind, (event) => {
      if (item(event)) shown.highlight(chosen());
    });
  }
  addEventListener('hashchange', () => shown.highlight(chosen()));
}

function chosen() {
  return [new URLSearchParams(location.hash.slice(1)).get('tie')].filter(Boolean);
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

// The layer that draws ties and places: one buffer for all lines, built once, and one small texture that says how each looks.
//
// MapLibre would cut the lines into tiles again whenever one of them changes. Here a moved time slider or another filter
// writes four bytes per tie and nothing else. On the flat map all of them are drawn into a picture once, when the map rests; while
// it moves, or something is only marked, the picture is drawn. While the slider moves it is a picture of half the size from few points:
// ties that come or turn are drawn on top of it at once, and those that go leave when it has been drawn anew, a bit in each frame.
import { angle, arc, square, vector } from './arc.js';
import { attributes, buffer, compile, sampling } from './gl.js';
import { DOT_FRAGMENT, DOT_VERTEX, LINE_FRAGMENT, LINE_VERTEX, PICTURE_FRAGMENT, PICTURE_VERTEX, WIDE } from './shaders.js';
import { STANDINGS } from './standings.js';

const names = Object.keys(STANDINGS);
const DEGREE = Math.PI / 180;
/** From so many ties on, what moves is drawn from few points. */
const MANY = 3_000;
/** About so many. */
const MOST_MOVING = 150_000;
/** A picture larger than the map, so that it can be dragged; and a rough one of half the pixels each way. */
const WHOLE = { margin: 1.4, share: 1, isWhole: true };
const ROUGH = { margin: 1.2, share: 0.5, isWhole: false };
/** In how many frames many ties are drawn, and drawn from few points. */
const N_BITS = 40;
const N_ROUGH_BITS = 12;
/** When more than this share of them turn at once, the rough picture is drawn anew in one frame. */
const MOST_TURNED = 0.25;
/** How long after the last change of the slider it is drawn whole again. */
const REST_MS = 300;
/** And at most so many when it rests. */
const MOST_POINTS = 700_000;
const FLOATS = 6; // per vertex: x, y, direction x, direction y, way so far, tie
/** Layers of copies of the world, for lines that cross its edge. */
const WORLDS = [-1, 0, 1];

/** How a tie or place looks: the texel's red is its standing plus one, 0 for what is not drawn; its green is 255 when marked. */
export class Lines {
  id = 'ties';
  type = 'custom';
  renderingMode = '2d';

  constructor({ places, ties }, colors) {
    this.places = places;
    this.ties = ties;
    this.colors = colors;
    this.programs = new Map();
    this.turned = new Map(); // ties that look different since the last frame, and how each looked in that
    this.looks = new Uint8Array(4 * WIDE * Math.max(1, Math.ceil((ties.length + places.length) / WIDE)));
    ties.forEach((tie, i) => this.look(i, tie.standing));
    places.forEach((_, i) => this.lookOfPlace(i, true));
    this.build();
  }

  /** Sets the standing by which a tie is drawn; without one it is not. */
  look(tie, standing) {
    const red = standing ? 1 + Math.max(0, names.indexOf(standing)) : 0;
    if (this.looks[4 * tie] === red) return;
    if (!this.turned.has(tie)) this.turned.set(tie, this.looks[4 * tie]);
    this.looks[4 * tie] = red;
  }

  lookOfPlace(place, isShown) {
    this.looks[4 * (this.ties.length + place)] = isShown ? 1 : 0;
  }

  isShown = (tie) => this.looks[4 * tie] > 0;
  isPlaceShown = (place) => this.looks[4 * (this.ties.length + place)] > 0;

  /** Says that looks change many times a second, for the next moment. */
  hurry() {
    clearTimeout(this.resting);
    this.isBusy = this.ties.length > MANY;
    this.resting = setTimeout(() => {
      this.isBusy = false;
      this.map.triggerRepaint();
    }, REST_MS);
  }

  /** Marks these ties and places, and no others; `places` are counted after the ties. */
  mark(items) {
    for (const item of this.marked ?? []) this.looks[4 * item + 1] = 0;
    for (const item of items) this.looks[4 * item + 1] = 255;
    this.marked = items;
    this.remarked = true;
  }

  /** Points, two vertices each, and the triangles between them: all of them, and few. Those in force come last and lie on top. */
  build() {
    const order = this.ties.map((_, i) => i).sort((a, b) => names.indexOf(this.ties[a].standing) - names.indexOf(this.ties[b].standing));
    const pieces = order.flatMap((tie) => pairs(this.ties[tie].ends).map(([a, b]) => ({ tie, a: this.places[a], b: this.places[b] })));
    const whole = pieces.reduce((sum, { a, b }) => sum + angle(vector(a), vector(b)), 0);
    const step = Math.max(0.75 * DEGREE, whole / MOST_POINTS);
    const lines = pieces.flatMap(({ tie, a, b }) => arc(a, b, step).map((points) => ({ tie, points })));
    const n = lines.reduce((sum, { points }) => sum + points.length / 2, 0);
    this.vertices = new Float32Array(n * 2 * FLOATS);
    this.spans = new Map();
    this.thinSpans = new Map();
    const skip = Math.max(1, Math.ceil(n / MOST_MOVING));
    const [all, few, thin] = [[], [], []];
    let at = 0;
    let [west, east] = [0, 1];
    for (const { tie, points } of lines) {
      const n = points.length / 2;
      if (!this.spans.has(tie)) this.spans.set(tie, [all.length, 0]);
      this.spans.get(tie)[1] += 6 * (n - 1);
      if (!this.thinSpans.has(tie)) this.thinSpans.set(tie, [thin.length, 0]);
      this.line(tie, points, at);
      for (let i = 1; i < n; i += 1) quad(all, at + i - 1, at + i);
      for (let i = 0; i < n - 1; i += skip) {
        const next = Math.min(i + skip, n - 1);
        quad(few, at + i, at + next);
        thin.push(2 * (at + i), 2 * (at + next));
      }
      this.thinSpans.get(tie)[1] = thin.length;
      [west, east] = [Math.min(west, points[0], points.at(-2)), Math.max(east, points[0], points.at(-2))];
      at += n;
    }
    [this.west, this.east] = [west, east];
    [this.all, this.few, this.thin] = [all, few, thin].map((list) => Uint32Array.from(list));
    this.dots = new Float32Array(this.places.flatMap(({ lon, lat, n }, i) => [...square(lon, lat), radius(n), this.ties.length + i]));
  }

  line(tie, points, at) {
    const n = points.length / 2;
    let way = 0;
    for (let i = 0; i < n; i += 1) {
      const [before, after] = [Math.max(0, i - 1), Math.min(n - 1, i + 1)];
      const [dx, dy] = [points[2 * after] - points[2 * before], points[2 * after + 1] - points[2 * before + 1]];
      const length = Math.hypot(dx, dy) || 1;
      if (i) way += Math.hypot(points[2 * i] - points[2 * i - 2], points[2 * i + 1] - points[2 * i - 1]);
      const vertex = [points[2 * i], points[2 * i + 1], dx / length, dy / length, way, tie];
      this.vertices.set(vertex, 2 * (at + i) * FLOATS);
      this.vertices.set(vertex, (2 * (at + i) + 1) * FLOATS);
    }
  }

  onAdd(map, gl) {
    this.map = map;
    this.gl = gl;
    this.buffers = {
      lines: buffer(gl, gl.ARRAY_BUFFER, this.vertices),
      all: buffer(gl, gl.ELEMENT_ARRAY_BUFFER, this.all),
      few: buffer(gl, gl.ELEMENT_ARRAY_BUFFER, this.few),
      thin: buffer(gl, gl.ELEMENT_ARRAY_BUFFER, this.thin),
      turned: gl.createBuffer(),
      corners: buffer(gl, gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1])),
      dots: buffer(gl, gl.ARRAY_BUFFER, this.dots),
    };
    this.vertices = undefined; // the card has it
    this.texture = gl.createTexture();
    [this.picture, this.spare] = [0, 1].map(() => ({ texture: gl.createTexture(), frame: gl.createFramebuffer() }));
    this.changed = true;
  }

  onRemove(_, gl) {
    clearTimeout(this.resting);
    Object.values(this.buffers).forEach((one) => gl.deleteBuffer(one));
    gl.deleteTexture(this.texture);
    for (const { texture, frame } of [this.picture, this.spare]) {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(frame);
    }
    for (const programs of this.programs.values()) Object.values(programs).forEach(({ program }) => gl.deleteProgram(program));
    this.programs.clear();
  }

  /**
   * Draws the picture anew when it would not be right: something looks different, or the map rests elsewhere than before. With
   * many ties a rough one comes at once and the whole one bit by bit, so that no frame waits for all of them.
   */
  prerender(gl, { shaderData }) {
    if (isGlobe(shaderData)) return;
    this.prepare(gl);
    const view = this.view();
    const programs = this.programsFor(gl, shaderData);
    const isMany = this.ties.length > MANY;
    if (!this.isBusy) [this.rough, this.isStale] = [undefined, false];
    if (this.mayFollow(view)) {
      this.follow(gl, programs, view);
    } else if (this.changed || this.turned.size || !this.picture.view) {
      this.begin(gl, this.picture, view, isMany ? ROUGH : WHOLE);
      this.draw(gl, programs, this.picture, isMany ? 'thin' : 'all');
      [this.work, this.rough, this.changed, this.isStale] = [undefined, undefined, false, false];
    }
    this.turned.clear();
    if (this.map.isMoving() || this.isBusy || (isSame(this.picture.view, view) && this.picture.isWhole)) return;
    if (!isMany) {
      this.begin(gl, this.picture, view, WHOLE);
      this.draw(gl, programs, this.picture, 'all');
      return;
    }
    if (!this.work || !isSame(this.work.view, view)) this.begin(gl, (this.work = this.spare), view, WHOLE);
    const step = 6 * Math.ceil(this.all.length / 6 / N_BITS);
    this.draw(gl, programs, this.work, 'all', [this.work.at, Math.min(step, this.all.length - this.work.at)]);
    this.work.at += step;
    if (this.work.at >= this.all.length) {
      [this.picture, this.spare, this.work] = [this.work, this.picture, undefined];
    }
    this.map.triggerRepaint();
  }

  /** Whether what turned since the last frame can be drawn on top of the picture. */
  mayFollow(view) {
    const isFew = this.turned.size < MOST_TURNED * this.ties.length;
    return this.isBusy && !this.changed && isFew && this.picture.view && isSame(this.picture.view, view);
  }

  /** Draws ties that came or turned on top of the picture, and another one bit by bit, without those that went. */
  follow(gl, programs, view) {
    if (this.turned.size) {
      [this.picture.isWhole, this.work] = [false, undefined];
      this.isStale ||= [...this.turned.values()].some((before) => before > 0);
      this.uploadTurned(gl);
      for (const picture of [this.picture, this.rough]) if (picture) this.drawTurned(gl, programs, picture);
    }
    if (!this.rough && this.isStale) {
      this.begin(gl, (this.rough = this.spare), view, ROUGH);
      this.isStale = false;
    }
    if (!this.rough) return;
    const step = 2 * Math.ceil(this.thin.length / 2 / N_ROUGH_BITS);
    this.draw(gl, programs, this.rough, 'thin', [this.rough.at, Math.min(step, this.thin.length - this.rough.at)]);
    this.rough.at += step;
    if (this.rough.at >= this.thin.length) [this.picture, this.spare, this.rough] = [this.rough, this.picture, undefined];
    if (this.rough || this.isStale) this.map.triggerRepaint();
  }

  /** The points of the ties that turned and are seen. */
  uploadTurned(gl) {
    const seen = [...this.turned.keys()].filter((tie) => this.isShown(tie) && this.thinSpans.has(tie));
    this.turnedPoints = Uint32Array.from(seen.flatMap((tie) => [...this.thin.subarray(...this.thinSpans.get(tie))]));
    this.turnedEnds = [...new Set(seen.flatMap((tie) => this.ties[tie].ends))];
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers.turned);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.turnedPoints, gl.DYNAMIC_DRAW);
  }

  drawTurned(gl, { lines, dots }, picture) {
    const { flat, worlds } = this.within(gl, picture);
    this.use(gl, lines, flat, picture.size);
    this.drawLines(gl, lines, worlds, 'turned', [0, this.turnedPoints.length]);
    this.use(gl, dots, flat, picture.size);
    this.drawDots(gl, dots, worlds, { which: this.turnedEnds });
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  /** Where the map is: its middle on the square, pixels of the square's side, and its own width and height. */
  view() {
    const { lng, lat } = this.map.getCenter();
    const [x, y] = square(lng, lat);
    const { clientWidth: width, clientHeight: height } = this.map.getCanvas();
    return { x, y, size: 512 * 2 ** this.map.getZoom(), width, height };
  }

  /** Empties a picture for a view. */
  begin(gl, picture, view, { margin, share, isWhole }) {
    const ratio = share * this.map.getPixelRatio();
    const [width, height] = [view.width, view.height].map((side) => Math.round((side * margin - side) / 2) * 2 + side);
    const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * ratio)));
    gl.bindTexture(gl.TEXTURE_2D, picture.texture);
    if (picture.w !== w || picture.h !== h) {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, w, h, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
      sampling(gl, gl.LINEAR);
    }
    Object.assign(picture, { view, w, h, isWhole, at: 0, size: { width, height, ratio }, half: [width / 2 / view.size, height / 2 / view.size] });
    this.enter(gl, picture);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  enter(gl, { texture, frame, w, h }) {
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
    gl.viewport(0, 0, w, h);
    for (const test of [gl.SCISSOR_TEST, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.CULL_FACE]) gl.disable(test);
    gl.colorMask(true, true, true, true);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
  }

  /** Draws lines into a picture, all of them or a span, and the places when that was the last. */
  draw(gl, { lines, dots }, picture, which, [first, n] = [0, this[which].length]) {
    const { flat, worlds } = this.within(gl, picture);
    this.use(gl, lines, flat, picture.size);
    this.drawLines(gl, lines, worlds, which, [first, n]);
    if (first + n >= this[which].length) {
      this.use(gl, dots, flat, picture.size);
      this.drawDots(gl, dots, worlds);
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  /** Begins to draw into a picture: its projection, and the worlds that it shows. */
  within(gl, picture) {
    const { view, half } = picture;
    this.enter(gl, picture);
    const mainMatrix = [1 / half[0], 0, 0, 0, 0, -1 / half[1], 0, 0, 0, 0, 1, 0, -view.x / half[0], view.y / half[1], 0, 1];
    const flat = { mainMatrix, fallbackMatrix: mainMatrix, tileMercatorCoords: [0, 0, 1, 1], clippingPlane: [0, 0, 0, 0], projectionTransition: 0 };
    return { flat, worlds: this.worlds(view.x - half[0], view.x + half[0]) };
  }

  render(gl, { shaderData, defaultProjectionData }) {
    const { lines, dots, plain } = this.programsFor(gl, shaderData);
    this.prepare(gl);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.STENCIL_TEST);
    const view = this.view();
    const size = { ...view, ratio: this.map.getPixelRatio() };
    if (isGlobe(shaderData)) {
      this.use(gl, lines, defaultProjectionData, size);
      this.drawLines(gl, lines, [0], (this.map.isMoving() || this.isBusy) && this.ties.length > MANY ? 'few' : 'all');
      this.drawMarked(gl, lines, [0]);
      this.use(gl, dots, defaultProjectionData, size);
      this.drawDots(gl, dots, [0], { isMarked: true });
      this.changed = false;
      this.turned.clear();
      return;
    }
    this.drawPicture(gl, plain, defaultProjectionData, view);
    if (!this.marked?.length) return;
    const half = view.width / 2 / view.size;
    const worlds = this.worlds(view.x - half, view.x + half);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    this.use(gl, lines, defaultProjectionData, size);
    this.drawMarked(gl, lines, worlds);
    this.use(gl, dots, defaultProjectionData, size);
    this.drawDots(gl, dots, worlds, { which: this.markedDots(), isMarked: true });
  }

  drawPicture(gl, { program, at, place }, projection, view) {
    const { picture } = this;
    gl.bindTexture(gl.TEXTURE_2D, picture.texture);
    this.use(gl, { program, at }, projection, { ...view, ratio: 1 });
    gl.uniform1i(at('u_picture'), 0);
    // The map turns its middle back into the world when it leaves it; the picture follows.
    gl.uniform2f(at('u_middle'), picture.view.x + Math.round(view.x - picture.view.x), picture.view.y);
    gl.uniform2f(at('u_reach'), ...picture.half);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.corners);
    attributes(gl, [[place('a_corner'), 2]], 2);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  programsFor(gl, shaderData) {
    if (!this.programs.has(shaderData.variantName)) {
      this.programs.set(shaderData.variantName, {
        lines: compile(gl, shaderData, LINE_VERTEX, LINE_FRAGMENT),
        dots: compile(gl, shaderData, DOT_VERTEX, DOT_FRAGMENT),
        plain: compile(gl, shaderData, PICTURE_VERTEX, PICTURE_FRAGMENT),
      });
    }
    return this.programs.get(shaderData.variantName);
  }

  prepare(gl) {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    if (this.changed || this.remarked || this.turned.size) this.upload(gl);
    gl.bindVertexArray(null);
  }

  /** The copies of the world of which something lies between two places of the square; lines run on beyond its edges. */
  worlds(west, east) {
    return WORLDS.filter((world) => world + this.east > west && world + this.west < east);
  }

  use(gl, { program, at }, { mainMatrix, fallbackMatrix, tileMercatorCoords, clippingPlane, projectionTransition }, { width, height, ratio }) {
    gl.useProgram(program);
    gl.uniformMatrix4fv(at('u_projection_matrix'), false, Float32Array.from(mainMatrix));
    gl.uniformMatrix4fv(at('u_projection_fallback_matrix'), false, Float32Array.from(fallbackMatrix));
    gl.uniform4f(at('u_projection_tile_mercator_coords'), ...tileMercatorCoords);
    gl.uniform4f(at('u_projection_clipping_plane'), ...clippingPlane);
    gl.uniform1f(at('u_projection_transition'), projectionTransition);
    gl.uniform1i(at('u_looks'), 0);
    gl.uniform2f(at('u_half'), width / 2, height / 2);
    gl.uniform1f(at('u_size'), 512 * 2 ** this.map.getZoom());
    gl.uniform1f(at('u_ratio'), ratio);
    gl.uniform1f(at('u_marks'), 0);
  }

  drawLines(gl, program, worlds, which, [first, n] = [0, this[which].length]) {
    const { at } = program;
    this.bindLines(gl, program);
    const isThin = which === 'thin' || which === 'turned';
    gl.uniform1f(at('u_thin'), isThin ? 1 : 0);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers[which]);
    for (const world of worlds) {
      gl.uniform1f(at('u_world'), world);
      gl.drawElements(isThin ? gl.LINES : gl.TRIANGLES, n, gl.UNSIGNED_INT, 4 * first);
    }
  }

  bindLines(gl, { at, place }) {
    gl.uniform4fv(at('u_colors'), this.palette.lines);
    gl.uniform4fv(at('u_dashes'), this.palette.dashes);
    gl.uniform4f(at('u_hot'), ...this.palette.hot);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.lines);
    attributes(gl, [[place('a_pos'), 2], [place('a_way'), 2], [place('a_far'), 1], [place('a_tie'), 1]], FLOATS);
  }

  /** The marked ones again, on top of all others. */
  drawMarked(gl, program, worlds) {
    const spans = (this.marked ?? []).filter((item) => this.spans.has(item)).map((item) => this.spans.get(item));
    if (!spans.length) return;
    this.bindLines(gl, program);
    gl.uniform1f(program.at('u_thin'), 0);
    gl.uniform1f(program.at('u_marks'), 1);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers.all);
    for (const world of worlds) {
      gl.uniform1f(program.at('u_world'), world);
      for (const [first, n] of spans) gl.drawElements(gl.TRIANGLES, n, gl.UNSIGNED_INT, 4 * first);
    }
  }

  /** The places that are marked, and the ends of marked ties, which their lines would cover. */
  markedDots() {
    const n = this.ties.length;
    return [...new Set(this.marked.flatMap((item) => (item < n ? this.ties[item].ends : [item - n])))];
  }

  drawDots(gl, { at, place }, worlds, { which, isMarked = false } = {}) {
    gl.uniform4f(at('u_color'), ...this.palette.place);
    gl.uniform4f(at('u_edge'), ...this.palette.edge);
    gl.uniform4f(at('u_hot'), ...this.palette.hot);
    gl.uniform1f(at('u_marks'), isMarked ? 1 : 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.dots);
    attributes(gl, [[place('a_pos'), 2], [place('a_radius'), 1], [place('a_place'), 1]], 4);
    for (const world of worlds) {
      gl.uniform1f(at('u_world'), world);
      if (which) which.forEach((i) => gl.drawArrays(gl.POINTS, i, 1));
      else gl.drawArrays(gl.POINTS, 0, this.places.length);
    }
  }

  upload(gl) {
    this.palette = palette(this.colors());
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, WIDE, this.looks.length / 4 / WIDE, 0, gl.RGBA, gl.UNSIGNED_BYTE, this.looks);
    sampling(gl, gl.NEAREST);
    this.remarked = false;
  }
}

const isSame = (one, other) => ['x', 'y', 'size', 'width', 'height'].every((name) => one[name] === other[name]);
const isGlobe = ({ define }) => define.includes('GLOBE');

/** The radius of a place with so many ties, in pixels. */
export const radius = (n) => Math.min(3 + (6 / 5) * (Math.sqrt(Math.max(n, 1)) - 1), 14);

const pairs = (ends) => ends.flatMap((end, i) => (i % 2 ? [[ends[i - 1], end]] : []));

function quad(to, a, b) {
  to.push(2 * a, 2 * a + 1, 2 * b, 2 * a + 1, 2 * b, 2 * b + 1);
}

/** Colors as WebGL wants them: red, green, blue and opacity, 0 to 1. */
function palette(color) {
  const rgb = (name, alpha = 1) => [...channels(color(name)), alpha];
  return {
    lines: names.flatMap((name) => [...channels(color(`standing-${name}`)), STANDINGS[name].width]),
    dashes: names.flatMap((name) => dash(STANDINGS[name])),
    hot: rgb('map-hot'),
    place: rgb('map-place'),
    edge: rgb('map-place-edge'),
  };
}

/** On, off, on, off in pixels; a line without gaps has none. */
function dash({ dash, width }) {
  const [a, b, c = a, d = b] = dash;
  return b ? [a, b, c, d].map((part) => part * width) : [0, 0, 0, 0];
}

function channels(text) {
  const hex = text.replace('#', '');
  const parts = hex.length === 3 ? [...hex].map((digit) => digit + digit) : [0, 2, 4].map((i) => hex.slice(i, i + 2));
  return parts.map((part) => parseInt(part, 16) / 255);
}

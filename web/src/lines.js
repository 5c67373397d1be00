// The layer that draws ties and places: one buffer for all lines, built once, and one small texture that says how each looks.
//
// MapLibre would cut the lines into tiles again whenever one of them changes. Here a moved time slider or another filter
// writes four bytes per tie and nothing else, and while the map moves the lines of a large register are drawn from fewer points.
import { angle, arc, square, vector } from './arc.js';
import { STANDINGS } from './standings.js';

const names = Object.keys(STANDINGS);
const DEGREE = Math.PI / 180;
/** About so many points are drawn while the map moves. */
const MOST_MOVING = 150_000;
/** And at most so many when it rests. */
const MOST_POINTS = 700_000;
const WIDE = 1024; // texels in a row of the texture
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
    this.looks = new Uint8Array(4 * WIDE * Math.max(1, Math.ceil((ties.length + places.length) / WIDE)));
    ties.forEach((tie, i) => this.look(i, tie.standing));
    places.forEach((_, i) => this.lookOfPlace(i, true));
    this.build();
  }

  /** Sets the standing by which a tie is drawn; without one it is not. */
  look(tie, standing) {
    this.looks[4 * tie] = standing ? 1 + Math.max(0, names.indexOf(standing)) : 0;
    this.changed = true;
  }

  lookOfPlace(place, isShown) {
    this.looks[4 * (this.ties.length + place)] = isShown ? 1 : 0;
    this.changed = true;
  }

  isShown = (tie) => this.looks[4 * tie] > 0;
  isPlaceShown = (place) => this.looks[4 * (this.ties.length + place)] > 0;

  /** Marks these ties and places, and no others; `places` are counted after the ties. */
  mark(items) {
    for (const item of this.marked ?? []) this.looks[4 * item + 1] = 0;
    for (const item of items) this.looks[4 * item + 1] = 255;
    this.marked = items;
    this.changed = true;
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
    const skip = Math.max(1, Math.ceil(n / MOST_MOVING));
    const [all, few] = [[], []];
    let at = 0;
    for (const { tie, points } of lines) {
      const n = points.length / 2;
      if (!this.spans.has(tie)) this.spans.set(tie, [all.length, 0]);
      this.spans.get(tie)[1] += 6 * (n - 1);
      this.line(tie, points, at);
      for (let i = 1; i < n; i += 1) quad(all, at + i - 1, at + i);
      for (let i = 0; i < n - 1; i += skip) quad(few, at + i, at + Math.min(i + skip, n - 1));
      at += n;
    }
    this.all = Uint32Array.from(all);
    this.few = skip > 1 ? Uint32Array.from(few) : undefined;
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
      few: this.few && buffer(gl, gl.ELEMENT_ARRAY_BUFFER, this.few),
      dots: buffer(gl, gl.ARRAY_BUFFER, this.dots),
    };
    this.vertices = undefined; // the card has it
    this.texture = gl.createTexture();
    this.changed = true;
  }

  onRemove(_, gl) {
    Object.values(this.buffers).forEach((one) => one && gl.deleteBuffer(one));
    gl.deleteTexture(this.texture);
    for (const programs of this.programs.values()) Object.values(programs).forEach(({ program }) => gl.deleteProgram(program));
    this.programs.clear();
  }

  render(gl, { shaderData, defaultProjectionData }) {
    if (!this.programs.has(shaderData.variantName)) {
      this.programs.set(shaderData.variantName, {
        lines: compile(gl, shaderData, LINE_VERTEX, LINE_FRAGMENT),
        dots: compile(gl, shaderData, DOT_VERTEX, DOT_FRAGMENT),
      });
    }
    const { lines, dots } = this.programs.get(shaderData.variantName);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    if (this.changed) this.upload(gl);
    gl.bindVertexArray(null);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.STENCIL_TEST);
    const worlds = shaderData.define.includes('GLOBE') ? [0] : this.worlds();
    this.use(gl, lines, defaultProjectionData);
    this.drawLines(gl, lines, worlds);
    this.use(gl, dots, defaultProjectionData);
    this.drawDots(gl, dots, worlds);
  }

  /** The copies of the world that can be seen, one further than their edges, since lines run on. */
  worlds() {
    const bounds = this.map.getBounds();
    const [west, east] = [bounds.getWest() / 360 + 0.5, bounds.getEast() / 360 + 0.5];
    return WORLDS.filter((world) => world + 1.5 > west && world - 0.5 < east);
  }

  use(gl, { program, at }, { mainMatrix, fallbackMatrix, tileMercatorCoords, clippingPlane, projectionTransition }) {
    gl.useProgram(program);
    gl.uniformMatrix4fv(at('u_projection_matrix'), false, Float32Array.from(mainMatrix));
    gl.uniformMatrix4fv(at('u_projection_fallback_matrix'), false, Float32Array.from(fallbackMatrix));
    gl.uniform4f(at('u_projection_tile_mercator_coords'), ...tileMercatorCoords);
    gl.uniform4f(at('u_projection_clipping_plane'), ...clippingPlane);
    gl.uniform1f(at('u_projection_transition'), projectionTransition);
    gl.uniform1i(at('u_looks'), 0);
    const { clientWidth, clientHeight } = this.map.getCanvas();
    gl.uniform2f(at('u_half'), clientWidth / 2, clientHeight / 2);
    gl.uniform1f(at('u_size'), 512 * 2 ** this.map.getZoom());
  }

  drawLines(gl, { at, place }, worlds) {
    gl.uniform4fv(at('u_colors'), this.palette.lines);
    gl.uniform4fv(at('u_dashes'), this.palette.dashes);
    gl.uniform4f(at('u_hot'), ...this.palette.hot);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.lines);
    attributes(gl, [[place('a_pos'), 2], [place('a_way'), 2], [place('a_far'), 1], [place('a_tie'), 1]], FLOATS);
    const isMoving = this.few && this.map.isMoving();
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, isMoving ? this.buffers.few : this.buffers.all);
    for (const world of worlds) {
      gl.uniform1f(at('u_world'), world);
      gl.drawElements(gl.TRIANGLES, isMoving ? this.few.length : this.all.length, gl.UNSIGNED_INT, 0);
    }
    this.drawMarked(gl, at, worlds);
  }

  /** The marked ones again, on top of all others. */
  drawMarked(gl, at, worlds) {
    const spans = (this.marked ?? []).filter((item) => this.spans.has(item)).map((item) => this.spans.get(item));
    if (!spans.length) return;
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.buffers.all);
    for (const world of worlds) {
      gl.uniform1f(at('u_world'), world);
      for (const [first, n] of spans) gl.drawElements(gl.TRIANGLES, n, gl.UNSIGNED_INT, 4 * first);
    }
  }

  drawDots(gl, { at, place }, worlds) {
    gl.uniform4f(at('u_color'), ...this.palette.place);
    gl.uniform4f(at('u_edge'), ...this.palette.edge);
    gl.uniform4f(at('u_hot'), ...this.palette.hot);
    gl.uniform1f(at('u_ratio'), this.map.getPixelRatio());
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.dots);
    attributes(gl, [[place('a_pos'), 2], [place('a_radius'), 1], [place('a_place'), 1]], 4);
    for (const world of worlds) {
      gl.uniform1f(at('u_world'), world);
      gl.drawArrays(gl.POINTS, 0, this.places.length);
    }
  }

  upload(gl) {
    this.palette = palette(this.colors());
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, WIDE, this.looks.length / 4 / WIDE, 0, gl.RGBA, gl.UNSIGNED_BYTE, this.looks);
    for (const [name, value] of [['MIN_FILTER', 'NEAREST'], ['MAG_FILTER', 'NEAREST'], ['WRAP_S', 'CLAMP_TO_EDGE'], ['WRAP_T', 'CLAMP_TO_EDGE']]) {
      gl.texParameteri(gl.TEXTURE_2D, gl[`TEXTURE_${name}`], gl[value]);
    }
    this.changed = false;
  }
}

/** The radius of a place with so many ties, in pixels. */
export const radius = (n) => Math.min(3 + (6 / 5) * (Math.sqrt(Math.max(n, 1)) - 1), 14);

const pairs = (ends) => ends.flatMap((end, i) => (i % 2 ? [[ends[i - 1], end]] : []));

function quad(to, a, b) {
  to.push(2 * a, 2 * a + 1, 2 * b, 2 * a + 1, 2 * b, 2 * b + 1);
}

function buffer(gl, target, data) {
  const made = gl.createBuffer();
  gl.bindVertexArray(null);
  gl.bindBuffer(target, made);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return made;
}

/** Reads so many floats for each attribute, one after another; what other layers switched on is switched off. */
function attributes(gl, list, stride) {
  for (let i = 0; i < 8; i += 1) {
    gl.disableVertexAttribArray(i);
    gl.vertexAttribDivisor(i, 0);
  }
  let offset = 0;
  for (const [place, size] of list) {
    if (place >= 0) {
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, size, gl.FLOAT, false, 4 * stride, 4 * offset);
    }
    offset += size;
  }
}

function compile(gl, { vertexShaderPrelude, define }, vertex, fragment) {
  const program = gl.createProgram();
  const version = '#version 300 es\nprecision highp float;\n';
  for (const [kind, text] of [[gl.VERTEX_SHADER, `${version}${vertexShaderPrelude}\n${define}\n${LOOK}${vertex}`], [gl.FRAGMENT_SHADER, `${version}${fragment}`]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  const found = {};
  const once = (name, find) => (found[name] ??= { value: find.call(gl, program, name) }).value;
  return { program, at: (name) => once(name, gl.getUniformLocation), place: (name) => once(name, gl.getAttribLocation) };
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

const LOOK = `
uniform sampler2D u_looks;
uniform vec2 u_half;
uniform float u_size;
uniform float u_world;
vec4 look(float item) {
  int i = int(item + 0.5);
  return texelFetch(u_looks, ivec2(i % ${WIDE}, i / ${WIDE}), 0);
}`;

const LINE_VERTEX = `
in vec2 a_pos;
in vec2 a_way;
in float a_far;
in float a_tie;
uniform vec4 u_colors[${names.length}];
uniform vec4 u_dashes[${names.length}];
uniform vec4 u_hot;
out vec4 v_color;
out vec4 v_dash;
out float v_far;
out float v_side;
out float v_half;
void main() {
  vec4 look = look(a_tie);
  int standing = int(look.r * 255.0 + 0.5) - 1;
  if (standing < 0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  bool hot = look.g > 0.5;
  vec4 style = u_colors[standing];
  v_color = hot ? u_hot : vec4(style.rgb, 0.8);
  v_dash = hot ? vec4(0.0) : u_dashes[standing];
  v_half = (hot ? 3.5 : style.a) / 2.0;
  v_far = a_far * u_size;
  v_side = (gl_VertexID % 2 == 0 ? 1.0 : -1.0) * (v_half + 0.7);
  vec2 pos = a_pos + vec2(u_world, 0.0);
  vec4 here = projectTile(pos);
#ifdef GLOBE
  vec4 there = projectTile(pos + a_way * 0.0005);
  vec2 along = (there.xy / there.w - here.xy / here.w) * u_half;
  along = along / max(length(along), 1e-6);
#else
  vec2 along = vec2(a_way.x, -a_way.y);
#endif
  here.xy += vec2(-along.y, along.x) * v_side / u_half * here.w;
  gl_Position = here;
}`;

const LINE_FRAGMENT = `
in vec4 v_color;
in vec4 v_dash;
in float v_far;
in float v_side;
in float v_half;
out vec4 fragColor;
void main() {
  float alpha = v_color.a * clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
  float period = v_dash.x + v_dash.y + v_dash.z + v_dash.w;
  if (period > 0.0) {
    float on = mod(v_far, period);
    float second = on - v_dash.x - v_dash.y;
    float inside = max(v_dash.x + 1.0 - on, min(second + 0.5, v_dash.z + 1.0 - second));
    if (on > v_dash.x + 1.0 && inside < 0.0) discard;
  }
  fragColor = vec4(v_color.rgb * alpha, alpha);
}`;

const DOT_VERTEX = `
in vec2 a_pos;
in float a_radius;
in float a_place;
uniform float u_ratio;
out float v_radius;
out float v_hot;
void main() {
  vec4 look = look(a_place);
  if (look.r == 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); gl_PointSize = 1.0; return; }
  v_hot = look.g;
  v_radius = (a_radius + 1.2) * u_ratio;
  gl_Position = projectTile(a_pos + vec2(u_world, 0.0));
  gl_PointSize = 2.0 * v_radius + 2.0;
}`;

const DOT_FRAGMENT = `
in float v_radius;
in float v_hot;
uniform vec4 u_color;
uniform vec4 u_edge;
uniform vec4 u_hot;
uniform float u_ratio;
out vec4 fragColor;
void main() {
  float from = length(gl_PointCoord - 0.5) * (2.0 * v_radius + 2.0);
  float alpha = clamp(v_radius + 0.5 - from, 0.0, 1.0);
  if (alpha == 0.0) discard;
  vec3 color = mix(v_hot > 0.5 ? u_hot.rgb : u_color.rgb, u_edge.rgb, clamp(from - v_radius + 1.2 * u_ratio + 0.5, 0.0, 1.0));
  fragColor = vec4(color * alpha, alpha);
}`;

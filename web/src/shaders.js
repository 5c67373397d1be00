// The programs that draw lines, places and the picture of both, on the map's own projection (`projectTile`).
import { STANDINGS } from './standings.js';

const N_STANDINGS = Object.keys(STANDINGS).length;
/** Texels in a row of the texture that says how ties and places look. */
export const WIDE = 1024;

export const LOOK = `
uniform sampler2D u_looks;
uniform vec2 u_half;
uniform float u_size;
uniform float u_world;
uniform float u_ratio;
uniform float u_marks;
uniform float u_thin;
vec4 look(float item) {
  int i = int(item + 0.5);
  return texelFetch(u_looks, ivec2(i % ${WIDE}, i / ${WIDE}), 0);
}`;

export const LINE_VERTEX = `
in vec2 a_pos;
in vec2 a_way;
in float a_far;
in float a_tie;
uniform vec4 u_colors[${N_STANDINGS}];
uniform vec4 u_dashes[${N_STANDINGS}];
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
  bool hot = look.g * u_marks > 0.5;
  vec4 style = u_colors[standing];
  v_color = hot ? u_hot : vec4(style.rgb, 0.8);
  v_dash = hot ? vec4(0.0) : u_dashes[standing];
  v_half = (hot ? 3.5 : style.a) / 2.0;
  v_far = a_far * u_size;
  v_side = (1.0 - u_thin) * (gl_VertexID % 2 == 0 ? 1.0 : -1.0) * (v_half + 0.7);
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

export const LINE_FRAGMENT = `
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

export const DOT_VERTEX = `
in vec2 a_pos;
in float a_radius;
in float a_place;
out float v_radius;
out float v_hot;
void main() {
  vec4 look = look(a_place);
  if (look.r == 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); gl_PointSize = 1.0; return; }
  v_hot = look.g * u_marks;
  v_radius = (a_radius + 1.2) * u_ratio;
  gl_Position = projectTile(a_pos + vec2(u_world, 0.0));
  gl_PointSize = 2.0 * v_radius + 2.0;
}`;

export const DOT_FRAGMENT = `
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

export const PICTURE_VERTEX = `
in vec2 a_corner;
uniform vec2 u_middle;
uniform vec2 u_reach;
out vec2 v_at;
void main() {
  v_at = a_corner;
  gl_Position = projectTile(u_middle + (a_corner * 2.0 - 1.0) * u_reach * vec2(1.0, -1.0));
}`;

export const PICTURE_FRAGMENT = `
in vec2 v_at;
uniform sampler2D u_picture;
out vec4 fragColor;
void main() {
  fragColor = texture(u_picture, v_at);
}`;

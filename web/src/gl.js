// The few calls of WebGL that every layer of ours makes.
import { LOOK } from './shaders.js';

/** A buffer that holds these numbers for good. */
export function buffer(gl, target, data) {
  const made = gl.createBuffer();
  gl.bindVertexArray(null);
  gl.bindBuffer(target, made);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return made;
}

/** Reads so many floats for each attribute, one after another; what other layers switched on is switched off. */
export function attributes(gl, list, stride) {
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

/** How a texture is read between its texels and beyond its edges. */
export function sampling(gl, filter) {
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}

/** A program of these shaders in the projection that the map has now; looks up the places of its parameters once. */
export function compile(gl, { vertexShaderPrelude, define }, vertex, fragment) {
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

/**
 * How entities and lines are drawn by the graphics card: a shape for each family, a pattern for
 * each standing, so that both can be told without colour. All sizes are in pixels of the screen.
 */

import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_matrix", "u_stage", "u_sizeRatio"];
const COLOURS = [
  { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
  { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
];

const number = (name, size = 1) => ({ name, size, type: FLOAT });

const NODE_VERTEX = /* glsl */ `
attribute vec4 a_id, a_color, a_border;
attribute vec2 a_position, a_corner;
attribute float a_radius, a_shape;
uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_sizeRatio;
varying vec4 v_color, v_border;
varying vec2 v_at;
varying float v_radius, v_shape;

void main() {
  float radius = a_radius / u_sizeRatio;
  vec2 at = a_corner * (radius + 2.0);
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy * u_stage / 2.0;
  gl_Position = vec4((middle + at) / (u_stage / 2.0), 0.0, 1.0);
  v_at = at / radius;
  v_radius = radius;
  v_shape = a_shape;
  v_border = a_border;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_border.a *= 255.0 / 254.0;
}`;

// Each shape is the distance to its outline, in radii, negative inside.
const NODE_FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color, v_border;
varying vec2 v_at;
varying float v_radius, v_shape;

float box(vec2 p, vec2 half_size) {
  vec2 far = abs(p) - half_size;
  return max(far.x, far.y);
}
float triangle(vec2 p) {
  return max(-p.y - 0.6, abs(p.x) * 0.866 + p.y * 0.5 - 0.5);
}
float star(vec2 p) {
  const float fifth = 1.2566371;
  float angle = abs(mod(atan(p.x, p.y) + fifth / 2.0, fifth) - fifth / 2.0);
  vec2 at = length(p) * vec2(sin(angle), cos(angle));
  vec2 tip = vec2(0.0, 1.1);
  vec2 side = 0.52 * vec2(sin(fifth / 2.0), cos(fifth / 2.0)) - tip;
  return dot(at - tip, normalize(vec2(-side.y, side.x)));
}
float outline(vec2 p) {
  if (v_shape < 0.5) return box(p, vec2(0.8));
  if (v_shape < 1.5) return (abs(p.x) * 0.9 + abs(p.y) - 0.98) * 0.74;
  if (v_shape < 2.5) return triangle(p);
  if (v_shape < 3.5) return star(p);
  if (v_shape < 4.5) return length(p) - 0.9;
  if (v_shape < 5.5) return max(box(p, vec2(0.66, 0.88)), (p.x + p.y - 1.05) * 0.707);
  return abs(length(p) - 0.66) - 0.24;
}
void main() {
  float far = outline(v_at) * v_radius;
  #ifdef PICKING_MODE
  if (length(v_at) * v_radius > v_radius + 1.0) discard;
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(0.6, 1.8, far);
  gl_FragColor = mix(v_color, v_border, smoothstep(-0.6, 0.4, far)) * cover;
  #endif
}`;

const EDGE_VERTEX = /* glsl */ `
attribute vec4 a_id, a_color;
attribute vec2 a_source, a_target, a_corner;
attribute vec2 a_radii;
attribute float a_shift, a_pattern;
uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_sizeRatio, u_half;
varying vec4 v_color;
varying vec2 v_at;
varying float v_length, v_pattern;

void main() {
  vec2 from = (u_matrix * vec3(a_source, 1.0)).xy * u_stage / 2.0;
  vec2 to = (u_matrix * vec3(a_target, 1.0)).xy * u_stage / 2.0;
  float far = max(distance(from, to), 0.001);
  vec2 along = (to - from) / far;
  vec2 across = vec2(-along.y, along.x);
  vec2 bare = min(a_radii / u_sizeRatio + vec2(1.0, 2.0), vec2(far * 0.45));
  from += along * bare.x;
  to -= along * bare.y;
  float side = a_corner.y * u_half;
  vec2 at = mix(from, to, a_corner.x) + across * (a_shift + side);
  gl_Position = vec4(at / (u_stage / 2.0), 0.0, 1.0);
  v_length = distance(from, to);
  v_at = vec2(a_corner.x * v_length, side);
  v_pattern = a_pattern;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// Patterns as in lines.py: stated 0, implied 1, editorial 2, inferred 3, without a claim 4;
// 8 more where it is disputed. The head at the target says which way a relation points.
const EDGE_FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_length, v_pattern;

float ink(float far, float half_width) {
  return 1.0 - smoothstep(half_width - 0.4, half_width + 0.4, far);
}
float dash(float along, float period, float drawn) {
  float at = mod(along, period);
  return ink(abs(at - drawn / 2.0), drawn / 2.0);
}
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float disputed = step(7.5, v_pattern);
  float pattern = v_pattern - 8.0 * disputed;
  float side = abs(v_at.y);
  float left = v_length - v_at.x;
  float cover = ink(side, 0.6);
  if (pattern > 3.5) cover = ink(side, 0.6) * dash(v_at.x, 8.0, 2.0);
  else if (pattern > 2.5) cover = ink(abs(side - 1.6), 0.5);
  else if (pattern > 1.5) cover = ink(length(vec2(mod(v_at.x, 5.0) - 2.5, side)), 1.05);
  else if (pattern > 0.5) cover = ink(side, 0.7) * dash(v_at.x, 11.0, 7.0);
  if (left < 7.0) cover = ink(side, left * 0.42);
  vec2 cross = abs(vec2(v_at.x - v_length / 2.0, v_at.y));
  if (disputed > 0.5 && max(cross.x, cross.y) < 5.5)
    cover = ink(abs(cross.x - cross.y) * 0.707, 0.9) * step(cross.x, 4.8);
  gl_FragColor = v_color * cover;
  #endif
}`;

function setUniforms({ matrix, width, height, sizeRatio }, { gl, uniformLocations }) {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  gl.uniform2f(uniformLocations.u_stage, width, height);
  gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
}

/** Draws entities; the attributes `shape` and `border` stand beside sigma's own. */
export class ShapeProgram extends NodeProgram {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: NODE_VERTEX,
      FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        number("a_position", 2), number("a_radius"), number("a_shape"), ...COLOURS,
        { name: "a_border", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [number("a_corner", 2)],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  processVisibleItem(id, start, { x, y, size, shape, color, border }) {
    const values = [x, y, size, shape, id, floatColor(color), floatColor(border)];
    values.forEach((value, place) => { this.array[start + place] = value; });
  }

  setUniforms(parameters, program) {
    setUniforms(parameters, program);
  }
}

// A line is drawn in a band that a pointer can hit and a cross fits in. Without a graphics card the
// area of all bands is what takes time, so that many lines have narrow ones.
const BANDS = { wide: 6, narrow: 3, many: 2000 };

/** Draws lines; the attributes `pattern` and `shift` stand beside sigma's own. */
export class PatternProgram extends EdgeProgram {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: EDGE_VERTEX,
      FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: [...UNIFORMS, "u_half"],
      ATTRIBUTES: [
        number("a_source", 2), number("a_target", 2), number("a_radii", 2), number("a_shift"),
        number("a_pattern"), ...COLOURS,
      ],
      CONSTANT_ATTRIBUTES: [number("a_corner", 2)],
      CONSTANT_DATA: [[0, -1], [1, -1], [1, 1], [0, -1], [1, 1], [0, 1]],
    };
  }

  processVisibleItem(id, start, source, target, { shift, pattern, color }) {
    const ends = [source.x, source.y, target.x, target.y, source.size, target.size];
    const values = [...ends, shift, pattern, id, floatColor(color)];
    values.forEach((value, place) => { this.array[start + place] = value; });
  }

  setUniforms(parameters, program) {
    setUniforms(parameters, program);
    const band = this.verticesCount / 6 > BANDS.many ? BANDS.narrow : BANDS.wide;
    program.gl.uniform1f(program.uniformLocations.u_half, band);
  }
}

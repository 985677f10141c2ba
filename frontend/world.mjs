/**
 * Writes the geometry of the map: for each country its outline as an SVG path, by ISO 3166 code.
 *
 * The projection is a cylindrical one, centred on the Pacific: its meridians are upright, so that
 * any part of it can be cut out, or set beside another, and north is up in each.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { geoPath, geoProjection } from "d3-geo";
import { iso31661NumericToAlpha2 } from "iso-3166";
import polylabel from "polylabel";
import { feature } from "topojson-client";

const CENTRE = 150; // degrees east: the cut, at 30 degrees west, meets Greenland only
const SCALE = 40; // units a degree of longitude; the data has a point about every second unit
const LARGE = 0.1; // parts smaller than this share of the largest do not widen a country's box
const DATA = "Natural Earth 4.1.0";

/** Miller's cylindrical projection (1942): Mercator's, with latitudes drawn in towards the poles. */
const miller = (longitude, latitude) => [
  longitude,
  1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * latitude)),
];
const projection = geoProjection(miller)
  .rotate([-CENTRE, 0])
  .scale((SCALE * 180) / Math.PI)
  .translate([0, 0])
  .precision(0);

const atlas = JSON.parse(read("world-atlas/countries-50m.json"));
const { version } = JSON.parse(read("world-atlas/package.json"));
if (!read("world-atlas/README.md").includes(DATA.split(" ").at(-1))) {
  throw new Error(`world-atlas ${version} is not made of ${DATA}: say of which`);
}

const parts = new Map(); // by code; what has none of its own is under the empty one
for (const country of feature(atlas, atlas.objects.countries).features) {
  const code = iso31661NumericToAlpha2[country.id] ?? "";
  parts.set(code, [...(parts.get(code) ?? []), ...rings(country)]);
}
const countries = Object.fromEntries(
  [...parts].filter(([code]) => code).sort().map(([code, all]) => [code, described(all)]),
);
const [[left, top], [right, bottom]] = geoPath(projection).bounds({ type: "Sphere" });
const world = {
  source: `${DATA}, world-atlas ${version}`,
  licences: ["world-atlas/LICENSE", "iso-3166/license"].map((name) => read(name).trim()),
  centre: CENTRE,
  scale: SCALE,
  sphere: [left, top, right, bottom].map(Math.round),
  countries,
  others: path(parts.get("")),
};
const target = new URL("../src/tripartite/pictures/assets/world.json", import.meta.url);
mkdirSync(new URL(".", target), { recursive: true });
writeFileSync(target, `${JSON.stringify(world)}\n`);

/** Returns a file of an installed package. */
function read(name) {
  return readFileSync(new URL(`node_modules/${name}`, import.meta.url), "utf8");
}

/** Returns the projected rings of a country in whole units, each without repeated points. */
function rings(country) {
  const found = [];
  geoPath(projection, {
    beginPath: () => {},
    moveTo: (x, y) => found.push([whole(x, y)]),
    lineTo(x, y) {
      const [point, last] = [whole(x, y), found.at(-1).at(-1)];
      if (point[0] !== last[0] || point[1] !== last[1]) found.at(-1).push(point);
    },
    closePath: () => {},
  })(country);
  return found;
}

function whole(x, y) {
  return [Math.round(x), Math.round(y)];
}

/** Returns outline, box of the larger parts, and the point furthest inside the largest one. */
function described(all) {
  const largest = all.reduce((one, other) => (area(other) > area(one) ? other : one));
  const large = all.filter((ring) => area(ring) >= LARGE * area(largest)).flat();
  const [xs, ys] = [0, 1].map((axis) => large.map((point) => point[axis]));
  const [x, y] = polylabel([largest], 1);
  return {
    point: whole(x, y),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    path: path(all),
  };
}

function area(ring) {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [u, w] = ring[(index + 1) % ring.length];
    return sum + x * w - u * y;
  }, 0);
  return Math.abs(twice / 2);
}

/** Returns rings as an SVG path of relative lines: short, and exact in whole units. */
function path(all) {
  return all.map((ring) => {
    const steps = ring.slice(1).map(([x, y], index) => `${x - ring[index][0]} ${y - ring[index][1]}`);
    return `M${ring[0].join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
  }).join("");
}

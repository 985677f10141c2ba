/**
 * Writes what the pictures need beside Python: the page's script, and the map's geometry.
 *
 * The script is one file with the licences of all that went into it at its head; Python puts it
 * into the page. `hatch_build.py` runs this where its outputs are missing or its sources changed.
 */

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "vite";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ASSETS = fileURLToPath(new URL("../src/tripartite/pictures/assets/", import.meta.url));

const { output } = await build({
  root: HERE,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  build: {
    lib: { entry: "src/main.js", formats: ["iife"], name: "tripartite", fileName: "explorer" },
    target: "es2022",
    write: false,
    license: { fileName: "licences.json" },
  },
}).then(([bundle]) => bundle);

const script = output.find(({ type }) => type === "chunk").code;
const bundled = JSON.parse(output.find(({ fileName }) => fileName === "licences.json").source);
await mkdir(ASSETS, { recursive: true });
await writeFile(`${ASSETS}explorer.js`, `${notice(bundled)}\n${script}`);
await import("./world.mjs");

/** Returns the notices that the licences of the bundled packages ask for. */
function notice(packages) {
  const parts = packages.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(
    ({ name, version, identifier, text }) => `${name} ${version} (${identifier})\n\n${text.trim()}`,
  );
  return `/*!\n${parts.join("\n\n----\n\n").replaceAll("\r", "")}\n*/`;
}

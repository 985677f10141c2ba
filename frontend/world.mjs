// Writes the geometry of the map. A placeholder until the map is drawn.
import { writeFile } from "node:fs/promises";

await writeFile(new URL("../src/tripartite/pictures/assets/world.json", import.meta.url), "{}\n");

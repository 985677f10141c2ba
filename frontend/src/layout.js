/** Where entities stand: the same for the same entities, in pixels of the first look. */

import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";

const TURN = Math.PI * (3 - Math.sqrt(5)); // the golden angle: no two seeds on one ray
const ROOM = 74; // pixels that an entity has for itself, across and down
const MARGIN = 9;
const MANY = 400; // more entities than this are laid out in steps, the page staying awake
const FEW = { iterations: 320, apart: 120 };
const LONG = { iterations: 60, step: 20, apart: 12 };

/**
 * Lays out all nodes of a graph anew, in their order: the first is nearest to the middle, and in
 * the very middle where it is what the picture is about.
 */
export async function layOut(graph, aspect, isCentred, onStep) {
  graph.nodes().forEach((node, place) => {
    graph.mergeNodeAttributes(node, { ...seed(place, ROOM), fixed: isCentred && place === 0 });
  });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order > MANY,
    barnesHutTheta: 1.2,
    gravity: 0.6,
    scalingRatio: 24,
    slowDown: graph.order > MANY ? 1 : 4,
    edgeWeightInfluence: 0,
  };
  if (graph.order <= MANY) {
    forceAtlas2.assign(graph, { iterations: FEW.iterations, settings });
  } else {
    for (let done = 0; done < LONG.iterations; done += LONG.step) {
      forceAtlas2.assign(graph, { iterations: LONG.step, settings });
      onStep();
      await new Promise(requestAnimationFrame);
    }
  }
  spread(graph, aspect);
  separate(graph);
}

/** Places new nodes around the one they belong to, away from the middle; the others stay. */
export function place(graph, fresh, from) {
  const here = from === null ? { x: 0, y: 0 } : graph.getNodeAttributes(from);
  const outward = Math.atan2(here.y, here.x);
  fresh.forEach((node, index) => {
    const { x, y } = seed(index + 2, ROOM * 0.8);
    const cos = Math.cos(outward);
    const sin = Math.sin(outward);
    graph.mergeNodeAttributes(node, {
      x: here.x + x * cos - y * sin + cos * ROOM,
      y: here.y + x * sin + y * cos + sin * ROOM,
    });
  });
  separate(graph);
}

function seed(place, room) {
  const radius = room * Math.sqrt(place);
  return { x: radius * Math.cos(place * TURN), y: radius * Math.sin(place * TURN) };
}

/** Brings the layout to the size that its nodes need, as wide as the stage is for its height. */
function spread(graph, aspect) {
  let [far, deep] = [1, 1];
  graph.forEachNode((_, { x, y }) => {
    far = Math.max(far, Math.abs(x));
    deep = Math.max(deep, Math.abs(y));
  });
  const high = (ROOM * Math.sqrt(graph.order / aspect)) / 2;
  graph.updateEachNodeAttributes((_, attributes) => ({
    ...attributes,
    x: (attributes.x / far) * high * aspect,
    y: (attributes.y / deep) * high,
  }));
}

function separate(graph) {
  const maxIterations = (graph.order > MANY ? LONG : FEW).apart;
  noverlap.assign(graph, { maxIterations, settings: { margin: MARGIN, ratio: 1, speed: 3, gridSize: graph.order > MANY ? 70 : 20 } });
}

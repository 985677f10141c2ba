/**
 * What the page holds: entities, relations, and the lines that stand for relations.
 *
 * @typedef {{id: number, label: string, family: number, types: number[], names: string[],
 *   notes: number[], edges: Edge[], lines: Line[]}} Node
 * @typedef {{id: number, source: Node, target: Node, standing: number, disputed: boolean,
 *   notes: number[], line: Line}} Edge
 * @typedef {{id: string, source: Node, target: Node, standing: number, disputed: boolean,
 *   shift: number, edges: Edge[]}} Line Relations of one standing between two entities.
 */

const GAP = 7; // pixels between two lines side by side

/** Reads the data that the page brings along. */
export function read(text) {
  const raw = JSON.parse(text);
  /** @type {Node[]} */
  const nodes = raw.nodes.map(([label, family, types, names, notes], id) => ({
    id, label, family, types, names, notes, edges: [], lines: [],
  }));
  /** @type {Edge[]} */
  const edges = raw.edges.map(([source, target, standing, disputed, notes], id) => ({
    id, source: nodes[source], target: nodes[target], standing, disputed: disputed === 1, notes,
    line: null,
  }));
  for (const edge of edges) {
    for (const node of new Set([edge.source, edge.target])) node.edges.push(edge);
  }
  const order = [...new Set([...raw.order, ...nodes.keys()])].map((id) => nodes[id]);
  const focus = new Set(raw.focus.map((id) => nodes[id]));
  return { ...raw, nodes, edges, lines: drawn(edges), order, focus };
}

/** Returns the entity at the other end of a relation or a line. */
export function other(node, { source, target }) {
  return source === node ? target : source;
}

/** Tells a line from an entity. */
export function isLine(what) {
  return Boolean(what?.source);
}

export function ends({ source, target }) {
  return [source, target];
}

/** Returns the lines, each with its place among those between the same two entities. */
function drawn(edges) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  const pairs = new Map();
  for (const edge of edges) {
    const { source, target, standing, disputed } = edge;
    const id = [source.id, target.id, standing, Number(disputed)].join(" ");
    let line = lines.get(id);
    if (!line) {
      line = { id, source, target, standing, disputed, shift: 0, edges: [] };
      lines.set(id, line);
      for (const node of new Set([source, target])) node.lines.push(line);
      const pair = Math.min(source.id, target.id) + " " + Math.max(source.id, target.id);
      pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
    }
    line.edges.push(edge);
    edge.line = line;
  }
  for (const pair of pairs.values()) {
    pair.forEach((line, place) => {
      const side = line.source.id < line.target.id ? 1 : -1; // a shift is seen from the source
      line.shift = side * GAP * (place - (pair.length - 1) / 2);
    });
  }
  return [...lines.values()];
}

/** The picture: what is shown as shapes and lines, and what stands out. */

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

import { colours, variables } from "./colours.js";
import { Labels } from "./labels.js";
import { layOut, place } from "./layout.js";
import { ends, isLine, other } from "./model.js";
import { PatternProgram, ShapeProgram } from "./programs.js";

const MANY = 2000; // more lines than this are not drawn while the picture moves
const SPACIOUS = 300; // so many entities have room enough for their full size
const EASE = { duration: 250 };
const STILL = { duration: 0 };

export class Picture {
  /** Draws what a view shows into an element; `choose` is told what was clicked. */
  constructor(view, stage, choose) {
    this.view = view;
    this.stage = stage;
    this.graph = new MultiDirectedGraph();
    this.labels = new Labels(variables().getPropertyValue("--sans"));
    /** What stands out: under the pointer, reached by keys, or open in the panel. */
    this.marks = { hover: null, cursor: null, open: null };
    this.add([...view.shown]);
    this.sigma = null;
    this.choose = choose;
  }

  /** Lays out and begins to draw; raises where there is no WebGL. */
  async begin() {
    this.recolour();
    this.sigma = new Sigma(this.graph, this.stage, {
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { pattern: PatternProgram },
      defaultNodeType: "shape",
      defaultEdgeType: "pattern",
      renderLabels: false,
      enableEdgeEvents: true,
      enableCameraRotation: false,
      zIndex: true,
      stagePadding: Math.min(48, this.stage.clientWidth / 14),
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => {},
      nodeReducer: (id) => this.node(id),
      edgeReducer: (id, line) => this.line(line),
    });
    this.sigma.on("afterRender", () => this.write());
    this.listen();
    await this.again();
  }

  /** Lays everything out anew. */
  async again() {
    const { clientWidth, clientHeight } = this.stage;
    const aspect = Math.min(Math.max(clientWidth / clientHeight, 0.6), 1.7);
    this.sigma.setCustomBBox(null);
    this.sigma.setSetting("hideEdgesOnMove", this.graph.size > MANY);
    await layOut(this.graph, aspect, this.isCentred, () => this.sigma.refresh());
    this.hold();
    this.whole();
  }

  /** Adds entities with all their lines to those that are there already. */
  add(nodes) {
    for (const node of nodes) {
      this.graph.addNode(node.id, {
        node,
        x: 0,
        y: 0,
        size: Math.min(5.5 + 1.7 * Math.sqrt(node.lines.length), 17), // as if there were few
        shape: node.family,
      });
    }
    for (const line of new Set(nodes.flatMap((node) => node.lines))) {
      const { id, source, target, standing, disputed, shift } = line;
      if (!this.graph.hasNode(source.id) || !this.graph.hasNode(target.id)) continue;
      this.graph.addEdgeWithKey(id, source.id, target.id, {
        line, shift, pattern: standing + (disputed ? 8 : 0),
      });
    }
  }

  /** Finds a place for entities that were added, around the one that they belong to. */
  place(nodes, from) {
    place(this.graph, nodes.map(({ id }) => id), from && from.id);
  }

  /** Redraws after the view has changed. */
  change() {
    this.items = null;
    this.refresh();
  }

  refresh() {
    this.sigma?.refresh({ skipIndexation: true });
  }

  /** Takes the colours of the theme. */
  recolour() {
    this.colours = colours(this.view.model.families);
    this.refresh();
  }

  mark(name, what) {
    if (this.marks[name] === what) return;
    this.marks[name] = what;
    this.refresh();
  }

  /** Whether the picture is about one entity, which then stands in the middle. */
  get isCentred() {
    return this.view.model.focus.size === 1;
  }

  /** Returns what stands out most, an entity or a line, if anything does. */
  get active() {
    return this.marks.hover ?? this.marks.cursor ?? this.marks.open;
  }

  /** Moves the camera so that an entity is well inside the stage. */
  center(node) {
    const at = this.sigma.getNodeDisplayData(String(node.id));
    const { x, y } = this.at(node);
    const { width, height } = this.sigma.getDimensions();
    if (x > 60 && y > 60 && x < width - 60 && y < height - 60) return;
    this.move({ x: at.x, y: at.y });
  }

  whole() {
    this.move({ x: 0.5, y: 0.5, ratio: 1 });
  }

  zoom(factor) {
    this.move({ ratio: this.sigma.getCamera().getState().ratio * factor });
  }

  /** Returns where an entity stands on the stage, in pixels. */
  at(node) {
    return this.sigma.graphToViewport(this.graph.getNodeAttributes(node.id));
  }

  move(state) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return this.sigma.getCamera().animate(state, calm ? STILL : EASE);
  }

  /** Keeps the scale while entities are added, so that nothing jumps. */
  hold() {
    this.sigma.setCustomBBox(null);
    this.sigma.refresh();
    const { x, y } = this.sigma.getBBox();
    const even = ([low, high]) => [-Math.max(-low, high), Math.max(-low, high)];
    this.sigma.setCustomBBox(this.isCentred ? { x: even(x), y: even(y) } : { x, y });
    this.sigma.refresh();
  }

  listen() {
    const pointer = (what) => {
      this.stage.style.cursor = what ? "pointer" : "";
      this.mark("hover", what);
    };
    const node = (id) => this.view.model.nodes[id];
    this.sigma.on("enterNode", (event) => pointer(node(event.node)));
    this.sigma.on("leaveNode", () => pointer(null));
    this.sigma.on("enterEdge", ({ edge }) => pointer(this.graph.getEdgeAttribute(edge, "line")));
    this.sigma.on("leaveEdge", () => pointer(null));
    const click = ({ event, preventSigmaDefault }, what) => {
      const badge = this.labels.badgeAt(event.x, event.y);
      if (badge) this.choose.expand(badge.node);
      else if (what) this.choose.open(what);
    };
    this.sigma.on("clickNode", (event) => click(event, node(event.node)));
    this.sigma.on("clickEdge", (event) => click(event, this.graph.getEdgeAttribute(event.edge, "line")));
    this.sigma.on("clickStage", (event) => click(event, null));
    this.sigma.on("doubleClickNode", (event) => {
      event.preventSigmaDefault();
      this.choose.expand(node(event.node));
    });
  }

  /** Returns the radius of an entity: smaller where there are many. */
  size(id) {
    const room = Math.max(Math.sqrt(SPACIOUS / Math.max(this.view.shown.size, SPACIOUS)), 0.3);
    return this.graph.getNodeAttribute(id, "size") * room;
  }

  /** Returns how an entity is drawn now. */
  node(id) {
    const { node, x, y, shape } = this.graph.getNodeAttributes(id);
    const size = this.size(id);
    if (!this.view.hasNode(node)) return { x, y, size, shape, hidden: true, color: "", border: "" };
    const colour = this.colours;
    const faint = this.isFaint(node);
    const own = node === this.marks.cursor || node === this.marks.open || this.view.model.focus.has(node);
    return {
      x, y, shape,
      size: own ? size + 2 : size,
      color: (faint ? colour.faintFamilies : colour.families)[node.family],
      border: own ? colour.ink : colour.paper,
      zIndex: faint ? 0 : 1,
    };
  }

  /** Returns how a line is drawn now. */
  line({ line, shift, pattern }) {
    if (!this.view.hasEdge(line)) return { shift, pattern, hidden: true, color: "" };
    const { active, colours: colour } = this;
    const stands = line === active || line.source === active || line.target === active;
    const plain = active ? colour.faintThread : colour.thread;
    const strong = line === active ? colour.accent : colour.ink;
    return { shift, pattern, color: stands ? strong : plain, zIndex: stands ? 1 : 0 };
  }

  isFaint(node) {
    const { active } = this;
    if (!active || node === active) return false;
    if (isLine(active)) return !ends(active).includes(node);
    return !active.lines.some((line) => other(active, line) === node && this.view.hasEdge(line));
  }

  /** Writes names and badges over the picture, and a ring around where the keys are. */
  write() {
    const context = this.sigma.getCanvases().labels.getContext("2d");
    const { active } = this;
    const { width, height } = this.sigma.getDimensions();
    const scale = this.sigma.scaleSize();
    const items = [];
    for (const { node, hidden } of this.ranked()) {
      const { x, y } = this.at(node);
      if (x < -40 || y < -20 || x > width + 40 || y > height + 20) continue;
      const forced = node === active || (isLine(active) && ends(active).includes(node));
      items.push({
        node, x, y, hidden, forced,
        size: this.size(node.id) * scale,
        strong: node === active || this.view.model.focus.has(node),
        faint: this.isFaint(node),
      });
    }
    this.labels.draw(context, items, this.colours, { width, height });
    this.ring(context, scale);
  }

  ring(context, scale) {
    const { cursor } = this.marks;
    if (!cursor) return;
    context.lineWidth = 2.5;
    context.strokeStyle = this.colours.accent;
    for (const node of isLine(cursor) ? ends(cursor) : [cursor]) {
      const { x, y } = this.at(node);
      const radius = this.size(node.id) * scale + 6;
      context.beginPath();
      context.setLineDash(isLine(cursor) ? [4, 3] : []);
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** Returns the entities shown, the focus first, then those with most lines. */
  ranked() {
    const { view } = this;
    const { focus } = view.model;
    this.items ??= [...view.shown]
      .filter((node) => view.hasNode(node))
      .sort((a, b) => focus.has(b) - focus.has(a) || b.lines.length - a.lines.length || a.id - b.id)
      .map((node) => ({ node, hidden: view.hidden(node).length }));
    return this.items;
  }
}

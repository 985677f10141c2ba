/** The script of a picture's page: begins when the page has been read. */

import { isDark } from "./colours.js";
import { filters } from "./filters.js";
import { List } from "./list.js";
import { other, read } from "./model.js";
import { Panel } from "./panel.js";
import { paper } from "./paper.js";
import { Picture } from "./picture.js";
import { search } from "./search.js";
import { View } from "./view.js";
import { Walk } from "./walk.js";

const at = (id) => document.getElementById(id);

async function begin() {
  const model = read(at("data").textContent);
  const { words } = model;
  const view = new View(model);
  const stage = at("stage");
  let opener = null;

  const choose = {
    /** Opens an entity or a line in the panel. */
    open(what) {
      if (!at("panel").contains(document.activeElement)) opener = document.activeElement;
      picture.mark("open", what);
      panel.open(what);
    },
    /** Closes the panel and goes back to where it was opened from. */
    close() {
      picture.mark("open", null);
      panel.close();
      (opener?.isConnected && opener !== document.body ? opener : stage).focus();
      opener = null;
    },
    /** Shows what is related to an entity and was not shown. */
    expand(node) {
      const hidden = view.hidden(node);
      view.reveal(hidden, node);
      say.text(words.expanded.replace("{n}", hidden.length));
    },
    /** Shows an entity that was searched or linked to, wherever it is. */
    find(node) {
      const neighbours = node.lines.map((line) => other(node, line));
      view.reveal([node], neighbours.find((end) => view.shown.has(end)) ?? null);
      walk.node = node;
      picture.center(node);
      choose.open(node);
    },
  };
  const say = {
    text: (text) => { at("said").textContent = text; },
    node(node) {
      const types = node.types.map((type) => model.types[type]).join(", ");
      const hidden = view.hidden(node).length;
      const more = hidden ? words["at-hidden"].replace("{n}", hidden) : "";
      const count = view.linesOf(node).length;
      const said = words["at-node"].replace("{label}", node.label).replace("{types}", types);
      say.text(said.replace("{n}", count) + more);
    },
    line(line, place, count) {
      const sentences = line.edges.map(({ id }) => list.edges[id].querySelector(".said").textContent);
      say.text(`${place}/${count}: ${sentences.join(" ")} (${words.standings[line.standing]})`);
    },
  };

  const picture = new Picture(view, stage, choose);
  const list = new List(view, at("list"), words);
  const panel = new Panel(view, list, at("panel"), words, choose);
  const walk = new Walk(view, picture, stage, say, choose);

  at("still").hidden = true;
  at("app").hidden = false;
  list.change();
  try {
    await picture.begin();
  } catch (error) {
    if (document.createElement("canvas").getContext("webgl2")) throw error;
    at("still").textContent = words["no-webgl"];
    at("still").hidden = false;
    at("app").hidden = true;
    view.reveal(model.nodes);
    list.change();
    return;
  }

  let isAnew = false; // whether a new layout of all follows
  view.addEventListener("reveal", ({ detail: { fresh, from } }) => {
    picture.add(fresh);
    if (!isAnew) picture.place(fresh, from);
  });
  view.addEventListener("change", () => {
    picture.change();
    list.change();
    at("all").hidden = view.shown.size === model.nodes.length;
  });
  filters(view, at("filters"));
  search(view, at("search"), at("hits"), words, choose);
  paper(picture, at("printed"));
  buttons();
  follow();
  view.change();
  globalThis.tripartite = { view, picture };
  document.documentElement.dataset.ready = "";

  function buttons() {
    const press = {
      whole: () => picture.whole(),
      nearer: () => picture.zoom(0.6),
      farther: () => picture.zoom(1.6),
      print: () => print(),
    };
    for (const [id, action] of Object.entries(press)) at(id).addEventListener("click", action);
    at("all").addEventListener("click", async () => {
      stage.ariaBusy = "true";
      at("whole").focus();
      isAnew = true;
      view.reveal(model.nodes);
      isAnew = false;
      await picture.again();
      stage.ariaBusy = null;
    });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const settle = () => {
      at("theme").setAttribute("aria-pressed", String(isDark()));
      picture.recolour();
    };
    at("theme").addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      settle();
    });
    dark.addEventListener("change", settle);
    settle();
  }

  /** Opens in the panel what a link of the page names. */
  function follow() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#n'], a[href^='#e']");
      const [, kind, id] = link?.hash.match(/^#([ne])(\d+)$/) ?? [];
      if (!kind) return;
      event.preventDefault();
      if (kind === "n") choose.find(model.nodes[id]);
      else choose.open(model.edges[id].line);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && at("panel").contains(event.target)) choose.close();
      else if (event.key === "/" && event.target !== at("search")) at("search").focus();
      else return;
      event.preventDefault();
    });
  }
}

begin();

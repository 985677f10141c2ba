/** What is said of one entity or one line: copies of what the lists below say, with the proofs. */

import { isLine } from "./model.js";

export class Panel {
  constructor(view, list, root, words, choose) {
    this.view = view;
    this.list = list;
    this.root = root;
    this.body = root.querySelector("[data-body]");
    this.empty = root.querySelector("[data-empty]");
    this.words = words;
    this.choose = choose;
    root.querySelector("[data-close]").addEventListener("click", () => choose.close());
    this.body.addEventListener("click", (event) => this.follow(event));
  }

  /** Shows an entity or a line and puts the reader at its heading. */
  open(what) {
    const parts = isLine(what) ? this.line(what) : this.node(what);
    this.body.replaceChildren(...parts);
    this.root.classList.add("open");
    this.empty.hidden = true;
    this.body.hidden = false;
    this.root.scrollTop = 0;
    this.body.querySelector("h2").focus({ preventScroll: innerWidth > 700 });
  }

  close() {
    this.root.classList.remove("open");
    this.body.hidden = true;
    this.empty.hidden = false;
  }

  node(node) {
    const row = copy(this.list.nodes[node.id]);
    const hidden = this.view.hidden(node).length;
    const edges = node.edges.filter((edge) => this.view.says(edge));
    const parts = [heading("h2", node.label), ...row.querySelectorAll(".types, .names, .facts")];
    if (hidden) {
      const button = element("button", this.words.expand.replace("{n}", hidden));
      button.type = "button";
      button.addEventListener("click", () => {
        this.choose.expand(node);
        this.open(node);
      });
      parts.splice(2, 0, button);
    }
    if (edges.length) {
      parts.push(heading("h3", `${this.words.relations} (${edges.length})`));
      const list = element("ul");
      list.className = "rows";
      list.append(...edges.map(({ id }) => copy(this.list.edges[id])));
      parts.push(list);
    }
    return parts;
  }

  line(line) {
    const { source, target, edges } = line;
    const parts = [heading("h2", `${source.label} → ${target.label}`)];
    const list = element("ul");
    list.className = "rows";
    list.append(...edges.map(({ id }) => copy(this.list.edges[id])));
    parts.push(list, this.ends(line));
    parts.push(heading("h3", this.words.proofs), this.proofs(edges.flatMap(({ notes }) => notes)));
    return parts;
  }

  ends({ source, target }) {
    const line = element("p");
    line.className = "ends";
    for (const { id, label } of [source, target]) {
      const link = element("a", label);
      link.href = `#n${id}`;
      line.append(link);
    }
    return line;
  }

  /** Returns the proofs of some numbers; what a derivation rests on stands below it. */
  proofs(numbers, above = []) {
    const list = element("ul");
    list.className = "notes";
    for (const number of new Set(numbers)) {
      const item = copy(this.list.note(number));
      const premises = (this.view.model.premises[number] ?? []).filter((n) => !above.includes(n));
      if (premises.length) item.append(this.proofs(premises, [...above, number]));
      list.append(item);
    }
    return list;
  }

  /** Opens what a link of the panel names: an entity, a relation, or a proof where it stands. */
  follow(event) {
    const link = event.target.closest("a[href^='#note-']");
    if (!link) return;
    event.preventDefault();
    const place = link.closest("li, dd");
    const number = link.hash.slice("#note-".length);
    const there = place.querySelector(`:scope > .proof[data-note="${number}"]`);
    if (there) there.remove();
    else {
      const proof = element("div");
      proof.className = "proof";
      proof.dataset.note = number;
      proof.append(this.proofs([Number(number)]));
      place.append(proof);
    }
    link.setAttribute("aria-expanded", String(!there));
  }
}

/** Returns a copy without ids. */
function copy(original) {
  const twin = original.cloneNode(true);
  for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id");
  return twin;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function heading(name, text) {
  const made = element(name, text);
  made.tabIndex = -1;
  return made;
}

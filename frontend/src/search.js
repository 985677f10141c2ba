/** The search: names and other names in both languages, whether shown or not. */

const MOST = 12;

export function search(view, input, hits, words, choose) {
  const keys = view.model.nodes.map((node) => [node.label, ...node.names].map(plain));
  let found = [];
  let at = -1;

  const close = () => {
    hits.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const point = (place) => {
    at = (place + found.length) % found.length;
    [...hits.children].forEach((hit, i) => hit.setAttribute("aria-selected", String(i === at)));
    hits.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", hits.children[at].id);
  };
  const take = (place) => {
    const node = found[place];
    if (!node) return;
    close();
    input.value = node.label;
    choose.find(node);
  };
  const look = () => {
    found = find(keys, plain(input.value)).slice(0, MOST).map((id) => view.model.nodes[id]);
    hits.replaceChildren(...found.map((node, place) => option(node, place, view.model, take)));
    hits.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
    at = -1;
    const status = input.value.trim() && !found.length ? words["no-hits"] : "";
    document.getElementById("search-status").textContent = status;
  };

  input.addEventListener("input", look);
  input.addEventListener("focusout", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter ends the choice of kanji, not the search
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && found.length) {
      if (hits.hidden) look();
      point(at < 0 && moves[event.key] < 0 ? -1 : at + moves[event.key]);
    } else if (event.key === "Enter") take(Math.max(at, 0));
    else if (event.key === "Escape") {
      if (hits.hidden) input.value = "";
      close();
    } else return;
    event.preventDefault();
  });
}

/** Returns which entities a text names, the best first: whole, beginning, a word's, within. */
function find(keys, text) {
  if (!text) return [];
  const score = (key) => {
    const place = key.indexOf(text);
    if (place < 0) return Infinity;
    if (place === 0) return key.length === text.length ? 0 : 1;
    return /[\s(-]/.test(key[place - 1]) ? 2 : 3;
  };
  return keys
    .map((names, id) => [Math.min(...names.map(score)), names[0].length, id])
    .filter(([best]) => best < Infinity)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(([, , id]) => id);
}

/** Returns a text as it is compared: width, case and accents make no difference. */
function plain(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").toLowerCase().trim();
}

function option(node, place, model, take) {
  const made = document.createElement("li");
  made.id = `hit-${place}`;
  made.role = "option";
  made.setAttribute("aria-selected", "false");
  made.append(node.label);
  const kind = document.createElement("span");
  kind.textContent = node.types.map((type) => model.types[type]).join(", ");
  made.append(" ", kind);
  made.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(place);
  });
  return made;
}

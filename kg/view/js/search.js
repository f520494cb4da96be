const HITS = 12;

/** A text field with a list of what it finds; works by keyboard as the combobox pattern says. */
class SearchBox {
  constructor(host, graph, label, onPick) {
    this.graph = graph;
    this.onPick = onPick;
    const list = `${host.id || "hits"}-list`;
    this.input = make("input", {
      type: "search", placeholder: label, autocomplete: "off", spellcheck: false,
      role: "combobox", "aria-label": label, "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list",
      on: { input: () => this.open(), keydown: (event) => this.key(event), focus: () => this.open() },
    });
    this.list = make("ul", { id: list, className: "hits card", role: "listbox", hidden: true, "aria-label": label });
    this.news = make("span", { className: "unseen", role: "status" });
    host.append(this.input, this.list, this.news);
    host.addEventListener("focusout", (event) => host.contains(event.relatedTarget) || this.close());
  }

  open() {
    const text = this.input.value;
    this.found = this.graph.find(text, HITS);
    this.list.replaceChildren(...this.found.map((node, place) => this.row(node, place)));
    if (text.trim() && !this.found.length) {
      this.list.append(make("li", { className: "nothing", textContent: this.graph.say.search_none }));
    }
    this.list.hidden = !text.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    const message = this.found.length ? this.graph.say.search_hits : this.graph.say.search_none;
    this.news.textContent = text.trim() ? fill(message, { n: this.found.length }) : "";
    this.choose(this.found.length ? 0 : -1);
  }

  row(node, place) {
    const { type, label } = this.graph.nodes[node];
    const wanted = folded(this.input.value.trim());
    const alias = folded(label).includes(wanted) ? "" : this.graph.names(node).find((name) => folded(name).includes(wanted));
    const kind = this.graph.types[type];
    return make("li", {
      role: "option", id: `${this.list.id}-${place}`,
      on: { mousedown: (event) => event.preventDefault(), click: () => this.pick(node) },
    }, dot(kind.color), nameOf(label, "hit"), alias ? nameOf(alias, "soft") : "", make("span", { className: "soft" }, kind.label));
  }

  choose(place) {
    this.chosen = place;
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === place)));
    this.input.setAttribute("aria-activedescendant", place < 0 ? "" : `${this.list.id}-${place}`);
    this.list.children[place]?.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const last = this.found?.length ?? 0;
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && last && !this.list.hidden) this.pick(this.found[this.chosen]);
    else if (event.key === "ArrowDown" && last) this.choose((this.chosen + 1) % last);
    else if (event.key === "ArrowUp" && last) this.choose((this.chosen + last - 1) % last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  pick(node) {
    this.input.value = "";
    this.close();
    this.onPick(node);
  }
}

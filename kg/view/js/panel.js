const ROWS = 12;
const BEST = 15;

/** The side panel: overview, one entity, one or more facts, or a path. */
class Panel {
  constructor(graph, canvas, host, acts) {
    this.graph = graph;
    this.canvas = canvas;
    this.host = host;
    this.acts = acts;
    this.evidence = new Evidence(graph, acts.node);
  }

  show(kind, ...children) {
    this.host.dataset.kind = kind;
    this.host.replaceChildren(...children);
    this.host.scrollTop = 0;
  }

  back() {
    return button(`← ${this.graph.say.back}`, this.acts.overview, "quiet back");
  }

  overview() {
    const { say, nodes, edges, sources } = this.graph;
    const size = fill(say.overview_size, { nodes: nodes.length, edges: edges.length, articles: sources.length });
    const best = this.graph.ranked().slice(0, BEST).filter((node) => this.graph.degree(node));
    this.show("overview",
      make("h2", {}, say.overview), make("p", {}, size), make("p", { className: "soft" }, say.overview_hint),
      make("h3", {}, say.best),
      make("ol", { className: "best" }, ...best.map((node) => make("li", {}, this.evidence.link(node), this.count(node)))));
  }

  count(node) {
    return make("span", { className: "soft number" }, String(this.graph.degree(node)));
  }

  node(node) {
    const { say, nodes, types } = this.graph;
    const { label, type, names = [], start, end } = nodes[node];
    const { label: kind, color } = types[type];
    const about = make("p", { className: "soft kind" }, dot(color), `${kind} · ${fill(say.degree, { n: this.graph.degree(node) })}`);
    const facts = [];
    if (names.length) facts.push(make("dt", {}, say.also), make("dd", {}, ...names.map((name) => nameOf(name, "alias"))));
    if (start) facts.push(make("dt", {}, say.held), make("dd", {}, span(start, end)));
    this.show("node", this.back(), make("h2", {}, nameOf(label)), about,
      make("dl", {}, ...facts), this.nodeActs(node), ...this.groups(node));
  }

  nodeActs(node) {
    const { say } = this.graph;
    const hidden = this.canvas.hidden(node).length;
    const acts = make("div", { className: "acts" });
    if (hidden) acts.append(button(fill(say.expand, { n: Math.min(hidden, EXPAND_AT_ONCE) }), () => this.acts.expand(node), "main"));
    acts.append(button(say.path_from, () => this.acts.pathFrom(node)));
    return acts;
  }

  /** The facts of an entity, by relation and direction. */
  groups(node) {
    const groups = new Map();
    for (const edge of this.graph.around[node]) {
      if (!this.canvas.filters.passes(edge)) continue;
      const { relation, from } = this.graph.edges[edge];
      const { label, reverse } = this.graph.relations[relation];
      const heading = from === node || !reverse ? label : reverse;
      if (!groups.has(heading)) groups.set(heading, []);
      groups.get(heading).push(edge);
    }
    return [...groups].map(([heading, edges]) => this.group(heading, edges, node));
  }

  group(heading, edges, node) {
    const list = make("ul", { className: "facts" });
    const latest = (edge) => this.graph.edges[edge].last || "";
    const rows = edges.sort((a, b) => latest(b).localeCompare(latest(a))).map((edge) => () => this.row(edge, node));
    this.fillList(list, rows);
    return make("section", { className: "group" }, make("h3", {}, heading, make("span", { className: "soft number" }, String(edges.length))), list);
  }

  /** Put the first rows into a list, and a button that brings the next ones. */
  fillList(list, rows) {
    list.append(...rows.slice(0, ROWS).map((row) => row()));
    if (rows.length <= ROWS) return;
    const more = make("li", {}, button(fill(this.graph.say.more, { n: rows.length - ROWS }), () => {
      more.remove();
      this.fillList(list, rows.slice(ROWS));
      list.children[list.children.length - 1].querySelector("summary, button")?.focus();
    }, "quiet"));
    list.append(more);
  }

  row(edge, node) {
    const details = make("details", { className: `fact ${lineOf(this.graph.edges[edge], this.graph.doubtful)}` },
      make("summary", {}, nameOf(this.graph.nodes[this.graph.other(edge, node)].label), this.evidence.badges(edge)));
    details.addEventListener("toggle", () => {
      if (details.open && details.children.length === 1) {
        const go = make("p", {}, this.evidence.link(this.graph.other(edge, node)));
        details.append(...this.evidence.quotes(edge), go);
      }
      if (details.open) this.acts.point(node, edge);
    });
    return make("li", {}, details);
  }

  edges(edges) {
    const parts = edges.map((edge) =>
      make("article", {}, this.evidence.triple(edge), this.evidence.badges(edge), ...this.evidence.quotes(edge)));
    this.show("edge", this.back(), ...parts);
  }

  /** Ask for the other end of a path. */
  askPath(from) {
    const { say } = this.graph;
    const box = make("div", { className: "search", id: "path-search" });
    this.show("path", this.back(), make("h2", {}, say.path), this.evidence.link(from), make("p", { className: "soft" }, say.path_pick), box,
      make("div", { className: "acts" }, button(say.cancel, () => this.acts.node(from))));
    new SearchBox(box, this.graph, say.search, this.acts.pathTo).input.focus();
  }

  path(from, to, edges) {
    const { say } = this.graph;
    const heading = make("h2", {}, say.path);
    if (edges === null) {
      this.show("path", this.back(), heading, make("div", { className: "triple" }, this.evidence.link(from), this.evidence.link(to)), make("p", {}, say.path_none));
      return;
    }
    const steps = edges.map((edge) => make("li", {}, this.evidence.triple(edge), this.evidence.badges(edge), ...this.evidence.quotes(edge)));
    this.show("path", this.back(), heading, make("p", { className: "soft" }, fill(say.path_found, { n: edges.length })), make("ol", { className: "steps" }, ...steps));
  }
}

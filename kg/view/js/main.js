/** Joins canvas, panel, filters and search. */
class Explorer {
  constructor(graph) {
    this.graph = graph;
    this.filters = new Filters(graph);
    this.canvas = new Canvas(graph, this.filters, byId("canvas"));
    this.pathStart = null;
    const acts = {
      node: (node) => this.visit(node),
      overview: () => this.overview(),
      expand: (node) => this.expand(node),
      pathFrom: (node) => this.askPath(node),
      pathTo: (node) => this.pathTo(node),
      point: (node, edge) => this.canvas.mark([node, graph.other(edge, node)], graph.around[node]),
    };
    this.panel = new Panel(graph, this.canvas, byId("panel"), acts);
    this.search = new SearchBox(byId("search"), graph, graph.say.search, (node) => this.visit(node));
    this.network = this.canvas.network;
    this.bindCanvas();
    this.bindTools();
    this.bindFilters();
    if (graph.focus >= 0) this.select(graph.focus);
    else this.overview();
    this.count();
  }

  bindCanvas() {
    this.network.on("click", ({ nodes, edges }) => {
      if (nodes.length) this.select(nodes[nodes.length - 1]);
      else if (edges.length) this.selectEdges(edges);
      else this.overview();
    });
    this.network.on("doubleClick", ({ nodes }) => nodes.length && this.expand(nodes[0]));
    const pointer = (style) => () => { byId("canvas").style.cursor = style; };
    for (const thing of ["Node", "Edge"]) {
      this.network.on(`hover${thing}`, pointer("pointer"));
      this.network.on(`blur${thing}`, pointer(""));
    }
    byId("canvas").addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", (event) => this.shortcut(event));
  }

  key(event) {
    const moves = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
    if (moves[event.key]) this.canvas.pan(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.canvas.zoom(1.3);
    else if (event.key === "-") this.canvas.zoom(1 / 1.3);
    else if (event.key === "0") this.canvas.fit();
    else return;
    event.preventDefault();
  }

  /** `/` leads to the search, Escape back to the overview. */
  shortcut(event) {
    const writing = event.target.matches("input");
    if (event.key === "/" && !writing) this.search.input.focus();
    else if (event.key === "Escape" && !writing) this.overview();
    else return;
    event.preventDefault();
  }

  bindTools() {
    const { nodes, first, say } = this.graph;
    const all = byId("all");
    all.hidden = first.length === 0;
    all.textContent = fill(nodes.length <= SHOW_AT_MOST ? say.show_all : say.show_most, { n: Math.min(nodes.length, SHOW_AT_MOST) });
    const click = (id, act) => byId(id).addEventListener("click", act);
    click("all", () => { this.canvas.showAll(); this.overview(); this.count(); });
    click("fit", () => this.canvas.fit());
    click("in", () => this.canvas.zoom(1.3));
    click("out", () => this.canvas.zoom(1 / 1.3));
    click("reset", () => { this.clearFilters(); this.canvas.reset(); this.overview(); this.count(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.canvas.recolor());
  }

  bindFilters() {
    const { types, relations, nodes, edges, say } = this.graph;
    byId("types").append(...chips(types, tally(nodes, "type"), this.filters, "hiddenTypes", () => this.filtered()));
    byId("relations").append(...chips(relations, tally(edges, "relation"), this.filters, "hiddenRelations", () => this.filtered()));
    byId("lines").append(...Object.keys(DASHES).map((line) => make("li", { className: line }, say[`line_${line}`])));
    for (const bound of ["since", "until"]) {
      byId(bound).addEventListener("change", () => { this.filters[bound] = byId(bound).value; this.filtered(); });
    }
    byId("clear").addEventListener("click", () => { this.clearFilters(); this.filtered(); });
  }

  clearFilters() {
    this.filters.clear();
    byId("since").value = byId("until").value = "";
    for (const chip of document.querySelectorAll("button.chip")) chip.setAttribute("aria-pressed", "true");
  }

  filtered() {
    this.canvas.update();
    this.count();
  }

  count() {
    const { nodes, edges } = this.canvas;
    const sizes = { nodes: nodes.length, allNodes: this.graph.nodes.length, edges: edges.length, allEdges: this.graph.edges.length };
    byId("status").textContent = fill(this.graph.say.status, sizes);
    byId("notice").hidden = nodes.length > 0;
    byId("notice").textContent = nodes.length ? "" : this.graph.say.filtered_out;
  }

  overview() {
    this.pathStart = null;
    this.canvas.mark([], []);
    this.panel.overview();
  }

  /** Bring a node into view and show what is known of it. */
  visit(node) {
    this.canvas.visit(node);
    this.count();
    this.select(node);
  }

  select(node) {
    if (this.pathStart !== null && this.pathStart !== node) {
      this.pathTo(node);
      return;
    }
    this.pathStart = null;
    this.canvas.mark([node], this.graph.around[node]);
    this.panel.node(node);
  }

  selectEdges(edges) {
    this.canvas.mark([], edges);
    this.panel.edges(edges);
  }

  expand(node) {
    this.canvas.expand(node);
    this.count();
    this.select(node);
  }

  askPath(node) {
    this.pathStart = node;
    this.panel.askPath(node);
  }

  pathTo(node) {
    const from = this.pathStart;
    this.pathStart = null;
    const edges = this.graph.path(from, node, (edge) => this.filters.passes(edge));
    this.panel.path(from, node, edges);
    if (!edges) return;
    const nodes = [from];
    for (const edge of edges) {
      const next = this.graph.other(edge, nodes[nodes.length - 1]);
      this.canvas.reveal(nodes[nodes.length - 1], [next]);
      nodes.push(next);
    }
    this.canvas.update();
    this.count();
    this.canvas.mark(nodes, edges);
    this.canvas.fit(nodes);
  }
}

/** How many items there are of each number in a field. */
function tally(items, field) {
  const counts = new Map();
  for (const item of items) counts.set(item[field], (counts.get(item[field]) || 0) + 1);
  return counts;
}

/** Switches for the kinds that occur. */
function chips(kinds, counts, filters, hidden, changed) {
  return kinds.flatMap(({ label, color }, number) => {
    if (!counts.has(number)) return [];
    const chip = button("", () => {
      Filters.toggle(filters[hidden], number);
      chip.setAttribute("aria-pressed", String(!filters[hidden].has(number)));
      changed();
    }, "chip");
    chip.setAttribute("aria-pressed", "true");
    chip.append(...(color ? [dot(color)] : []), label, make("span", { className: "number" }, String(counts.get(number))));
    return [chip];
  });
}

/** A page without entities says so and offers nothing to click. */
function showEmpty(say) {
  document.body.classList.add("empty");
  byId("notice").hidden = false;
  byId("notice").replaceChildren(make("strong", {}, say.empty), make("span", {}, say.empty_hint));
}

async function start() {
  if (typeof DecompressionStream === "undefined") {
    byId("notice").hidden = false;
    byId("notice").textContent = byId("notice").dataset.unreadable;
    return;
  }
  const graph = new Graph(await unpack());
  if (graph.nodes.length) window.explorer = new Explorer(graph);
  else showEmpty(graph.say);
  requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; });
}

start();

const EXPAND_AT_ONCE = 60;
const SHOW_AT_MOST = 5000;
const MANY = 1500;
const TURN = Math.PI * (3 - Math.sqrt(5));

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { shape: "dot", borderWidthSelected: 3, chosen: false },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, selectionWidth: 1.2, smooth: false },
  interaction: { hover: true, multiselect: true, selectConnectedEdges: true, tooltipDelay: 1e9 },
};

/** The part of the graph that is shown, in vis-network. */
class Canvas {
  constructor(graph, filters, host) {
    this.graph = graph;
    this.filters = filters;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(host, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.labels = new Labels(graph, getComputedStyle(document.body).fontFamily);
    this.bends = bendsOf(graph);
    this.marked = { nodes: [], edges: [] };
    this.network.on("afterDrawing", (context) => this.drawLabels(context));
    this.reset();
  }

  /** Back to the part that the page opens with. */
  reset() {
    const { first, nodes } = this.graph;
    const opening = first.length ? first : nodes.map(({ x, y }, node) => ({ node, x, y }));
    this.places = new Map(opening.map(({ node, x, y }) => [node, { x, y }]));
    this.update();
    this.fit();
  }

  /** Show everything, or the best connected, at the places computed for the whole graph. */
  showAll() {
    const nodes = this.graph.ranked().slice(0, SHOW_AT_MOST);
    this.places = new Map(nodes.map((node) => [node, { x: this.graph.nodes[node].x, y: this.graph.nodes[node].y }]));
    this.update();
    this.fit();
  }

  hidden(node) {
    const others = this.graph.around[node].filter((edge) => this.filters.passes(edge));
    const missing = new Set(others.map((edge) => this.graph.other(edge, node)).filter((other) => !this.places.has(other)));
    return [...missing].sort((a, b) => this.graph.degree(b) - this.graph.degree(a));
  }

  /** Show more neighbours of a node, on a spiral around it. */
  expand(node) {
    this.reveal(node, this.hidden(node).slice(0, EXPAND_AT_ONCE));
    this.update();
  }

  /** Give nodes that have no place yet one near `near`. */
  reveal(near, nodes) {
    const centre = this.places.get(near) || this.network.getViewPosition();
    nodes.filter((node) => !this.places.has(node)).forEach((node, step) => {
      const distance = 90 + 26 * Math.sqrt(step);
      const angle = step * TURN;
      this.places.set(node, { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) });
    });
  }

  /** Bring what vis-network holds in line with the places and the filters. */
  update() {
    const kept = [...this.places.keys()].filter((node) => this.filters.keeps(node));
    const inView = new Set(kept);
    const lines = new Set();
    for (const node of kept) {
      for (const edge of this.graph.around[node]) {
        if (inView.has(this.graph.other(edge, node)) && this.filters.passes(edge)) lines.add(edge);
      }
    }
    exchange(this.edges, lines, (edge) => this.lineFor(edge), () =>
      exchange(this.nodes, inView, (node) => this.dotFor(node)));
    this.order = kept.sort((a, b) => this.graph.degree(b) - this.graph.degree(a) || a - b);
    const busy = lines.size > MANY;
    this.network.setOptions({ interaction: { hideEdgesOnDrag: busy, hideEdgesOnZoom: busy, hover: !busy } });
  }

  dotFor(node) {
    const { type } = this.graph.nodes[node];
    const { color } = this.graph.types[type];
    const more = this.graph.around[node].some((edge) => !this.places.has(this.graph.other(edge, node)));
    const border = more ? themeColorCached("--ring") : themeColorCached("--stage");
    const colors = { background: color, border };
    return {
      id: node,
      ...this.places.get(node),
      size: Math.min(26, 6 + 2.2 * Math.sqrt(this.graph.degree(node))),
      borderWidth: more ? 2 : 1,
      color: { ...colors, highlight: { background: color, border: themeColorCached("--ink") }, hover: colors },
    };
  }

  lineFor(number) {
    const edge = this.graph.edges[number];
    const line = lineOf(edge, this.graph.doubtful);
    const color = themeColorCached(line === "solid" ? "--line" : "--line-soft");
    const accent = themeColorCached("--accent");
    const symmetric = !this.graph.relations[edge.relation].reverse;
    return {
      id: number, from: edge.from, to: edge.to,
      dashes: DASHES[line],
      width: Math.min(4, 0.8 + 0.5 * Math.log2(1 + (edge.stories || 1))),
      color: { color, highlight: accent, hover: accent },
      smooth: this.bends.get(number) || false,
      arrows: symmetric ? "" : "to",
    };
  }

  /** Take the theme's colours anew. */
  recolor() {
    themeColors.clear();
    this.labels.recolor();
    this.update();
  }

  drawLabels(context) {
    const { nodes, edges } = this.marked;
    const near = new Set(nodes);
    const far = edges.flatMap((edge) => [this.graph.edges[edge].from, this.graph.edges[edge].to]);
    const order = [...new Set([...nodes, ...far, ...(this.order || [])])];
    const few = this.edges.length <= 40 && !edges.length ? this.edges.getIds() : edges.slice(0, 60);
    this.labels.draw(context, this.network, order, few, near);
  }

  /** Mark nodes and edges; the edges of a single node are marked with it. */
  mark(nodes, edges) {
    const there = nodes.filter((node) => this.nodes.get(node));
    const lines = edges.filter((edge) => this.edges.get(edge));
    this.network.setSelection({ nodes: there, edges: lines }, { highlightEdges: false });
    this.marked = { nodes: there, edges: lines };
    this.network.redraw();
  }

  /** Bring a node into view, showing it and its neighbours if it was not there. */
  visit(node) {
    if (!this.places.has(node)) {
      const known = this.graph.around[node].map((edge) => this.graph.other(edge, node)).find((other) => this.places.has(other));
      this.reveal(known, [node]);
      this.expand(node);
    }
    this.update();
    if (this.nodes.get(node)) this.network.focus(node, { scale: Math.max(0.9, this.network.getScale()), animation: MOTION });
  }

  fit(nodes) {
    this.network.fit({ ...(nodes && { nodes }), animation: nodes ? MOTION : false, maxZoomLevel: 1.4 });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: MOTION });
  }

  pan(x, y) {
    const scale = this.network.getScale();
    const { x: left, y: top } = this.network.getViewPosition();
    this.network.moveTo({ position: { x: left + x / scale, y: top + y / scale } });
  }
}

const MOTION = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
const themeColors = new Map();

function themeColorCached(name) {
  if (!themeColors.has(name)) themeColors.set(name, themeColor(name));
  return themeColors.get(name);
}

/** Make a data set hold `wanted` and nothing else; `between` runs when the superfluous is out. */
function exchange(set, wanted, describe, between = () => {}) {
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  between();
  set.update([...wanted].map(describe));
}

/** How far each of several edges between the same two nodes bends, and to which side. */
function bendsOf(graph) {
  const pairs = new Map();
  graph.edges.forEach(({ from, to }, number) => {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(number);
  });
  const bends = new Map();
  for (const numbers of pairs.values()) {
    if (numbers.length === 1) continue;
    numbers.forEach((number, place) => {
      const offset = place - (numbers.length - 1) / 2;
      const clockwise = offset > 0 === graph.edges[number].from < graph.edges[number].to;
      const type = clockwise ? "curvedCW" : "curvedCCW";
      if (offset) bends.set(number, { enabled: true, type, roundness: Math.min(0.9, 0.16 * Math.abs(offset)) });
    });
  }
  return bends;
}

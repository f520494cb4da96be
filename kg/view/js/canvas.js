const EXPAND_AT_ONCE = 60;
const SHOW_AT_MOST = 5000;
const MANY = 1500;
const APART = 46;
const TURN = Math.PI * (3 - Math.sqrt(5));
const MOTION = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { chosen: false },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, selectionWidth: 0.6, hoverWidth: 0.4, smooth: false },
  interaction: { hover: true, multiselect: true, selectConnectedEdges: true, tooltipDelay: 1e9 },
};

/** The part of the graph that is shown, in vis-network. */
class Canvas {
  constructor(graph, filters, host) {
    this.graph = graph;
    this.filters = filters;
    this.marked = { nodes: [], edges: [], near: new Set() };
    this.order = [];
    this.thickness = 1;
    this.theme = new Theme();
    this.dots = new Dots(this);
    this.labels = new Labels(graph, this.theme);
    this.bends = bendsOf(graph);
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(host, { nodes: this.nodes, edges: this.edges }, OPTIONS);
    this.network.on("beforeDrawing", () => this.dots.begin(this.network.getScale()));
    for (const event of ["zoom", "animationFinished"]) this.network.on(event, () => this.thicken());
    this.network.on("afterDrawing", (context) => this.drawLabels(context));
    this.reset();
  }

  /** Back to the part that the page opens with. */
  reset() {
    const { first, nodes } = this.graph;
    this.show(first.length ? first : nodes.map(({ x, y }, node) => ({ node, x, y })));
  }

  /** Show everything, or the best connected, at the places computed for the whole graph. */
  showAll() {
    const nodes = this.graph.ranked().slice(0, SHOW_AT_MOST);
    this.show(nodes.map((node) => ({ node, x: this.graph.nodes[node].x, y: this.graph.nodes[node].y })));
  }

  show(placed) {
    this.places = new Map(placed.map(({ node, x, y }) => [node, { x, y }]));
    this.edges.clear();
    this.nodes.clear();
    this.update();
    this.fit();
  }

  /** Neighbours of a node that are not shown, best connected first. */
  hidden(node) {
    const passing = this.graph.around[node].filter((edge) => this.filters.passes(edge));
    const others = new Set(passing.map((edge) => this.graph.other(edge, node)));
    return [...others].filter((other) => !this.places.has(other)).sort((a, b) => this.graph.degree(b) - this.graph.degree(a));
  }

  /** Show more neighbours of a node, around it. */
  expand(node) {
    this.reveal(node, this.hidden(node).slice(0, EXPAND_AT_ONCE));
    this.update();
  }

  /** Give nodes that have no place the nearest free ones around `near`, or beside everything. */
  reveal(near, nodes) {
    const centre = this.places.get(near) || this.beside();
    let step = near === undefined ? 0 : 3;
    for (const node of nodes.filter((one) => !this.places.has(one))) {
      let place = onSpiral(centre, step);
      while (this.crowded(place)) place = onSpiral(centre, (step += 1));
      this.places.set(node, place);
    }
  }

  /** A place to the right of all that is shown. */
  beside() {
    const places = [...this.places.values()];
    const right = Math.max(0, ...places.map(({ x }) => x));
    return { x: right + 6 * APART, y: 0 };
  }

  crowded({ x, y }) {
    for (const other of this.places.values()) {
      if (Math.abs(other.x - x) < APART * 1.3 && Math.abs(other.y - y) < APART) return true;
    }
    return false;
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
    remove(this.edges, lines);
    remove(this.nodes, inView);
    this.nodes.update(kept.map((node) => ({ id: node, ...this.places.get(node), ...this.dots.optionsOf(node) })));
    const busy = lines.size > MANY;
    this.edges.update([...lines].map((edge) => this.lineOf(edge, busy)));
    this.order = kept.sort((a, b) => this.graph.degree(b) - this.graph.degree(a) || a - b);
    this.network.setOptions({ interaction: { hideEdgesOnDrag: busy, hideEdgesOnZoom: busy, hover: !busy } });
  }

  /** A fact as vis-network takes it; among very many, arrowheads would only slow the picture. */
  lineOf(number, busy) {
    const edge = this.graph.edges[number];
    const line = lineOf(edge, this.graph.doubtful);
    return {
      id: number, from: edge.from, to: edge.to,
      dashes: DASHES[line],
      width: this.widthOf(edge),
      color: this.colorsOf(number),
      smooth: this.bends.get(number) || false,
      arrows: !busy && this.graph.relations[edge.relation].reverse ? "to" : "",
    };
  }

  colorsOf(number) {
    const accent = this.theme.of("--accent");
    const solid = lineOf(this.graph.edges[number], this.graph.doubtful) === "solid";
    const faded = this.marked.near.size && this.edges.length <= MANY && !this.marked.edges.includes(number);
    return { color: this.theme.of(faded ? "--line-faint" : solid ? "--line" : "--line-soft"), highlight: accent, hover: accent };
  }

  widthOf(edge) {
    return this.thickness * Math.min(3.5, 0.6 + 0.5 * Math.log2(1 + (edge.stories || 1)));
  }

  /** Keep lines visible when one zooms out. */
  thicken() {
    const thickness = Math.max(1, 0.75 / this.network.getScale());
    if (Math.abs(Math.log(thickness / this.thickness)) < 0.3 || this.edges.length > MANY) return;
    this.thickness = thickness;
    this.edges.update(this.edges.getIds().map((id) => ({ id, width: this.widthOf(this.graph.edges[id]) })));
  }

  /** Take the theme's colours anew. */
  recolor() {
    this.theme.clear();
    this.update();
  }

  drawLabels(context) {
    const { edges, near } = this.marked;
    const few = this.edges.length <= 40 && !edges.length ? this.edges.getIds() : edges.slice(0, 60);
    this.labels.draw(context, this.network, { order: [...near, ...this.order], edges: few, marked: this.marked });
  }

  /** Mark nodes and edges; whatever they do not touch recedes. */
  mark(nodes, edges) {
    const there = nodes.filter((node) => this.nodes.get(node));
    const lines = edges.filter((edge) => this.edges.get(edge));
    const ends = lines.flatMap((edge) => [this.graph.edges[edge].from, this.graph.edges[edge].to]);
    this.network.setSelection({ nodes: there, edges: lines }, { highlightEdges: false });
    this.marked = { nodes: there, edges: lines, near: new Set([...there, ...ends]) };
    if (this.edges.length <= MANY) this.edges.update(this.edges.getIds().map((id) => ({ id, color: this.colorsOf(id) })));
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
    if (!MOTION) this.thicken();
  }

  fit(nodes) {
    this.network.fit({ ...(nodes && { nodes }), animation: nodes ? MOTION : false, maxZoomLevel: 1.2 });
    if (!nodes) this.network.moveTo({ scale: 0.9 * this.network.getScale() });
    this.thicken();
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

function onSpiral({ x, y }, step) {
  const distance = APART * Math.sqrt(step);
  return { x: x + 1.3 * distance * Math.cos(step * TURN), y: y + distance * Math.sin(step * TURN) };
}

/** Take out of a data set what is not wanted. */
function remove(set, wanted) {
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
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
      if (offset) bends.set(number, { enabled: true, type, roundness: Math.min(0.9, 0.2 * Math.abs(offset)) });
    });
  }
  return bends;
}

const LABEL_SIZE = 13;
const LABEL_CELL = 6;
const LABEL_LETTERS = 14;
const MOST_LABELS = 160;
const MOST_TRIED = 500;
const MOST_FADED = 30;
const LEADING = 16;
const ROOM = { x: 4, y: 1 };

/** Draws names below nodes, each only where no other name stands. */
class Labels {
  constructor(graph, theme) {
    this.graph = graph;
    this.theme = theme;
    this.family = getComputedStyle(document.body).fontFamily;
    this.widths = new Map();
  }

  /** Draw names of nodes, most important first, and of edges in the middle of their lines. */
  draw(context, network, { order, edges, marked }) {
    this.begin(context, network);
    this.leading = new Set(marked.near.size ? [] : order.slice(0, LEADING));
    this.keepDotsFree(order);
    const chosen = new Set(marked.nodes);
    for (const node of chosen) this.drawNode(node, true, true);
    for (const edge of edges) this.drawEdge(edge);
    const most = marked.near.size ? marked.near.size + MOST_FADED : MOST_LABELS;
    const done = new Set(chosen);
    let tries = MOST_TRIED;
    for (const node of order) {
      if (done.size >= most || tries === 0) break;
      if (done.has(node) || !this.inView(node)) continue;
      tries -= 1;
      if (this.drawNode(node, false, !marked.near.size || marked.near.has(node))) done.add(node);
    }
    context.restore();
  }

  begin(context, network) {
    const { frame } = network.canvas;
    this.context = context;
    this.network = network;
    this.scale = network.getScale();
    this.origin = network.DOMtoCanvas({ x: 0, y: 0 });
    this.width = frame.clientWidth;
    this.height = frame.clientHeight;
    this.taken = new Set();
    this.dots = new Set();
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / this.scale;
    context.strokeStyle = this.theme.of("--stage");
  }

  /** Names stand beside dots, not on them. */
  keepDotsFree(nodes) {
    for (const node of nodes) {
      if (!this.inView(node)) continue;
      const body = this.network.body.nodes[node];
      const radius = (body.shape.height / 1.85) * this.scale;
      const x = (body.x - this.origin.x) * this.scale;
      const y = (body.y - this.origin.y) * this.scale;
      for (const cell of cellsOf(x - radius / 2, y - radius / 2, radius, radius)) this.dots.add(cell);
    }
  }

  inView(node) {
    const body = this.network.body.nodes[node];
    if (!body) return false;
    const x = (body.x - this.origin.x) * this.scale;
    const y = (body.y - this.origin.y) * this.scale;
    return x > -100 && y > -40 && x < this.width + 100 && y < this.height + 40;
  }

  drawNode(node, chosen, clear) {
    const body = this.network.body.nodes[node];
    if (!body) return false;
    const leads = this.leading.has(node);
    const text = chosen ? this.graph.nodes[node].label : shortened(this.graph.nodes[node].label);
    const style = { color: this.theme.of(chosen || leads ? "--ink" : "--ink-soft"), weight: chosen || leads ? 600 : 400 };
    const blocked = chosen || leads ? [this.taken] : [this.taken, this.dots];
    this.context.globalAlpha = clear ? 1 : 0.4;
    const places = this.besides(body, this.measure(text, style.weight));
    const done = places.some(([x, y]) => this.put(text, x, y, style, blocked)) || (chosen && this.put(text, ...places[0], style, []));
    this.context.globalAlpha = 1;
    return done;
  }

  /** Middles of a name of this width below, right, left and above a node, in the order in which they are tried. */
  besides(body, width) {
    const radius = body.shape.height / 1.85;
    const high = radius + (LABEL_SIZE * 0.5 + 5) / this.scale;
    const wide = radius + (width * 0.5 + 6) / this.scale;
    return [[body.x, body.y + high], [body.x + wide, body.y], [body.x - wide, body.y], [body.x, body.y - high]];
  }

  drawEdge(number) {
    const line = this.network.body.edges[number];
    if (!line || !line.connected) return;
    const middle = line.edgeType.getPoint(0.5);
    const { label } = this.graph.relations[this.graph.edges[number].relation];
    this.put(label, middle.x, middle.y, { color: this.theme.of("--accent"), weight: 500 }, [this.taken]);
  }

  /** Draw a text around a point of the canvas if it is in view and no cell under it is blocked. */
  put(text, x, y, { color, weight }, blocked) {
    const width = this.measure(text, weight);
    const left = (x - this.origin.x) * this.scale - width / 2;
    const top = (y - this.origin.y) * this.scale - LABEL_SIZE / 2;
    if (left > this.width || left + width < 0 || top > this.height || top < -LABEL_SIZE) return false;
    const cells = cellsOf(left - ROOM.x, top - ROOM.y, width + 2 * ROOM.x, LABEL_SIZE + 2 * ROOM.y);
    if (blocked.some((taken) => cells.some((cell) => taken.has(cell)))) return false;
    for (const cell of cells) this.taken.add(cell);
    this.context.font = this.font(weight, LABEL_SIZE / this.scale);
    this.context.fillStyle = color;
    this.context.strokeText(text, x, y);
    this.context.fillText(text, x, y);
    return true;
  }

  font(weight, size) {
    return `${weight} ${size}px ${this.family}`;
  }

  /** Width of a text in pixels of the screen. */
  measure(text, weight) {
    const key = `${weight} ${text}`;
    if (!this.widths.has(key)) {
      this.context.font = this.font(weight, LABEL_SIZE);
      this.widths.set(key, this.context.measureText(text).width);
    }
    return this.widths.get(key);
  }
}

function shortened(name) {
  const letters = Array.from(name);
  return letters.length <= LABEL_LETTERS ? name : letters.slice(0, LABEL_LETTERS - 1).join("") + "…";
}

/** The cells of the collision grid under a rectangle of the screen. */
function cellsOf(left, top, width, height) {
  const cells = [];
  for (let x = Math.floor(left / LABEL_CELL); x <= (left + width) / LABEL_CELL; x += 1) {
    for (let y = Math.floor(top / LABEL_CELL); y <= (top + height) / LABEL_CELL; y += 1) cells.push(x * 65536 + y);
  }
  return cells;
}

const LABEL_SIZE = 13;
const LABEL_CELL = 6;
const LABEL_LETTERS = 14;
const MOST_LABELS = 220;

/** Draws names beside nodes, each only where no other name stands. */
class Labels {
  constructor(graph, family) {
    this.graph = graph;
    this.family = family;
    this.widths = new Map();
    this.recolor();
  }

  recolor() {
    this.ink = themeColor("--ink");
    this.faint = themeColor("--ink-soft");
    this.paper = themeColor("--stage");
    this.accent = themeColor("--accent");
  }

  /** Draw names of `nodes`, most important first, and of `edges` in the middle of their lines. */
  draw(context, network, nodes, edges, strong) {
    this.begin(context, network);
    for (const edge of edges) this.drawEdge(edge);
    let left = MOST_LABELS;
    for (const node of nodes) {
      if (left === 0) break;
      if (this.drawNode(node, strong.has(node))) left -= 1;
    }
    context.restore();
  }

  begin(context, network) {
    const frame = network.canvas.frame;
    this.context = context;
    this.network = network;
    this.scale = network.getScale();
    this.origin = network.DOMtoCanvas({ x: 0, y: 0 });
    this.width = frame.clientWidth;
    this.height = frame.clientHeight;
    this.taken = new Set();
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / this.scale;
    context.strokeStyle = this.paper;
  }

  drawNode(node, strong) {
    const body = this.network.body.nodes[node];
    if (!body) return false;
    const name = this.graph.nodes[node].label;
    const letters = Array.from(name);
    const short = strong || letters.length <= LABEL_LETTERS;
    const text = short ? name : letters.slice(0, LABEL_LETTERS - 1).join("") + "…";
    const below = body.options.size + (LABEL_SIZE * 0.5 + 4) / this.scale;
    return this.put(text, body.x, body.y + below, strong ? this.ink : this.faint, strong ? 600 : 400, strong);
  }

  drawEdge(number) {
    const line = this.network.body.edges[number];
    if (!line || !line.connected) return;
    const edge = this.graph.edges[number];
    const middle = line.edgeType.getPoint(0.5);
    this.put(this.graph.relations[edge.relation].label, middle.x, middle.y, this.accent, 500, false);
  }

  /** Draw a text around a point of the canvas if it is in view and free. */
  put(text, x, y, color, weight, always) {
    const left = (x - this.origin.x) * this.scale - this.measure(text, weight) / 2;
    const top = (y - this.origin.y) * this.scale - LABEL_SIZE / 2;
    if (left > this.width || top > this.height || top < -LABEL_SIZE) return false;
    const cells = this.cells(left, top, this.measure(text, weight));
    if (!always && cells.some((cell) => this.taken.has(cell))) return false;
    for (const cell of cells) this.taken.add(cell);
    this.context.font = this.font(weight, LABEL_SIZE / this.scale);
    this.context.fillStyle = color;
    this.context.strokeText(text, x, y);
    this.context.fillText(text, x, y);
    return true;
  }

  cells(left, top, width) {
    const cells = [];
    for (let x = Math.floor(left / LABEL_CELL); x <= (left + width) / LABEL_CELL; x += 1) {
      for (let y = Math.floor(top / LABEL_CELL); y <= (top + LABEL_SIZE) / LABEL_CELL; y += 1) {
        cells.push(x * 65536 + y);
      }
    }
    return cells;
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

const SMALLEST = 3.2;

/** Colours of the style sheet, for what is drawn on the canvas. */
class Theme {
  constructor() {
    this.clear();
  }

  clear() {
    this.colors = new Map();
    this.style = getComputedStyle(document.documentElement);
  }

  of(name) {
    if (!this.colors.has(name)) this.colors.set(name, this.style.getPropertyValue(name).trim());
    return this.colors.get(name);
  }
}

/** Draws nodes as dots that stay visible however far one zooms out. */
class Dots {
  constructor(canvas) {
    this.canvas = canvas;
    this.graph = canvas.graph;
    this.sizes = this.graph.nodes.map((_, node) => Math.min(24, 5 + 2.1 * Math.sqrt(this.graph.degree(node))));
    this.render = (frame) => this.draw(frame);
    this.begin(1);
  }

  begin(scale) {
    this.smallest = SMALLEST / scale;
    this.pixel = 1 / scale;
  }

  optionsOf(node) {
    const open = this.graph.around[node].some((edge) => !this.canvas.places.has(this.graph.other(edge, node)));
    return { shape: "custom", ctxRenderer: this.render, size: this.sizes[node], open };
  }

  /** Radius on the canvas: grows slower than the view shrinks. */
  radius(node) {
    const size = this.sizes[node];
    return Math.max(size, Math.min(size * 2.2, this.smallest * (0.6 + size / 12)), this.smallest);
  }

  draw({ ctx, id, x, y, state }) {
    const radius = this.radius(id);
    const drawNode = () => this.paint(ctx, id, x, y, radius, state);
    return { drawNode, nodeDimensions: { width: 1.85 * radius, height: 1.85 * radius } };
  }

  paint(context, node, x, y, radius, { selected, hover }) {
    const { theme, marked } = this.canvas;
    context.globalAlpha = marked.near.size && !marked.near.has(node) ? 0.28 : 1;
    this.disc(context, x, y, radius + 1.5 * this.pixel, theme.of("--stage"));
    this.disc(context, x, y, radius, this.graph.types[this.graph.nodes[node].type].color);
    if (selected || hover) this.ring(context, x, y, radius + 3 * this.pixel, theme.of(selected ? "--ink" : "--ring"), 2);
    else if (this.canvas.nodes.get(node)?.open) this.ring(context, x, y, radius + 2.5 * this.pixel, theme.of("--ring"), 1);
    context.globalAlpha = 1;
  }

  disc(context, x, y, radius, color) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }

  /** A ring; a thin one says that more neighbours can be shown. */
  ring(context, x, y, radius, color, width) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.lineWidth = width * this.pixel;
    context.strokeStyle = color;
    context.stroke();
  }
}

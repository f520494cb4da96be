/** Elements that show facts and the sentences behind them. */
class Evidence {
  constructor(graph, onNode) {
    this.graph = graph;
    this.onNode = onNode;
  }

  /** A button that leads to an entity. */
  link(node) {
    const { label, type } = this.graph.nodes[node];
    const chosen = () => this.onNode(node);
    return make("button", { type: "button", className: "link", on: { click: chosen } }, dot(this.graph.types[type].color), nameOf(label));
  }

  /** The fact in one line: subject, relation, object. */
  triple(number) {
    const edge = this.graph.edges[number];
    const { label, reverse } = this.graph.relations[edge.relation];
    const arrow = make("span", { className: "relation" }, label, make("span", { className: "arrow", "aria-hidden": "true" }, reverse ? "→" : "↔"));
    return make("div", { className: "triple" }, this.link(edge.from), arrow, this.link(edge.to));
  }

  /** Status, dates, confidence and number of reports, as far as they say something. */
  badges(number) {
    const { say, doubtful } = this.graph;
    const edge = this.graph.edges[number];
    const row = make("div", { className: "badges" });
    const add = (text, className = "") => row.append(make("span", { className: `badge ${className}` }, text));
    if (edge.planned) add(say.planned, "planned");
    if (edge.status) add(say[edge.status] || edge.status, "former");
    if (edge.confidence < doubtful) add(fill(say.confidence, { n: Math.round(100 * edge.confidence) }), "doubtful");
    if (edge.stories > 1) add(fill(say.stories, { n: edge.stories }));
    const dates = span(edge.first, edge.last);
    if (dates) add(dates, "date");
    return row;
  }

  /** Every sentence that states the fact, with where it can be read. */
  quotes(number) {
    const edge = this.graph.edges[number];
    if (!edge.quotes.length) return [make("p", { className: "soft" }, this.graph.say.no_evidence)];
    const names = [...this.graph.names(edge.from), ...this.graph.names(edge.to)];
    const figures = edge.quotes.map(([source, quote]) =>
      make("figure", { className: "quote" }, make("blockquote", { dir: "auto" }, ...emphasized(quote, names)), this.citation(source)));
    if (edge.more) figures.push(make("p", { className: "soft" }, fill(this.graph.say.earlier, { n: edge.more })));
    return figures;
  }

  citation(number) {
    const { id, title, paper, date, page, file } = this.graph.sources[number];
    const place = [paper, date, page && fill(this.graph.say.page, { n: page })].filter(Boolean).join(" · ");
    const parts = [place, title || file || id].filter(Boolean).map((text) => make("span", { dir: "auto" }, text));
    return make("figcaption", { title: id }, ...parts);
  }
}

/** One date, or two with a dash. */
function span(first, last) {
  if (!first || !last || first === last) return first || last || "";
  return `${first} – ${last}`;
}

/** The quote with the names of the two ends marked. */
function emphasized(quote, names) {
  const marks = names.filter((name) => name.length > 1 && quote.includes(name)).sort((a, b) => b.length - a.length);
  const parts = [];
  for (let place = 0, plain = 0; place <= quote.length; ) {
    const name = marks.find((mark) => quote.startsWith(mark, place));
    if (name || place === quote.length) {
      if (place > plain) parts.push(quote.slice(plain, place));
      if (!name) break;
      parts.push(make("mark", { textContent: name }));
      place += name.length;
      plain = place;
    } else place += 1;
  }
  return parts;
}

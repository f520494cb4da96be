/** What the reader has switched off, and the dates asked for. */
class Filters {
  constructor(graph) {
    this.graph = graph;
    this.clear();
  }

  clear() {
    this.hiddenTypes = new Set();
    this.hiddenRelations = new Set();
    this.since = "";
    this.until = "";
  }

  get dated() {
    return Boolean(this.since || this.until);
  }

  static toggle(set, item) {
    if (!set.delete(item)) set.add(item);
  }

  /** Does the fact pass? With dates asked for, one that was never dated does not. */
  passes(number) {
    const edge = this.graph.edges[number];
    if (this.hiddenRelations.has(edge.relation)) return false;
    if (!this.hasType(edge.from) || !this.hasType(edge.to)) return false;
    if (!this.dated) return true;
    const last = edge.last || edge.first || "";
    const first = edge.first || last;
    if (!last) return false;
    return (!this.since || last >= this.since) && (!this.until || first.slice(0, this.until.length) <= this.until);
  }

  hasType(node) {
    return !this.hiddenTypes.has(this.graph.nodes[node].type);
  }

  /** Under dates or without some relations, entities that are left without facts go too. */
  keeps(node) {
    if (!this.hasType(node)) return false;
    if (!this.dated && !this.hiddenRelations.size) return true;
    return this.graph.around[node].some((edge) => this.passes(edge));
  }
}

/** How the line of a fact is drawn: `planned`, `former`, `doubtful` or `solid`. */
function lineOf(edge, doubtful) {
  if (edge.planned) return "planned";
  if (["former", "removed", "elect"].includes(edge.status)) return "former";
  return edge.confidence < doubtful ? "doubtful" : "solid";
}

const DASHES = { solid: false, planned: [7, 6], former: [14, 5, 2, 5], doubtful: [2, 5] };

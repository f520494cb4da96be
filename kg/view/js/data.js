/** Fill `{name}`s in one of the page's messages. */
function fill(message, values) {
  return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** One spelling for texts that are compared: full width to half width, lower case. */
function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** Read the page's data: base64, gzip, JSON. */
async function unpack() {
  const packed = atob(document.getElementById("data").textContent.trim());
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** Entities and facts by number, with the facts around each entity. */
class Graph {
  constructor(data) {
    this.nodes = data.nodes;
    this.edges = data.edges;
    this.types = data.types;
    this.relations = data.relations;
    this.sources = data.sources;
    this.first = data.first;
    this.focus = data.focus;
    this.doubtful = data.doubtful;
    this.say = data.say;
    this.around = this.nodes.map(() => []);
    this.edges.forEach((edge, number) => {
      this.around[edge.from].push(number);
      if (edge.to !== edge.from) this.around[edge.to].push(number);
    });
  }

  degree(node) {
    return this.around[node].length;
  }

  /** The node at the other end of an edge. */
  other(edge, node) {
    return this.edges[edge].from === node ? this.edges[edge].to : this.edges[edge].from;
  }

  /** The nodes, best connected first. */
  ranked() {
    return this.nodes.map((_, node) => node).sort((a, b) => this.degree(b) - this.degree(a) || a - b);
  }

  names(node) {
    return [this.nodes[node].label, ...(this.nodes[node].names || [])];
  }

  /** Nodes that a name leads to: equal names first, then beginnings, then any part; best connected first. */
  find(text, limit) {
    const wanted = folded(text.trim());
    if (!wanted) return [];
    this.spellings ??= this.nodes.map((_, node) => this.names(node).map(folded));
    const found = [[], [], []];
    this.spellings.forEach((names, node) => {
      if (names.some((name) => name === wanted)) found[0].push(node);
      else if (names.some((name) => name.startsWith(wanted))) found[1].push(node);
      else if (names.some((name) => name.includes(wanted))) found[2].push(node);
    });
    const order = (a, b) => this.degree(b) - this.degree(a) || a - b;
    return found.flatMap((nodes) => nodes.sort(order)).slice(0, limit);
  }

  /** The edges of a shortest path, in order, or null. `passes` tells which edges may be taken. */
  path(from, to, passes) {
    const arrived = new Map([[from, -1]]);
    for (let front = [from]; front.length && !arrived.has(to); ) {
      const next = [];
      for (const node of front) {
        for (const edge of this.around[node]) {
          const other = this.other(edge, node);
          if (arrived.has(other) || !passes(edge)) continue;
          arrived.set(other, edge);
          next.push(other);
        }
      }
      front = next;
    }
    if (!arrived.has(to)) return null;
    const edges = [];
    for (let node = to; node !== from; node = this.other(edges[0], node)) edges.unshift(arrived.get(node));
    return edges;
  }
}

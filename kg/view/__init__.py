"""A graph as one offline page: ``write_html(graph, "graph.html", title="…")``."""

from kg.view.page import build_network, write_html

__all__ = ["build_network", "write_html"]

"""Who is who: a pure function of what articles state and of what people decided."""

from kg.resolve.stated import Stated, stated
from kg.resolve.whole import View, graph_of, resolve, view_of

__all__ = ["Stated", "View", "graph_of", "resolve", "stated", "view_of"]

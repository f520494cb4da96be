"""Chinese news into a knowledge graph, with the source of every fact."""

__version__ = "0.1.0"

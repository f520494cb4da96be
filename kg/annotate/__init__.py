"""Annotators: articles in, mentions and frames out. Which there are is known to :mod:`kg.annotate.choose` alone."""

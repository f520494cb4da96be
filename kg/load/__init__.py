"""Loading what articles state into a store."""

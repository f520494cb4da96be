"""Questions to a store: the named queries of the library, and what their answers look like."""

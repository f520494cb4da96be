"""Who is who: a pure function of what articles state and of what people decided."""

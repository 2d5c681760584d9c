"""blogsmith: the static-site generator for blogs that a whole company writes."""

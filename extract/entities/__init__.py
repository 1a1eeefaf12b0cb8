"""Finding entities: spaCy components, one module or folder each, over pure functions."""

"""How fast the pipeline is, and beside what: ``make bench``."""

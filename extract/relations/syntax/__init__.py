"""The light syntax: clauses, verb groups, subjects, and what mentions hang on."""

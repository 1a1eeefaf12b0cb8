"""From entities to records: rules as data, a light syntax, one engine.

``linking`` is the entry, ``find_records(text, state)``; ``reading`` picks the sentences that may
state a record; ``explain`` says why one does, and another does not. Between them, each package
imports only those before it:

- ``words``: triggers and function words, in all their forms; the tokens of a sentence
- ``syntax``: clauses, verb groups, subjects, titles, series, and what mentions hang on
- ``context``: what the document tells beyond the sentence
- ``happenings``: candidates, with an amount and without
- ``roles``: who plays which part, by which cue; fillers that are left unsaid; dates; drafts
- ``records``: what is kept and why not, merging, status, confidence

Rules are data: ``triggers/``, ``roles.toml``, ``grammar.toml``, ``verbs.toml``,
``tables.toml``, ``leaders.tsv`` and ``capitals.tsv`` in ``extract/resources/``.
"""

"""From entities to records: rules as data, a light syntax, one engine.

In reading order:

- ``linking``: the entry, ``find_records(text, state)``; ``explain`` says why and why not
- ``reading``: which sentences may state a record
- ``lexicon``, ``triggers``, ``inflection``: the words of ``grammar.toml``, ``triggers.toml`` and
  ``verbs.toml``, and one scan that finds them
- ``tokens``, ``marks``, ``verbs``, ``titles``, ``attachment``, ``syntax``: the light syntax of a
  sentence
- ``nearness``, ``series``, ``amounts``, ``events``: candidate happenings (``candidates``), with an
  amount and without
- ``dates``: which date is the happening's
- ``subjects``, ``cues``, ``roles``: who plays which part, and by which cue (``roles.toml``)
- ``payers``, ``sales``, ``sharing``: who stands for whom; what is sold; several amounts
  under one trigger
- ``tables``: rows that state a record by the heads of their columns
- ``discourse``, ``context``, ``people``: what the document tells beyond the sentence
- ``completion``, ``unnamed_payers``, ``wholes``, ``implementers``, ``other_sides``: parties that
  only the context or another clause names
- ``filters``, ``requirements``, ``judging``: what is no record, and why; the best of a clause
- ``drafts``, ``merging``: records in the making; one happening, one record
- ``status``, ``confidence``: planned, ongoing or done; how sure
"""

"""From entities to records: rules as data, a light syntax, one engine.

In reading order:

========================  ==========================================================================
``linking``               the entry: ``find_records(text, state)``; ``explain`` tells why
``reading``               which sentences may state a record, and their syntax
``lexicon``, ``triggers``  the words the grammar knows (``grammar.toml``, ``triggers.toml``), one scan
``inflection``            the forms of trigger verbs and nouns (``verbs.toml`` for the irregular ones)
``tokens``, ``verbs``     tokens; verb groups with tense, voice, polarity
``attachment``, ``syntax``  clauses, and how each mention hangs together with the words around it
``amounts``, ``events``   candidate happenings, with an amount and without (``candidates``)
``dates``                 which date is the happening's
``subjects``, ``cues``, ``roles``  who plays which part, by which cue (``roles.toml``)
``payers``, ``sharing``   who stands for whom; several amounts under one trigger
``discourse``, ``context``  what the document tells beyond the sentence
``completion``            the parties that only the context names (``unnamed_payers``, ``other_sides``)
``filters``, ``judging``  what is no record, and why; the best of a clause
``merging``               one happening, one record
``status``, ``confidence``  planned, ongoing or done; how sure
========================  ==========================================================================
"""

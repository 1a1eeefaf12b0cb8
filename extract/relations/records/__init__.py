"""From drafts to records: what is kept, merged, dated by tense and rated."""

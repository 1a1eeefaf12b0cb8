"""From entities to records: triggers and roles as data, a light syntax, one rule engine."""

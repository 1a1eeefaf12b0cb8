"""Candidate happenings: triggers with the amounts they govern, and the events that need none."""

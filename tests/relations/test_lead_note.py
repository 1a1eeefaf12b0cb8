"""Read /tmp/relations-note.md (from the lead), then delete this untracked file."""


def test_read_the_note_in_tmp_relations_note_md() -> None:
    raise AssertionError("read /tmp/relations-note.md, then delete this untracked file")

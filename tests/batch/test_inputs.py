"""Which files a run reads, in which order, under which names."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from extract.batch.inputs import find_inputs, printable
from extract.batch.survey import digest
from extract.errors import UsageError


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_are_found_sorted_hidden_ones_and_metadata_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a.md", "sub/c.html", ".hidden", ".git/x", "metadata.csv")
    found = find_inputs([tmp_path])
    assert [(item.name, item.id) for item in found] == [
        ("a.md", "a"),
        ("b.txt", "b"),
        ("sub/c.html", "c"),
    ]
    assert {item.folder for item in found} == {tmp_path}


def test_names_that_share_a_stem_get_ids_of_their_own(tmp_path: Path) -> None:
    touch(tmp_path, "x/a.txt", "x/a.html", "y/a.txt", "y/b.txt")
    ids = [item.id for item in find_inputs([tmp_path / "x", tmp_path / "y"])]
    assert len(set(ids)) == 4
    assert "b" in ids


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert len(find_inputs([tmp_path, tmp_path / "a.txt"])) == 1


def test_a_symlink_loop_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [item.name for item in find_inputs([tmp_path])] == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_an_input_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(tmp_path, "a.txt", "secret/b.txt")
    list_folder = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("secret"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_inputs([tmp_path])
    assert [item.name for item in found] == ["a.txt", "secret"]
    with pytest.raises(OSError, match="not a regular file"):
        digest(found[1].path)


def test_odd_file_names_are_found_and_printable(tmp_path: Path) -> None:
    names = [b"a b.txt", b"q\"uo'te.txt", b"new\nline.txt", b"latin-\xe9.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("x")
    found = find_inputs([tmp_path])
    assert len(found) == 4
    for item in found:
        assert item.name.encode("utf-8").decode() == item.name
        assert "\n" not in item.name
        assert len(digest(item.path)) == 64


def test_a_pipe_is_no_file_to_wait_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(OSError, match="not a regular file"):
        digest(tmp_path / "pipe.txt")


def test_an_input_that_does_not_exist_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such input"):
        find_inputs([tmp_path / "nothing"])


@pytest.mark.parametrize(
    ("name", "shown"),
    [("é.txt", "é.txt"), ("a\tb", "a\\tb"), ("\udce9", "\\xe9"), ("\ud800", "\\ud800")],
)
def test_printable(name: str, shown: str) -> None:
    assert printable(name) == shown


def test_urls_are_walked_and_hashed_as_folders_are(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="needs fsspec: pip install 'press-extract[ray]'")
    touch(tmp_path, "b.txt", "sub/a.txt", ".hidden", "metadata.csv")
    memory = fsspec.filesystem("memory")
    memory.put(str(tmp_path), "/press", recursive=True)
    here = find_inputs([tmp_path])
    for url in ("memory://press", tmp_path.as_uri()):
        there = find_inputs([url])
        assert [(item.name, item.id) for item in there] == [(i.name, i.id) for i in here]
        assert [digest(item.path) for item in there] == [digest(item.path) for item in here]
    with pytest.raises(UsageError, match="no such input"):
        find_inputs(["memory://nothing"])

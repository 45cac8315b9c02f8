"""What a typed path may become, and which folders are remembered."""

import os
from pathlib import Path

import pytest

from studytui.study.folder import MOST, RECENT, beginning_with, completed, remembered, remembering, suffixes

KNOWN = (".txt", ".md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with documents, other files, folders and things that are no files."""
    for name in ("讲话一.txt", "讲话二.TXT", "说明.md", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text("一、甲", "utf-8")
    (tmp_path / "讲话稿").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    return tmp_path


def names(typed: str) -> list[str]:
    """The names of what a path may become."""
    return [entry.name for entry in beginning_with(typed, KNOWN)]


def test_only_folders_and_documents_are_offered_folders_first(folder: Path) -> None:
    """Pictures, pipes, loops and hidden files are no documents."""
    assert names(f"{folder}/") == ["讲话稿", "讲话一.txt", "讲话二.TXT", "说明.md"]


def test_what_is_typed_is_the_beginning_of_what_is_offered(folder: Path) -> None:
    """A hidden file is offered to whoever types its dot."""
    assert names(f"{folder}/讲话") == ["讲话稿", "讲话一.txt", "讲话二.TXT"]
    assert names(f"{folder}/.h") == [".hidden.txt"]
    assert names(f"{folder}/nothing/such") == []


@pytest.mark.parametrize("typed", ["~nobody-is-called-so/", "a\0b/", "\ud800/"])
def test_nothing_is_offered_for_what_can_be_no_folder(typed: str) -> None:
    """Of a user who is not there, or named as none can be: it may be on its way to become one."""
    assert names(typed) == []


def test_a_path_is_completed_as_far_as_it_is_clear(folder: Path) -> None:
    """Several go on together as far as they do, one is written out."""
    typed = f"{folder}/讲"
    assert completed(typed, beginning_with(typed, KNOWN)) == f"{folder}/讲话"
    assert completed(f"{folder}/说", beginning_with(f"{folder}/说", KNOWN)) == f"{folder}/说明.md"
    assert completed("x", []) == "x"


def test_the_home_folder_may_be_written_short(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is offered is named in the way that was begun."""
    monkeypatch.setenv("HOME", str(folder))

    assert [entry.path for entry in beginning_with("~/说", KNOWN)] == ["~/说明.md"]


def test_no_folder_is_so_large_that_it_is_not_shown(tmp_path: Path) -> None:
    """Of very many entries some are looked at."""
    for n in range(20):
        (tmp_path / f"{n}.txt").touch()

    assert len(names(f"{tmp_path}/")) == 20 < MOST


def test_folders_are_remembered_the_last_one_first_each_once(tmp_path: Path) -> None:
    """Those that are gone, and what is no list, are forgotten."""
    kept = ""
    for n in range(RECENT + 2):
        (tmp_path / str(n)).mkdir()
        kept = remembering(kept, str(tmp_path / str(n) / "a.txt"))
    kept = remembering(kept, str(tmp_path / "4" / "b.txt"))
    (tmp_path / "6").rmdir()

    assert [Path(entry.path).name for entry in remembered(kept)] == ["4", "5", "3", "2"]
    assert remembered("no list") == remembered('{"a": 1}') == []


def test_what_can_be_read_tells_its_suffixes() -> None:
    """They come from the readers."""
    assert {".txt", ".md"} <= suffixes()

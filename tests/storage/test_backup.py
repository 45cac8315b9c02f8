"""A deleted deck is in a backup, all of it."""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage import backup
from studytui.storage.backup import delete_deck, unzipped
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from tests.storage.scripts import DECK, NOW


def _with_deck(root: Path, name: str, **journals: bytes) -> Folders:
    folders = Folders(root)
    prepare(folders, Files())
    (folders.decks / f"{name}.md").write_bytes(b"# text\n")
    folders.reviews_of(DECK).mkdir(exist_ok=True)
    for device, data in journals.items():
        (folders.reviews_of(DECK) / f"{device}.jsonl").write_bytes(data)
    return folders


def test_the_deck_and_the_journals_of_all_devices_are_in_the_zip_and_gone_from_their_places(tmp_path: Path) -> None:
    """Under their paths within the library, so that they can be put back."""
    folders = _with_deck(tmp_path, "提纲", one=b"1\n", two=b"2\n")
    zipped = delete_deck(folders, "提纲", DECK, NOW, Files())
    assert zipped == folders.backups / "提纲 2026-11-23 093000.zip"
    assert unzipped(zipped, Files()) == {
        "decks/提纲.md": b"# text\n",
        f"reviews/{DECK}/one.jsonl": b"1\n",
        f"reviews/{DECK}/two.jsonl": b"2\n",
    }
    assert not list(folders.decks.iterdir())
    assert not list(folders.reviews.iterdir())


def test_a_deck_that_was_never_studied_can_be_deleted(tmp_path: Path) -> None:
    """It has no journals."""
    folders = _with_deck(tmp_path, "new")
    folders.reviews_of(DECK).rmdir()
    assert unzipped(delete_deck(folders, "new", DECK, NOW, Files()), Files()).keys() == {"decks/new.md"}


def test_two_decks_of_one_name_deleted_in_one_second_are_both_kept(tmp_path: Path) -> None:
    """A backup never replaces another one."""
    backups = {delete_deck(_with_deck(tmp_path, "x"), "x", DECK, NOW, Files()) for _ in range(3)}
    assert len(backups) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="paths are shorter there")
def test_a_long_name_and_an_early_clock_are_no_obstacle(tmp_path: Path) -> None:
    """File names end at 255 bytes, dates in a zip begin in 1980."""
    name = "讲" * 84
    zipped = delete_deck(_with_deck(tmp_path, name), name, DECK, datetime(1970, 1, 1, tzinfo=UTC), Files())
    assert unzipped(zipped, Files()).keys() == {f"decks/{name}.md"}


def test_nothing_is_removed_before_the_zip_was_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk may take everything and keep something else."""
    folders = _with_deck(tmp_path, "x", one=b"1\n")
    monkeypatch.setattr(backup, "unzipped", lambda path, files: {"decks/x.md": b"# text\n"})
    with pytest.raises(StudyError, match="Nothing was deleted"):
        delete_deck(folders, "x", DECK, NOW, Files())
    assert (folders.decks / "x.md").exists()
    assert (folders.reviews_of(DECK) / "one.jsonl").exists()


def test_a_zip_with_a_changed_byte_gives_no_changed_content(tmp_path: Path) -> None:
    """Cut anywhere or changed anywhere, it is refused or still holds what was put in."""
    folders = _with_deck(tmp_path, "x", one=b"some text " * 20)
    path = delete_deck(folders, "x", DECK, NOW, Files())
    sound, contents = path.read_bytes(), set(unzipped(path, Files()).values())
    for place in range(len(sound)):
        for damaged in (sound[:place], sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :]):
            path.write_bytes(damaged)
            with suppress(StudyError):
                assert set(unzipped(path, Files()).values()) <= contents

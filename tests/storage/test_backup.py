"""A deleted deck is in a backup, all of it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studytui.errors import StudyError
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
    backup = delete_deck(folders, "提纲", DECK, NOW, Files())
    assert backup == folders.backups / "提纲 2026-11-23 093000.zip"
    assert unzipped(backup, Files()) == {
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
    backup = delete_deck(_with_deck(tmp_path, name), name, DECK, datetime(1970, 1, 1, tzinfo=UTC), Files())
    assert unzipped(backup, Files()).keys() == {f"decks/{name}.md"}


def test_a_damaged_zip_is_told_wherever_it_is_damaged(tmp_path: Path) -> None:
    """Cut anywhere, or with a byte of its content changed."""
    folders = _with_deck(tmp_path, "x", one=b"some text " * 20)
    backup = delete_deck(folders, "x", DECK, NOW, Files())
    sound = backup.read_bytes()
    for damaged in (sound[:-1], sound[: len(sound) // 2], b"", sound.replace(b"# text", b"# tex?")):
        if damaged != sound:
            backup.write_bytes(damaged)
            with pytest.raises(StudyError, match="is damaged"):
                unzipped(backup, Files())

"""A backup a day, thinned out as it gets older; each is read back before it counts."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StudyError
from studytui.storage import rolling
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.storage.rolling import back_up_now, daily, kept
from studytui.storage.zips import Unzipped
from tests.storage.scripts import DECK, NOW
from tests.study.fake_disk import QuickDisk

FIRST = date(2026, 1, 1)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A library with a deck, one that was put aside, and a journal."""
    folders = Folders(tmp_path)
    prepare(folders, Files())
    (folders.decks / "archived").mkdir()
    (folders.decks / "archived" / "old.md").write_bytes(b"old\n")
    (folders.decks / "讲话.md").write_bytes(b"text\n")
    (folders.reviews_of(DECK)).mkdir()
    (folders.reviews_of(DECK) / "one.jsonl").write_bytes(b"1\n")
    return folders


def _day(folders: Folders, now: datetime) -> Path | None:
    return daily(folders, now.date(), now, Files(QuickDisk()))


def test_a_backup_holds_all_decks_and_all_journals_and_nothing_else(folders: Folders) -> None:
    """What is derived, and other backups, are not in it."""
    back_up_now(folders, NOW, Files())
    found = Unzipped(back_up_now(folders, NOW, Files()), Files())

    assert found.whole
    assert set(found.sums) == {"decks/讲话.md", "decks/archived/old.md", f"reviews/{DECK}/one.jsonl"}
    assert found.read("decks/讲话.md") == b"text\n"


def test_a_day_has_one_backup(folders: Folders) -> None:
    """The first of the day; nothing is written for an empty library."""
    made = _day(folders, NOW)
    assert made is not None
    assert made.name == "2026-11-23.zip"
    assert _day(folders, NOW + timedelta(hours=3)) is None
    assert _day(Folders(folders.root / "empty"), NOW) is None


def test_a_year_leaves_the_last_days_weeks_and_months(folders: Folders) -> None:
    """Seven days, the last of each of four weeks and of each of twelve months; what was asked for stays."""
    mine = back_up_now(folders, NOW, Files())
    for n in range(30, 400):
        _day(folders, NOW + timedelta(days=n))

    days = sorted(path.stem for path in folders.backups.glob("????-??-??.zip"))
    assert days[-7:] == [f"2027-12-{day}" for day in (21, 22, 23, 24, 25, 26, 27)]
    assert days[:-7] == [
        *(f"2027-{end}" for end in ("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31")),
        *(f"2027-{end}" for end in ("09-30", "10-31", "11-30", "12-12", "12-19")),
    ]
    assert mine.exists()


@given(st.sets(st.integers(0, 800).map(lambda n: FIRST + timedelta(days=n)), max_size=60))
def test_thinning_out_keeps_the_latest_and_never_more_than_it_promises(days: set[date]) -> None:
    """Whatever days there were; done again it takes nothing more."""
    left = kept(days)

    assert left <= days
    assert len(left) <= 7 + 4 + 12
    assert set(sorted(days)[-7:]) <= left
    assert kept(left) == left


def test_a_clock_that_was_ahead_thins_out_no_more_than_another_day(folders: Folders) -> None:
    """Its backup is one among the others."""
    for n in range(5):
        _day(folders, NOW + timedelta(days=n))
    _day(folders, NOW + timedelta(days=4000))
    assert len(list(folders.backups.glob("????-??-??.zip"))) == 6


def test_a_backup_that_is_not_what_was_written_is_said_and_no_other_is_removed(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may take everything and keep something else."""
    for n in range(8):
        _day(folders, NOW + timedelta(days=n))
    before = set(folders.backups.iterdir())

    class Changed(Unzipped):
        def __init__(self, path: Path, files: Files) -> None:
            super().__init__(path, files)
            self.sums = {**self.sums, "decks/讲话.md": 7}

    monkeypatch.setattr(rolling, "Unzipped", Changed)
    with pytest.raises(StudyError, match="the disk is failing"):
        _day(folders, NOW + timedelta(days=9))
    assert before <= set(folders.backups.iterdir())

"""A journal file: what it costs to write, and what is read of it however it was damaged."""

import errno
import os
import sys
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.journal import Damage, Harm, Journal, Reading, read
from studytui.storage.line import encode
from tests.storage.faults import recording, refusing
from tests.storage.scripts import DEVICE, unit


def _journal(folder: Path, files: Files | None = None) -> Journal:
    return Journal(folder, DEVICE, files or Files())


def _written(folder: Path, *seqs: int) -> Journal:
    journal = _journal(folder)
    for seq in seqs:
        journal.append(unit(seq))
    journal.close()
    return journal


def _seqs(reading: Reading) -> list[int]:
    return [unit.seq for unit in reading.units]


def test_an_answer_is_one_write_and_one_fsync(tmp_path: Path) -> None:
    """Nothing else of the deck or the library is touched, and the fsync comes last."""
    disk = recording()
    journal = _journal(tmp_path, Files(disk))
    journal.append(unit(1))
    disk.trace.clear()
    journal.append(unit(2))
    assert disk.trace == ["stat", "write", "fsync"]


def test_the_name_of_a_new_journal_is_on_the_medium_before_its_first_line(tmp_path: Path) -> None:
    """A file whose name is lost is lost, however often it was synced itself."""
    disk = recording()
    _journal(tmp_path / "reviews" / "deck", Files(disk)).append(unit(1))
    before = disk.trace[: disk.trace.index("write")]
    assert before[-3:] == ["fsync_folder"] * 3


def test_what_is_read_is_what_was_written_and_the_device_is_the_name_of_the_file(tmp_path: Path) -> None:
    """The units come back in order, and reading goes on at the end."""
    journal = _written(tmp_path, 1, 2)
    reading = read(journal.path, Files())
    assert reading == Reading((unit(1), unit(2)), journal.path.stat().st_size)
    journal.append(unit(3))
    assert _seqs(read(journal.path, Files(), reading.end)) == [3]


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """A deck that was never answered has none."""
    assert read(tmp_path / "none.jsonl", Files()) == Reading((), 0)


@pytest.mark.parametrize("start", [5, 10_000])
def test_an_offset_where_no_line_begins_is_another_file(tmp_path: Path, start: int) -> None:
    """Whoever read that far has to read everything again."""
    journal = _written(tmp_path, 1)
    assert not read(journal.path, Files(), start).fits


def test_a_last_line_torn_at_any_byte_is_set_aside_and_loses_no_other(tmp_path: Path) -> None:
    """Half a line does not count, is not dropped, and nothing is written behind it."""
    head, last = encode(unit(1)) + b"\n", encode(unit(2)) + b"\n"
    for cut in range(1, len(last)):
        path = _journal(tmp_path / str(cut)).path
        path.parent.mkdir()
        path.write_bytes(head + last[:cut])
        assert read(path, Files()) == Reading((unit(1),), len(head), (Damage(path, 2, Harm.TORN),))
        _written(path.parent, 3)
        assert read(path, Files()) == Reading((unit(1), unit(3)), len(head) + len(last))
        assert path.with_name(f"{path.name}.torn-1").read_bytes() == last[:cut]


def test_what_is_set_aside_is_on_the_medium_before_it_is_cut_off_and_that_before_a_line_follows(tmp_path: Path) -> None:
    """A power cut between any two calls leaves the half line in one place at least, and never within a line."""
    with _written(tmp_path, 1).path.open("ab") as file:
        file.write(b"half a line")
    disk = recording()
    _journal(tmp_path, Files(disk)).append(unit(2))
    kept = ("write", "fsync", "replace", "fsync_folder", "truncate")
    order = ["fsync_folder", "write", "fsync", "replace", "fsync_folder", "truncate", "fsync", "write", "fsync"]
    assert [name for name in disk.trace if name in kept] == order


def test_each_torn_end_gets_a_file_of_its_own(tmp_path: Path) -> None:
    """A later one does not overwrite an earlier one, and the same one is not kept twice."""
    for torn in (b"first", b"second", b"second"):
        with _written(tmp_path, 1).path.open("ab") as file:
            file.write(torn)
    _written(tmp_path, 2)
    kept = [path.read_bytes() for path in sorted(tmp_path.glob("*.torn-*"))]
    assert kept == [b"first", b"second"]


def test_a_flipped_bit_costs_the_lines_it_is_in_and_is_told(tmp_path: Path) -> None:
    """Never another unit than was written, never one less without a word."""
    journal = _written(tmp_path, 1, 2, 3)
    sound = journal.path.read_bytes()
    for place in range(len(sound)):
        changed = bytearray(sound)
        changed[place] ^= 1 << place % 8
        journal.path.write_bytes(changed)
        reading = read(journal.path, Files())
        assert reading.damage
        assert len(reading.units) in (1, 2)
        assert all(found in (unit(1), unit(2), unit(3)) for found in reading.units)


def test_a_damaged_line_is_told_by_its_number_wherever_reading_began(tmp_path: Path) -> None:
    """The number is that of an editor, and the lines after it count."""
    journal = _written(tmp_path, 1, 2, 3)
    lines = journal.path.read_bytes().splitlines(keepends=True)
    journal.path.write_bytes(lines[0] + b"damaged\n" + lines[2])
    for start in (0, len(lines[0])):
        reading = read(journal.path, Files(), start)
        assert reading.damage == (Damage(journal.path, 2, Harm.DAMAGED),)
        assert _seqs(reading)[-1] == 3


def test_every_harm_has_a_sentence() -> None:
    """The sentence names the file."""
    for harm in Harm:
        assert "{path}" in Damage(Path("x.jsonl"), 1, harm).message.id


def test_after_a_failed_fsync_nothing_is_written_until_it_is_opened_again(tmp_path: Path) -> None:
    """The unit is not there, the same handle is not tried again, and opening anew makes all well."""
    names = {"fsync"}
    disk = refusing(names, errno.EIO)
    journal = _journal(tmp_path, Files(disk))
    for _ in range(2):
        with pytest.raises(StudyError, match="NOT saved"):
            journal.append(unit(1))
    assert disk.trace.count("fsync") == 1
    assert read(journal.path, Files()).units == ()
    names.clear()
    journal.reopen()
    journal.append(unit(2))
    assert _seqs(read(journal.path, Files())) == [2]


def test_a_unit_that_failed_and_could_not_be_taken_away_is_set_aside_later(tmp_path: Path) -> None:
    """What was said not to be saved does not turn up, not even as a whole line."""
    names = set[str]()
    journal = _journal(tmp_path, Files(refusing(names, errno.EIO)))
    journal.append(unit(1))
    names |= {"fsync", "truncate"}
    with pytest.raises(StudyError, match="NOT saved"):
        journal.append(unit(2))
    names.clear()
    journal.reopen()
    journal.append(unit(3))
    assert _seqs(read(journal.path, Files())) == [1, 3]
    assert [path.read_bytes() for path in tmp_path.glob("*.torn-*")] == [encode(unit(2)) + b"\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_journal_that_was_replaced_while_open_is_opened_again(tmp_path: Path) -> None:
    """Writing to a file that has no name any more would succeed, and be lost."""
    journal = _journal(tmp_path)
    journal.append(unit(1))
    restored = tmp_path / "restored"
    restored.write_bytes(encode(unit(5)) + b"\n")
    restored.replace(journal.path)
    journal.append(unit(6))
    assert _seqs(read(journal.path, Files())) == [5, 6]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such permissions")
def test_journals_are_for_their_owner_only(tmp_path: Path) -> None:
    """Whatever is set for new files elsewhere."""
    before = os.umask(0)
    try:
        journal = _written(tmp_path / "deck", 1)
    finally:
        os.umask(before)
    assert journal.path.stat().st_mode & 0o777 == 0o600
    assert journal.path.parent.stat().st_mode & 0o777 == 0o700

"""State is derived: whatever happens to it, the person sees what the journals say."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from studytui.cards.card import Kind
from studytui.memory.replay import replay
from studytui.memory.unit import Unit
from studytui.storage import state
from studytui.storage.files import Files
from studytui.storage.journal import UnsavedError
from studytui.storage.line import encode
from studytui.study.library import Library
from studytui.study.looking import due_cards, summaries, weak_items
from studytui.study.summary import Summary
from tests.memory.histories import histories
from tests.study.desk import DEVICE, SPEECH, Desk, act, asks, seen, the_speech


def _studied(root: Path) -> Desk:
    """A library in which the speech was studied on three days, with mistakes, and closed properly."""
    desk = Desk(root)
    rng = Random(11)
    for _ in range(3):
        library = desk.library()
        if SPEECH not in library.names():
            library.take(the_speech())
        session = desk.today(library.deck(SPEECH))
        for _ in range(50):
            act(session, rng)
        session.undo()
        library.close()
        desk.clock.pass_days(2)
    return desk


def _shown(library: Library) -> tuple[list[Summary], list[object], list[object], dict[str, object]]:
    """What a person sees: the list of decks, what is weak and why, what is due, every memory."""
    weak = [(card, why) for _, card, why in weak_items(library)]
    due = [card for _, card in due_cards(library)]
    return summaries(library), list(weak), list(due), dict(library.deck(SPEECH).progress.memories)


def _the_state(desk: Desk) -> Path:
    (path,) = desk.state_files()
    return path


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A library that was studied in, and stays as it is."""
    return _studied(tmp_path_factory.mktemp("studied") / "library")


@pytest.fixture
def desk(studied: Desk, tmp_path: Path) -> Desk:
    """A copy of it."""
    root = tmp_path / "library"
    shutil.copytree(studied.folders.root, root)
    copy = Desk(root)
    copy.clock.time = studied.clock.time
    return copy


def test_deleting_state_changes_nothing_that_is_seen(desk: Desk) -> None:
    """Counts, due dates, weak cards with their reasons, readiness and every memory."""
    before = _shown(desk.library())
    assert before[1]
    assert before[2]

    shutil.rmtree(desk.folders.state)
    desk.folders.state.mkdir()

    assert _shown(desk.library()) == before
    assert _shown(desk.reader()) == before


Harm = Callable[[bytes], bytes]
HARMS: dict[str, Harm] = {
    "empty": lambda data: b"",
    "truncated": lambda data: data[: len(data) // 2],
    "no JSON": lambda data: b"\x00" * len(data),
    "another thing": lambda data: b"[1, 2]",
    "no tables": lambda data: b'{"meta": 7}',
    "another program's": lambda data: b'{"_default": {"1": {"name": "x"}}}',
    "another version's": lambda data: data.replace(b'"version":7', b'"version":1'),
    "another deck's": lambda data: data.replace(b"wenmingbuju2", b"wenmingbuju3"),
    "another retention's": lambda data: data.replace(b'"retention":0.9', b'"retention":0.8'),
    "without a field": lambda data: data.replace(b'"due":', b'"dew":', 1),
    "with a wrong field": lambda data: data.replace(b'"count":', b'"count":"x","_":', 1),
    "a row that is none": lambda data: data.replace(b'"memories":{"1":{', b'"memories":{"0":7,"1":{', 1),
}


def _sealed_again(data: bytes) -> bytes:
    """With the checksum of what stands there now, as a program of another version would write it."""
    try:
        tables = orjson.loads(data)
    except orjson.JSONDecodeError:
        return data
    return state.sealed(tables) if isinstance(tables, dict) else data


@pytest.mark.parametrize("seal", [lambda data: data, _sealed_again], ids=["", "sealed again"])
@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_state_that_is_none_is_made_again(desk: Desk, harm: Harm, seal: Harm) -> None:
    """And is sound after the next end of the program."""
    before = _shown(desk.library())
    path = _the_state(desk)
    sound = path.read_bytes()
    harmed = seal(harm(sound))
    assert harmed != sound
    path.write_bytes(harmed)

    library = desk.library()

    assert _shown(library) == before
    library.close()
    assert path.read_bytes() == sound


def test_a_byte_that_changed_anywhere_in_a_state_is_noticed(desk: Desk) -> None:
    """A digit within valid JSON, too."""
    path, files = _the_state(desk), Files()
    sound = path.read_bytes()
    for place in range(0, len(sound), 7):
        path.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert state.load(path, files) is None, sound[place - 20 : place + 20]


def test_a_state_file_is_one_that_any_tinydb_opens(desk: Desk) -> None:
    """With the tables that it has."""
    with TinyDB(_the_state(desk), access_mode="r", encoding="utf-8") as db:
        assert {"meta", "memories", "known", "days"} <= db.tables()
        assert len(db.table("memories")) == len(desk.reader().deck(SPEECH).progress.memories)


def test_due_dates_follow_the_retention_that_is_wanted_now(desk: Desk) -> None:
    """State that was made for another one is made again."""
    desk.settings = replace(desk.settings, retention=0.8)

    kept = _shown(desk.library())

    _the_state(desk).unlink()
    assert kept == _shown(desk.library())


def test_the_state_of_another_deck_is_not_taken_for_this_ones(desk: Desk) -> None:
    """Not even where its journals seem to fit."""
    path = _the_state(desk)
    other = path.read_bytes().replace(b"wenmingbuju2", b"wenmingbuju3").replace(b'"count":1', b'"count":7')
    before = _shown(desk.library())
    path.write_bytes(_sealed_again(other))

    assert _shown(desk.library()) == before


def test_a_state_that_is_ahead_of_the_journals_is_made_again(desk: Desk) -> None:
    """A journal was put back from a backup; what it does not hold has not happened."""
    (journal,) = (desk.folders.reviews / "wenmingbuju2").glob("*.jsonl")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-20]))

    ahead = _shown(desk.library())

    _the_state(desk).unlink()
    assert ahead == _shown(desk.library())


def test_a_state_whose_journal_is_gone_is_made_again(desk: Desk) -> None:
    """Nothing was answered then."""
    shutil.rmtree(desk.folders.reviews / "wenmingbuju2")

    assert not desk.library().deck(SPEECH).progress.memories


def test_state_left_by_a_killed_program_is_brought_up(desk: Desk) -> None:
    """It is that of the last end; what was answered since stands in the journal."""
    library = desk.library()
    session = desk.session(asks(library.deck(SPEECH), Kind.LINK, 3))
    for _ in range(3):
        session.rate(3, 1000, 0)
    before = _shown(library)

    assert _shown(desk.library()) == before
    assert _shown(desk.reader()) == before


def test_what_another_device_wrote_is_brought_in(desk: Desk) -> None:
    """Its answers count as if they had been given here, whatever the state says."""
    own = desk.library()
    other = desk.library("bbbbbbbbbb")
    session = desk.session(asks(other.deck(SPEECH), Kind.POINT, 4))
    for _ in range(4):
        session.rate(1, 1000, 0)
    own.deck(SPEECH)
    own.close()

    assert _shown(desk.library()) == _shown(other)


def test_two_that_write_one_journal_keep_a_state_that_holds_both(desk: Desk) -> None:
    """A session that was begun before a deck was opened anew goes on writing; the state holds its answers too."""
    first, second = desk.library(), desk.library()
    for library, kind in ((first, Kind.POINT), (second, Kind.LINK)):
        session = desk.session(asks(library.deck(SPEECH), kind, 2))
        for _ in range(2):
            session.rate(1, 1000, 0)
    first.close()

    kept = _shown(desk.library())

    _the_state(desk).unlink()
    assert kept == _shown(desk.library())


def test_a_reader_writes_nothing(desk: Desk) -> None:
    """Whatever it opens, and with no state at all."""
    _the_state(desk).unlink()
    before = sorted(desk.folders.root.rglob("*"))

    library = desk.reader()
    _shown(library)
    library.close()

    assert sorted(desk.folders.root.rglob("*")) == before


def test_a_state_is_not_written_again_where_nothing_has_changed(desk: Desk) -> None:
    """Looking at a deck leaves no trace."""
    path = _the_state(desk)
    inode = path.stat().st_ino

    library = desk.library()
    library.deck(SPEECH)
    library.close()

    assert path.stat().st_ino == inode


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(units=histories(), split=st.integers(0, 14), rng=st.randoms(use_true_random=False))
def test_journals_that_grow_in_any_way_are_brought_up_or_replayed(
    studied: Desk, tmp_path: Path, units: list[Unit], split: int, rng: Random
) -> None:
    """State kept after some of the units, then the rest arrives: it is as if there had been no state."""
    root = tmp_path / f"{rng.getrandbits(60)}"
    desk = Desk(root)
    desk.library().take(the_speech())
    folder = desk.folders.reviews / "wenmingbuju2"

    def arrive(some: list[Unit]) -> None:
        for unit in sorted(some, key=lambda u: u.seq):
            with (folder / f"{unit.device[0]}z.jsonl").open("ab") as journal:
                journal.write(encode(unit) + b"\n")

    arrive(units[:split])
    library = desk.library()
    library.deck(SPEECH)
    library.close()
    arrive(units[split:])
    brought = desk.library().deck(SPEECH).progress

    _the_state(desk).unlink()
    assert brought == desk.library().deck(SPEECH).progress
    assert DEVICE in [path.stem for path in folder.iterdir()]
    shutil.rmtree(root)


OTHER = "bbbbbbbbbb"


def _answers_of_another_device(desk: Desk, tmp_path: Path) -> bytes:
    """What another device writes after three answers, in a copy of the library."""
    copy = Desk(tmp_path / "other")
    shutil.copytree(desk.folders.root, copy.folders.root, dirs_exist_ok=True)
    copy.clock.time = desk.clock.time
    library = copy.library(OTHER)
    session = copy.session(asks(library.deck(SPEECH), Kind.LIST, 3))
    for _ in range(3):
        session.rate(1, 1000, 0)
    library.close()
    (path,) = copy.folders.reviews.rglob(f"{OTHER}.jsonl")
    return path.read_bytes()


def _journal_of(desk: Desk, device: str) -> Path:
    (folder,) = (path for path in desk.folders.reviews.iterdir() if path.is_dir())
    return folder / f"{device}.jsonl"


@pytest.mark.parametrize("look", ["units", "refused undo", "nothing"])
def test_what_comes_from_another_device_while_this_one_writes_is_never_left_out_of_state(
    desk: Desk, tmp_path: Path, look: str
) -> None:
    """Whatever was looked at meanwhile, the next start counts all of it."""
    theirs = _answers_of_another_device(desk, tmp_path)
    library = desk.library()
    deck = library.deck(SPEECH)
    session = desk.session(asks(deck, Kind.PLACE, 4))
    if look == "refused undo":
        session.rate(3, 1000, 0)
    _journal_of(desk, OTHER).write_bytes(theirs)
    if look == "units":
        deck.units()
    elif look == "refused undo":
        desk.disk.full = True
        with pytest.raises(UnsavedError):
            session.undo()
        desk.disk.full = False
    session.rate(3, 1000, 0)
    library.close()

    again = desk.library().deck(SPEECH)
    assert again.progress == replay(again.units(), desk.settings.retention)


def test_a_journal_copied_under_another_name_counts_once_however_it_grows(desk: Desk) -> None:
    """As a file that a sync program has named anew."""
    own, copied = _journal_of(desk, DEVICE), _journal_of(desk, OTHER)
    copied.write_bytes(own.read_bytes())
    library = desk.library()
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 2))
    session.rate(1, 1000, 0)
    library.close()
    known = seen(desk.library().deck(SPEECH))

    copied.write_bytes(own.read_bytes())

    assert seen(desk.library().deck(SPEECH)) == known

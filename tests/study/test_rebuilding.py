"""State of many decks is made again by processes of their own, and what they do not do is done here."""

from pathlib import Path

import pytest

from studytui.study import open_decks
from studytui.study.counting import summarised
from studytui.study.looking import summaries
from studytui.study.rebuilding import PROGRAM, kept_again
from studytui.study.summary import Summary
from tests.study.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Three decks, each with an answer, whose state is gone; that counts as many."""
    monkeypatch.setattr(open_decks, "MANY", 2)
    desk = Desk(tmp_path)
    library = desk.library()
    for number in range(3):
        text = "\n".join(f"{n}. 第{number}份材料的第{n}点，{'说明' * n}" for n in range(1, 5))
        deck = library.deck(library.keep(library.draft_of_text(f"材料{number}\n\n{text}")))
        session = desk.today(deck)
        session.read_on()
        session.put(0, "1", 900)
    library.close()
    for state in desk.state_files():
        state.unlink()
    return desk


def _opened(desk: Desk) -> list[Summary]:
    reader = desk.reader()
    return [summarised(reader.deck(name)) for name in reader.names()]


def _kept(desk: Desk, program: tuple[str, ...] = PROGRAM) -> set[str]:
    library = desk.library()
    now, names = desk.clock(), library.names()
    return set(kept_again(desk.folders.root, library.device or "", now, 0.9, names, program))


def test_state_that_is_gone_is_made_again_and_says_what_the_decks_say(desk: Desk) -> None:
    """All of it, so that no deck has to be opened; and the journals are as they were."""
    journals = {path: path.read_bytes() for path in desk.folders.reviews.rglob("*.jsonl")}
    names = set(desk.library().names())

    assert _kept(desk) == names
    rows = [desk.library().rows.kept_summary(name) for name in sorted(names)]

    assert rows == _opened(desk)
    assert journals == {path: path.read_bytes() for path in desk.folders.reviews.rglob("*.jsonl")}


def test_counting_has_many_decks_made_again_and_gives_each_once(desk: Desk) -> None:
    """In whatever order they come; the list has them by name."""
    library = desk.library()
    assert sorted(row.name for row in library.rows.counted()) == list(library.names())
    assert len(desk.state_files()) == 3
    assert summaries(desk.library()) == _opened(desk)


def test_a_deck_of_which_something_is_to_be_told_is_left_to_whoever_opens_it(desk: Desk) -> None:
    """Its file was changed: that is noted by the program that writes the library, and by no other."""
    names = desk.library().names()
    path = desk.folders.decks / f"{names[0]}.md"
    path.write_text(path.read_text("utf-8") + "\n# 九、 新的一部分\n", "utf-8")

    assert _kept(desk) == set(names)
    assert desk.library().rows.kept_summary(names[0]) is None
    assert summaries(desk.library())[0].nodes == 5
    assert not desk.library().deck(names[0]).matching.changed


@pytest.mark.parametrize(
    "program", [("-c", "raise SystemExit(1)"), ("-c", "print()"), ("-c", "import os; os.abort()"), ("/no/such/file",)]
)
def test_processes_that_fail_leave_the_decks_to_be_opened(desk: Desk, program: tuple[str, ...]) -> None:
    """Each name is given all the same, and once."""
    library = desk.library()
    given = list(kept_again(desk.folders.root, "bbbbbbbbbb", desk.clock(), 0.9, library.names(), program))
    assert sorted(given) == list(library.names())
    assert [library.rows.summary(name) for name in sorted(given)] == _opened(desk)


def test_stopping_ends_the_processes(desk: Desk) -> None:
    """One that would go on for ever is gone when the first name was enough."""
    forever = ("-c", "import sys, threading; print(flush=True); threading.Event().wait()")
    names = kept_again(desk.folders.root, "bbbbbbbbbb", desk.clock(), 0.9, desk.library().names(), forever)
    assert next(names) in desk.library().names()
    started = names.gi_frame.f_locals["started"]  # type: ignore[attr-defined]
    names.close()  # type: ignore[attr-defined]
    assert all(process.returncode is not None for process in started)

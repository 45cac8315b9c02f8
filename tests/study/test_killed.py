"""Kill -9 between any two lines of the code that keeps the answers loses nothing that was answered."""

import subprocess
import sys
from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.memory.order import counting
from studytui.study.library import Library
from tests.study.desk import SPEECH, Desk, asks
from tests.study.killed import told

CHILDREN = 90


def _desk(place: Path) -> Desk:
    """The desk that a killed program left; it is a week later."""
    desk = Desk(place / "library")
    desk.clock.pass_days(10)
    return desk


def _without_state(desk: Desk) -> Library:
    for path in desk.state_files():
        path.unlink()
    return desk.library()


@pytest.mark.skipif(sys.platform == "win32", reason="children are made by fork")
def test_what_was_answered_is_there_after_kill_9_between_any_two_lines(tmp_path: Path) -> None:
    """All that was acknowledged is, at most the one answer under way besides, and studying goes on."""
    subprocess.run([sys.executable, "-m", "tests.study.killed", str(tmp_path), str(CHILDREN)], check=True, timeout=100)
    places = sorted(tmp_path.iterdir(), key=lambda place: int(place.name))
    assert len(places) == CHILDREN + 1
    assert len({len(told(place)) for place in places}) > 30

    for place in places:
        desk = _desk(place)
        if SPEECH not in desk.library().names():
            assert not told(place)
            continue
        deck = desk.speech()
        units = deck.units()
        answered = [unit.id for unit in units if unit.events[0]["kind"] == "review"]
        undone = [str(unit.events[0]["of"]) for unit in units if unit.events[0]["kind"] == "undo"]
        for found, what in ((answered, "answer"), (undone, "undo")):
            acknowledged = [unit for kind, unit in told(place) if kind == what]
            assert found[: len(acknowledged)] == acknowledged, place
            assert len(found) <= len(acknowledged) + 1, place
        assert len(answered) + len(undone) <= len(told(place)) + 1, place
        assert sum(day.answers for day in deck.progress.days.values()) == len(answered) - len(undone)
        assert len(counting(units)) == len(units) - len(undone)
        _assert_goes_on(desk)


def _assert_goes_on(desk: Desk) -> None:
    """Another answer is taken, and state is what the journals say."""
    deck = desk.speech()
    card = asks(deck, Kind.POINT, 1)
    desk.session(card).rate(3, 1000, 0)
    deck.close()
    kept = desk.speech().progress
    assert kept.memory(deck.cards[0].id).ratings[-1] == 3
    assert kept == _without_state(desk).deck(SPEECH).progress

"""What is due, what follows, what is to be met."""

from collections.abc import Mapping

from studytui.cards.card import Card, Kind, cards
from studytui.memory.memory import Memory
from studytui.memory.queue import queue
from studytui.outline.tree import Node, Outline

TODAY = 739_000
KNOWN = Memory(10.0, 5.0, TODAY - 5, TODAY + 5, 1, (3,), ("",))
DUE = KNOWN._replace(due=TODAY)
OUTLINE = Outline(
    "题",
    nodes=(
        Node("一、", 1, "甲", 1),
        Node("一是", 1, "子", 2),
        Node("二是", 2, "丑", 2),
        Node("二、", 2, "乙", 1),
        Node("-", None, "寅", 2),
        Node("-", None, "卯", 2),
    ),
)
CARDS = cards(OUTLINE, ("a", "a1", "a2", "b", "b1", "b2"))


def _ids(found: tuple[Card, ...]) -> list[str]:
    return [card.id for card in found]


def _all(kind: Kind, memory: Memory = KNOWN) -> Mapping[str, Memory]:
    return {card.id: memory for card in CARDS if card.kind is kind}


def test_what_comes_back_today_or_is_overdue_is_due_the_least_likely_first() -> None:
    """What comes back tomorrow is not."""
    memories = {"point:a1": DUE, "point:a2": DUE._replace(due=TODAY - 3, stability=2.0), "point:a": KNOWN}

    assert _ids(queue(CARDS, memories, TODAY).due) == ["point:a2", "point:a1"]
    assert _ids(queue(CARDS, memories, TODAY + 5).due) == ["point:a2", "point:a", "point:a1"]


def test_a_sleeping_card_is_neither_due_nor_new() -> None:
    """Suspended, or buried until later."""
    memories = {
        "point:a1": DUE._replace(suspended=True),
        "point:a2": DUE._replace(buried=TODAY + 1),
        "point:a": Memory(suspended=True),
    }
    found = queue(CARDS, memories, TODAY)

    assert not found.due
    assert "point:a" not in [card.id for meeting in found.meetings for card in meeting.fresh]


def test_a_buried_card_is_due_again_on_its_day() -> None:
    """Not a day later."""
    assert _ids(queue(CARDS, {"point:a1": DUE._replace(buried=TODAY)}, TODAY).due) == ["point:a1"]


def test_runs_with_new_points_are_to_be_met_in_reading_order() -> None:
    """A run without numbers is met by its list."""
    meetings = queue(CARDS, {}, TODAY).meetings

    assert [(m.home, m.group, _ids(m.fresh)) for m in meetings] == [
        (None, 1, ["point:a", "point:b"]),
        (0, 1, ["point:a1", "point:a2"]),
        (3, 1, ["list:b.1"]),
    ]


def test_places_links_and_lists_follow_when_all_points_of_their_run_are_met() -> None:
    """Not before: half a run has nothing to be said in order."""
    half = queue(CARDS, {"point:a1": KNOWN}, TODAY)
    assert not half.follow

    found = queue(CARDS, {"point:a1": KNOWN, "point:a2": KNOWN}, TODAY)
    assert _ids(found.follow) == ["place:a1", "place:a2", "link:a1>a2", "list:a.1"]


def test_the_links_of_a_run_without_numbers_follow_its_list() -> None:
    """There are no points to wait for."""
    assert _ids(queue(CARDS, {"list:b.1": KNOWN}, TODAY).follow) == ["link:b1>b2"]


def test_practice_meets_nothing() -> None:
    """A card that was only practised is as new as before."""
    assert queue(CARDS, _all(Kind.POINT, Memory(taken=("x",))), TODAY) == queue(CARDS, {}, TODAY)

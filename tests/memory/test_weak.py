"""What is weak and why, and how ready a part is."""

import pytest

from studytui.cards.card import Card, Kind
from studytui.memory.memory import Memory
from studytui.memory.readiness import readiness, whole
from studytui.memory.weak import Why, reason, weak

TODAY = 739_000
SOUND = Memory(50.0, 5.0, TODAY - 1, TODAY + 49, 4, (3, 3, 3, 3), ("", "", ""))
FAILED = SOUND._replace(ratings=(3, 3, 3, 1))
MIXED_UP = SOUND._replace(taken=("k2", "", ""))
LAPSED = SOUND._replace(answers=7, ratings=(3, 1, 1, 3, 1, 3, 3))
FAINT = SOUND._replace(stability=1.0, day=TODAY - 60)
MOVED = SOUND._replace(moved=True)


def _why(memory: Memory) -> Why | None:
    found = reason(memory, TODAY)
    return found.why if found else None


def _card(name: str, kind: Kind = Kind.POINT) -> Card:
    return Card(name, kind, 0, None, 1, None)


@pytest.mark.parametrize(
    ("memory", "why"),
    [
        (SOUND, None),
        (FAILED, Why.FAILED),
        (MIXED_UP, Why.MIXED_UP),
        (LAPSED, Why.LAPSES),
        (FAINT, Why.FAINT),
        (MOVED, Why.MOVED),
    ],
)
def test_each_reason_makes_a_card_weak(memory: Memory, why: Why | None) -> None:
    """By itself."""
    assert _why(memory) == why


def test_the_reason_shown_is_the_first_that_holds() -> None:
    """Failed last, mixed up, lapses, faint, moved."""
    all_ = Memory(1.0, 5.0, TODAY - 60, TODAY, 9, (3, 1, 1, 3, 1), ("k2", "", "k3"), moved=True)

    assert _why(all_) is Why.FAILED
    assert _why(all_._replace(ratings=(3, 1, 1, 1, 3))) is Why.MIXED_UP
    assert _why(all_._replace(ratings=(3, 1, 1, 1, 3), taken=("", "", ""))) is Why.LAPSES
    assert _why(all_._replace(ratings=(3, 3), taken=())) is Why.FAINT
    assert _why(all_._replace(ratings=(3, 3), taken=(), day=TODAY)) is Why.MOVED


def test_a_mix_up_tells_the_last_one() -> None:
    """The nearest in time is what the person remembers."""
    found = reason(SOUND._replace(taken=("k2", "k3", "")), TODAY)

    assert found is not None
    assert found.taken_for == "k3"


def test_retrievability_of_seventy_percent_is_not_weak_and_less_is() -> None:
    """The bound of the table."""
    days = next(n for n in range(1, 500) if SOUND._replace(day=0).retrievability(n) < 0.70)

    assert _why(SOUND._replace(day=TODAY - days + 1)) is None
    assert _why(SOUND._replace(day=TODAY - days)) is Why.FAINT


def test_two_lapses_are_not_many_and_a_first_failure_is_no_lapse() -> None:
    """What was never known cannot be forgotten."""
    assert _why(SOUND._replace(answers=6, ratings=(3, 1, 3, 1, 3, 3))) is None
    assert _why(SOUND._replace(answers=6, ratings=(1, 1, 3, 1, 3, 3))) is None
    assert _why(SOUND._replace(answers=20, ratings=(1, 1, 3, 1, 3, 3, 3, 3, 3, 3))) is Why.LAPSES


@pytest.mark.parametrize("memory", [Memory(), Memory(taken=("k2",)), Memory(moved=True)])
def test_new_is_never_weak(memory: Memory) -> None:
    """Whatever practice has shown."""
    assert _why(memory) is None


def test_what_is_suspended_is_not_weak() -> None:
    """The person decided so."""
    assert _why(FAILED._replace(suspended=True)) is None


def test_weak_cards_come_by_reason_then_the_least_likely_first() -> None:
    """Cards never answered are left out."""
    fainter = FAINT._replace(day=TODAY - 90)
    memories = {"moved": MOVED, "faint": FAINT, "fainter": fainter, "failed": FAILED, "mixed": MIXED_UP, "sound": SOUND}

    found = weak([_card(name) for name in (*memories, "new")], memories, TODAY)

    assert [card.id for card, _ in found] == ["failed", "mixed", "fainter", "faint", "moved"]


def test_readiness_is_the_mean_of_points_and_links_and_a_new_card_counts_nothing() -> None:
    """Places and lists say nothing about what would be said."""
    cards = [_card("p"), _card("l", Kind.LINK), _card("new"), _card("place", Kind.PLACE), _card("list", Kind.LIST)]
    memories = {"p": SOUND, "l": FAINT, "place": SOUND, "list": SOUND}
    chances = [SOUND.retrievability(TODAY), FAINT.retrievability(TODAY), 0.0]

    assert readiness(cards, memories, TODAY) == pytest.approx(sum(chances) / 3)
    assert whole(cards, memories, TODAY) == 0.0
    assert whole(cards[:2], memories, TODAY) == pytest.approx(chances[0] * chances[1])


def test_where_there_is_nothing_to_say_nobody_is_ready() -> None:
    """Not even wholly."""
    assert readiness([_card("place", Kind.PLACE)], {}, TODAY) == whole([], {}, TODAY) == 0.0


def test_what_was_not_said_today_would_not_be_said_now() -> None:
    """Until it is said, or a night has passed: of ten that were all failed none is known."""
    failed = Memory().counted(TODAY, 1, "", 0.9)
    said = failed.counted(TODAY, 3, "", 0.9)

    assert (failed.retrievability(TODAY), said.retrievability(TODAY)) == (0.0, 1.0)
    assert 0.0 < failed.retrievability(TODAY + 1) < 1.0
    assert readiness([_card("a")], {"a": failed}, TODAY) == 0.0

"""What each kind of event does to what is remembered."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.memory import unit as events
from studytui.memory.fsrs import after
from studytui.memory.memory import Memory
from studytui.memory.order import counting
from studytui.memory.replay import FRESH, Daily, Progress, bring_in, ordinal_of_day, replay
from studytui.memory.unit import Event, Unit
from tests.memory.histories import answers, histories, one, review

RETENTION = 0.9
MONDAY, TUESDAY, FRIDAY = "2026-11-23", "2026-11-24", "2026-11-27"
CARD = "point:k1"


def _after(*happened: tuple[str, Event]) -> Progress:
    return replay([one(n, day, event) for n, (day, event) in enumerate(happened, 1)], RETENTION)


def _row(key: str, text: str, place: str) -> dict[str, object]:
    return {"key": key, "text": text, "place": place}


def test_an_answer_makes_a_memory_of_the_model() -> None:
    """Stability, difficulty and the day on which the card comes back are those of FSRS."""
    memory = _after((MONDAY, review(CARD, 3))).memory(CARD)

    stability, difficulty, interval = after(0.0, 0.0, 0, 3, RETENTION)
    today = ordinal_of_day(MONDAY)
    assert memory == Memory(stability, difficulty, today, today + interval, 1, (3,), ("",))


def test_time_passes_by_study_days() -> None:
    """Not by hours: what is written in the unit counts, and no zone is asked for."""
    memory = _after((MONDAY, review(CARD, 3)), (FRIDAY, review(CARD, 3))).memory(CARD)

    first = after(0.0, 0.0, 0, 3, RETENTION)
    assert (memory.stability, memory.difficulty) == after(*first[:2], 4, 3, RETENTION)[:2]


def test_no_time_passes_backwards() -> None:
    """A day before the last answer counts as the same day."""
    memory = _after((FRIDAY, review(CARD, 3)), (MONDAY, review(CARD, 3))).memory(CARD)

    first = after(0.0, 0.0, 0, 3, RETENTION)
    assert (memory.stability, memory.difficulty) == after(*first[:2], 0, 3, RETENTION)[:2]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "k2"])), max_size=5))
def test_practice_does_not_move_the_schedule(answered: list[tuple[int, str]]) -> None:
    """However many answers, and whatever they were; only what the card was taken for is remembered."""
    practice = [(TUESDAY, review(CARD, rating, practice=True, taken_for=taken)) for rating, taken in answered]

    before, now = (_after((MONDAY, review(CARD, 3)), *more).memory(CARD) for more in ([], practice))

    assert (now.stability, now.difficulty, now.day, now.due, now.answers, now.ratings) == (
        before.stability,
        before.difficulty,
        before.day,
        before.due,
        before.answers,
        before.ratings,
    )


def test_what_a_card_was_taken_for_is_kept_for_three_answers() -> None:
    """Practice tells a mix-up as well as what counts."""
    taken = [(MONDAY, review(CARD, 1, taken_for="k2")), *[(day, review(CARD, 3)) for day in (MONDAY, TUESDAY)]]

    assert _after(*taken).memory(CARD).taken == ("k2", "", "")
    assert _after(*taken, (FRIDAY, review(CARD, 3))).memory(CARD).taken == ("", "", "")
    assert _after(*taken, (FRIDAY, review(CARD, 1, practice=True, taken_for="k3"))).memory(CARD).taken[-1] == "k3"


def test_ten_counted_ratings_are_kept() -> None:
    """And all of them are counted."""
    memory = replay(answers(*[(MONDAY, CARD, 1 + n % 4) for n in range(12)]), RETENTION).memory(CARD)

    assert memory.answers == 12
    assert memory.ratings == (3, 4, 1, 2, 3, 4, 1, 2, 3, 4)


def test_a_later_answer_of_a_day_is_practice_unless_the_last_that_counted_failed() -> None:
    """Whoever asks is told so by the memory."""
    today = ordinal_of_day(MONDAY)

    assert not FRESH.settled(today)
    assert _after((MONDAY, review(CARD, 2))).memory(CARD).settled(today)
    assert not _after((MONDAY, review(CARD, 2))).memory(CARD).settled(today + 1)
    assert not _after((MONDAY, review(CARD, 1))).memory(CARD).settled(today)
    assert _after((MONDAY, review(CARD, 1)), (MONDAY, review(CARD, 3))).memory(CARD).settled(today)


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "from a later version", "card": CARD},
        {"kind": "review"},
        {"kind": "review", "card": CARD, "rating": 5},
        {"kind": "review", "card": CARD, "rating": "3"},
        {"kind": "review", "card": CARD, "rating": None},
        {"kind": "review", "card": ["a"], "rating": 3},
        {"kind": "outline", "nodes": 7},
        {"kind": "outline", "nodes": ["x"]},
        {"kind": "rename", "old": "k1"},
        {"kind": "suspend"},
        {"kind": "reset"},
        {"kind": "undo"},
        {"kind": "term", "pin": "创先争优"},
        {"kind": "setting", "name": "retention", "value": 0.8},
    ],
)
def test_what_this_version_does_not_know_is_skipped(event: Event) -> None:
    """What else stands in the journal counts as if it were not there."""
    known = (MONDAY, review(CARD, 3))

    assert _after(known, (TUESDAY, event)).memories == _after(known).memories


def test_fields_that_this_version_does_not_know_are_skipped() -> None:
    """An answer of a later version is an answer."""
    assert _after((MONDAY, review(CARD, 3, mood="fine"))).memories == _after((MONDAY, review(CARD, 3))).memories


@pytest.mark.parametrize("until", ["soon", None, 7, "2026-13-01"])
def test_a_bury_without_a_day_of_this_version_keeps_no_card_away(until: object) -> None:
    """And stops nothing."""
    memory = _after((MONDAY, review(CARD, 3)), (MONDAY, {"kind": "bury", "card": CARD, "until": until})).memory(CARD)

    assert not memory.asleep(ordinal_of_day(MONDAY))


def test_a_suspended_card_sleeps_until_it_is_resumed() -> None:
    """Its memory stays."""
    day = ordinal_of_day(FRIDAY)
    asked = (MONDAY, review(CARD, 3))
    awake = _after(asked).memory(CARD)

    asleep = _after(asked, (MONDAY, events.suspend(CARD))).memory(CARD)

    assert asleep.asleep(day)
    assert asleep.stability == awake.stability
    assert _after(asked, (MONDAY, events.suspend(CARD)), (TUESDAY, events.resume(CARD))).memory(CARD) == awake


def test_a_buried_card_sleeps_before_its_day() -> None:
    """On the day itself it is awake."""
    memory = _after((MONDAY, events.bury(CARD, FRIDAY))).memory(CARD)

    assert [memory.asleep(ordinal_of_day(day)) for day in (MONDAY, TUESDAY, FRIDAY)] == [True, True, False]


def test_a_card_that_was_reset_is_new() -> None:
    """What comes after is its first answer."""
    asked = (MONDAY, review(CARD, 1))
    reset = (TUESDAY, events.reset(CARD))

    assert CARD not in _after(asked, reset).memories
    assert _after(asked, reset, (FRIDAY, review(CARD, 3))).memory(CARD) == _after((FRIDAY, review(CARD, 3))).memory(
        CARD
    )


def test_a_rename_moves_the_history_of_all_cards_of_a_node() -> None:
    """Its links, from it and to it, and its lists go with it; those of other nodes stay."""
    asked = ["point:k1", "place:k1", "passage:k1", "link:k1>k2", "link:k3>k1", "list:k1.2", "point:k11", "link:k2>k3"]
    happened = [(MONDAY, review(card, 3)) for card in asked]

    moved = _after(*happened, (TUESDAY, events.rename("k1", "n", "user")))

    new = ["point:n", "place:n", "passage:n", "link:n>k2", "link:k3>n", "list:n.2", "point:k11", "link:k2>k3"]
    assert moved.memories == dict(zip(new, _after(*happened).memories.values(), strict=True))


def test_a_rename_moves_what_is_known_of_a_node() -> None:
    """The outline knows it by its new key."""
    known = _after(
        (MONDAY, events.outline([_row("k1", "甲", "1.1")])), (TUESDAY, events.rename("k1", "n", "auto"))
    ).known

    assert list(known) == ["n"]
    assert (known["n"].key, known["n"].text) == ("n", "甲")


def test_a_node_that_moved_is_marked_until_it_is_answered_right_once() -> None:
    """Its number has changed, so that number -> text and text -> number are to be learnt anew; a link is not."""
    before = (MONDAY, events.outline([_row("k1", "甲", "1.1")]))
    asked = [(MONDAY, review(card, 3)) for card in ("point:k1", "place:k1", "link:k1>k2")]
    after_ = (TUESDAY, events.outline([_row("k1", "甲", "1.2")]))

    moved = _after(before, *asked, after_)

    assert [moved.memory(card).moved for card in ("point:k1", "place:k1", "link:k1>k2")] == [True, True, False]
    failed = _after(before, *asked, after_, (TUESDAY, review(CARD, 1)))
    assert failed.memory(CARD).moved
    right = _after(before, *asked, after_, (TUESDAY, review(CARD, 1)), (TUESDAY, review(CARD, 2)))
    assert not right.memory(CARD).moved
    assert right.memory("place:k1").moved


def test_a_right_answer_clears_the_mark_of_a_moved_node_also_where_it_is_practice() -> None:
    """The deck may be edited on the day on which the card has been answered already."""
    before = [(MONDAY, events.outline([_row("k1", "甲", "1.1")])), (MONDAY, review(CARD, 3))]
    moved = (MONDAY, events.outline([_row("k1", "甲", "1.2")]))

    assert _after(*before, moved, (MONDAY, review(CARD, 1, practice=True))).memory(CARD).moved
    assert not _after(*before, moved, (MONDAY, review(CARD, 3, practice=True))).memory(CARD).moved


def test_a_node_that_was_reworded_in_its_place_is_not_marked() -> None:
    """Its number is what it was."""
    before = [(MONDAY, events.outline([_row("k1", "甲", "1.1")])), (MONDAY, review(CARD, 3))]

    after_ = _after(*before, (TUESDAY, events.outline([_row("k1", "乙", "1.1")])))

    assert not after_.memory(CARD).moved
    assert after_.known["k1"].text == "乙"


def test_a_node_that_is_gone_keeps_its_history_and_is_known_when_it_comes_back() -> None:
    """Known, but not here."""
    seen, empty = events.outline([_row("k1", "甲", "1.1")]), events.outline([])

    gone = _after((MONDAY, seen), (MONDAY, review(CARD, 3)), (TUESDAY, empty))

    assert not gone.known["k1"].here
    assert gone.memory(CARD).answers == 1
    assert _after((MONDAY, seen), (TUESDAY, empty), (FRIDAY, seen)).known["k1"].here


def test_a_day_counts_its_answers_and_the_points_that_were_new() -> None:
    """Practice is an answer too, but meets no point for the first time; what is asked again that day was just heard."""
    days = _after(
        (MONDAY, review(CARD, 3, practice=True)),
        (MONDAY, review(CARD, 1)),
        (MONDAY, review(CARD, 3)),
        (MONDAY, review("place:k1", 3)),
        (TUESDAY, review(CARD, 3)),
    ).days

    monday, tuesday = (date.fromisoformat(day).toordinal() for day in (MONDAY, TUESDAY))
    assert days == {monday: Daily(4, 3, 4000, 1), tuesday: Daily(1, 1, 1000, 0, 1, 1)}


@given(units=histories())
def test_all_at_once_and_one_by_one_come_to_the_same(units: list[Unit]) -> None:
    """To the last bit: FSRS is asked once for all answers of a card, or once an answer."""
    one_by_one = Progress()
    for unit in counting(units):
        bring_in(one_by_one, (unit,), RETENTION)
    assert replay(units, RETENTION) == one_by_one

"""Suspending, burying and resetting are events like answers: they count, they are taken back, they last."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import match
from studytui.memory.queue import queue
from studytui.study.counting import summarised
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.outcome import outcome
from studytui.study.plan import for_cards, for_part, weak_in
from studytui.study.steps import Ask, Match, Read
from tests.study.desk import Desk, act, asked, asks, put_right, seen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _failed(desk: Desk) -> StudyDeck:
    """The speech, three points of which were not said yesterday."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 3))
    for _ in range(3):
        session.rate(1, 1000, 0)
    desk.clock.pass_days(1)
    return deck


def _due(deck: StudyDeck) -> set[str]:
    return {card.id for card in queue(deck.cards, deck.progress.memories, deck.today).due}


def test_a_suspended_card_is_not_due_not_weak_and_not_counted_until_it_is_resumed(desk: Desk) -> None:
    """Also after the library was closed and opened again."""
    deck = _failed(desk)
    card = next(card for card in deck.cards if card.id in _due(deck))
    before = summarised(deck)

    deck.decide(Decision.SUSPEND, [card])
    desk.clock.pass_days(30)
    deck = desk.speech()

    assert card.id not in _due(deck)
    assert card not in [one for one, _ in weak_in(deck)]
    assert (summarised(deck).due, summarised(deck).weak) == (before.due - 1, before.weak - 1)
    assert for_cards([(deck, card)]) == []
    deck.decide(Decision.RESUME, [card])
    assert card.id in _due(deck)
    assert card in [one for one, _ in weak_in(deck)]


def test_what_is_buried_comes_back_tomorrow(desk: Desk) -> None:
    """Until then it is neither due nor weak."""
    deck = _failed(desk)
    card = next(card for card in deck.cards if card.id in _due(deck))

    deck.decide(Decision.BURY, [card])

    assert card.id not in _due(deck)
    assert card not in [one for one, _ in weak_in(deck)]
    desk.clock.pass_days(1)
    assert card.id in _due(deck)


def test_a_card_that_was_reset_is_new_and_its_answers_are_still_written(desk: Desk) -> None:
    """Its history is what it was, with the reset behind it."""
    deck = _failed(desk)
    card = next(card for card in deck.cards if card.id in _due(deck))
    units = len(deck.units())

    deck.decide(Decision.RESET, [card])

    assert deck.memory(card).new
    assert len(deck.units()) == units + 1
    assert len([e for u in deck.units() for e in u.events if e.get("card") == card.id]) == 2


def test_in_a_session_what_was_suspended_is_not_asked_again(desk: Desk) -> None:
    """Not even what was to come back since it was failed."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 5))
    card = asked(session)
    session.rate(1, 1000, 0)
    while asked(session) != card:
        session.rate(3, 1000, 0)

    assert session.decide(Decision.SUSPEND)

    left = set()
    while session.step is not None:
        left.add(asked(session).id)
        session.rate(3, 1000, 0)
    assert card.id not in left
    assert outcome(session).failed == 1


def test_burying_puts_all_cards_of_the_point_to_sleep(desk: Desk) -> None:
    """Its text, its place and what comes next: they would tell each other's answer."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 2))
    point = asked(session)

    session.decide(Decision.BURY)

    asleep = {card.kind for card in deck.cards if deck.memory(card).asleep(deck.today)}
    assert asleep == {card.kind for card in deck.siblings(point)} >= {Kind.POINT, Kind.PLACE}
    assert asked(session) != point


def test_on_a_board_the_text_that_is_meant_goes_and_what_is_placed_stays(desk: Desk) -> None:
    """The others keep their numbers."""
    deck = desk.speech()
    session = desk.session(step for step in for_part(deck, deck.cards, desk.settings) if isinstance(step, Match))
    put_right(session)
    board = session.board
    assert board is not None
    text = board.open[-1]
    gone, keys = board.slots[text], {slot.card: slot.key for slot in board.slots}

    assert session.decide(Decision.SUSPEND, text)

    now = session.board
    assert now is not None
    assert len(now.placed) == len(board.placed)
    assert {slot.card: slot.key for slot in now.slots} == {c: k for c, k in keys.items() if c != gone.card}
    assert {now.slots[i].card for i in now.placed} == {board.slots[i].card for i in board.placed}
    while now is not None and not now.done:
        put_right(session)
        now = session.board
    session.leave_board()
    session.undo()
    assert gone.card not in {slot.card for slot in (session.board.slots if session.board else ())}


@given(st.data())
def test_a_board_without_one_text_is_the_board_of_the_others(data: st.DataObject) -> None:
    """Whatever was placed, missed or held; a board never waits for a text that is held for ever."""
    size = data.draw(st.integers(1, 9))
    slots = tuple(match.Slot(f"place:{i}", str(i + 1), str(i + 1), f"text {i}") for i in range(size))
    order = tuple(data.draw(st.permutations(range(size))))
    places = st.sets(st.integers(0, size - 1)).map(frozenset)
    placed = data.draw(places)
    board = match.Board(slots, order, placed, data.draw(places), data.draw(places) - placed)
    text = data.draw(st.integers(0, size - 1))

    found = match.without(board, text)

    assert [s.card for s in found.slots] == [s.card for i, s in enumerate(slots) if i != text]
    assert [found.slots[t].card for t in found.texts] == [slots[t].card for t in order if t != text]
    assert {found.slots[t].card for t in found.placed} == {slots[t].card for t in placed - {text}}
    assert found.done or found.open


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["act", "act", "suspend", "bury", "reset"]), max_size=14), st.integers(0, 99))
def test_undo_takes_back_any_number_of_steps_across_kinds(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str], seed: int
) -> None:
    """Step by step everything is what it was before: what is known, what is asked, what is left."""
    desk, rng = Desk(tmp_path_factory.mktemp("undo")), Random(seed)
    deck = desk.speech()
    session = desk.today(deck)
    past = []
    for step in steps:
        while isinstance(session.step, Read) or (session.board is not None and session.board.done):
            act(session, rng)
        if session.step is None:
            break
        past.append((seen(deck), session.step, session.board, session.questions_left))
        if step == "act":
            act(session, rng)
        else:
            session.decide(Decision(step), session.board.open[0] if session.board else None)
    for known, asked_then, board, left in reversed(past):
        assert session.undo()
        assert (seen(deck), session.step, session.board, session.questions_left) == (known, asked_then, board, left)
    assert not session.undo()
    assert seen(desk.speech()) == seen(deck)


def test_a_place_that_sleeps_is_on_no_board(desk: Desk) -> None:
    """Neither when its group is met, nor when the places are due."""
    deck = desk.speech()
    places = [card for card in deck.cards if card.kind is Kind.PLACE]
    deck.decide(Decision.SUSPEND, places[:3])

    steps = for_part(deck, deck.cards, desk.settings)

    on_boards = {card.id for step in steps if isinstance(step, Match) for card in step.places}
    assert on_boards
    assert on_boards.isdisjoint(card.id for card in places[:3])
    assert not any(isinstance(step, Ask) and step.card in places[:3] for step in steps)

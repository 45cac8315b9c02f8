"""A session: what is asked when, what counts, what is taken back, and what a full disk does."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.memory.weak import Why, reason
from studytui.settings import Settings
from studytui.study.outcome import outcome
from studytui.study.session import Session
from studytui.study.steps import Ask, Match, Read
from tests.study.desk import Desk, act, asked, asks, put_right, put_wrong, seen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _rate_all(session: Session, rating: int = 3) -> list[str]:
    """Rate until nothing is asked; the cards in the order in which they were asked."""
    cards = []
    while session.step is not None:
        cards.append(asked(session).id)
        session.rate(rating, 1000, 0)
    return cards


def test_a_new_group_is_read_matched_and_recalled(desk: Desk) -> None:
    """And the first rating of its points that counts is the recall's."""
    deck = desk.speech()
    session = desk.today(deck)

    assert isinstance(session.step, Read)
    assert session.step.nodes == (0, 10, 15)
    session.read_on()
    for _ in range(3):
        put_right(session)
    assert all(deck.memory(card).new for card in deck.cards if card.kind is Kind.POINT)
    assert sum(not deck.memory(card).new for card in deck.cards if card.kind is Kind.PLACE) == 2
    session.leave_board()
    for node in (0, 10, 15):
        assert (asked(session).kind, asked(session).node) == (Kind.POINT, node)
        session.rate(3, 1000, 0)
        assert deck.memory(deck.cards_of(node)[0]).ratings == (3,)
    group = session.step
    assert isinstance(group, Read)
    assert group.nodes == (1, 2, 3, 4, 5, 6)


def test_the_last_pair_of_a_board_does_not_move_the_schedule(desk: Desk) -> None:
    """It is written down as practice."""
    deck = desk.speech()
    session = desk.today(deck)
    session.read_on()
    for _ in range(3):
        put_right(session)

    assert [answer.practice for answer in session.answers] == [False, False, True]


def test_only_the_first_answer_of_a_day_counts(desk: Desk) -> None:
    """A later one is practice, on the next day it counts again."""
    deck = desk.speech()
    (step,) = asks(deck, Kind.POINT, 1)
    for counts in (1, 1, 1):
        desk.session([step]).rate(3, 1000, 0)
        assert deck.memory(deck.cards[0]).answers == counts
    assert deck.forecast(deck.cards[0]) == ()

    desk.clock.pass_days(1)
    assert len(deck.forecast(deck.cards[0])) == 4
    desk.session([step]).rate(3, 1000, 0)
    assert deck.memory(deck.cards[0]).answers == 2


def test_after_again_the_next_answer_of_the_day_counts(desk: Desk) -> None:
    """Until one is right; the ones after that are practice."""
    deck = desk.speech()
    (step,) = asks(deck, Kind.POINT, 1)
    for rating in (1, 1, 3, 1, 4):
        desk.session([step]).rate(rating, 1000, 0)

    assert deck.memory(deck.cards[0]).ratings == (1, 1, 3)


def test_the_day_ends_at_four_in_the_morning(desk: Desk) -> None:
    """Who studies after midnight studies on the same day."""
    deck = desk.speech()
    (step,) = asks(deck, Kind.POINT, 1)
    desk.clock.time = desk.clock.time.replace(hour=23)
    for days, hour, counts in ((0, 23, 1), (1, 3, 1), (0, 4, 2)):
        desk.clock.pass_days(days)
        desk.clock.time = desk.clock.time.replace(hour=hour)
        desk.session([step]).rate(3, 1000, 0)
        assert deck.memory(deck.cards[0]).answers == counts


def test_the_forecast_is_what_happens(desk: Desk) -> None:
    """In as many days as was shown under the key the card comes back."""
    deck = desk.speech()
    for rating, step in enumerate(asks(deck, Kind.POINT, 4), 1):
        assert isinstance(step, Ask)
        days = deck.forecast(step.card)[rating - 1]
        desk.session([step]).rate(rating, 1000, 0)
        assert deck.memory(step.card).due == deck.today + days


def test_again_returns_after_three_others_and_at_the_end(desk: Desk) -> None:
    """Said then, it does not return any more."""
    session = desk.session(asks(desk.speech(), Kind.POINT, 8))
    cards = [asked(session).id]
    session.rate(1, 1000, 0)
    cards += _rate_all(session)

    assert [place for place, card in enumerate(cards) if card == cards[0]] == [0, 4, 9]
    assert len(cards) == 10


def test_again_at_the_end_returns_once_more_and_then_no_more(desk: Desk) -> None:
    """Then it is tomorrow's."""
    session = desk.session(asks(desk.speech(), Kind.POINT, 6))
    first = asked(session).id
    cards = []
    while session.step is not None:
        cards.append(asked(session).id)
        session.rate(1 if cards[-1] == first else 3, 1000, 0)

    assert [place for place, card in enumerate(cards) if card == first] == [0, 4, 7, 8]


def test_where_all_that_is_left_is_less_than_three_questions_again_returns_at_the_end(desk: Desk) -> None:
    """Not twice in a row."""
    session = desk.session(asks(desk.speech(), Kind.POINT, 3))
    cards = [asked(session).id]
    session.rate(1, 1000, 0)
    cards += _rate_all(session)

    assert [place for place, card in enumerate(cards) if card == cards[0]] == [0, 3]


def test_a_session_of_nothing_but_failures_ends(desk: Desk) -> None:
    """Each card is asked four times at most."""
    cards = _rate_all(desk.session(asks(desk.speech(), Kind.POINT, 7)), rating=1)

    assert max(cards.count(card) for card in cards) <= 4


def test_again_counts_questions_not_steps(desk: Desk) -> None:
    """A board of six is six questions, reading is none."""
    deck = desk.speech()
    steps = desk.today(deck)._now.steps
    block = steps[5:13]
    assert [type(step) for step in block[:3]] == [Read, Match, Ask]

    session = desk.session([*asks(deck, Kind.LINK, 1), *block])
    failed = session.step
    session.rate(1, 1000, 0)

    assert session._now.steps[2] == failed


def test_a_wrong_pair_counts_at_once_and_tells_what_it_was_taken_for(desk: Desk) -> None:
    """The place is weak now, and the reason is there."""
    deck = desk.speech()
    session = desk.today(deck)
    session.read_on()

    mark = put_wrong(session)

    card = next(card for card in deck.cards if card.id == mark.card)
    found = reason(deck.memory(card), deck.today)
    assert found is not None
    assert found.why is Why.FAILED
    assert deck.node(found.taken_for) in (0, 10, 15)
    assert found.taken_for != card.id.partition(":")[2]


def test_a_text_that_waits_or_stands_already_cannot_be_put(desk: Desk) -> None:
    """Nothing is written for it."""
    session = desk.today(desk.speech())
    session.read_on()
    board = session.board
    assert board is not None
    held, placed, _ = board.open
    put_wrong(session)
    session.put(placed, board.slots[placed].key, 900)
    free = next(slot.key for i, slot in enumerate(board.slots) if i != placed)

    assert session.put(held, free, 900) is None
    assert session.put(placed, free, 900) is None
    assert session.put(held, "x", 900) is None
    assert len(session.answers) == 2


def test_undo_steps_back_across_kinds_any_number_of_times(desk: Desk) -> None:
    """What is remembered is what was remembered then, after each step back, and again after a new start."""
    deck = desk.speech()
    session = desk.today(deck)
    rng = Random(1)
    past = []
    for _ in range(60):
        before = (seen(deck), session.step, session.board, session.answers)
        count = len(session.answers)
        act(session, rng)
        if len(session.answers) > count:
            past.append(before)
    assert {type(step) for _, step, *_ in past} == {Match, Ask}

    for progress, *place in reversed(past):
        assert session.undo()
        assert seen(deck) == progress
        assert [session.step, session.board, session.answers] == place
    assert not session.undo()
    assert not deck.progress.memories
    assert not desk.speech().progress.memories


def test_after_an_undo_the_session_goes_on_as_if_nothing_had_been_answered(desk: Desk) -> None:
    """A card that failed by a slip of the finger does not return."""
    session = desk.session(asks(desk.speech(), Kind.POINT, 5))
    first = asked(session).id
    session.rate(1, 1000, 0)
    session.undo()
    session.rate(3, 1000, 0)

    assert first not in _rate_all(session)


@pytest.mark.parametrize("fault", ["full", "failing"])
def test_a_disk_that_refuses_leaves_the_session_where_it_stood(desk: Desk, fault: str) -> None:
    """Nothing counts, the person is told, and once the disk is sound the same key works."""
    deck = desk.speech()
    session = desk.today(deck)
    session.read_on()
    put_right(session)
    for do in (lambda: put_right(session), session.undo):
        before = (seen(deck), session.step, session.board, session.answers)
        setattr(desk.disk, fault, True)
        for _ in range(2):
            with pytest.raises(StudyError, match="NOT saved"):
                do()
            assert (seen(deck), session.step, session.board, session.answers) == before
        setattr(desk.disk, fault, False)
        do()
        assert (seen(deck), session.board, session.answers) != (before[0], *before[2:])
        assert seen(desk.speech()) == seen(deck)


@pytest.mark.parametrize("fault", ["full", "failing"])
def test_a_rating_that_could_not_be_written_is_asked_again(desk: Desk, fault: str) -> None:
    """The same card stands there, and is as new as before."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 3))
    first = asked(session)
    setattr(desk.disk, fault, True)
    with pytest.raises(StudyError, match="NOT saved"):
        session.rate(1, 1000, 0)
    setattr(desk.disk, fault, False)

    assert asked(session) == first
    assert deck.memory(first).new
    session.rate(3, 1000, 0)
    assert desk.speech().memory(first).ratings == (3,)
    assert session.questions_left == 2


def test_the_questions_left_go_down_to_none(desk: Desk) -> None:
    """By one for each pair and each card that is not failed."""
    session = desk.today(desk.speech())
    rng, left = Random(3), []
    while session.step is not None:
        left.append(session.questions_left)
        act(session, rng)

    assert session.questions_left == 0
    assert left[0] == 40


def test_a_session_comes_to_what_was_answered(desk: Desk) -> None:
    """Each question by its first answer; practice and repetition do not make it better."""
    session = desk.session(asks(desk.speech(), Kind.POINT, 5))
    for rating, cues in ((1, 0), (3, 1), (3, 0), (4, 0)):
        session.rate(rating, 1000, cues)
    _rate_all(session)

    found = outcome(session)

    assert (found.questions, found.right, found.cued, found.failed, found.again) == (5, 3, 1, 1, 2)
    assert found.seconds == 7
    assert found.before == 0.0 < found.after
    assert found.next_in == 1


def test_a_board_comes_to_a_question_for_each_text(desk: Desk) -> None:
    """One that was put wrong first is a wrong one, and was answered again."""
    deck = desk.speech()
    session = Session(
        [Match(deck, tuple(card for card in deck.cards if card.kind is Kind.PLACE)[:3])], Random(1), desk.clock
    )
    put_wrong(session)
    while session.board is not None and not session.board.done:
        put_right(session)

    found = outcome(session)

    assert (found.questions, found.right, found.cued, found.failed, found.again) == (3, 2, 0, 1, 1)


def test_a_day_has_twelve_new_points_in_whole_groups(tmp_path: Path) -> None:
    """Three sections and the first group of six; the next group would make it more, and is tomorrow's."""
    desk = Desk(tmp_path, Settings(minutes=600))
    deck = desk.speech()
    rng = Random(5)

    read = [step.nodes for step in desk.today(deck)._now.steps if isinstance(step, Read)]
    assert read == [(0, 10, 15), (1, 2, 3, 4, 5, 6), (7, 8, 9)]
    session = desk.today(deck)
    while act(session, rng):
        pass
    assert deck.learnt_today == 12
    assert not any(isinstance(step, Read) for step in desk.today(deck)._now.steps)

    desk.clock.pass_days(1)
    read = [step.nodes for step in desk.today(deck)._now.steps if isinstance(step, Read)]
    assert read == [(11, 12, 13, 14), (16, 17, 18, 19)]


def test_a_group_larger_than_the_day_allows_is_met_whole(tmp_path: Path) -> None:
    """As the only one."""
    desk = Desk(tmp_path, Settings(minutes=600, new_points=2))

    read = [step.nodes for step in desk.today(desk.speech())._now.steps if isinstance(step, Read)]

    assert read == [(0, 10, 15)]


def test_a_session_keeps_to_its_time(tmp_path: Path) -> None:
    """By at most one step or one group, and there is always something to do."""
    desk = Desk(tmp_path, Settings(minutes=600, new_points=100))
    deck = desk.speech()
    rng = Random(5)
    session = desk.today(deck)
    while act(session, rng):
        pass
    desk.clock.pass_days(30)
    for minutes in (1, 3, 6):
        desk.settings = replace(desk.settings, minutes=minutes)
        steps = desk.today(deck)._now.steps
        assert 0 < sum(step.seconds for step in steps[:-1]) < minutes * 60

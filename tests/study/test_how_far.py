"""How far a session has come: questions that are behind, and those that are left."""

from pathlib import Path
from random import Random

import pytest

from studytui.cards.card import Kind
from studytui.drills.choose import CHOOSE
from studytui.drills.drill import Mark
from studytui.drills.recite import RECITE
from studytui.study.outcome import outcome
from studytui.study.session import Session
from studytui.study.steps import Drilled, Match
from studytui.study.words import Words
from tests.study.desk import Desk, put_right, put_wrong


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _far(session: Session) -> tuple[int, int]:
    return session.questions_done, session.questions_left


def test_a_place_that_was_taken_for_another_is_a_question_that_is_behind(desk: Desk) -> None:
    """It comes back, and that is one more."""
    deck = desk.speech()
    places = [card for card in deck.cards if card.kind is Kind.PLACE][:3]
    session = desk.session(Drilled(deck, (card,), CHOOSE, Words({})) for card in places)
    assert _far(session) == (0, 3)

    session.answer([Mark(places[0].id, 1, taken_for=deck.keys[1])], 900)
    assert _far(session) == (1, 3)
    session.answer([Mark(places[1].id, 3)], 900)
    assert _far(session) == (2, 2)
    session.undo()
    assert _far(session) == (1, 3)


def test_a_recited_list_is_one_question_whatever_it_moves(desk: Desk) -> None:
    """Each of its points and links is an answer, but it was asked once."""
    deck = desk.speech()
    lists = [card for card in deck.cards if card.kind is Kind.LIST][:2]
    points = [card for card in deck.cards if card.kind is Kind.POINT][:3]
    session = desk.session(Drilled(deck, (card,), RECITE, Words({})) for card in lists)

    session.answer([Mark(card.id, 3) for card in (*points, lists[0])], 900)

    assert _far(session) == (1, 1)
    assert len(session.answers) == 4


def test_a_text_put_wrong_on_a_board_is_still_to_be_placed(desk: Desk) -> None:
    """It is behind once it stands under its number."""
    deck = desk.speech()
    places = tuple(card for card in deck.cards if card.kind is Kind.PLACE)[:3]
    session = Session([Match(deck, places)], Random(1), desk.clock)

    put_wrong(session)
    assert _far(session) == (0, 3)
    put_right(session)
    assert _far(session) == (1, 2)


def test_the_time_of_what_was_marked_at_once_is_told_once(desk: Desk) -> None:
    """By the summary, and by the days, however many cards it moved."""
    deck = desk.speech()
    [list_] = [card for card in deck.cards if card.kind is Kind.LIST][:1]
    points = [card for card in deck.cards if card.kind is Kind.POINT][:3]
    session = desk.session([Drilled(deck, (list_,), RECITE, Words({}))])

    session.answer([Mark(card.id, 3) for card in (*points, list_)], 10_003)

    assert outcome(session).seconds == 10.003
    assert sum(daily.ms for daily in deck.progress.days.values()) == 10_003

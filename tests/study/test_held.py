"""A session that was left for a while, and what was decided about its cards meanwhile."""

from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Mark
from studytui.drills.mask import MASK
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.session import Session
from studytui.study.steps import Ask, Drilled, Match
from studytui.study.words import Words
from tests.study.desk import Desk, asked, asks, put_right

TEXT = "一、加强领导\n网格要划细。人员要派下去。大家一起商量。\n二、健全组织\n制度要立起来。责任要压下去。\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _by_heart(desk: Desk) -> tuple[StudyDeck, list[Card], Session]:
    """Two texts that are learnt word for word, their cards, and a session about them."""
    library = desk.library()
    deck = library.deck(library.keep(library.draft_of_text(TEXT)))
    deck.want([0, 1])
    cards = [card for card in deck.cards if card.kind is Kind.PASSAGE]
    assert len(cards) == 2
    return deck, cards, desk.session(Drilled(deck, (card,), MASK, Words({})) for card in cards)


def test_a_text_that_need_not_be_learnt_any_more_is_not_asked_any_more(desk: Desk) -> None:
    """The other one still is."""
    deck, (_, other), session = _by_heart(desk)
    deck.want([0], on=False)

    session.leave_out()

    assert isinstance(session.step, Drilled)
    assert session.step.card == other
    assert session.asked is not None
    assert session.questions_left == 1


def test_a_text_that_an_undo_brings_back_can_be_answered_though_it_need_not_be_learnt_any_more(desk: Desk) -> None:
    """The answer is written, and counts when it is learnt again."""
    deck, (card, _), session = _by_heart(desk)
    session.answer([Mark(card.id, 1)], 900)
    deck.want([0], on=False)
    session.leave_out()
    session.undo()

    session.answer([Mark(card.id, 3)], 900)

    assert [answer.card for answer in session.answers] == [card]
    assert deck.memory(card).ratings == (3,)


@pytest.mark.parametrize("decision", [Decision.SUSPEND, Decision.BURY])
def test_what_was_put_to_sleep_meanwhile_is_not_asked(desk: Desk, decision: Decision) -> None:
    """Neither now nor where it would have come back; the others are, in their order."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 5))
    cards = [step.card for step in session._now.steps if isinstance(step, Ask)]
    session.rate(1, 900, 0)
    deck.decide(decision, [cards[0], cards[1]])

    session.leave_out()

    left = []
    while session.step is not None:
        left.append(asked(session))
        session.rate(3, 900, 0)
    assert left == cards[2:]


def test_a_session_of_which_nothing_was_decided_stands_where_it_stood(desk: Desk) -> None:
    """The board as well, and what was said so far."""
    deck = desk.speech()
    places = tuple(card for card in deck.cards if card.kind is Kind.PLACE)[:3]
    session = desk.session([Match(deck, places), *asks(deck, Kind.POINT, 2)])
    put_right(session)
    before = session._now

    session.leave_out()

    assert session._now == before

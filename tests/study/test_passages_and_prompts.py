"""Texts that are wanted word for word, and what the last rehearsal needed a prompt for."""

from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills import mask, passage
from studytui.drills.drill import Mark
from studytui.drills.passage import Said
from studytui.drills.rehearse import REHEARSE
from studytui.memory.weak import Why
from studytui.study.counting import summarised
from studytui.study.deck import StudyDeck
from studytui.study.plan import for_today, weak_in
from studytui.study.steps import Ask
from tests.study.desk import SPEECH, Desk, asks

NAME = "社区"
TEXT = "一、加强领导\n网格要划细。人员要派下去。大家一起商量。\n二、健全组织\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _spoken(desk: Desk) -> StudyDeck:
    """A deck with a text under one of its points."""
    library = desk.library()
    library.keep(library.draft_of_text(TEXT), NAME)
    return library.deck(NAME)


def _passages(deck: StudyDeck) -> list[Card]:
    return [card for card in deck.cards if card.kind is Kind.PASSAGE]


def _with_text(deck: StudyDeck) -> int:
    return next(i for i, node in enumerate(deck.outline.nodes) if node.body)


def test_no_text_is_asked_before_it_is_wanted(desk: Desk) -> None:
    """Wanting it makes its card, wanting it no more takes it away, and so does undo."""
    deck = _spoken(desk)
    assert _passages(deck) == []

    unit = deck.want([_with_text(deck)])
    assert [card.node for card in _passages(deck)] == [_with_text(deck)]
    assert deck.wants(_with_text(deck))

    deck.take_back(unit)
    assert _passages(deck) == []

    deck.want([_with_text(deck)])
    deck.want([_with_text(deck)], on=False)
    assert _passages(deck) == []


@pytest.mark.parametrize("state", ["kept", "lost"])
def test_what_is_wanted_is_wanted_in_the_next_session_too(desk: Desk, state: str) -> None:
    """From the state that was kept, and from the journals where it was lost."""
    deck = _spoken(desk)
    deck.want([_with_text(deck)])
    deck.save()
    if state == "lost":
        for file in desk.state_files():
            file.unlink()

    assert len(_passages(desk.library().deck(NAME))) == 1


def test_the_weak_sentence_is_known(desk: Desk) -> None:
    """A passage keeps the rating of each of its sentences beside its own."""
    deck = _spoken(desk)
    deck.want([_with_text(deck)])
    [card] = _passages(deck)
    asked = passage.ask(card, deck.outline)
    assert asked is not None
    for at in range(len(asked.sentences)):
        asked = passage.say(asked, Said(right=at != 0))
    deck.answer([passage.mark(asked)], mask.MASK.name, 1000)

    assert passage.weakest(deck.parts(card)) == (0,)
    assert deck.memory(card).ratings == (1,)


def _rehearsed(deck: StudyDeck, prompted: list[Card]) -> str:
    points = [card for card in deck.cards if card.kind in (Kind.POINT, Kind.LINK)]
    marks = [Mark(card.id, 3 - (card in prompted), practice=True, cues=int(card in prompted)) for card in points]
    unit, _ = deck.answer(marks, REHEARSE.name, 1000)
    return unit


def test_what_needed_a_prompt_comes_first_in_the_next_session(desk: Desk) -> None:
    """Before all that is due, with the reason, and counted among what is due."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 9))
    for _ in range(9):
        session.rate(3, 1000, 0)
    before = summarised(deck).due
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    prompted = [points[3], points[7]]
    _rehearsed(deck, prompted)
    steps = for_today([deck], desk.settings)

    assert [step.card for step in steps[:2] if isinstance(step, Ask)] == prompted
    assert {card for card, reason in weak_in(deck) if reason.why is Why.PROMPTED} == set(prompted)
    assert summarised(deck).due == before + 2


def test_however_well_it_is_known_it_comes_before_what_is_due(desk: Desk) -> None:
    """In the whole library's session as in a part's, and the list of decks counts it as the most urgent."""
    deck = desk.speech()
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    deck.answer([Mark(card.id, 4 if card == points[9] else 1) for card in points[:10]], "recall", 1000)
    desk.clock.pass_days(2)
    _rehearsed(deck, [points[9]])
    first, *_ = for_today([deck], desk.settings)

    assert isinstance(first, Ask)
    assert first.card == points[9]
    assert min(summarised(deck).urgent) == 0
    deck.save()
    row = desk.library().rows.kept_summary(SPEECH)
    assert row is not None
    assert min(row.urgent) == 0


def test_a_point_that_was_never_asked_comes_first_too(desk: Desk) -> None:
    """A run through a speech that is not learnt yet says where to begin."""
    deck = desk.speech()
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    prompted = [points[4], points[11]]
    _rehearsed(deck, prompted)
    steps = for_today([deck], desk.settings)

    assert [step.card for step in steps[:2] if isinstance(step, Ask)] == prompted


def test_an_answer_or_a_run_without_a_prompt_settles_it(desk: Desk) -> None:
    """And undo brings it back."""
    deck = desk.speech()
    card = next(card for card in deck.cards if card.kind is Kind.POINT)
    _rehearsed(deck, [card])
    assert deck.memory(card).prompted

    again = _rehearsed(deck, [])
    assert not deck.memory(card).prompted

    deck.take_back(again)
    assert deck.memory(card).prompted

    deck.answer([Mark(card.id, 3)], "recall", 1000)
    assert not deck.memory(card).prompted


def test_what_is_kept_counts_as_the_open_deck_does(desk: Desk) -> None:
    """The list of decks need not open a deck to know what comes first in it."""
    deck = desk.speech()
    card = next(card for card in deck.cards if card.kind is Kind.POINT)
    _rehearsed(deck, [card])
    deck.save()
    library = desk.library()
    row = library.rows.kept_summary(SPEECH)

    assert row is not None
    assert row.due == summarised(library.deck(SPEECH)).due == 1

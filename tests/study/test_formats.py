"""One ladder: a card is asked by the drill that fits it, by another where the person says so, and that is kept."""

from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Mark
from studytui.drills.fitting import FITS, LADDER, named, steps_from
from studytui.drills.recall import RECALL
from studytui.study.deck import StudyDeck
from studytui.study.plan import for_part
from studytui.study.stats import stats
from studytui.study.steps import Ask, Drilled
from studytui.study.words import Words
from tests.study.desk import SPEECH, Desk, asks


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _point(deck: StudyDeck) -> Card:
    return next(card for card in deck.cards if card.kind is Kind.POINT)


@pytest.mark.parametrize("kind", LADDER)
def test_every_rung_moves_its_card_and_what_fits_is_a_rung(kind: Kind) -> None:
    """Else a due card would stay due, or there would be no way back to what fits."""
    assert all(kind in drill.moves for drill in LADDER[kind])
    assert all(drill in LADDER[kind] for drill in FITS[kind])


@pytest.mark.parametrize("kind", LADDER)
def test_from_each_rung_there_is_a_way_up_and_down_and_from_elsewhere_onto_it(kind: Kind) -> None:
    """The nearest comes first."""
    rungs = LADDER[kind]
    for at, drill in enumerate(rungs):
        assert steps_from(kind, drill, 1) == rungs[at + 1 :]
        assert steps_from(kind, drill, -1) == tuple(reversed(rungs[:at]))
        assert named(kind, drill.name) is drill
    assert named(kind, "no such drill") is None


def test_what_the_person_fixed_is_kept_over_sessions_and_undone(desk: Desk) -> None:
    """In the state, in the journals where the state is lost, and gone after undo."""
    deck = desk.speech()
    card = _point(deck)
    session = desk.session([Ask(deck, card)])
    assert session.step_format(1, Words()) is not RECALL
    fixed = deck.fixed_format(card)
    assert fixed == "type"
    assert isinstance(session.step, Drilled)
    deck.save()
    assert desk.library().deck(SPEECH).fixed_format(card) == fixed
    for file in desk.state_files():
        file.unlink()
    assert desk.library().deck(SPEECH).fixed_format(card) == fixed

    assert session.undo()
    assert deck.fixed_format(card) == ""
    assert isinstance(session.step, Ask)


def test_a_fixed_card_is_asked_so_when_it_is_due_and_as_fits_again_after_that(desk: Desk) -> None:
    """Whatever its memory says."""
    deck = desk.speech()
    session = desk.session(asks(deck, Kind.POINT, 9))
    for _ in range(9):
        session.rate(3, 1000, 0)
    card = _point(deck)
    deck.fix_format(card, "type")
    desk.clock.pass_days(30)

    def drill() -> str:
        steps = for_part(deck, (card,), desk.settings, lambda _: Words())
        return "|".join(step.drill.name if isinstance(step, Drilled) else "recall" for step in steps)

    assert drill() == "type"
    deck.fix_format(card, "")
    assert drill() != "type"


def test_where_nothing_is_known_of_the_words_the_next_rung_is_taken(desk: Desk) -> None:
    """There is no cloze then, and below the last rung there is none at all."""
    deck = desk.speech()
    session = desk.session([Ask(deck, _point(deck))])
    found = session.step_format(-1, Words())
    assert found is not None
    assert found.name == "first"
    assert session.step_format(-1, Words()) is None
    assert isinstance(session.step, Drilled)
    assert session.step.drill.name == "first"


def test_how_often_the_person_and_the_typing_disagree_is_counted(desk: Desk) -> None:
    """Of what was typed, what was rated otherwise; the person's own ratings of recall are no typing."""
    deck = desk.speech()
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    deck.answer([Mark(points[0].id, 3, score=1.0)], "type", 1000)
    deck.answer([Mark(points[1].id, 1, score=0.5)], "type", 1000, {points[1].id: 3})
    deck.answer([Mark(points[2].id, 2)], "recall", 1000)
    deck.save()
    done = stats(desk.library(), SPEECH).all

    assert (done.typed, done.overruled) == (2, 1)

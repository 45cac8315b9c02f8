"""What a session consists of."""

from itertools import permutations
from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills.spacing import APART
from studytui.study.deck import StudyDeck
from studytui.study.plan import for_cards, for_part, spaced
from studytui.study.steps import Ask, Match, Read, Step
from tests.study.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty library."""
    return Desk(tmp_path)


def _near(steps: list[Step]) -> int:
    """How often the number and the text of one point are asked within three questions of each other."""
    asked = [(step.card.node, step.card.kind is Kind.PLACE) for step in steps if isinstance(step, Ask)]
    return sum((node, not place) in asked[max(0, at - APART) : at] for at, (node, place) in enumerate(asked))


def _of(deck: StudyDeck, *names: str) -> list[Step]:
    """Steps from names like p1, t1 and l1: the number and the text of the node 1, and the link from it."""
    kinds = {"p": Kind.POINT, "t": Kind.PLACE, "l": Kind.LINK}
    find = {(card.kind, card.node): card for card in deck.cards}
    return [Ask(deck, find[kinds[name[0]], int(name[1:])]) for name in names]


def _met(desk: Desk, deck: StudyDeck, kinds: tuple[Kind, ...]) -> None:
    """Answer all cards of some kinds."""
    session = desk.session([Ask(deck, card) for card in deck.cards if card.kind in kinds])
    while session.step is not None:
        session.rate(3, 100, 0)


@pytest.mark.parametrize(
    "names",
    [
        ("p1", "t1", "p2", "t2", "p3", "t3", "p4", "t4"),
        ("p1", "p2", "p3", "t1", "p4", "p5"),
        ("t1", "p1", "p2", "p3", "p4"),
        ("p1", "t1", "p2", "p3", "p4", "p5", "p6"),
        ("p1", "p2", "p3", "p4", "t4"),
        ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "t6", "t7"),
    ],
)
def test_the_number_and_the_text_of_one_point_stand_apart_where_that_can_be(desk: Desk, names: tuple[str, ...]) -> None:
    """Three other questions are between them, in nearly the order that was given."""
    steps = _of(desk.speech(), *names)

    found = spaced(steps)

    assert sorted(map(repr, found)) == sorted(map(repr, steps))
    assert _near(found) == 0


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("l1 p2 p4 p5 p6", "l1 p4 p5 p6 p2"),
        ("l1 p1 p4 p5 p6", "l1 p4 p5 p6 p1"),
        ("l1 t2 p4 p5 p6", "l1 p4 p5 p6 t2"),
        ("p2 l1 p4 p5 p6", "p2 p4 p5 p6 l1"),
        ("p1 l1 l2 p4 p5", "p1 l1 l2 p4 p5"),
        ("l2 l1 p4 p5 p6", "l2 p4 p5 p6 l1"),
    ],
)
def test_what_a_link_shows_and_asks_is_not_asked_by_itself_near_it(desk: Desk, names: str, wanted: str) -> None:
    """Who has seen the next point knows it; that the point before was asked tells nothing of the next one."""
    deck = desk.speech()

    assert spaced(_of(deck, *names.split())) == _of(deck, *wanted.split())


def test_where_it_cannot_be_nothing_is_left_out(desk: Desk) -> None:
    """Two cards of one point and nothing else are asked one after the other."""
    steps = _of(desk.speech(), "p1", "t1", "p2")
    assert all(_near(list(order)) for order in permutations(steps))

    assert len(spaced(steps)) == 3


def test_what_has_no_reason_to_move_stays(desk: Desk) -> None:
    """The least likely to be recalled goes first."""
    steps = _of(desk.speech(), "p3", "p1", "t7", "p2")

    assert spaced(steps) == steps


def test_places_of_one_run_are_matched_together_and_a_single_one_is_asked(desk: Desk) -> None:
    """Whatever brings them: being due, or being weak."""
    deck = desk.speech()
    places = [card for card in deck.cards if card.kind is Kind.PLACE]
    lone, *run = [card for card in places if card.node in (0, 1, 2, 3)]

    steps = for_cards([(deck, card) for card in (run[2], lone, run[0], run[1])])

    boards = [step.places for step in steps if isinstance(step, Match)]
    assert boards == [tuple(run)]
    assert [step.card for step in steps if isinstance(step, Ask)] == [lone]


def test_a_part_is_asked_for_what_is_due_and_new_in_it_and_else_for_all(desk: Desk) -> None:
    """Studying ahead is always possible."""
    deck = desk.speech()
    part = deck.part(10)
    inside = {card.id for card in part}

    first = for_part(deck, part, desk.settings)
    assert [step.nodes for step in first if isinstance(step, Read)] == [(11, 12, 13, 14)]
    _met(desk, deck, tuple(Kind))
    ahead = for_part(deck, part, desk.settings)

    cards = {card.id for step in ahead for card in _cards(step)}
    assert cards == inside


def test_links_and_lists_come_when_the_points_are_known(desk: Desk) -> None:
    """They are asked on the same day, after what is due."""
    deck = desk.speech()
    _met(desk, deck, (Kind.POINT, Kind.PLACE))

    kinds = [card.kind for step in desk.today(deck)._now.steps for card in _cards(step)]

    assert sorted(kinds) == [Kind.LINK] * 15 + [Kind.LIST] * 5


def test_a_suspended_card_is_not_in_any_session(desk: Desk) -> None:
    """Neither today's nor a part's."""
    deck = desk.speech()
    sleeper = next(card for card in deck.cards if card.kind is Kind.POINT and card.node == 11)
    deck._history.append([{"kind": "suspend", "card": sleeper.id}])

    for steps in (desk.today(deck)._now.steps, for_part(deck, deck.part(10), desk.settings)):
        assert sleeper not in [card for step in steps if isinstance(step, Ask) for card in _cards(step)]


def _cards(step: Step) -> tuple[Card, ...]:
    if isinstance(step, Match):
        return step.places
    return (step.card,) if isinstance(step, Ask) else ()


def test_the_part_under_a_node_is_all_that_hangs_below_it(desk: Desk) -> None:
    """The cards of every run below, in the order of the deck; of a point without anything below its own cards."""
    deck = desk.speech()
    for node in range(len(deck.outline.nodes)):
        below = set(deck.outline.subtree(node))
        inside = [card for card in deck.cards if card.home in {node, *below}] if below else list(deck.cards_of(node))

        assert list(deck.part(node)) == inside

"""Exam: a mixed paper, and a score for each section."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import exam
from studytui.drills.drill import Mark
from studytui.drills.spacing import APART
from tests.drills.documents import SHAPES, all_cards, random_outline


@given(st.integers(0, 60), st.randoms(use_true_random=False))
def test_all_sections_and_kinds_have_their_share(length: int, rng: Random) -> None:
    """No section has two questions more than another that has some left, and none is asked twice."""
    of = random_outline(rng, sections=4, points=6)
    cards = [card for card in all_cards(of) if card.home is not None]
    found = exam.paper(cards, of, length, rng)
    shares = Counter(exam.section(of, card) for card in found)

    assert len(found) == len({card.id for card in found}) == min(length, len(cards))
    assert max(shares.values(), default=0) - min(shares.values(), default=0) <= 1


@pytest.mark.parametrize("seed", range(20))
def test_what_one_question_shows_is_not_asked_near_it(seed: int) -> None:
    """Neither the point of a place, nor what a link leads to or begins at, nor the points of a list."""
    of = random_outline(Random(seed), sections=6, points=8)
    found = exam.paper(all_cards(of), of, 20, Random(seed))

    for near in range(1, APART + 1):
        for one, two in zip(found, found[near:], strict=False):
            lists = [card for card in (one, two) if card.kind is Kind.LIST]
            about = [{card.node, card.to} - {None} for card in (one, two)]
            assert about[0].isdisjoint(about[1]), (one, two)
            assert not lists or (one.home, one.group) != (two.home, two.group)


def test_each_section_has_its_score_and_what_was_missed() -> None:
    """A right answer is a point, one with a cue half of one, what was not answered is wrong."""
    of = random_outline(Random(1), sections=2, points=2)
    cards = [card for card in all_cards(of) if card.kind == "point" and card.home is not None]
    marks = {card.id: Mark(card.id, rating) for card, rating in zip(cards, (3, 2, 1), strict=False)}
    first, second = exam.scores(cards, of, marks)

    assert (first.node, first.asked, first.points, first.missed) == (0, 2, 1.5, ())
    assert (second.asked, second.points, second.missed) == (2, 0, (cards[2].id, cards[3].id))


def test_every_shape_of_document_gives_a_paper() -> None:
    """However few cards there are."""
    for of in SHAPES.values():
        cards = all_cards(of)
        assert len(exam.paper(cards, of, 10, Random(1))) == min(10, len(cards))

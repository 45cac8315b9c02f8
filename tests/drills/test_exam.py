"""Exam: a mixed paper, and a score for each section."""

from collections import Counter
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studytui.drills import exam
from studytui.drills.drill import Mark
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


def test_two_questions_about_one_point_do_not_follow_each_other() -> None:
    """The one would give the other away."""
    of = random_outline(Random(1))
    found = exam.paper(all_cards(of), of, 20, Random(2))

    assert all(one.node is None or one.node != two.node for one, two in pairwise(found))


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

"""Choose, find and count: one right answer, whatever the document."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import choose, count, find
from studytui.drills.drill import Mark
from studytui.drills.rivals import shown_place
from studytui.language.script import comparable
from tests.drills.documents import SHAPES, all_cards, keys, outline

shapes = st.sampled_from(list(SHAPES))


@settings(deadline=None)
@given(shapes, st.integers(0, 10**6))
def test_exactly_one_of_the_places_is_right(shape: str, seed: int) -> None:
    """No two look alike, and a point with the same text stands under none of the others."""
    of = SHAPES[shape]
    for card in all_cards(of, Kind.PLACE):
        question = choose.ask(card, of, Random(seed))
        if question is None:
            continue
        places = [shown_place(of, option.node) for option in question.options]
        same = [comparable(of.nodes[o.node].text) == comparable(question.text) for o in question.options]
        assert len(set(places)) == len(places) <= 4
        assert [n for n, is_same in enumerate(same) if is_same] == [question.right]


def test_what_it_was_taken_for_is_offered_first() -> None:
    """Of the same section and of another."""
    of = outline([[f"甲{n}" for n in range(9)], [f"乙{n}" for n in range(9)]])
    card = next(card for card in all_cards(of, Kind.PLACE) if card.node == 1)

    for seed in range(20):
        question = choose.ask(card, of, Random(seed), [5, 15])
        assert question is not None
        assert {5, 15} <= {option.node for option in question.options}


def test_a_choice_is_right_or_says_what_the_point_was_taken_for() -> None:
    """Moves the place only."""
    of = outline([["甲", "乙"], ["丙", "丁"]])
    card = next(card for card in all_cards(of, Kind.PLACE) if card.node == 1)
    question = choose.ask(card, of, Random(1))
    assert question is not None
    wrong = next(n for n in range(4) if n != question.right)

    assert choose.mark(question, question.right, keys(of)) == Mark("place:k1", 3)
    assert choose.mark(question, wrong, keys(of)) == Mark("place:k1", 1, taken_for=f"k{question.options[wrong].node}")


def test_where_there_is_no_other_place_nothing_is_asked() -> None:
    """One section with one point."""
    of = SHAPES["one point"]

    assert [choose.ask(card, of, Random(1)) for card in all_cards(of, Kind.PLACE)] == [None, None]


@settings(deadline=None)
@given(shapes, st.integers(0, 10**6), st.sampled_from(find.Odd))
def test_exactly_one_line_is_odd(shape: str, seed: int, odd: find.Odd) -> None:
    """A stranger is no point of that section; of the numbers only one is not the text's own."""
    of = SHAPES[shape]
    for card in all_cards(of, Kind.PLACE):
        question = find.ask(card, of, Random(seed), odd)
        if question is None:
            continue
        own = {comparable(of.nodes[i].text) for i in question.nodes if i != card.node}
        text = comparable(of.nodes[card.node or 0].text)
        assert text not in {comparable(line.text) for n, line in enumerate(question.lines) if n != question.right}
        assert len({of.nodes[i].depth for i in question.nodes}) == 1
        if odd is find.Odd.STRANGER:
            assert text not in own
        else:
            real = {(of.nodes[i].marker, of.nodes[i].text) for i in question.nodes}
            wrong = [n for n, line in enumerate(question.lines) if (line.marker, line.text) not in real]
            assert wrong == [question.right]
            assert len({line.marker for line in question.lines}) == len(question.lines)


def test_what_is_found_moves_the_place_of_that_point() -> None:
    """A point that was not found under a wrong number was taken for the one whose number it had."""
    of = outline([["甲一", "乙二", "丙三", "丁四"]])
    card = next(card for card in all_cards(of, Kind.PLACE) if card.node == 2)
    question = find.ask(card, of, Random(3), find.Odd.NUMBER, mixed=[4])
    assert question is not None

    assert question.lines[question.right].marker == "4."
    assert find.mark(question, question.right, keys(of)) == Mark("place:k2", 3)
    wrong = (question.right + 1) % len(question.lines)
    assert find.mark(question, wrong, keys(of)) == Mark("place:k2", 1, taken_for="k4")


@pytest.mark.parametrize("given", ["40", "四十", "４０", " 40点 "])
def test_a_count_is_right_in_any_way_of_writing(given: str) -> None:
    """And is practice."""
    of = SHAPES["forty points"]
    card = next(card for card in all_cards(of, Kind.LIST) if card.home == 0)
    question = count.ask(card, of)

    assert count.mark(question, given) == Mark(card.id, 3, practice=True)
    assert count.mark(question, "39").rating == count.mark(question, "many").rating == 1

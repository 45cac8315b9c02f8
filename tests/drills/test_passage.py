"""Passages: covered step by step, said and marked sentence by sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Card, Kind
from studytui.drills import mask, passage
from studytui.drills.mask import BLANK, Stage, covered
from studytui.drills.passage import Passage, Said
from studytui.language.script import comparable
from studytui.outline.tree import Node, Outline

TEXT = "加强领导，创建态势日趋良好。健全组织，运行机制更加完善。"
OUTLINE = Outline(nodes=(Node("一、", 1, "做法", body=(TEXT, "以人为本。")), Node("二、", 2, "要求")))
CARD = Card("passage:a", Kind.PASSAGE, 0, None, 1, None)


def _asked() -> Passage:
    found = passage.ask(CARD, OUTLINE)
    assert found is not None
    return found


def _said(*said: Said) -> Passage:
    found = _asked()
    for one in said:
        found = passage.say(found, one)
    return found


def test_the_sentences_of_all_paragraphs_are_asked_in_order() -> None:
    """Each knows its paragraph."""
    assert [(one.paragraph, one.text) for one in _asked().sentences] == [
        (0, "加强领导，创建态势日趋良好。"),
        (0, "健全组织，运行机制更加完善。"),
        (1, "以人为本。"),
    ]


def test_a_point_without_text_has_no_passage() -> None:
    """There is nothing to be said word for word."""
    assert passage.ask(Card("passage:b", Kind.PASSAGE, 1, None, 1, None), OUTLINE) is None


@pytest.mark.parametrize(
    ("said", "rating", "parts"),
    [
        ((Said(True), Said(True), Said(True)), 3, (3, 3, 3)),
        ((Said(True), Said(True, 1), Said(True)), 2, (3, 2, 3)),
        ((Said(True), Said(False), Said(True, 2)), 1, (3, 1, 2)),
        ((Said(True),), 1, (3, 1, 1)),
    ],
)
def test_a_passage_is_as_good_as_its_weakest_sentence(
    said: tuple[Said, ...], rating: int, parts: tuple[int, ...]
) -> None:
    """The rating of each sentence is told beside it, so that the weak one is known."""
    found = passage.mark(_said(*said))

    assert (found.rating, found.parts) == (rating, parts)
    assert passage.weakest(parts) == tuple(sorted((i for i, r in enumerate(parts) if r < 3), key=lambda i: parts[i]))


def test_taking_back_asks_the_sentence_again() -> None:
    """What was said before it stays."""
    assert passage.take_back(_said(Said(True), Said(False))) == _said(Said(True))


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        (Stage.SHOWN, "加强领导，创建态势日趋良好。"),
        (Stage.TERMS, "加强____，创建____日趋良好。"),
        (Stage.HALF, "加强领导，____。"),
        (Stage.FIRST, "加…，创…"),
        (Stage.BLANK, "____"),
    ],
)
def test_each_stage_covers_more(how: Stage, shown: str) -> None:
    """Terms, every other clause, all but the first characters, all."""
    assert covered("加强领导，创建态势日趋良好。", ((2, 4), (7, 9)), how) == shown


def test_which_clauses_are_covered_goes_by_turns() -> None:
    """What was shown last time is hidden this time."""
    assert covered("加强领导，创建态势日趋良好。", (), Stage.HALF, 1) == "____，创建态势日趋良好。"


def test_a_cue_takes_one_cover_off_the_sentence_that_is_to_be_said() -> None:
    """Those behind it stay covered, those before it are shown."""
    found = mask.shown(_said(Said(True)), ((), (), ()), Stage.BLANK, 0, 1)

    assert found == ("加强领导，创建态势日趋良好。", "健…，运…", BLANK)


@given(st.text("加强领导创建态势，。；", min_size=1, max_size=40), st.sampled_from(list(Stage)[1:]), st.integers(0, 3))
def test_a_covered_text_never_shows_all_of_it(text: str, how: Stage, turn: int) -> None:
    """At every stage but the first something with a meaning is hidden."""
    if comparable(text):
        assert comparable(covered(text, (), how, turn)) != comparable(text)


def test_the_better_a_passage_is_known_the_more_of_it_is_covered() -> None:
    """A new one is shown, and never all stages are jumped at once."""
    assert [mask.stage(days) for days in (0.0, 1.0, 5.0, 20.0, 100.0)] == list(Stage)

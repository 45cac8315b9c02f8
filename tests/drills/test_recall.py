"""Recall: what is asked, and that nothing gives the answer away."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Card, Kind, cards
from studytui.drills.lines import Line
from studytui.drills.recall import Question, ask, hints, mark
from studytui.outline.tree import Outline
from studytui.study.bundled import bundled

CLAUSES = re.compile(r"[，、；：。！？,;:!?]+")


def _outline(name: str = "wenmingbuju2") -> Outline:
    return next(one.deck.outline for one in bundled() if one.deck.id == name)


def _questions(outline: Outline, kind: Kind) -> list[Question]:
    keys = [f"k{i}" for i in range(len(outline.nodes))]
    return [ask(card, outline) for card in cards(outline, keys) if card.kind is kind]


EVERY = [pytest.param(one.deck.outline, id=one.deck.id) for one in bundled()]


def _shown(question: Question) -> list[str]:
    """What stands on the screen before the answer, the hints left out."""
    lines = [*question.above, question.cue]
    return [question.group, *(line.marker for line in lines), *(line.text for line in lines)]


def test_a_point_is_asked_by_its_number_under_its_headings() -> None:
    """三是 of the problems, not of the achievements."""
    question = _questions(_outline(), Kind.POINT)[11]

    assert question.above == (Line("一、", "近些年来文明部局创建活动的主要做法、成效及存在的问题"),)
    assert (question.group, question.cue) == ("存在的问题", Line("三是", ""))
    assert question.answer == (Line("三是", "创建活动不太规范，经常性工作不够扎实"),)


@pytest.mark.parametrize("outline", EVERY)
def test_the_question_of_a_point_does_not_show_its_text(outline: Outline) -> None:
    """Neither in the cue nor above it."""
    for question in _questions(outline, Kind.POINT):
        assert not any(question.answer[0].text in shown for shown in _shown(question))


@pytest.mark.parametrize("outline", EVERY)
def test_the_question_of_a_place_shows_the_text_and_no_heading_group_or_number(outline: Outline) -> None:
    """They are the answer; the hints tell the numbers of the headings, outermost first, and not its own."""
    for question in _questions(outline, Kind.PLACE):
        node = outline.nodes[question.card.node or 0]
        assert (question.above, question.group, question.cue) == ((), "", Line("", node.text))
        assert question.answer[-1] == Line(node.marker, "")
        path = outline.path(question.card.node or 0)[:-1]
        assert [line for line in question.answer if line.text in [outline.nodes[i].text for i in path]] == [
            Line(outline.nodes[i].marker, outline.nodes[i].text) for i in path
        ]
        assert question.hints == tuple(outline.nodes[i].marker for i in path)


def test_the_answer_of_a_place_names_its_group_where_there_are_several() -> None:
    """一是 stands there twice."""
    question = _questions(_outline(), Kind.PLACE)[-9 - 2]

    assert Line("", "存在的问题") in question.answer


@pytest.mark.parametrize("outline", EVERY)
def test_the_question_of_a_link_shows_one_point_and_asks_the_next(outline: Outline) -> None:
    """The next one's text is nowhere."""
    for question in _questions(outline, Kind.LINK):
        one, two = (outline.nodes[i or 0] for i in (question.card.node, question.card.to))
        assert question.cue == Line(one.marker, one.text)
        assert question.answer == (Line(two.marker, two.text),)
        assert not any(two.text in shown for shown in _shown(question))


def test_the_question_of_a_list_says_how_many_there_are_and_shows_none_of_them() -> None:
    """Its answer is all of its run, in order, and none of the other group's."""
    question = _questions(_outline(), Kind.LIST)[2]

    assert question.task.arguments["n"] == 3
    assert question.group == "存在的问题"
    assert question.cue == Line("一、", "近些年来文明部局创建活动的主要做法、成效及存在的问题")
    assert [line.marker for line in question.answer] == ["一是", "二是", "三是"]
    assert not any(line.text in shown for shown in _shown(question) for line in question.answer)


def test_the_question_of_the_outermost_list_shows_the_title() -> None:
    """There is no heading above."""
    question = _questions(_outline(), Kind.LIST)[0]

    assert question.cue == Line("", _outline().title)
    assert question.above == ()
    assert len(question.answer) == 3


def test_the_persons_rating_is_the_mark() -> None:
    """With the cues that were needed."""
    question = _questions(_outline(), Kind.POINT)[0]

    given_ = mark(question.card, 2, 1)

    assert (given_.card, given_.rating, given_.cues, given_.practice) == (question.card.id, 2, 1, False)


def test_hints_show_ever_more_of_each_clause() -> None:
    """The beginning, the beginnings of the clauses, two characters of each."""
    assert hints("加强领导，创建态势日趋良好") == ("加…", "加…，创…", "加强…，创建…")
    assert hints("Punctuality is respect, and more.") == (
        "Punctuality…",
        "Punctuality…, and…",
        "Punctuality is…, and…",
    )


@pytest.mark.parametrize("text", ["学习", "Aloud", "Without excuses", "立德，树人", "爱", "“学习”", "A"])
def test_hints_never_show_the_whole_of_a_short_text(text: str) -> None:
    """Of one word they show its first letter, of one letter nothing."""
    bare = "".join(re.findall(r"\w", text))

    assert bare not in ["".join(re.findall(r"\w", hint)) for hint in hints(text)]


@settings(max_examples=300)
@given(st.text(st.sampled_from("创建活动不太规范 Aa1，。：“”()'-"), max_size=24))
def test_hints_never_show_the_whole_of_a_clause_nor_how_long_it_is(text: str) -> None:
    """What is left out is one sign."""
    whole = [clause.strip() for clause in CLAUSES.split(text) if re.search(r"\w", clause)]
    for hint in hints(text):
        parts = re.split(r"…，|…, |…$", hint)[:-1]
        assert len(parts) in (1, len(whole))
        assert all(part != clause and clause.startswith(part) for part, clause in zip(parts, whole, strict=False))


@pytest.mark.parametrize("text", ["", "。", "，，"])
def test_a_text_without_words_has_a_hint_that_says_nothing(text: str) -> None:
    """Nothing breaks."""
    assert hints(text) == ("…",)


def test_a_card_of_an_empty_node_can_be_asked() -> None:
    """A deck file may hold a number without a text."""
    card = Card("point:k", Kind.POINT, 0, None, 1, None)
    outline = _outline()
    empty = Outline("题", nodes=(type(outline.nodes[0])("一、", 1, ""),))

    assert ask(card, empty).hints == ("…",)

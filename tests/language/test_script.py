"""Simplified and traditional Chinese."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.either import either
from studytui.language.script import comparable, comparables, converted_characters, script_of, simplified, traditional


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("关于学习的讲话", "hans"),
        ("關於學習的講話", "hant"),
        ("一二三", "hans"),
        ("Remarks at the meeting", "latin"),
        ("", "latin"),
        ("新员工 Onboarding 培训讲义", "hans"),
        ("关于学习的讲话，關於學習的講話", "mixed"),
    ],
)
def test_the_script_is_told_by_characters_that_only_it_has(text: str, script: str) -> None:
    """Characters that both scripts share tell nothing."""
    assert script_of(text) == script


def test_phrases_are_converted_as_wholes() -> None:
    """A character with two counterparts takes the one of its word."""
    assert traditional("头发发展") == "頭髮發展"
    assert simplified("頭髮發展") == "头发发展"


def test_what_is_compared_knows_no_script_width_case_or_punctuation() -> None:
    """Keys and answers are the same however they are typed."""
    assert comparable("（一）學習ＡＢＣ，①！") == comparable("(一) 学习abc1") == "一学习abc1"


def test_characters_that_a_conversion_leaves_alone_are_known() -> None:
    """銀 was converted, 行 was not: a bracket after 行 is the author's."""
    assert converted_characters("銀行創里") == {"銀", "創"}


@given(st.text(max_size=50))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_converted(text: str) -> None:
    """Lone surrogates and controls do no harm."""
    assert isinstance(traditional(text) + simplified(text) + comparable(text), str)


def test_no_text_is_cut_off_where_it_holds_a_character_that_ends_one_elsewhere() -> None:
    """A deck file may hold a NUL; what follows it is converted and compared too."""
    assert (simplified("發\0展"), traditional("发\0展")) == ("发\ufffd展", "發\ufffd展")
    assert comparables(["頭", "ab\0cd", "發\0展"]) == ["头", "abcd", "发展"]


@given(st.lists(st.text(max_size=8) | st.text("头髮發展銀ＡΣσß\u0301Ⅳ①，\n\0 \ud800", max_size=8), max_size=8))
@settings(max_examples=200, deadline=None)
def test_many_texts_at_once_are_compared_as_each_by_itself(texts: list[str]) -> None:
    """Line breaks, NULs, combining characters at a beginning, and halves of characters too."""
    assert comparables(texts) == [comparable(text) for text in texts]


def test_an_expression_matches_either_script() -> None:
    """A character alone becomes a class; inside a class its forms are added; escapes stay."""
    assert either(r"问题\[[总后]x") == r"[问問][题題]\[[总總后後]x"


@pytest.mark.parametrize(
    ("first", "second", "script"),
    [
        ("开展学习，听取汇报。", "開展學習，聽取匯報。", "mixed"),
        ("开展学习，听取汇报。", "Let us learn. ", "hans"),
        ("Let us learn from what is done elsewhere. ", "开展学习。", "latin"),
    ],
)
def test_a_long_text_is_not_judged_by_its_most_frequent_characters_alone(first: str, second: str, script: str) -> None:
    """A glance tells the script only where it leaves no doubt."""
    assert script_of((first * 2 + second) * 300) == script

"""Headings of the deck file: where the number ends and the text begins."""

import pytest
from hypothesis import given

from studytui.outline.deck_heading import headline, parted
from tests.strategies import markers, ordinals, texts


@given(markers, ordinals, texts)
def test_any_marker_ordinal_and_text_come_back(marker: str, ordinal: int | None, text: str) -> None:
    """Whatever a document numbers its headings with, the file keeps all three apart."""
    assert parted(headline(marker, ordinal, text)) == (marker, ordinal, text)


@pytest.mark.parametrize(
    ("marker", "ordinal", "text", "line"),
    [
        ("一是", 1, "加强领导，创建态势日趋良好", "一是 加强领导，创建态势日趋良好"),
        ("（十二）", 12, "小事", "（十二） 小事"),
        ("第三部分", 3, "办法", "第三部分 办法"),
        ("第一方面，", 1, "认识", "第一方面， 认识"),
        ("二要", 2, "讲实效", "二要 讲实效"),
        ("四抓", 4, "落实", "四抓 落实"),
        ("首先，", 1, "认识", "首先， 认识"),
        ("IV.", 4, "Look back", "IV. Look back"),
        ("(b)", 2, "Look back", "(b) Look back"),
        ("1.2", 2, "Look back", "1.2 Look back"),
        ("-", None, "要点", "- 要点"),
        ("##", None, "前言", "## 前言"),
        ("", None, "前言", "前言"),
        ("", None, "Opening remarks", "Opening remarks"),
        ("", None, "2023年 工作回顾", "2023年 工作回顾"),
        ("", None, "统一思想 凝聚力量", "统一思想 凝聚力量"),
        ("①", 1, "", "①"),
    ],
)
def test_common_headings_need_no_sign(marker: str, ordinal: int | None, text: str, line: str) -> None:
    """The file reads as the document did."""
    assert headline(marker, ordinal, text) == line
    assert parted(line) == (marker, ordinal, text)


@pytest.mark.parametrize(
    ("marker", "ordinal", "text", "line"),
    [
        ("最后，", 4, "抓落实", "最后，{4} 抓落实"),
        ("最后，", None, "抓落实", "最后，{-} 抓落实"),
        ("l.", 50, "text", "l.{50} text"),
        ("", 3, "text", r"\e{3} text"),
        ("", None, "一是一，二是二", r"\e 一是一，二是二"),
        ("", None, "", r"\e"),
        ("第 一 章", 1, "总则", r"第\s一\s章{1} 总则"),
        ("{1}", 1, "text", r"\{1}{1} text"),
    ],
)
def test_uncommon_headings_say_what_they_mean(marker: str, ordinal: int | None, text: str, line: str) -> None:
    """The ordinal stands in braces, and an empty number as a sign of its own."""
    assert headline(marker, ordinal, text) == line
    assert parted(line) == (marker, ordinal, text)


@pytest.mark.parametrize(
    ("line", "marker", "ordinal", "text"),
    [
        ("一、工作回顾", "一、", 1, "工作回顾"),
        ("（二）加强领导", "（二）", 2, "加强领导"),
        ("三是健全组织", "三是", 3, "健全组织"),
        ("另一个是队伍", "另一个是", 2, "队伍"),
        ("四要务实", "四要", 4, "务实"),
        ("第二章总则", "第二章", 2, "总则"),
        ("第三，抓落实", "第三，", 3, "抓落实"),
        ("4.抓落实", "4.", 4, "抓落实"),
        ("⑤抓落实", "⑤", 5, "抓落实"),
        ("乙、抓落实", "乙、", 2, "抓落实"),
        ("最后，{6}抓落实", "最后，", 6, "抓落实"),
    ],
)
def test_no_blank_is_needed_behind_a_number_that_ends_by_itself(
    line: str, marker: str, ordinal: int, text: str
) -> None:
    """Nobody who types Chinese puts one there, and the number must not become part of the text."""
    assert parted(line) == (marker, ordinal, text)


@pytest.mark.parametrize(
    "line",
    [
        "1.5倍增长",
        "10:30 开会",
        "十要素分析",
        "第一要务是发展",
        "第一要务 是发展",
        "A quick answer",
        "I have a dream",
        "U.S. policy",
        "Mix the dough",
    ],
)
def test_a_text_that_begins_with_a_numeral_by_chance_keeps_it(line: str) -> None:
    """A number is only what has the form of one."""
    assert parted(line) == ("", None, line)

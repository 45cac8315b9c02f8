"""The table of marker families: what each begins with, what is a marker and what only looks like one."""

import re
from pathlib import Path

import pytest

from studytui.language.either import either
from studytui.outline.numbering import FAMILIES, Family, marker_at

FIXTURES = (Path(__file__).parent / "fixtures").glob("*.txt")
EXAMPLES = (
    *("題型一：甲", "壹、甲", "II. A", "ii. a", "B. b", "(a) a", "(iv) d", "1\u20e3 a", "㈠甲", "⑴甲", "❶甲", "丁、甲"),
    *("Finally, it", "Two: it", "附录A 表", "Appendix A List"),
)
LINES = sorted({line.strip() for path in FIXTURES for line in path.read_text("utf-8").split("\n")} | {*EXAMPLES})


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_marker_begins_with_one_of_the_characters_of_its_family(family: Family) -> None:
    """Lines are matched only against the families that their first character allows, so none may be left out."""
    marker = re.compile(either(family.marker))
    marked = [line for line in LINES if marker.match(line)]
    assert [line for line in marked if not re.match(f"[{family.begins}]", line)] == []


@pytest.mark.parametrize(
    ("text", "marker", "family"),
    [
        ("第十二章 总则", "第十二章 ", "chapter"),
        ("Part I: Background", "Part I:", "part"),
        ("PART ONE - THE CLUB", "PART ONE -", "part"),
        ("Chapter 3. Spread", "Chapter 3.", "chapter"),
        ("Step 1 收集", "Step 1", "lesson"),
        ("First, a library is a promise", "First,", "first"),
        ("2.4日常考勤", "2.4", "decimal2"),
        ("2.1 人员配置", "2.1", "decimal2"),
        ("1、2023年学习情况", "1、", "arabic"),
        ("【考点一】归纳概括", "【考点一】", "named"),
        ("案例二：一盏路灯", "案例二：", "named"),
        ("二个是“急”", "二个是", "particle"),
    ],
)
def test_a_marker_is_known_with_its_family(text: str, marker: str, family: str) -> None:
    """What is written like a number of a point is found, as far as it goes."""
    found = marker_at(text)
    assert found is not None
    assert (found[0].strip(), found.lastgroup) == (marker.strip(), family)


@pytest.mark.parametrize(
    "text",
    [
        "3.2公里环园步道",
        "2.5 km a day",
        "1.5亿元",
        "Section 3 says how",
        "Chapter 5 is optional",
        "第一要务是发展",
        "第一、二季度",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    """Measures, references and idioms begin no point."""
    assert marker_at(text) is None

"""The next marker: like an example, with another number."""

import pytest

from studytui.outline.candidates import at_start
from studytui.outline.edit.like import like, style
from studytui.outline.numbering import FAMILIES
from studytui.outline.roman import told_apart

EXAMPLES = {
    "volume": ("第一编", "Volume 1:"),
    "part": ("第一部分", "第1单元", "Part I:", "PART ONE -", "第一讲"),
    "chapter": ("第一章", "第 二 章", "Chapter 3."),
    "appendix": ("附录A", "附录一", "Appendix A"),
    "section": ("第一节", "Section 1:"),
    "lesson": ("第1课", "第一阶段", "Step 1", "Week 2:"),
    "named": ("案例一：", "【考点一】", "例题1."),
    "article": ("第一条", "Article 1:"),
    "formal": ("壹、", "贰."),
    "cn": ("一、", "二.", "一：", "三"),
    "cn_comma": ("一，",),
    "roman": ("I.", "Ⅰ.", "V.", "XI、"),
    "cn_paren": ("（一）", "(一)", "（ 一 ）", "㈠", "（三）、"),
    "cn_half": ("一）",),
    "stem": ("甲、",),
    "capital": ("A.", "B)"),
    "arabic": ("1.", "1、", "１．"),
    "bare": ("1",),
    "arabic_comma": ("1,",),
    "keycap": ("1\ufe0f\u20e3", "2\u20e3"),
    "decimal2": ("2.3", "2.3."),
    "decimal3": ("1.2.3",),
    "decimal4": ("1.2.3.4",),
    "paren": ("（1）", "(1)", "⑴"),
    "half": ("1）", "1)"),
    "circled": ("①", "❶", "➀", "➊", "㊀"),
    "paren_letter": ("（a）", "(b)"),
    "paren_roman": ("(i)", "(iv)"),
    "small_roman": ("i.", "iv)", "ⅰ."),
    "small": ("a.", "b)"),
    "di": ("第一，", "第一", "第一个方面：", "第一是"),
    "qi": ("其一，", "其二"),
    "seq": ("首先，", "其次", "再次，"),
    "first": ("First,", "Secondly,"),
    "one": ("One,",),
    "spoken": ("The first is", "My second reason is"),
    "particle": ("一是", "二要", "一个是", "三抓"),
}
HIGHEST = {
    "seq": 3,
    "附录A": 8,
    "Appendix A": 8,
    "keycap": 9,
    "stem": 10,
    "first": 10,
    "one": 10,
    "spoken": 10,
    "paren_roman": 18,
    "small_roman": 18,
}
"""Higher numbers some of these cannot write; the ninth letter would be read as a Roman one."""


def test_all_families_that_count_are_tried() -> None:
    """A new way to number is one more line above; Next and Then, which have no number, cannot be counted."""
    assert {family.name for family in FAMILIES} - {"bullet", "sequel"} == set(EXAMPLES)


@pytest.mark.parametrize(("family", "example"), [(name, one) for name, some in EXAMPLES.items() for one in some])
def test_a_number_is_written_as_its_example_is_and_read_as_what_it_is(family: str, example: str) -> None:
    """Each marker up to ten, or as high as its family goes, is known again with its number."""
    own = style(example)
    assert own is not None
    assert own.family.name == family
    marks = []
    for n in range(1, min(10, HIGHEST.get(example, HIGHEST.get(family, 10))) + 1):
        marker = like(example, n)
        assert marker is not None
        marks.append(at_start(f"{marker} 加强领导"))
    read = told_apart(marks)

    assert [mark and (mark.key, mark.ordinal) for mark in read] == [(own.key, n) for n in range(1, len(marks) + 1)]


@pytest.mark.parametrize(("family", "example"), [(name, one) for name, some in EXAMPLES.items() for one in some])
def test_what_a_family_cannot_write_is_not_written(family: str, example: str) -> None:
    """However high the number is, there is a marker that is read as that number, or none."""
    for n in (11, 20, 21, 27, 36, 50, 99, 100, 101, 999, 9999, 10000, 0, -1):
        marker = like(example, n)
        read = style(marker, n) if marker else None

        assert marker is None or (read is not None and (read.family.name, read.ordinal) == (family, n))


@pytest.mark.parametrize(
    ("example", "ordinal", "n", "marker"),
    [
        ("（二）", 2, 3, "（三）"),
        ("2.", 2, 3, "3."),
        ("二是", 2, 3, "三是"),
        ("第三章", 3, 12, "第十二章"),
        ("②", 2, 21, "㉑"),
        ("b.", 2, 3, "c."),
        ("ii.", 2, 3, "iii."),
        ("其二，", 2, 3, "其三，"),
        ("首先，", 1, 2, "其次，"),
        ("其次是", 2, 3, "再次是"),
        ("C)", 3, 4, "D)"),
        ("i.", 9, 10, "j."),
        ("i.", 1, 10, "x."),
        ("PART ONE -", 1, 2, "PART TWO -"),
        ("２．", 2, 10, "１０．"),
        ("-", None, 2, None),
        ("最后，", 4, 5, None),
    ],
)
def test_the_next_marker_keeps_family_and_punctuation(
    example: str, ordinal: int | None, n: int, marker: str | None
) -> None:
    """Only the number is another; a letter goes on in the alphabet, a Roman numeral in its own way."""
    assert like(example, n, ordinal) == marker


def test_a_number_that_no_document_has_takes_no_time() -> None:
    """A deck file may give any ordinal to any letter."""
    assert like("iv.", 3, 10**18) == "iii."
    assert like("V.", 3, 10**18) is None

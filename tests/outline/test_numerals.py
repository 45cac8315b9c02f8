"""Numerals: what a marker's number is, and how a number is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.outline.numerals import numeral, ordinal_of, roman


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("一、", 1),
        ("（十一）", 11),
        ("二十三、", 23),
        ("廿", 20),
        ("廿三、", 23),
        ("卅", 30),
        ("二〇", 20),
        ("一百二十", 120),
        ("一百零五、", 105),
        ("千", 1000),
        ("贰、", 2),
        ("拾壹、", 11),
        ("第三章", 3),
        ("第一节", 1),
        ("第两百条", 200),
        ("一是", 1),
        ("二要", 2),
        ("一个是", 1),
        ("另一个是", 2),
        ("第一，", 1),
        ("其一", 1),
    ],
)
def test_chinese_numerals_are_read_inside_any_marker(marker: str, number: int) -> None:
    """Brackets, punctuation and particles around a numeral do not matter."""
    assert ordinal_of(marker) == number


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("1.", 1),
        ("１）", 1),
        ("(1)", 1),
        ("⑴", 1),
        ("⒈", 1),
        ("①", 1),
        ("㉑", 21),
        ("㈠", 1),
        ("㊀", 1),
        ("❿", 10),
        ("12、", 12),
        ("2.3.1", 1),
        ("１．２", 2),
        ("1.2.", 2),
        ("1\ufe0f\u20e3", 1),
    ],
)
def test_arabic_numerals_are_read_in_every_shape(marker: str, number: int) -> None:
    """Full-width, circled and bracketed digits count as their plain forms do; of 2.3.1 the last part counts."""
    assert ordinal_of(marker) == number


@pytest.mark.parametrize(
    ("marker", "number"),
    [("Ⅲ.", 3), ("IV.", 4), ("iv.", 4), ("MCMXCIV", 1994), ("a.", 1), ("(b)", 2), ("A.", 1), ("Z)", 26), ("Ⓑ", 2)],
)
def test_roman_numerals_and_letters_are_read(marker: str, number: int) -> None:
    """Several letters that form a Roman numeral are one; a single letter is its place in the alphabet."""
    assert ordinal_of(marker) == number


@pytest.mark.parametrize(("marker", "number"), [("i.", 1), ("V.", 5), ("x)", 10), ("c.", 3), ("L.", 12), ("m.", 13)])
def test_of_single_letters_only_i_v_and_x_are_roman(marker: str, number: int) -> None:
    """A run that reaches its fiftieth Roman number is rarer than one that reaches the letter l."""
    assert ordinal_of(marker) == number


@pytest.mark.parametrize(
    ("marker", "number"),
    [("甲、", 1), ("癸", 10), ("首先", 1), ("首要任务", 1), ("其次，", 2), ("再次", 3)],
)
def test_stems_and_words_of_order_have_their_places(marker: str, number: int) -> None:
    """甲乙丙 count as letters do, 首先 其次 再次 as one, two, three."""
    assert ordinal_of(marker) == number


@pytest.mark.parametrize(
    "marker", ["", "-", "•", "#", "##", "★", "最后，", "最后一点", "最後", "前言", "Part", "iiii."]
)
def test_a_marker_without_a_number_has_none(marker: str) -> None:
    """Bullets and plain words name no number, and what 最后 counts depends on its run."""
    assert ordinal_of(marker) is None


@pytest.mark.parametrize("digit", ["9", "９", "九"])
def test_a_number_longer_than_nine_digits_is_no_number_of_a_point(digit: str) -> None:
    """Such a marker is noise, and must not be turned into a number of thousands of digits."""
    assert ordinal_of(digit * 9) == 999_999_999
    assert ordinal_of(digit * 10) is None
    assert ordinal_of(digit * 6000) is None


@given(st.integers(2, 3999))
def test_a_roman_numeral_is_read_back(n: int) -> None:
    """All that can be written, but for the few of one letter that is taken for a letter; 400 is not CCCC."""
    text = roman(n)
    assert ordinal_of(f"{text}.") == n or len(text) == 1
    assert (roman(400), roman(1994)) == ("CD", "MCMXCIV")


@pytest.mark.parametrize("n", [0, 4000])
def test_no_number_beyond_the_roman_ones_is_written(n: int) -> None:
    """There is no sign for nothing, and none for five thousand."""
    with pytest.raises(ValueError, match=str(n)):
        roman(n)


@given(st.text())
def test_any_text_at_all_has_a_number_or_none(marker: str) -> None:
    """Nothing that a document may hold makes it fail."""
    number = ordinal_of(marker)

    assert number is None or number >= 0


@given(st.integers(1, 9999))
def test_a_numeral_that_was_written_is_read_as_the_same_number(n: int) -> None:
    """For every number that a numeral can be written for."""
    assert ordinal_of(f"（{numeral(n)}）") == n


@pytest.mark.parametrize(
    ("n", "text"),
    [(1, "一"), (10, "十"), (15, "十五"), (23, "二十三"), (105, "一百零五"), (110, "一百一十"), (3004, "三千零四")],
)
def test_numerals_are_written_as_a_reader_expects(n: int, text: str) -> None:
    """十五 and not 一十五, one 零 for a gap of any length."""
    assert numeral(n) == text


@pytest.mark.parametrize("n", [-1, 0, 10_000])
def test_a_numeral_outside_its_range_is_refused(n: int) -> None:
    """It is a mistake of the caller."""
    with pytest.raises(ValueError, match=str(n)):
        numeral(n)

"""A text typed by its sound."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.pinyin import spelling
from studytui.language.strokes import Stroke, is_initialled, is_spelled, plain_key, strokes


def _strokes(text: str) -> tuple[Stroke, ...]:
    return strokes(text, spelling(text))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("加强领导", ["j", "qj", "l", "d"]),
        ("行", ["xh"]),
        ("重", ["zct"]),
        ("长", ["zc"]),
        ("Opening address, 5G", ["o", "a", "5w", "g"]),
        ("第三", ["d", "s3"]),
        ("加強", ["j", "qj"]),
    ],
)
def test_every_reading_of_a_character_has_its_key(text: str, letters: list[str]) -> None:
    """And words their first letter, figures themselves or their names."""
    assert [set(stroke.letters) >= set(wanted) for stroke, wanted in zip(_strokes(text), letters, strict=True)] == [
        True
    ] * len(letters)
    assert all(len(stroke.letters) <= 4 for stroke in _strokes(text))


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=30) | st.text("加强，领导 3三a-b’", max_size=20))
def test_what_is_shown_makes_up_the_text(text: str) -> None:
    """Signs go along with what stands before them."""
    made = _strokes(text)

    assert not made or "".join(stroke.shown for stroke in made) == text
    assert all(stroke.letters for stroke in made)


@pytest.mark.parametrize("typed", ["zhang cheng nv", "ZHANGCHENGNV", "zangcengnü", "chang cheng nu", "zhángchéngnyu"])
def test_full_pinyin_is_taken_in_all_readings_with_flat_sounds_for_curled_ones(typed: str) -> None:
    """长 is zhang and chang."""
    assert is_spelled(typed, _strokes("长成女"))


def test_curled_sounds_count_where_they_are_not_folded() -> None:
    """As the person sets."""
    assert not is_spelled("zong guo", _strokes("中国"), folded=False)
    assert is_spelled("zhong guo", _strokes("中国"), folded=False)
    assert not is_spelled("zhong", _strokes("中国"))
    assert not is_spelled("", ())


def test_initials_are_taken_whole_or_not_at_all() -> None:
    """One letter for each character."""
    assert is_initialled("jqld", _strokes("加强，领导"))
    assert is_initialled("J Q L D", _strokes("加强领导"))
    assert not is_initialled("jql", _strokes("加强领导"))
    assert not is_initialled("jqldd", _strokes("加强领导"))


def test_a_spelling_of_another_text_is_no_spelling() -> None:
    """A text that was edited is looked up anew."""
    assert strokes("加强", spelling("加强领导")) == ()


def test_a_key_is_narrow_and_small() -> None:
    """An input method may leave full-width letters."""
    assert [plain_key(key) for key in ("Ｊ", "j", "J", "é", "，", " ")] == ["j", "j", "j", "e", "", ""]

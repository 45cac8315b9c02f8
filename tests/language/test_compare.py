"""What was typed against what was wanted."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.aligned import Fate
from studytui.language.compare import compare, marked
from studytui.language.coverage import Coverage, coverage
from studytui.language.script import traditional
from studytui.language.tokens import Counts

SIGNS = {Fate.MISSING: "漏", Fate.WRONG: "错", Fate.EXTRA: "多", Fate.MOVED: "序"}
POINT = "加强领导，创建态势日趋良好"
texts = st.text(st.sampled_from("加强领导创建态势日趋良好，。 ab3三十O'é"), max_size=24)


def _line(typed: str, wanted: str = POINT) -> str:
    return "".join(text for text, _ in marked(compare(typed, wanted), SIGNS))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("加强领导创建态势日趋良好", POINT),
        ("加强，创建态势日趋良好", "加强[漏 领导，]创建态势日趋良好"),
        ("加强领导，创建太势日趋良好", "加强领导，创建[错 太->态]势日趋良好"),
        ("加强领导，创建的态势日趋良好", "加强领导，创建[多 的]态势日趋良好"),
        ("创建态势日趋良好，加强领导", "[序 加强领导，]创建态势日趋良好"),
        ("", f"[漏 {POINT}]"),
    ],
)
def test_each_kind_of_mistake_has_its_sign_in_the_line(typed: str, line: str) -> None:
    """So it is read without colour."""
    assert _line(typed) == line


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("加強領導，創建態勢日趨良好", POINT),
        ("ＡＢＣ１２", "abc 12"),
        ("增长百分之五", "增长5％"),
        ("二〇二六年抓好12件事", "2026年抓好十二件事"),
        ("3点要求", "三点要求"),
        ("well known", "well-known"),
        ("a well known man", "A well-known man."),
        ("Dont stop", "Don’t stop"),
        ("三点五倍", "3.5倍"),
        ("1,000", "一千"),
        ("cafe\u0301", "café"),
    ],
)
def test_what_does_not_count_does_not_count(typed: str, wanted: str) -> None:
    """Script, width, case, blanks, signs, and how a number is written."""
    assert compare(typed, wanted).exact
    assert compare(wanted, typed).exact


@pytest.mark.parametrize(
    ("typed", "wanted", "counts"),
    [
        ("加强领导", "加强，领导", Counts(punctuation=True)),
        ("Ａ", "A", Counts(width=True)),
        ("a", "A", Counts(case=True)),
        ("甲 乙", "甲乙", Counts(spaces=True)),
        ("領導", "领导", Counts(script=True)),
        ("3点", "三点", Counts(numbers=True)),
    ],
)
def test_what_is_asked_for_counts(typed: str, wanted: str, counts: Counts) -> None:
    """Each only when asked for."""
    assert compare(typed, wanted).exact
    assert not compare(typed, wanted, counts).exact


@pytest.mark.parametrize(
    ("typed", "wanted"), [("13件", "十二件"), ("34季度", "3季度"), ("5", "5%"), ("三四个", "34个")]
)
def test_another_number_is_another_number(typed: str, wanted: str) -> None:
    """三四个 are three or four of them."""
    assert not compare(typed, wanted).exact


def test_an_accepted_synonym_is_right_and_nothing_else_is() -> None:
    """Only for the words that it stands for."""
    accepted = [("加强", "强化")]

    assert compare("强化领导", "加强领导", synonyms=accepted).exact
    assert not compare("强化领导", "加强领导").exact
    assert not compare("强化领导", "健全领导", synonyms=accepted).exact
    assert compare("强化领导", "强化领导", synonyms=accepted).exact


@settings(deadline=None)
@given(texts)
def test_a_text_is_itself(text: str) -> None:
    """In either script."""
    assert compare(text, text).exact
    assert compare(traditional(text), text).exact


@settings(deadline=None)
@given(texts, texts)
def test_the_pieces_make_up_the_wanted_text_again(typed: str, wanted: str) -> None:
    """Nothing of it is lost or told twice, and the figures add up."""
    found = compare(typed, wanted)

    assert "".join(piece.wanted for piece in found.pieces) == unicodedata.normalize("NFC", wanted)
    assert 0 <= found.right <= found.total
    assert found.exact == all(piece.fate is Fate.RIGHT for piece in found.pieces)
    assert 0 <= found.share <= 1
    assert found.exact == compare(wanted, typed).exact


@settings(deadline=None)
@given(texts, st.data())
def test_one_character_more_is_one_mistake(wanted: str, data: st.DataObject) -> None:
    """All the rest stays right."""
    at = data.draw(st.integers(0, len(wanted)))
    found = compare(f"{wanted[:at]}囍{wanted[at:]}", wanted)

    assert not found.exact
    assert found.spare >= 1
    assert any("囍" in piece.typed for piece in found.pieces if piece.fate is not Fate.RIGHT)


def test_long_texts_in_another_order_are_told_piece_by_piece() -> None:
    """Three thousand characters, of which the halves changed places."""
    text = "".join(chr(0x4E00 + n * 7 % 5000) for n in range(3000))
    found = compare(text[1500:] + text[:1500], text)

    assert {piece.fate for piece in found.pieces} == {Fate.RIGHT, Fate.MOVED}
    assert found.right == 1500
    assert compare("的" * 3000, "的" * 2999 + "了").right == 2999


def test_key_terms_are_found_wherever_they_stand() -> None:
    """采分点: each once, in any order, in either script, in accepted words."""
    found = coverage("良好的態勢，強化", ["加强", "态势", "良好", "领导", "态势"], [("加强", "强化")])

    assert found == Coverage(("加强", "态势", "良好"), ("领导",))
    assert not found.full
    assert coverage("领导加强", ["加强", "领导"]).full
    assert not coverage("anything", []).full
    assert coverage("the artist", ["art"]).missed == ("art",)

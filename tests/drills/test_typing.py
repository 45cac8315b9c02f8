"""Type and initials: a text given back in full."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import initials, typed
from studytui.drills.drill import Mark
from studytui.drills.initials import Typing, begin, cue, press
from tests.drills.documents import SHAPES, all_cards, outline, spelled

POINT = "加强领导，重在过程"
SHORT = [node.text for of in SHAPES.values() for node in of.nodes if len(node.text) < 200]


def _typed(text: str, letters: str) -> Typing:
    typing = begin(spelled(text))
    for key in letters:
        typing = press(typing, key)
    return typing


def _mark(typing: Typing, text: str = POINT) -> Mark:
    of = outline([[text]])
    question = initials.ask(all_cards(of, Kind.POINT)[1], of, spelled(text))
    assert question is not None
    return initials.mark(question, typing)


def test_each_right_key_shows_its_character_at_once() -> None:
    """With the signs behind it."""
    shown = [_typed(POINT, "jqldzzgc"[:count]).text for count in (0, 1, 3, 4, 5, 8)]

    assert shown == ["", "加", "加强领", "加强领导，", "加强领导，重", POINT]


@pytest.mark.parametrize("letters", ["jqldzzgc", "jqldczgc", "JQLDZZGC", "ｊｑｌｄｚｚｇｃ", "jjldtzgc"])
def test_all_readings_of_a_character_are_right(letters: str) -> None:
    """重 is zhong, chong and tong."""
    typing = _typed(POINT, letters)

    assert (typing.done, typing.slips, _mark(typing).rating) == (True, 0, 3)


def test_the_character_itself_is_right_where_an_input_method_was_left_on() -> None:
    """In either script; another character is wrong, and a sign is none."""
    assert _typed(POINT, "加強领").text == "加强领"
    assert _typed(POINT, "嘉").last == "wrong"
    assert begin(spelled("，")) == press(begin(spelled("，")), "。")


def test_what_was_shown_without_having_been_typed_is_told_from_what_was_typed() -> None:
    """The screen marks it."""
    assert cue(_typed(POINT, "jxxl")).given == (1, 3)
    assert _typed(POINT, "k").key == "k"


def test_a_wrong_key_marks_a_second_one_shows() -> None:
    """And the third is for the next character."""
    once, twice = _typed(POINT, "x"), _typed(POINT, "xx")

    assert (once.text, once.last, once.slips, once.shown) == ("", "wrong", 1, 0)
    assert (twice.text, twice.last, twice.slips, twice.shown) == ("加", "shown", 2, 1)
    assert press(once, "j").text == "加"
    assert not press(once, "j").wrong


def test_a_slip_is_forgiven_a_shown_character_is_a_cue_many_are_a_failure() -> None:
    """As the table of the proposals says."""
    assert _mark(_typed(POINT, "xjqldzzgc")).rating == 3
    assert _mark(_typed(POINT, "xxqldzzgc")) == Mark("point:k1", 2, cues=1, score=0.875)
    assert _mark(_typed(POINT, "xxxxxxdzzgc")).rating == 1
    assert _mark(_typed(POINT, "jqld")).rating == 1
    assert _mark(cue(_typed(POINT, "jqldzzg"))).rating == 2


@settings(deadline=None)
@given(
    st.sampled_from([n.text for of in SHAPES.values() for n in of.nodes if len(n.text) < 200]),
    st.text("abjqldz3 ", max_size=40),
)
def test_whatever_is_typed_it_goes_on_and_never_back(text: str, letters: str) -> None:
    """What is shown is always the beginning of the text."""
    typing = begin(spelled(text))
    for key in letters:
        after = press(typing, key)
        assert typing.at <= after.at <= typing.at + 1
        assert text.startswith(after.text)
        typing = after
    assert typing.shown * 2 <= typing.slips


def test_every_text_can_be_typed_by_its_own_letters() -> None:
    """Whatever it is written in; what nobody can read is passed over."""
    for text in ("Look back with open eyes", "推进 5G 建设，增长5%", "加強領導", "𠮷利𠮷", "Привет мир", "2026年"):
        strokes = spelled(text)
        typing = begin(strokes)
        for stroke in strokes:
            if not stroke.letters[0].isalnum() or ord(stroke.letters[0]) < 0x3400:
                typing = press(typing, stroke.letters[0])
        assert (typing.done, typing.slips, typing.text) == (True, 0, text)


def test_a_key_costs_the_same_in_a_text_of_any_length() -> None:
    """The strokes are handed on, not copied."""
    typing = begin(spelled("加强领导" * 750))

    assert press(typing, "j").strokes is typing.strokes
    assert press(typing, "x").strokes is typing.strokes


def test_without_a_spelling_nothing_is_asked() -> None:
    """It has not been looked up."""
    of = outline([["加强"]])

    assert initials.ask(all_cards(of, Kind.POINT)[1], of, ()) is None


def test_a_text_is_typed_word_for_word_or_by_its_key_points() -> None:
    """In both the whole comparison is there to be looked at."""
    of = outline([[POINT]])
    question = typed.ask(all_cards(of, Kind.POINT)[1], of)
    terms = ("加强", "领导", "过程")
    loose = typed.answer(question, "要加强领导，抓过程", typed.How(terms, key_points=True))
    strict = typed.answer(question, "要加强领导，抓过程", typed.How(terms))

    assert (loose.right, strict.right) == (True, False)
    assert loose.coverage.full
    assert not typed.answer(question, "加强领导", typed.How(terms, key_points=True)).right
    assert not typed.answer(question, "加强领导", typed.How((), key_points=True)).right
    assert typed.mark(question, strict) == Mark("point:k1", 1, score=round(strict.comparison.share, 3))


@pytest.mark.parametrize(
    ("marker", "said", "right"),
    [
        ("一是", "一是加强领导，重在过程", True),
        ("一是", " 1. 加强领导重在过程", True),
        ("一是", "第一，加强领导，重在过程", True),
        ("一是", "（一）jiaqianglingdaozhongzaiguocheng", True),
        ("-", "- 加强领导，重在过程", True),
        ("一是", "二是加强领导，重在过程", False),
        ("-", "一是加强领导，重在过程", False),
        ("一是", "一是", False),
    ],
)
def test_the_number_of_a_point_may_be_said_with_it(marker: str, said: str, right: bool) -> None:
    """As it is written or otherwise; another number is not that of the point."""
    found = typed.answered(POINT, said, typed.How(strokes=spelled(POINT)), marker)

    assert found.right == right
    assert found.comparison.exact == right


def test_what_looks_like_a_number_may_be_the_beginning_of_the_text() -> None:
    """Then it is none."""
    assert typed.answered("一是一，二是二", "一是一，二是二", typed.How(), "一是").right
    assert typed.answered("一是一，二是二", "一是一是一，二是二", typed.How(), "一是").right


def test_key_points_are_said_by_their_first_letters_or_their_pinyin_too() -> None:
    """In any order, a blank between; what is part of a longer word of letters is not said."""
    text = "对下一阶段开展创建文明部局的几点要求"
    how = typed.How(("开展创建", "文明部局", "要求"), key_points=True, strokes=spelled(text))

    for said in ("kzcj wmbj yq", "yq wmbj kzcj", "kaizhanchuangjian, wenmingbuju, yaoqiu", "开展创建 wmbj yq"):
        assert typed.answered(text, said, how).right, said
    some = typed.answered(text, "kzcj xyq", how)
    assert (some.coverage.said, some.coverage.missed) == (("开展创建",), ("文明部局", "要求"))
    assert not typed.answered(text, "", how).right


def test_pinyin_is_taken_for_the_text_where_it_is_known() -> None:
    """In full, or by initials."""
    of = outline([[POINT]])
    question = typed.ask(all_cards(of, Kind.POINT)[1], of)
    how = typed.How(strokes=spelled(POINT))

    assert typed.answer(question, "jiaqianglingdao zhongzaiguocheng", how).right
    assert typed.answer(question, "jqldzzgc", how).right
    assert not typed.answer(question, "jqldzzg", how).right


def test_first_letters_that_break_off_are_the_beginning_of_the_text() -> None:
    """What is missing is missing then, not all of it wrong."""
    way = typed.How(strokes=spelled(POINT))

    assert [piece.fate.value for piece in typed.answered(POINT, "jqld", way).comparison.pieces] == ["right", "missing"]
    assert typed.answered(POINT, "jqlx", way).comparison.right == 0
    assert typed.answered("Look back", "look", typed.How(strokes=spelled("Look back"))).comparison.right == 1


@pytest.mark.parametrize(
    ("pinyin", "said"),
    [
        ("jiaqianglingdao", "加强领导"),
        ("jia qiang ling dao zhongzai", "加强领导重在"),
        ("jiaqianglingdaozongzaiabc", "加强领导重在abc"),
    ],
)
def test_pinyin_that_breaks_off_or_goes_wrong_is_the_beginning_of_the_text(pinyin: str, said: str) -> None:
    """What was said up to there is not lost."""
    of = outline([[POINT]])
    question = typed.ask(all_cards(of, Kind.POINT)[1], of)
    how = typed.How(terms=("加强领导", "过程"), strokes=spelled(POINT))

    by_pinyin, in_characters = typed.answer(question, pinyin, how), typed.answer(question, said, how)

    fates = [[(piece.fate, piece.wanted) for piece in one.comparison.pieces] for one in (by_pinyin, in_characters)]
    assert fates[0] == fates[1]
    assert by_pinyin.coverage.said == ("加强领导",)
    assert not by_pinyin.right

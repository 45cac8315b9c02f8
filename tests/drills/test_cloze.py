"""Cloze and first characters: terms hidden, each in its turn."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import cloze, first, recall, typed
from tests.drills.documents import SHAPES, all_cards, outline, spans, spelled

TEXT = "加强领导，创建态势日趋良好，组织更加完善"


def _asked(turn: int = 0, stage: int = 0, others: tuple[str, ...] = ()) -> cloze.Question:
    of = outline([[TEXT, "别的"]])
    card = all_cards(of, Kind.POINT)[1]
    found = cloze.ask(card, of, spans(TEXT), Random(1), turn, stage, spelled(TEXT), others)
    assert found is not None
    return found


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 6))
def test_each_term_gets_its_turn_and_turns_overlap(count: int, size: int) -> None:
    """However many are hidden at once."""
    turns = [cloze.turn_of(count, turn, size) for turn in range(count + 1)]

    assert {term for turn in turns for term in turn} == set(range(count))
    assert all(len(turn) == min(count, size, cloze.MOST) for turn in turns)
    if min(count, size) > 1:
        assert all(set(one) & set(two) for one, two in pairwise(turns))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_pieces_and_the_terms_make_up_the_text(shape: str) -> None:
    """Nothing is lost, and what was hidden is what is asked."""
    of = SHAPES[shape]
    for card in all_cards(of, Kind.POINT):
        text = of.nodes[card.node or 0].text
        question = cloze.ask(card, of, spans(text), Random(1))
        if question is None:
            assert not spans(text)
            continue
        made = "".join(p if isinstance(p, str) else question.blanks[p].term for p in question.pieces)
        assert made.casefold() == text.casefold()
        for n, blank in enumerate(question.blanks):
            question = cloze.fill(question, n, blank.term)
        assert question.done
        assert cloze.mark(question).rating == 3


def test_a_blank_takes_characters_pinyin_and_initials() -> None:
    """In either script, and what the person accepts."""
    asked = _asked()
    assert [blank.term for blank in asked.blanks] == ["加强", "创建"]
    for given_ in ("加强", "加強", "jiaqiang", "jia qiang", "jq"):
        done = cloze.fill(cloze.fill(asked, 0, given_), 1, "创建")
        assert cloze.mark(done).rating == 3
    done = cloze.fill(cloze.fill(asked, 0, "强化"), 1, "创建")
    assert (cloze.mark(done).rating, cloze.mark(done).score) == (1, 0.5)
    assert cloze.mark(done, synonyms=[("加强", "强化")]).rating == 3
    assert cloze.mark(done, cues=1, synonyms=[("加强", "强化")]).rating == 2
    assert cloze.mark(asked).rating == 1


def test_what_can_be_picked_is_as_long_as_the_answer_and_right_once() -> None:
    """A shorter one would be seen not to fit, and one that holds the answer would be right as well."""
    asked = _asked(others=("强化", "健全", "领导班子", "加强", "重在", "完善", "提高"))

    for blank in asked.blanks:
        assert {len(option) for option in blank.options} == {len(blank.term)}
        assert blank.options.count(blank.term) == 1
        assert "完善" not in blank.options  # it stands in the text


def test_more_is_hidden_as_the_memory_grows() -> None:
    """Up to four terms."""
    assert [len(_asked(stage=stage).blanks) for stage in range(4)] == [2, 3, 4, 4]


def test_the_skeleton_fades_as_the_memory_grows() -> None:
    """From the first character of each term to nothing."""
    of = outline([["加强领导，创建态势日趋良好", "别的"]])
    card = all_cards(of, Kind.POINT)[1]
    found = ((0, 2), (2, 4), (5, 7), (7, 9), (11, 13))

    shown = [first.ask(card, of, found, first.stage(days)).skeleton for days in (0.0, 4.0, 12.0, 90.0)]

    assert shown == ["加…领…，创…态…良…", "加…，创…", "加…", "…"]
    assert first.ask(card, of, (), 0).skeleton == "加…，创…"


def test_an_answer_to_a_skeleton_is_marked_as_if_typed() -> None:
    """The skeleton is no cue; one more hint is."""
    of = outline([["加强领导，创建态势日趋良好", "别的"]])
    question = first.ask(all_cards(of, Kind.POINT)[1], of, ())
    good = typed.answer(question.asked, "加强领导创建态势日趋良好", typed.How())
    bad = typed.answer(question.asked, "加强领导", typed.How())

    assert first.mark(question, good).rating == 3
    assert first.mark(question, good, cues=1).rating == 2
    assert first.mark(question, bad).rating == 1


def test_a_cue_shows_more_of_the_skeleton() -> None:
    """Back to the first character of each term, then two of each clause; never the text."""
    of = outline([[TEXT]])
    card = all_cards(of, Kind.POINT)[1]
    question = first.ask(card, of, spans(TEXT), 3)

    assert question.skeleton == "…"
    assert len(question.more) > 2
    assert question.more[-1] == recall.hints(TEXT)[-1]
    assert first.ask(card, of, spans(TEXT), 0).more == question.more[-1:]
    assert TEXT not in question.more


def test_where_two_gaps_touch_nobody_can_see_the_border_so_either_is_right() -> None:
    """开展|创建 may be given as 开|展创建, or all in one: together they are the two terms."""
    text = "开展创建，文明部局"
    of = outline([[text, "别的"]])
    card = all_cards(of, Kind.POINT)[1]
    asked = cloze.ask(card, of, [(0, 2), (2, 4), (5, 9)], Random(1), 0, 1, spelled(text))
    assert asked is not None
    assert [blank.term for blank in asked.blanks] == ["开展", "创建", "文明部局"]
    for given_, right in (
        (("开", "展创建", "文明部局"), (True, True, True)),
        (("开展创建", "", "文明部局"), (True, True, True)),
        (("kaizhanch", "uangjian", "wmbj"), (True, True, True)),
        (("开展", "创新", "文明部局"), (True, False, True)),
        (("开", "展创建文明", "部局"), (False, False, False)),
    ):
        filled = asked
        for n, one in enumerate(given_):
            filled = cloze.fill(filled, n, one)
        assert cloze.rights(filled) == right
        assert cloze.mark(filled).rating == (3 if all(right) else 1)

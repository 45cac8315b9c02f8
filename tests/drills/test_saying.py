"""A recital under way: letters, whole lines and ticks, each step taken from the one before."""

from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import recite, saying, typed
from studytui.drills.recite import Fate
from studytui.drills.saying import Saying
from tests.drills.documents import SHAPES, all_cards, keys, outline, spelled

THREE = outline([["创建内涵丰富", "以人为本", "创建成效凸显"], ["围绕中心工作"]])


def _begun(of: str = "") -> Saying:
    document = SHAPES[of] if of else THREE
    card = next(card for card in all_cards(document, Kind.LIST) if card.home is not None or of == "unnumbered")
    recital = recite.ask(card, document, all_cards(document))
    strokes = [spelled(point.line.text) for point in recital.points]
    hows = [typed.How(strokes=known) for known in strokes]
    return saying.begin(recital, strokes, hows)


def _typed(letters: str, begun: Saying | None = None) -> Saying:
    return reduce(saying.press, letters, begun or _begun())


def _fates(now: Saying) -> list[Fate]:
    return list(recite.fates(now.recital))


def test_a_point_is_said_once_all_of_it_is_typed_and_the_next_one_comes() -> None:
    """Up to the last, then it is over."""
    now = _typed("cjnhff")
    assert (now.here, now.over, _fates(now)[0]) == (1, False, Fate.RIGHT)

    now = _typed("yrwbcjcxtx", now)
    assert now.over
    assert _fates(now) == [Fate.RIGHT] * 3


def test_letters_of_another_point_go_there_also_where_several_begin_alike() -> None:
    """创建 begins two points; only the third letter tells which."""
    assert _typed("yr").here == 1
    begun = saying.go(_begun(), 1)

    assert (_typed("c", begun).here, _typed("cj", begun).here, _typed("cjc", begun).here) == (1, 1, 2)
    assert _typed("cjc", begun).typing.text == "创建成"
    assert _typed("cjcxtx", begun).recital.said[0].cues == 0


def test_letters_of_no_point_show_a_character() -> None:
    """A wrong one is marked first."""
    assert _typed("k").typing.wrong
    assert _typed("kk").typing.text == "创"


def test_what_is_left_out_is_missing_what_is_broken_off_is_wrong() -> None:
    """And what comes after is not touched by it."""
    now = saying.leave(_begun())
    now = saying.leave(_typed("yr", now))
    now = saying.leave(now)

    assert now.over
    assert _fates(now) == [Fate.MISSING, Fate.WRONG, Fate.MISSING]


def test_a_whole_line_is_any_point_and_has_the_cues_of_that_point() -> None:
    """In characters, pinyin or first letters."""
    now = saying.cue(_begun(), by_letters=False)
    now = saying.hear(saying.hear(now, "以人为本"), "cjnhff")

    assert [(said.point, said.cues) for said in now.recital.said] == [(1, 0), (0, 1)]
    assert now.here == 2


def test_characters_that_were_shown_stay_a_cue_for_a_point_that_was_left_for_another_one() -> None:
    """By the arrows, by its letters, or for another way to answer; whichever way it is said after that."""
    shown = saying.cue(saying.cue(_begun(), by_letters=True), by_letters=True)
    back = saying.move(saying.move(shown, 1), -1)

    assert _typed("cjnhff", back).recital.said[0].cues == 2
    assert saying.tick(saying.go(shown, 0), 0).recital.said[0].cues == 2
    assert saying.hear(saying.go(shown, 0), "创建内涵丰富").recital.said[0].cues == 2
    assert saying.cue(back, by_letters=True).typing.shown == 1
    assert _typed("jnhff", saying.cue(back, by_letters=True)).recital.said[0].cues == 3
    assert saying.leave(_typed("c", back)).recital.said[0].cues == 2
    assert back.cues == (0, 0, 0)


def test_what_was_said_aloud_is_ticked_once() -> None:
    """In the order in which it came."""
    now = saying.tick(saying.tick(saying.tick(_begun(), 2), 2), 0)

    assert [said.point for said in now.recital.said] == [2, 0]
    assert saying.tick(now, 1).over


STEPS = st.one_of(
    st.sampled_from("abcjkqrxyz 1").map(lambda key: ("press", key)),
    st.sampled_from(["以人为本", "x", "加强领导", "围绕中心工作"]).map(lambda text: ("hear", text)),
    st.sampled_from([("cue", True), ("cue", False), ("leave", 0), ("move", 1), ("move", -1), ("tick", 0)]),
)


@settings(deadline=None)
@pytest.mark.parametrize("shape", [name for name in SHAPES if name not in ("long texts", "one point")])
@given(steps=st.lists(STEPS, max_size=30))
def test_whatever_is_done_each_point_is_said_at_most_once_and_can_be_marked(
    shape: str, steps: list[tuple[str, object]]
) -> None:
    """The point that comes now is one that is left, as long as there is one."""
    now = _begun(shape)
    for name, value in steps:
        if now.over:
            break
        if name == "cue":
            now = saying.cue(now, by_letters=bool(value) and now.by_letters)
        elif name == "leave":
            now = saying.leave(now)
        elif name == "press":
            now = saying.press(now, str(value)) if now.by_letters else now
        else:
            now = getattr(saying, name)(now, value)
    said = [one.point for one in now.recital.said if one.point is not None]

    assert len(set(said)) == len(said)
    assert now.over or now.here in now.recital.left
    assert recite.marks(now.recital, keys(SHAPES["forty points"]))

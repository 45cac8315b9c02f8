"""Recite: each point is marked by itself, whatever happens to the others."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import recite, typed
from studytui.drills.heard import begun, heard
from studytui.drills.recite import Fate, Said
from tests.drills.documents import SHAPES, all_cards, keys, outline, spelled

TWO = outline(
    [["加强领导", "健全组织", "以人为本", "重在过程"], ["围绕中心工作", "围绕创先争优", "提高整体素质", "考评检查"]]
)


def _recital() -> recite.Recital:
    card = next(card for card in all_cards(TWO, Kind.LIST) if card.home == 0)
    return recite.ask(card, TWO, all_cards(TWO))


def _said(*points: int | Said) -> recite.Recital:
    recital = _recital()
    for point in points:
        recital = recite.say(recital, point if isinstance(point, Said) else Said(point))
    return recital


def _ratings(recital: recite.Recital) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {"point": [], "link": [], "list": []}
    for mark in recite.marks(recital, keys(TWO)):
        found[mark.card.partition(":")[0]].append(mark.rating)
    return found


R, M, W, O, I = Fate.RIGHT, Fate.MISSING, Fate.WRONG, Fate.MOVED, Fate.INTRUDED  # noqa: E741
STRAY = Said(None, False, intruder=7)


@pytest.mark.parametrize(
    ("said", "fates", "points", "links", "whole"),
    [
        ((0, 1, 2, 3), (R, R, R, R), [3, 3, 3, 3], [3, 3, 3], 3),
        ((0, 1, 3), (R, R, M, R), [3, 3, 1, 3], [3, 1, 1], 2),
        ((0, 1, 3, 2), (R, R, O, R), [3, 3, 3, 3], [3, 1, 1], 2),
        ((3, 2, 1, 0), (O, O, O, R), [3, 3, 3, 3], [1, 1, 1], 1),
        ((0, 1, STRAY, 3), (R, R, I, R), [3, 3, 1, 3], [3, 1, 1], 2),
        ((0, 1, STRAY, 2, 3), (R, R, R, R), [3, 3, 3, 3], [3, 1, 3], 2),
        ((0, Said(1, cues=1), 2, 3), (R, R, R, R), [3, 2, 3, 3], [3, 3, 3], 2),
        ((0, Said(1, right=False), 2, 3), (R, W, R, R), [3, 1, 3, 3], [1, 1, 3], 2),
        ((), (M, M, M, M), [1, 1, 1, 1], [1, 1, 1], 1),
    ],
)
def test_points_links_and_the_list_are_rated_as_the_table_says(
    said: tuple[int | Said, ...], fates: tuple[Fate, ...], points: list[int], links: list[int], whole: int
) -> None:
    """Right 3, with a cue 2, missing, wrong or intruding 1, out of order 3; links in sequence; then the list."""
    recital = _said(*said)
    found = recite.fates(recital)

    assert sorted(found) == sorted(fates)
    assert [fate in (O, R) for fate in found] == [fate in (O, R) for fate in fates]
    assert _ratings(recital) == {"point": points, "link": links, "list": [whole]}


def test_what_intruded_says_what_the_point_was_taken_for() -> None:
    """The card of the point that was left out; nothing of the other section moves."""
    marks = recite.marks(_said(0, 1, STRAY, 3), keys(TWO))

    assert next(mark for mark in marks if mark.card == "point:k3").taken_for == "k7"
    assert not [mark.card for mark in marks if "k7" in mark.card or "k6" in mark.card]
    assert recite.intruders(_said(STRAY)) == (7,)


@settings(deadline=None)
@given(st.lists(st.integers(0, 3) | st.just(STRAY), max_size=8))
def test_every_card_of_the_run_is_marked_once_and_no_other(said: list[int | Said]) -> None:
    """In one unit; and links follow what was said next to each other."""
    recital = _said(*said)
    marks = recite.marks(recital, keys(TWO))
    order = [one.point for one in recital.said]

    assert sorted(mark.card for mark in marks) == sorted(
        card.id for card in all_cards(TWO) if card.home == 0 and card.kind is not Kind.PLACE
    )
    assert _ratings(recital)["link"] == [3 if (n, n + 1) in set(pairwise(order)) else 1 for n in range(3)]
    assert recite.take_back(recite.say(recital, STRAY)) == recital


@pytest.mark.parametrize(
    ("text", "point", "right", "intruder"),
    [
        ("健全组织", 1, True, None),
        ("健全組織", 1, True, None),
        ("健全的组织", 1, False, None),
        ("围绕创先争优", None, False, 7),
        ("天气很好", None, False, None),
        ("", None, False, None),
    ],
)
def test_what_was_typed_is_matched_with_the_point_that_was_meant(
    text: str, point: int | None, right: bool, intruder: int | None
) -> None:
    """Of this heading or of another."""
    found = heard(_recital(), text)

    assert (found.point, found.right, found.intruder) == (point, right, intruder)


def test_points_are_heard_with_their_numbers() -> None:
    """As a person writes them who has learnt both."""
    recital = _recital()
    for point in recital.points:
        recital = recite.say(recital, heard(recital, f"{point.line.marker}{point.line.text}"))

    assert [(said.point, said.right) for said in recital.said] == [(n, True) for n in range(len(recital.points))]


def test_points_come_by_initials_in_any_order() -> None:
    """Where their spelling is known."""
    recital = _recital()
    hows = tuple(typed.How(strokes=spelled(point.line.text)) for point in recital.points)

    assert heard(recital, "yrwb", hows).point == 2
    assert heard(recital, "jianquanzuzhi", hows).point == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_said_in_order_is_right_in_every_shape(shape: str) -> None:
    """Also where points are equal, or hold each other."""
    of = SHAPES[shape]
    for card in all_cards(of, Kind.LIST):
        recital = recite.ask(card, of, all_cards(of))
        ticked = recital
        for n, point in enumerate(recital.points):
            ticked = recite.tick(ticked, n)
            if any(c.isalnum() for c in point.line.text):
                recital = recite.say(recital, heard(recital, point.line.text))
            else:
                recital = recite.tick(recital, n)
        for said in (ticked, recital):
            assert {mark.rating for mark in recite.marks(said, keys(of))} == {3}


def test_first_letters_tell_the_points_that_they_begin() -> None:
    """One letter says too little; what was said already is not meant again."""
    recital = _recital()
    letters = [spelled(point.line.text) for point in recital.points]

    assert begun(recital, "y", letters) == ()
    assert begun(recital, "yr", letters) == (2,)
    assert begun(recital, "zzg", letters) == (3,)
    assert begun(recital, "xx", letters) == ()
    assert begun(_said(2), "yr", letters) == ()

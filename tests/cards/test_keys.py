"""Which node is which, after any edit."""

from hashlib import blake2b

from hypothesis import given, settings

from studytui.cards.keys import Known, Matching, match, places
from studytui.outline.tree import Node, Outline
from tests.strategies import outlines


def _outline(*texts: str, title: str = "") -> Outline:
    """One run of points with these texts."""
    return Outline(title, nodes=tuple(Node(f"{n}.", n, text) for n, text in enumerate(texts, 1)))


def _known(outline: Outline, before: dict[str, Known] | None = None) -> dict[str, Known]:
    """What is known after an outline was seen."""
    keys = match(outline, before or {}).keys
    gone = {key: Known(key, k.text, k.place, here=False) for key, k in (before or {}).items()}
    rows = zip(keys, outline.nodes, places(outline), strict=True)
    return {**gone, **{key: Known(key, node.text, place) for key, node, place in rows}}


def _keys(outline: Outline, known: dict[str, Known]) -> list[str]:
    return list(match(outline, known).keys)


def test_a_key_is_the_beginning_of_a_hash_of_the_simplified_letters_and_digits() -> None:
    """Script, blanks and punctuation do not change it."""
    expected = blake2b("组织公开承诺2".encode(), digest_size=6).hexdigest()

    assert _keys(_outline("组织 公开承诺（2）。"), {}) == [expected]
    assert _keys(_outline("組織公開承諾2"), {}) == [expected]
    assert len(expected) == 12


def test_equal_texts_get_keys_with_a_number() -> None:
    """The second is `.2`, the third `.3`."""
    one, *rest = _keys(_outline("甲", "甲", "乙", "甲"), {})

    assert rest[0] == f"{one}.2"
    assert rest[2] == f"{one}.3"


@settings(max_examples=80, deadline=None)
@given(outlines())
def test_an_outline_seen_again_is_the_same(outline: Outline) -> None:
    """For every tree, equal texts and equal places included."""
    known = _known(outline)
    found = match(outline, known)

    assert len(set(found.keys)) == len(outline.nodes)
    assert found.keys == tuple(known)
    assert not found.changed


@settings(max_examples=80, deadline=None)
@given(outlines(), outlines())
def test_no_two_nodes_share_a_key_after_any_edit(before: Outline, now: Outline) -> None:
    """What is new, gone, moved and reworded tells every difference."""
    known = _known(before)
    found = match(now, known)

    assert len(set(found.keys)) == len(now.nodes)
    assert {found.keys[i] for i in found.new}.isdisjoint(known)
    assert {k.key for k in found.gone} == set(known) - set(found.keys)
    assert all(found.keys[i] in known for i in (*found.moved, *found.reworded))


def test_a_node_that_moved_keeps_its_key_and_is_told() -> None:
    """Text goes before place."""
    known = _known(_outline("甲", "乙", "丙"))
    found = match(_outline("乙", "丙", "甲"), known)

    assert sorted(found.keys) == sorted(known)
    assert found.keys == tuple(_keys(_outline("乙", "丙", "甲"), {}))
    assert (found.moved, found.reworded, found.new, found.gone) == ((0, 1, 2), (), (), ())


def test_a_node_reworded_in_its_place_keeps_its_key_and_is_told() -> None:
    """History goes on under the old key."""
    known = _known(_outline("甲", "乙", "丙"))

    found = match(_outline("甲", "改过的乙", "丙"), known)

    assert found == Matching(tuple(known), reworded=(1,))


def test_a_node_reworded_twice_keeps_its_first_key() -> None:
    """A key is given once, and kept for life."""
    first = _known(_outline("甲", "乙"))
    second = _known(_outline("甲", "丙"), first)

    assert _keys(_outline("甲", "丁"), second) == list(first)


def test_a_node_reworded_and_moved_at_once_keeps_its_key_and_is_told() -> None:
    """Neither text nor place is left, but most of its words are; what has none of them is new."""
    known = _known(_outline("加强组织领导", "改进作风", "落实责任"))
    found = match(_outline("改进作风", "落实责任", "别的任务", "切实加强组织领导"), known)

    assert found.keys[3] == next(iter(known))
    assert (found.new, found.reworded, found.moved, found.gone) == ((2,), (3,), (0, 1, 3), ())


def test_a_similar_text_is_not_taken_for_one_that_is_still_there() -> None:
    """Both stand in the deck, so one of them is new."""
    known = _known(_outline("加强组织领导"))
    found = match(_outline("加强组织领导", "切实加强组织领导"), known)

    assert (found.keys[0], found.new, found.reworded) == (*known, (1,), ())


def test_a_new_point_in_the_middle_takes_nobodys_history() -> None:
    """The others have moved, it is new."""
    known = _known(_outline("甲", "乙"))
    found = match(_outline("甲", "新", "乙"), known)

    assert (found.new, found.moved, found.gone) == ((1,), (2,), ())
    assert [found.keys[0], found.keys[2]] == list(known)


def test_a_node_that_is_gone_and_comes_back_has_its_key_again() -> None:
    """Even in another place."""
    first = _known(_outline("甲", "乙", "丙"))
    without = _known(_outline("甲", "丙"), first)
    assert [k.text for k in match(_outline("甲", "丙"), first).gone] == ["乙"]

    found = match(_outline("丙", "甲", "乙"), without)

    assert set(found.keys) == set(first)
    assert not found.new


def test_a_point_that_took_the_place_of_one_that_is_gone_is_not_taken_for_it_when_that_comes_back() -> None:
    """Two points, two histories."""
    first = _known(_outline("甲", "乙"))
    gone = _known(_outline("甲"), first)
    other = _known(_outline("甲", "别的"), gone)

    found = match(_outline("甲", "别的", "乙"), other)

    assert found.keys[2] == list(first)[1]
    assert found.keys[1] not in first


def test_equal_texts_are_told_apart_by_their_place() -> None:
    """Also when one of them is taken away."""
    first = _known(_outline("甲", "乙", "甲"))
    one, two, three = first

    assert _keys(_outline("甲", "乙"), first) == [one, two]
    nodes = (Node("2.", 2, "乙"), Node("3.", 3, "甲"))
    assert _keys(Outline(nodes=nodes), first) == [two, three]


def test_a_place_tells_for_each_level_the_group_and_the_number() -> None:
    """What has no number is counted among its siblings."""
    nodes = (
        Node("一、", 1, "甲"),
        Node("三是", 3, "子", 2),
        Node("一是", 1, "丑", 2, 2),
        Node("-", None, "寅", 3),
        Node("-", None, "卯", 3),
        Node("二、", 2, "乙"),
    )

    assert places(Outline(nodes=nodes)) == (
        "1.1",
        "1.1/1.3",
        "1.1/2.1",
        "1.1/2.1/1.~1",
        "1.1/2.1/1.~2",
        "1.2",
    )

"""From the tree to the cards."""

from collections import Counter

from hypothesis import given, settings

from studytui.cards.card import Kind, cards
from studytui.cards.keys import match
from studytui.outline.deck import Deck
from studytui.outline.tree import Node, Outline
from studytui.study.bundled import bundled
from tests.strategies import outlines


def speech() -> Deck:
    """The bundled speech."""
    return next(one.deck for one in bundled() if one.deck.id == "wenmingbuju2")


def test_the_speech_has_twenty_points_twenty_places_fifteen_links_and_five_lists() -> None:
    """Three sections, groups of six, three, four and four."""
    outline = speech().outline
    found = cards(outline, match(outline, {}).keys)

    assert Counter(card.kind for card in found) == {Kind.POINT: 20, Kind.PLACE: 20, Kind.LINK: 15, Kind.LIST: 5}
    assert len({card.id for card in found}) == 60


def test_a_card_is_named_by_the_keys_of_its_nodes() -> None:
    """So that its history is found again, wherever the nodes stand."""
    outline = Outline(nodes=(Node("一、", 1, "甲"), Node("一是", 1, "子", 2), Node("二是", 2, "丑", 2)))

    assert [card.id for card in cards(outline, ("a", "b", "c"))] == [
        "point:a",
        "place:a",
        "point:b",
        "point:c",
        "place:b",
        "place:c",
        "link:b>c",
        "list:a.1",
    ]


def test_no_link_leads_from_one_group_to_the_next() -> None:
    """Each group is said by itself, and has a list of its own."""
    nodes = (Node("一是", 1, "甲"), Node("二是", 2, "乙"), Node("一是", 1, "丙", 1, 2), Node("二是", 2, "丁", 1, 2))
    found = cards(Outline("题", nodes=nodes), ("a", "b", "c", "d"))

    assert [card.id for card in found if card.kind in (Kind.LINK, Kind.LIST)] == [
        "link:a>b",
        "list:.1",
        "link:c>d",
        "list:.2",
    ]


def test_a_node_without_a_number_gets_a_link_and_a_list_only() -> None:
    """There is no number to ask for."""
    nodes = (Node("-", None, "甲"), Node("##", None, "乙"), Node("1.", 1, "丙"))

    assert [card.id for card in cards(Outline(nodes=nodes), ("a", "b", "c"))] == [
        "point:c",
        "place:c",
        "link:a>b",
        "link:b>c",
        "list:.1",
    ]


def test_a_run_of_one_has_no_list() -> None:
    """Saying one point in order is saying it."""
    assert [card.kind for card in cards(Outline(nodes=(Node("一、", 1, "甲"),)), ("a",))] == [Kind.POINT, Kind.PLACE]


@settings(max_examples=60, deadline=None)
@given(outlines())
def test_every_outline_gives_cards_of_different_names(outline: Outline) -> None:
    """A numbered node has a point and a place, neighbours in a run a link, a run of several a list."""
    keys = match(outline, {}).keys
    found = cards(outline, keys)
    kinds = Counter(card.kind for card in found)
    sizes = [len(members) for *_, members in outline.runs()]

    assert len({card.id for card in found}) == len(found)
    assert kinds[Kind.POINT] == kinds[Kind.PLACE] == sum(node.ordinal is not None for node in outline.nodes)
    assert kinds[Kind.LINK] == sum(size - 1 for size in sizes)
    assert kinds[Kind.LIST] == sum(size > 1 for size in sizes)

"""What holds for every outline and any corrections, one after the other."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.outline.edit.flow import pieces
from studytui.outline.edit.growing import tree_of
from studytui.outline.edit.levels import demote, promote
from studytui.outline.edit.renumber import renumbered
from studytui.outline.parse import parse
from studytui.outline.tree import Outline
from tests.outline.edit.corrections import KEEPING, ON_NODES, characters, corrections, words
from tests.outline.test_round_trip import SENTENCES, SHAPES, WORDS, markers
from tests.strategies import outlines

ID = "abcdefghijkl"


@given(outlines())
def test_the_flow_of_an_outline_makes_the_same_tree(outline: Outline) -> None:
    """Nothing is lost on the way there and back."""
    made = tree_of(pieces(outline))

    assert outline == Outline(outline.title, outline.script, made.opening, made.nodes, made.groups, made.closing)
    assert made.origins == tuple(range(len(outline.nodes)))


@given(outlines(), st.data())
@settings(deadline=None)
def test_any_corrections_give_an_outline_that_a_deck_file_can_hold(outline: Outline, data: st.DataObject) -> None:
    """Depths make a tree, groups are numbered in reading order and known where they must be."""
    for _ in range(4):
        made = data.draw(corrections(outline))
        if made is not None:
            outline = renumbered(outline, made).outline if data.draw(st.booleans()) else made.outline
            deck = Deck(ID, outline)

            assert read(write(deck), "deck") == deck
            assert made.spot in {piece.spot for piece in pieces(made.outline)} or not outline.nodes


@given(outlines(), st.data())
@settings(deadline=None)
def test_no_correction_but_deleting_loses_a_word(outline: Outline, data: st.DataObject) -> None:
    """All letters that stood anywhere still stand somewhere, numbers that became words among them."""
    for _ in range(4):
        made = data.draw(corrections(outline, KEEPING))
        if made is not None:
            assert characters(made.outline) >= characters(outline)
            outline = made.outline


@given(outlines(), st.data())
@settings(deadline=None)
def test_another_level_never_changes_what_is_read_in_which_order(outline: Outline, data: st.DataObject) -> None:
    """Headings and paragraphs follow each other as they did."""
    for _ in range(3):
        if not outline.nodes:
            return
        node = data.draw(st.integers(0, len(outline.nodes) - 1))
        made = data.draw(st.sampled_from((promote, demote)))(outline, node)
        if made is not None:
            assert words(made.outline) == words(outline)
            outline = made.outline


@given(outlines())
@settings(deadline=None)
def test_out_and_in_again_is_as_it_was_where_nothing_follows(outline: Outline) -> None:
    """What stands behind a heading under the same parent would come under it, and a lead would lead nowhere."""
    flow = pieces(outline)
    for node in range(len(outline.nodes)):
        made = promote(outline, node)
        if made is None or _is_led_or_followed(outline, node):
            continue
        back = demote(made.outline, made.spot.of)

        assert back is not None
        assert back.outline == outline
    assert pieces(outline) == flow


def _is_led_or_followed(outline: Outline, node: int) -> bool:
    parent, group = outline.parents[node], outline.nodes[node].group
    run = next(members for home, number, members in outline.runs() if (home, number) == (parent, group))
    follows = node != run[-1] or any(g.parent == parent and g.group > group for g in outline.groups)
    known = outline.about(parent, group)
    tails = bool(known.tail) or (parent is not None and bool(outline.nodes[parent].tail))
    leads = node == run[0] and (bool(known.name or known.lead) or group > 1)
    return follows or tails or leads


@given(SHAPES, st.sampled_from(["official", "half-width", "english", "book"]), st.data())
@settings(deadline=None)
def test_numbers_count_on_after_any_corrections(depths: list[int], style: str, data: st.DataObject) -> None:
    """Every run of a document that was numbered right is numbered from one, in one style, and reads back like that."""
    outline = _numbered(depths, style, data)
    for _ in range(3):
        made = data.draw(corrections(outline, tuple(ON_NODES)))
        if made is not None:
            outline = renumbered(outline, made).outline
    for _, _, members in outline.runs():
        assert [outline.nodes[i].ordinal for i in members] == [*range(1, len(members) + 1)]


def _numbered(depths: Sequence[int], style: str, data: st.DataObject) -> Outline:
    lines = ["在大会上的讲话"]
    for n, (marker, _) in enumerate(markers([*depths], style)):
        lines += [f"{marker}{data.draw(WORDS)}{n}号", data.draw(SENTENCES)]
    return parse("\n".join(lines))

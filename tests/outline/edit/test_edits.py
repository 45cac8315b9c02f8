"""Corrections of a small speech, each with the lines that it changes; the cases stand in ``edits.txt``.

A case is a title, a line ``. correction of words`` and the lines of the outline that went (-) and came (+).
"""

from collections.abc import Callable, Iterator
from difflib import ndiff
from pathlib import Path
from typing import NamedTuple

import pytest

from studytui.outline.edit.edited import Edited
from studytui.outline.edit.flow import PARAGRAPHS, Part, Spot, pieces
from studytui.outline.edit.joining import merge, split, split_paragraph
from studytui.outline.edit.levels import demote, promote
from studytui.outline.edit.placing import delete, move_down, move_up
from studytui.outline.edit.recast import make_heading, make_text
from studytui.outline.edit.renumber import renumbered
from studytui.outline.edit.words import rename
from studytui.outline.parse import parse
from studytui.outline.tree import Outline

FOLDER = Path(__file__).parent
SPEECH = (FOLDER / "speech.txt").read_text("utf-8")
ON_NODES: dict[str, Callable[[Outline, int], Edited | None]] = {
    "promote": promote,
    "demote": demote,
    "merge": merge,
    "up": move_up,
    "down": move_down,
    "text": make_text,
    "delete": delete,
}


class Case(NamedTuple):
    """What is done, and what is to come of it."""

    title: str
    correction: str
    changes: list[str]


def cases() -> Iterator[Case]:
    """The cases of the file."""
    for block in (FOLDER / "edits.txt").read_text("utf-8").strip().split("\n\n"):
        title, correction, *changes = block.splitlines()
        yield Case(title, correction.removeprefix(". "), changes)


def listed(outline: Outline) -> list[str]:
    """The outline as a person writes it: numbers, texts, names of groups, and paragraphs in brackets."""
    lines = []
    for piece in pieces(outline):
        indent = "  " * (piece.depth - 1)
        if piece.node is not None:
            lines.append(f"{indent}{piece.node.marker}{piece.text}")
        elif piece.part is Part.RUN:
            lines.append(f"{indent}| {piece.text}")
        else:
            lines.append(f"[{piece.text}]")
    return lines


def done(outline: Outline, correction: str) -> Edited | None:
    """An outline after a correction such as ``demote 排查更细`` or ``split 排查 更细``."""
    verb, _, words = correction.partition(" ")
    if verb in ("split", "halve"):
        first, _, second = words.partition(" ")
        words, at = first + second, len(first)
        if verb == "halve":
            return split_paragraph(outline, spot_of(outline, words), at)
        return split(outline, _node(outline, words), at)
    if verb == "heading":
        return make_heading(outline, spot_of(outline, words))
    if verb == "rename":
        old, _, new = words.partition(" ")
        return rename(outline, _node(outline, old), new)
    return ON_NODES[verb](outline, _node(outline, words))


def spot_of(outline: Outline, words: str) -> Spot:
    """Where a paragraph stands that begins with these words."""
    spot = next(p.spot for p in pieces(outline) if p.part in PARAGRAPHS and p.text.startswith(words))
    assert spot is not None
    return spot


def _node(outline: Outline, text: str) -> int:
    return next(i for i, node in enumerate(outline.nodes) if node.text == text)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_a_correction_changes_these_lines_and_no_others(case: Case) -> None:
    """What is asked for is done, the numbers that it touches count on, and all else stays."""
    before = parse(SPEECH)
    made = done(before, case.correction)
    assert made is not None
    after = renumbered(before, made).outline

    assert changes(before, after) == case.changes
    assert listed(before) == listed(parse(SPEECH))


def changes(before: Outline, after: Outline) -> list[str]:
    """The lines that went and came."""
    return [line for line in ndiff(listed(before), listed(after)) if line[0] in "-+"]


@pytest.mark.parametrize(
    "correction",
    ["promote 要求", "demote 成绩和问题", "demote 书记", "merge 成绩和问题", "up 责任更实", "down 处长", "down 要求"],
)
def test_what_cannot_be_done_is_not_done(correction: str) -> None:
    """The outermost level, the first and the last of all are where they are."""
    assert done(parse(SPEECH), correction) is None


def test_a_split_needs_words_on_both_sides() -> None:
    """A heading without words is none."""
    outline = parse("一、加强领导；落实责任\n二、改进作风")
    made = [split(outline, 0, at) for at in range(len(outline.nodes[0].text) + 1)]

    assert (made[0], made[-1]) == (None, None)
    assert all(made[1:-1])


def test_the_second_half_brings_its_number_along() -> None:
    """What was run together is two points again, with the numbers that they have."""
    before = rename(parse("一、总则\n（一）加强\n（三）改进作风"), 1, "加强领导；（二）落实责任")
    assert before is not None
    made = split(before.outline, 1, 5)
    assert made is not None

    after = renumbered(before.outline, made).outline
    assert listed(after) == ["一、总则", "  （一）加强领导", "  （二）落实责任", "  （三）改进作风"]


def test_numbers_are_kept_where_nothing_renumbers() -> None:
    """The correction alone leaves every number as the author wrote it."""
    before = parse(SPEECH)
    made = done(before, "demote 排查更细")
    assert made is not None

    assert [node.marker for node in made.outline.nodes] == [node.marker for node in before.nodes]


def test_a_hole_that_the_author_left_is_filled_before_anything_counts_on() -> None:
    """A point that was missed takes the number that is missing, and the numbers behind it stay."""
    before = parse("一、工作总的要求\n（一）责任更实\n排查更细。\n（三）演练更勤\n（四）认识更高")
    made = make_heading(before, spot_of(before, "排查更细"))
    assert made is not None

    after = renumbered(before, made).outline
    assert [node.marker for node in after.nodes] == ["一、", "（一）", "（二）", "（三）", "（四）"]


def test_what_only_the_contents_list_has_is_still_known_after_a_correction() -> None:
    """The indices follow their nodes."""
    before = parse(SPEECH)
    marked = Outline(nodes=before.nodes, listed=(2, 12))
    after = delete(marked, 1).outline

    assert [after.nodes[i].text for i in after.listed] == [before.nodes[i].text for i in marked.listed]

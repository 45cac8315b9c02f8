"""The heuristic engine: from the text of a document to its outline."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from studytui.language.script import script_of
from studytui.outline.adverts import without_adverts
from studytui.outline.annotation import without_annotation
from studytui.outline.captions import captioned
from studytui.outline.clean import cleaned
from studytui.outline.contents import announced, contents, without_leaders, without_previews
from studytui.outline.drafts import Draft, families, forest, walk
from studytui.outline.duplicates import without_duplicates
from studytui.outline.emphasis import unemphasised
from studytui.outline.garbled import garbled
from studytui.outline.groups import groups, number
from studytui.outline.lines import Kept, Lines, Step, Warnings, have, through
from studytui.outline.literals import parted, together
from studytui.outline.merging import merged, unmarked
from studytui.outline.misread import reread
from studytui.outline.mistakes import numbering_mistakes, outline_only
from studytui.outline.notices import without_notices
from studytui.outline.numbering import UNITS, Marks
from studytui.outline.runs import marks_of
from studytui.outline.tails import appended_from, closing_from, has_sentence, settle
from studytui.outline.title import take_title
from studytui.outline.tree import Node, Outline, made_node
from studytui.outline.unfolding import unfolded
from studytui.outline.wrapping import unwrapped

REPAIRS: tuple[Step, ...] = (
    unemphasised,
    unfolded,
    garbled,
    without_annotation,
    without_notices,
    without_adverts,
    unwrapped,
    without_duplicates,
)
"""What is done to the lines before they are read, in this order: a notice is cut out before lines are joined."""

_ENOUGH = 400  # nodes by which the script of a document is known


def parse(text: str, kept: Kept = frozenset()) -> Outline:
    """Read a document as a careful person would; never fails, whatever the text.

    A text without any numbering gives an outline without nodes, all its paragraphs in ``opening``.

    Args:
        text: The document.
        kept: Repairs to be undone, each by the kind and the line of its warning: what stands there stays.
    """
    with _uncollected():
        return _parsed(text, kept)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage in cycles: it makes none, and its million small values are searched in vain."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _parsed(text: str, kept: Kept) -> Outline:
    text, misread = reread(text, kept)
    lines, repairs = cleaned(text, kept)
    lines, literal = parted(lines)
    literal, damaged = through(literal, (garbled,), kept)
    lines, warnings = through(lines, REPAIRS, kept)
    lines = together(lines, literal)
    listed: list[Draft] = []
    above: Lines = ()
    place = contents(lines)
    if place:
        heading, first, end = place
        entries = without_leaders(lines[first:end])
        listed = unmarked(forest(entries, [(line.mark,) if line.mark else () for line in entries]).roots)
        dots = {line.number for line in lines[heading:end] if line.gap and line.chars is None}
        warnings = tuple(told for told in warnings if told.kind != "gap" or told.line not in dots)
        above, lines = lines[:heading], lines[end:]
    outline = _outline(above, listed, lines, misread + damaged + warnings)
    return replace(outline, repairs=repairs) if repairs else outline


def _outline(above: Lines, listed: list[Draft], lines: Lines, warnings: Warnings) -> Outline:
    """The outline of a document in its three parts: what stands above the contents, the contents, the body."""
    lines = captioned(lines)
    appended: list[str] = []
    if (behind := appended_from(lines)) < len(lines):
        lines, appended = lines[:behind], [line.text for line in lines[behind:] if not line.gap]
    marks = without_previews(lines, marks_of(lines, announced(listed)))
    title, lines, marks = _first_title(lines, marks, listed)
    if not title:
        title, above = _title_above(above)
    lines, closing = _closing(lines, marks)
    body, opening, ordered = forest(lines, marks[: len(lines)])
    opening = [line.text for line in above if not line.gap] + opening
    if not title and (body or listed):
        title, opening = take_title(opening)
    entries = {id(draft) for _, draft in walk(listed)} if body else set()
    roots = merged(listed, body) if listed else body
    ordered = [*walk(roots)] if listed else ordered
    siblings = families(roots, ordered)
    number(siblings)
    left = settle(siblings, entries)
    warnings += numbering_mistakes(siblings)
    outline = _finished(roots, ordered, title, opening, left + closing + appended, warnings)
    only = tuple(at for at, (_, draft) in enumerate(ordered) if id(draft) in entries) if entries else ()
    return replace(outline, listed=only) if only else outline


def _first_title(lines: Lines, marks: list[Marks], listed: list[Draft]) -> tuple[str, Lines, list[Marks]]:
    """A document's only heading of the first degree is its title; what a contents list announces is none."""
    if _is_only_unit(marks) and all(entry.mark.key != marks[0][0].key for entry in listed):
        return _titled(lines, marks, 0)
    if not have(lines, "#"):
        return "", lines, marks
    firsts = [at for at, here in enumerate(marks) if here and here[0].key == "#1"]
    if len(firsts) != 1 or any(marks[: firsts[0]]):
        return "", lines, marks
    return _titled(lines, marks, firsts[0])


def _title_above(above: Lines) -> tuple[str, Lines]:
    """The heading of the first degree above a contents list, and the other lines there."""
    heads = [line for line in above if line.mark and line.mark.key == "#1"]
    if len(heads) != 1:
        return "", above
    return heads[0].text.lstrip("#").strip(), tuple(line for line in above if line is not heads[0])


def _is_only_unit(marks: list[Marks]) -> bool:
    """Whether the first line is 第五讲 or Week 6 of a whole that the document is but a part of."""
    if not marks or not marks[0] or marks[0][0].family.name not in UNITS:
        return False
    key = marks[0][0].key
    return sum(bool(here) and here[0].key == key for here in marks) == 1 and any(marks[1:])


def _titled(lines: Lines, marks: list[Marks], at: int) -> tuple[str, Lines, list[Marks]]:
    """The document with one of its lines taken for the title."""
    title = lines[at].text.lstrip("#").strip()
    return title, lines[:at] + lines[at + 1 :], marks[:at] + marks[at + 1 :]


def _closing(lines: Lines, marks: list[Marks]) -> tuple[Lines, list[str]]:
    """Part the lines that close the whole document from the others."""
    last = next((at for at in range(len(marks) - 1, -1, -1) if marks[at]), len(lines) - 1)
    here = marks[last] if 0 <= last < len(marks) else ()
    heading = bool(here) and not here[0].inline and not has_sentence(lines[last].text)
    behind = last + 1 + closing_from([line.text for line in lines[last + 1 :]], under_heading=heading)
    return lines[:behind], [line.text for line in lines[behind:] if not line.gap]


def _finished(
    roots: list[Draft],
    ordered: list[tuple[int, Draft]],
    title: str,
    opening: list[str],
    closing: list[str],
    warnings: Warnings,
) -> Outline:
    """The value that all others work with."""
    nodes = tuple([_node(draft, depth) for depth, draft in ordered])
    some = nodes[:: len(nodes) // _ENOUGH + 1]
    texts = [title, *opening, *(node.text for node in some), *(node.body[0] for node in some if node.body)]
    told = (*warnings, *outline_only(nodes, (*opening, *closing)))
    return Outline(
        title=title,
        script=script_of("\n".join(texts)),
        opening=tuple(opening),
        nodes=nodes,
        groups=tuple(groups(roots, ordered)),
        closing=tuple(closing),
        warnings=tuple(sorted(told, key=lambda warning: warning.line)),
    )


def _node(draft: Draft, depth: int) -> Node:
    mark, children = draft.mark, draft.children
    body, tail = tuple(draft.body), tuple(children[-1].after) if children else ()
    return made_node((mark.marker, mark.ordinal, draft.text, depth, draft.group, draft.line, body, tail, draft.gaps))

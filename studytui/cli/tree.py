"""An outline for a person who checks it: the tree in colour, each warning where it belongs."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence

import click

from studytui.cards.label import numbered
from studytui.cli.context import Context, safe
from studytui.messages import Message
from studytui.outline.convert import punctuated
from studytui.outline.tree import Node, Outline, OutlineWarning
from studytui.study.told import UNDOABLE, told
from studytui.ui.show.text import width, wrapped

DEEPEST = 20
"""Levels that are indented further than the one above."""
_STEP = 2
_NARROWEST = 30  # columns for a text, however deep it lies


class Tree:
    """Prints an outline.

    Args:
        context: Says, in the person's language.
        outline: What is printed.
        notes: What the reader of the file has to say.
    """

    def __init__(self, context: Context, outline: Outline, notes: Sequence[Message] = ()) -> None:
        self._say, self._notes = context.say, notes
        self._outline = punctuated(outline)
        lines = [node.line for node in outline.nodes]
        self._digits = len(str(max(lines, default=0)))
        self._colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        self._width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
        self._about, self._at = _placed(outline)
        self._listed = frozenset(outline.listed)

    def show(self) -> None:
        """What speaks of the whole, then each node with what is to be checked there, then the sum."""
        found = self._outline
        if found.title:
            self._row(0, "", found.title, bold=True)
        for note in self._notes:
            self._row(0, "! ", self._say.say(note), colour="yellow")
        for warning in self._about:
            self._warn("", warning)
        named = {(group.parent, group.group): group.name for group in found.groups if group.name}
        for index, node in enumerate(found.nodes):
            indent = " " * (_STEP * min(node.depth, DEEPEST))
            if name := named.pop((found.parents[index], node.group), ""):
                self._row(0, indent + "| ", name, colour="magenta")
            self._node(index, node, indent)
            for warning in self._at.get(index, ()):
                self._warn(indent + " " * _STEP, warning)
        self._sum()

    def _node(self, index: int, node: Node, indent: str) -> None:
        marker = numbered(node.marker, node.text)[: -len(node.text) or None] if node.text else node.marker
        notes = [self._say("{n} paragraph", plural="{n} paragraphs", n=len(node.body))] if node.body else []
        notes += [self._say("text missing")] if node.gaps else []
        notes += [self._say("in the contents list only")] if index in self._listed else []
        note = f"   ({', '.join(notes)})" if notes else ""
        self._row(node.line, indent, node.text, marker=marker, note=note, bold=node.depth == 1)

    def _warn(self, indent: str, warning: OutlineWarning) -> None:
        handle = f"   {warning.kind}:{warning.line}" if warning.kind in UNDOABLE else ""
        self._row(0, indent + "! ", self._say.say(told(warning)), note=handle, colour="yellow")

    def _sum(self) -> None:
        found = self._outline
        parts = [
            self._say("{n} node", plural="{n} nodes", n=len(found.nodes)),
            self._say("{n} warning", plural="{n} warnings", n=len(found.warnings)),
        ]
        parts += [self._say.say(told(repair)) for repair in found.repairs]
        self._print(self._styled("   ".join(parts), dim=True))
        if any(warning.kind in UNDOABLE for warning in found.warnings):
            said = self._say("To leave a place as it stands in the source, add --keep with its kind and line.")
            self._print(self._styled(said, dim=True))

    def _row(
        self,
        line: int,
        indent: str,
        text: str,
        *,
        marker: str = "",
        note: str = "",
        colour: str | None = None,
        bold: bool = False,
    ) -> None:
        """One text behind its line of the source; where it is wider than the terminal it goes on below itself."""
        gutter = f"{line or '':>{self._digits}} "
        head = gutter + indent + safe(marker)
        pieces = self._folded(safe(text) + note, width(head))
        marked = self._styled(indent, fg=colour) + self._styled(safe(marker), fg="cyan", bold=True)
        for at, piece in enumerate(pieces):
            start = self._styled(gutter, dim=True) + marked if at == 0 else " " * width(head)
            noted = len(note) if at == len(pieces) - 1 and piece.endswith(note) else 0
            cut = len(piece) - noted
            end = self._styled(piece[cut:], dim=True) if noted else ""
            self._print(start + self._styled(piece[:cut], fg=colour, bold=bold) + end)

    def _folded(self, text: str, indent: int) -> list[str]:
        return wrapped(text, max(_NARROWEST, self._width - indent)) if self._width else [text]

    def _styled(self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
        if not self._colour or not text:
            return text
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None)

    def _print(self, text: str) -> None:
        click.echo(text.rstrip(), color=self._colour)


def _placed(outline: Outline) -> tuple[list[OutlineWarning], dict[int, list[OutlineWarning]]]:
    """The warnings that speak of the whole or of many nodes, and those of one node by its index."""
    about: list[OutlineWarning] = []
    at: dict[int, list[OutlineWarning]] = {}
    starts = [*_starts(outline)]
    place = 0
    for warning in sorted(outline.warnings, key=lambda each: each.line):
        while place < len(starts) and starts[place][0] <= warning.line:
            place += 1
        behind = starts[place][0] if place < len(starts) else warning.to + 1
        if not place or not warning.line or warning.to > behind:
            about.append(warning)
        else:
            at.setdefault(starts[place - 1][1], []).append(warning)
    return about, at


def _starts(outline: Outline) -> Iterator[tuple[int, int]]:
    """Lines on which nodes begin, in order, with the node; what only the contents list has stands elsewhere."""
    listed = frozenset(outline.listed)
    yield from sorted((node.line, index) for index, node in enumerate(outline.nodes) if index not in listed)

"""The rows of a document that is brought in: its headings, and where they are opened the paragraphs under them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual.content import Content

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.language.punctuation import printed
from studytui.outline.edit.flow import PARAGRAPHS, Part, Piece, Spot, pieces
from studytui.outline.tree import Outline
from studytui.ui.show.text import fit, plain, width

INDENT = 2
DEEPEST = 12
BEFORE, BEHIND = Spot(Part.OPENING, -1, -1), Spot(Part.CLOSING, -1, -1)
"""What stands for all paragraphs before the first point, and for all behind the last."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        piece: The heading, paragraph, gap or name of a group.
        spot: Where it stands; `BEFORE` and `BEHIND` for what can be opened at both ends of a document.
        owner: The node that it is shown under, itself for a heading; -1 for the document.
    """

    piece: Piece
    spot: Spot
    owner: int


def rows(outline: Outline, opened: Collection[int]) -> list[Row]:
    """The rows, paragraphs under the opened nodes among them; -1 opens what stands around all points.

    A lead and a paragraph behind a group are shown where the first node of the group is opened.
    """
    made: list[Row] = []
    for piece in pieces(outline):
        spot = piece.spot or BEFORE
        if piece.part in (Part.OPENING, Part.CLOSING) and spot.n == 0:
            made.append(Row(piece, BEFORE if piece.part is Part.OPENING else BEHIND, -1))
        named = piece.part is Part.RUN and bool(piece.text)
        if piece.part is Part.HEAD or named or (piece.part is not Part.RUN and spot.of in opened):
            made.append(Row(piece, spot, spot.of))
    return made


def row_of(shown: Sequence[Row], spot: Spot) -> int:
    """The row in which something stands, or the heading over it; the first one where it is nowhere."""
    for wanted in (spot, Spot(Part.HEAD, spot.of)):
        found = next((at for at, row in enumerate(shown) if row.spot == wanted), None)
        if found is not None:
            return found
    return 0


class Drawing:
    """Draws the rows of an outline.

    Args:
        outline: The outline.
        warned: Lines of the source that something is told of.
        say: Says messages in the person's language.
    """

    def __init__(self, outline: Outline, warned: Collection[int], say: Catalogue) -> None:
        self._outline, self._warned, self._say = outline, warned, say
        self._listed = frozenset(outline.listed)

    def row(self, row: Row, cells: int) -> Content:
        """One row in so many cells."""
        piece = row.piece
        if row.spot in (BEFORE, BEHIND):
            return self._around(piece.part)
        if piece.node is not None:
            return self._heading(row, cells)
        indent = " " * (INDENT * min(max(piece.depth - 1, 0), DEEPEST))
        if piece.part is Part.RUN:
            return plain(fit(f"{indent}| {piece.text}", cells), "italic $text-muted")
        if piece.part is Part.GAP:
            return plain(fit(f"{indent}  {self._missing(piece)}", cells), "$warning")
        sign = {Part.LEAD: "|>", Part.GROUP_TAIL: "|<", Part.TAIL: " <"}.get(piece.part, " ·")
        return plain(fit(f"{indent}{sign} {piece.text}", cells), "$text-muted")

    def _around(self, part: Part) -> Content:
        opening = part is Part.OPENING
        n = len(self._outline.opening if opening else self._outline.closing)
        said = (
            self._say("before the first point: {n} paragraph", plural="before the first point: {n} paragraphs", n=n)
            if opening
            else self._say("behind the last point: {n} paragraph", plural="behind the last point: {n} paragraphs", n=n)
        )
        return Content.styled(said, "$text-muted")

    def _heading(self, row: Row, cells: int) -> Content:
        node, say = self._outline.nodes[row.owner], self._say
        indent = " " * (INDENT * min(node.depth - 1, DEEPEST))
        note = "  " + say("({n} paragraph)", plural="({n} paragraphs)", n=len(node.body)) if node.body else ""
        gap = "  " + say("(text missing)") if node.gaps else ""
        gap += "  " + say("(in the contents list only)") if row.owner in self._listed else ""
        gap += " !" if node.line in self._warned else ""
        text = fit(indent + printed(numbered(node.marker, node.text)), cells - width(note) - width(gap))
        style = "bold" if node.depth == 1 else ""
        return Content.assemble(plain(text, style), (note, "$text-muted"), (gap, "$warning"))

    def _missing(self, piece: Piece) -> str:
        if piece.chars:
            return self._say(
                "[{n} character is missing here]", plural="[{n} characters are missing here]", n=piece.chars
            )
        return self._say("[text is missing here]")


def is_paragraph(row: Row) -> bool:
    """Whether a row is a paragraph."""
    return row.piece.part in PARAGRAPHS and row.spot.n >= 0

"""A number and its text, as questions show them."""

from dataclasses import dataclass

from studytui.outline.tree import Outline


@dataclass(frozen=True, slots=True)
class Line:
    """A number and its text, as they stand in the document."""

    marker: str
    text: str


def line(outline: Outline, node: int) -> Line:
    """The number and the text of a node."""
    return Line(outline.nodes[node].marker, outline.nodes[node].text)


def above(outline: Outline, home: int | None) -> tuple[Line, ...]:
    """The headings down to a parent, outermost first."""
    return () if home is None else tuple(line(outline, node) for node in outline.path(home))

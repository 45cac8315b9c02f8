"""The outline: a tree of numbered points, kept flat, a parent before its children."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from studytui.errors import StudyError


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the source left text out.

    Attributes:
        after: How many paragraphs of the node's body stand before the gap.
        chars: How many characters are missing, where the source tells.
    """

    after: int
    chars: int | None = None


class Node(NamedTuple):
    """A numbered heading or point, or an unnumbered heading or bullet (ordinal None).

    A tuple, since a long document has a hundred thousand of them.

    Attributes:
        marker: The number exactly as written (``一是``, ``（二）``, ``1.``, ``-``), empty where there is none.
        ordinal: The number's value; None for bullets and unnumbered headings.
        text: What follows the marker, without annotation or closing punctuation.
        depth: 1 for the outermost level; a child's is its parent's plus one.
        group: 1, or the number of the run of siblings this belongs to, where numbering began again.
        line: Line of the source, from 1; 0 where there is none. It does not count when trees are compared.
        body: Paragraphs up to the next marker.
        tail: Paragraphs after the last child.
        gaps: Places in the body where the source left text out.
    """

    marker: str
    ordinal: int | None
    text: str
    depth: int = 1
    group: int = 1
    line: int = 0
    body: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self._compared() == other._compared()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._compared())

    def _compared(self) -> tuple[object, ...]:
        """All of a node but the line that it stands on."""
        return (*self[:5], *self[6:])


made_node: Callable[
    [tuple[str, int | None, str, int, int, int, tuple[str, ...], tuple[str, ...], tuple[Gap, ...]]], Node
]
"""A node of a tuple with all its fields, in half the time: a named tuple's own call goes through one in Python."""
made_node = partial(tuple.__new__, Node)


@dataclass(frozen=True, slots=True)
class Group:
    """What is known about a run of siblings, where there is more than one under a parent or where it has a lead.

    Attributes:
        parent: Index of the parent node; None for the outermost level.
        group: Number of the run, from 1, as its nodes carry it.
        name: Words of the lead or of the parent's title that tell the groups of one parent apart.
        lead: The sentence that introduces the run.
        tail: Paragraphs after its last point and before the next run.
    """

    parent: int | None
    group: int
    name: str = ""
    lead: str = ""
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineWarning:
    """Something odd in the source, told with its place.

    Attributes:
        kind: gap, truncated, numbering, garbled, annotation, advert, wrapped, duplicate, encoding, outline_only.
        line: First line of the source it speaks of, from 1; 0 for the whole document.
        to: Last line.
        detail: An excerpt of the source that shows what is meant; data, in no language of the interface.
        count: How many of them a run of lines has.
        chars, total, shown: Characters missing, of the whole, and shown, where the source tells.
        restored: What ``detail`` was read as, where garbled text has exactly one answer.
    """

    kind: str
    line: int
    to: int = 0
    detail: str = ""
    count: int | None = None
    chars: int | None = None
    total: int | None = None
    shown: int | None = None
    restored: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document as a tree.

    Attributes:
        title: Title of the document, empty where it has none.
        script: hans, hant, latin or mixed.
        opening: Paragraphs before the first node.
        nodes: All nodes in reading order, a parent before its children.
        groups: Runs of siblings about which there is something to say, by parent and number.
        closing: Paragraphs after the last node that belong to the whole document.
        warnings: What is odd about the source. It does not count when trees are compared.
        repairs: What was mended and needs nobody's attention, told in the same way: ``html`` (tags and entities),
            ``blanks`` (between characters), ``invisible`` (signs without a look, and what a terminal would obey).
        listed: Indices of the nodes that only the contents list has, where there is more than that. It does not count
            when trees are compared.
        parents: For each node the index of its parent, or None; computed from the depths.

    Raises:
        StudyError: The depths do not make a tree.
    """

    title: str = ""
    script: str = "latin"
    opening: tuple[str, ...] = ()
    nodes: tuple[Node, ...] = ()
    groups: tuple[Group, ...] = ()
    closing: tuple[str, ...] = ()
    warnings: tuple[OutlineWarning, ...] = field(default=(), compare=False)
    repairs: tuple[OutlineWarning, ...] = field(default=(), compare=False)
    listed: tuple[int, ...] = field(default=(), compare=False)
    parents: tuple[int | None, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        open_: list[int | None] = [None]  # what encloses a node of each depth
        parents: list[int | None] = []
        for index, node in enumerate(self.nodes):
            depth = node.depth
            if not 1 <= depth <= len(open_):
                raise StudyError(
                    "The point “{text}” is {depth} levels deep, but stands under one of level {above}.",
                    text=node.text,
                    depth=depth,
                    above=len(open_) - 1,
                )
            parents.append(open_[depth - 1])
            del open_[depth:]
            open_.append(index)
        object.__setattr__(self, "parents", tuple(parents))

    def children(self, index: int | None) -> tuple[int, ...]:
        """Indices of the nodes directly under a node, or of the outermost nodes for None."""
        depth = 1 if index is None else self.nodes[index].depth + 1
        return tuple(i for i in self.subtree(index) if self.nodes[i].depth == depth)

    def subtree(self, index: int | None) -> range:
        """Indices of all nodes below a node, itself left out; of all nodes for None."""
        if index is None:
            return range(len(self.nodes))
        depth, end = self.nodes[index].depth, index + 1
        while end < len(self.nodes) and self.nodes[end].depth > depth:
            end += 1
        return range(index + 1, end)

    def path(self, index: int) -> tuple[int, ...]:
        """Indices from the outermost ancestor down to the node itself."""
        way = [index]
        while (above := self.parents[way[-1]]) is not None:
            way.append(above)
        return tuple(reversed(way))

    def runs(self) -> Iterator[tuple[int | None, int, tuple[int, ...]]]:
        """Every run of siblings: parent, group number and the indices of its nodes, in reading order."""
        found: dict[tuple[int | None, int], list[int]] = {}
        for index, node in enumerate(self.nodes):
            found.setdefault((self.parents[index], node.group), []).append(index)
        for (parent, group), members in found.items():
            yield parent, group, tuple(members)

    def about(self, parent: int | None, group: int) -> Group:
        """What is known about a run of siblings; an empty Group where nothing is."""
        for known in self.groups:
            if (known.parent, known.group) == (parent, group):
                return known
        return Group(parent, group)

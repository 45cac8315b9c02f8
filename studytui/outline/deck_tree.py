"""The tree of a deck file while its lines are read, and what may stand where."""

from dataclasses import dataclass, field

from studytui.errors import StudyError
from studytui.outline.tree import Gap, Group, Node, Outline


@dataclass(slots=True)
class _Run:
    """A group while its points are read."""

    name: str = ""
    lead: str = ""
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Branch:
    """A heading, or the document itself, while what stands under it is read."""

    node: Node
    index: int | None
    body: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)

    def finished(self) -> Node:
        """The node with all its paragraphs."""
        return self.node._replace(body=tuple(self.body), tail=tuple(self.tail), gaps=tuple(self.gaps))

    def groups(self) -> tuple[Group, ...]:
        """Its children's groups, if they have more than one or something is known about it."""
        if len(self.runs) == 1 and self.runs[0] == _Run():
            return ()
        return tuple(
            Group(self.index, n, run.name, run.lead, tuple(run.tail)) for n, run in enumerate(self.runs, start=1)
        )


class GrowingTree:
    """What has been read so far; each method takes what one line says.

    Every method that takes a line raises a StudyError, which names the line and the cure, where it must not stand.

    Args:
        file: What the file is called.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._root = _Branch(Node("", None, ""), None)
        self._branches: list[_Branch] = []
        self._open = [self._root]  # the document and the open headings; the place in the list is the depth
        self._deepest = 1  # of the headings that may come next
        self._text: list[str] | None = self._root.body  # where a paragraph would go
        self._awaited = 0  # depth of the heading that the sign of a group waits for
        self._sign_line = 0

    def heading(self, depth: int, numbered: tuple[str, int | None, str], line: int) -> None:
        """A heading, with marker, ordinal and text."""
        if depth != self._awaited:
            self._check_group_begun()
        self._check_depth(depth, line)
        parent = self._open[depth - 1]
        if not parent.runs:
            parent.runs.append(_Run())
        if parent.runs[-1].tail:
            raise StudyError(
                "{file}, line {line}: the group above has ended with its tail. "
                "Move this heading above the tail, or put the sign of a group, {sign}, before it.",
                file=self._file,
                line=line,
                sign="|" * depth,
            )
        branch = _Branch(Node(*numbered, depth, len(parent.runs), line), len(self._branches))
        self._branches.append(branch)
        self._open[depth:] = [branch]
        self._deepest, self._text, self._awaited = depth + 1, branch.body, 0

    def paragraph(self, text: str, line: int) -> None:
        """A paragraph of the opening or of the body of the heading above."""
        if self._text is None:
            raise StudyError(
                "{file}, line {line}: a paragraph cannot stand here. Move it under a heading, or begin it with /1 "
                "and a blank if it closes a heading of one #, /2 for ##, /0 for the whole document.",
                file=self._file,
                line=line,
            )
        self._text.append(text)

    def gap(self, chars: int | None, line: int) -> None:
        """A place in the body of the heading above where the source left text out."""
        if self._text is None or not self._branches:
            raise StudyError(
                "{file}, line {line}: the sign of a gap (~) stands in the text under a heading. Move it there.",
                file=self._file,
                line=line,
            )
        branch = self._branches[-1]
        branch.gaps.append(Gap(len(branch.body), chars))

    def tail(self, depth: int, text: str, line: int) -> None:
        """A paragraph after the last child of the open heading so deep; of the document for 0."""
        self._check_group_begun()
        self._check_open(depth, line)
        self._close(depth)
        self._deepest = depth
        self._open[depth].tail.append(text)

    def group(self, depth: int, name: str, line: int) -> None:
        """A group of headings so deep begins."""
        self._check_group_begun()
        self._check_depth(depth, line)
        self._close(depth - 1)
        self._open[-1].runs.append(_Run(name))
        self._awaited, self._sign_line = depth, line

    def lead(self, depth: int, text: str, line: int) -> None:
        """The sentence that introduces the group which has just begun."""
        run = self._open[-1].runs[-1] if self._awaited else None
        if run is None or run.lead or depth != self._awaited:
            raise StudyError(
                "{file}, line {line}: a lead stands once, in the line below the sign of its group: "
                "write {sign} above it, and as many bars in both.",
                file=self._file,
                line=line,
                sign="|" * depth,
            )
        run.lead = text

    def group_tail(self, depth: int, text: str, line: int) -> None:
        """A paragraph after the last point of the open group so deep."""
        self._check_group_begun()
        self._check_depth(depth, line)
        parent = self._open[depth - 1]
        if not parent.runs:
            raise StudyError(
                "{file}, line {line}: the tail of a group stands below the last of its points. Move it there.",
                file=self._file,
                line=line,
            )
        self._close(depth - 1)
        self._deepest = depth
        parent.runs[-1].tail.append(text)

    def outline(self, title: str, script: str) -> Outline:
        """The whole tree."""
        self._check_group_begun()
        groups = (group for branch in (self._root, *self._branches) for group in branch.groups())
        return Outline(
            title,
            script,
            tuple(self._root.body),
            tuple(branch.finished() for branch in self._branches),
            tuple(groups),
            tuple(self._root.tail),
        )

    def _close(self, depth: int) -> None:
        """Close all headings deeper than that, and the text of the last one."""
        del self._open[depth + 1 :]
        self._text = None

    def _check_depth(self, depth: int, line: int) -> None:
        if self._deepest == 0:
            raise StudyError(
                "{file}, line {line}: nothing can follow the closing of the document. "
                "Move the lines with /0 to the end.",
                file=self._file,
                line=line,
            )
        if depth > self._deepest:
            raise StudyError(
                "{file}, line {line}: this is {depth} levels deep, but at most {deepest} can stand here. "
                "Take away some of its signs, or put the missing heading above it.",
                file=self._file,
                line=line,
                depth=depth,
                deepest=self._deepest,
            )

    def _check_open(self, depth: int, line: int) -> None:
        if depth >= len(self._open):
            raise StudyError(
                "{file}, line {line}: there is no open heading of depth {depth} that this could belong to. "
                "Move the line below that heading, or correct its depth.",
                file=self._file,
                line=line,
                depth=depth,
            )

    def _check_group_begun(self) -> None:
        if self._awaited:
            raise StudyError(
                "{file}, line {line}: no heading follows the sign of this group. "
                "Put its first heading, as deep as it has bars, below it, or delete the line.",
                file=self._file,
                line=self._sign_line,
            )

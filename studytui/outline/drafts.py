"""The tree while it is being made: nodes that know their children and still gather text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from studytui.language.either import either
from studytui.outline.heads import head_and_rest
from studytui.outline.levels import depths
from studytui.outline.lines import Line, Lines
from studytui.outline.nesting import made_placed
from studytui.outline.numbering import Mark, Marks
from studytui.outline.tree import Gap


class Draft:
    """A node in the making; written by hand, since a long document makes a hundred thousand of them.

    Attributes:
        mark: Its marker.
        text: Its heading.
        line: Line of the source.
        indent: How far it is indented, where it begins its paragraph.
        sentence: The heading ended like a sentence; what runs on stands in the same paragraph.
        body: Paragraphs of its own: the rest of its paragraph first.
        more: Paragraphs that follow it and may belong to it or to one above it.
        lead: The sentence that introduces the run which begins with it.
        after: Paragraphs behind it and all below it, that belong to its parent.
        gaps: Places in the body where text is missing.
        group: Number of its run among its siblings.
        children: The nodes directly below it.
    """

    __slots__ = (
        "after", "body", "children", "gaps", "group", "indent", "lead", "line", "mark", "more", "sentence", "text"
    )  # fmt: skip

    def __init__(self, mark: Mark, text: str, line: int, indent: int, sentence: bool, body: list[str]) -> None:
        self.mark = mark
        self.text = text
        self.line = line
        self.indent = indent
        self.sentence = sentence
        self.body = body
        self.more: list[str] = []
        self.lead = ""
        self.after: list[str] = []
        self.gaps: tuple[Gap, ...] = ()
        self.group = 1
        self.children: list[Draft] = []

    def keep(self) -> None:
        """Take the paragraphs that follow as its own."""
        if self.more:
            self.body += self.more
            self.more = []


# After the last of the points in a paragraph such words come back to all of them.
_SUMMING_UP = re.compile(
    r"(?<=[.!?] )(?=(?:All|None|Each|Any|Both) of (?:these|them|this)\b|Taken together|In short,|In sum,)|"
    "(?<=[。！？!?])(?="
    + either(
        "[针面]?对?(?:以上|上述|这些|凡此|这[几两二三四五六七八九十][个点条项方])|总之|综上|总的来[看说]|总而言之|同志们"
    )
    + ")"
)
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?：:]?[”’」』]*")


class Forest(NamedTuple):
    """The trees that stand in some lines, the paragraphs before the first point, and all nodes with their depths."""

    roots: list[Draft]
    opening: list[str]
    ordered: list[tuple[int, Draft]]


def forest(lines: Lines, marks: Sequence[Marks]) -> Forest:
    """The trees that stand in the lines."""
    pairs = [*zip(lines, marks, strict=True)]
    placed = [made_placed((mark, at, line.indent)) for at, (line, here) in enumerate(pairs) for mark in here]
    depths_ = depths(placed)
    builder = _Builder(depths_)
    for line, here in pairs:
        if len(here) == 1 and not here[0].inline:
            builder.point(line, here[0])
        elif here:
            builder.points(line, here)
        elif line.gap:
            builder.gap(line.chars)
        elif line.literal:
            builder.row(line.text)
        else:
            builder.paragraph(line.text, line.indent)
    return Forest(builder.roots, builder.opening, [*zip(depths_, builder.drafts, strict=True)])


class _Builder:
    """Takes paragraphs in order and hangs each point and each text where it belongs so far."""

    def __init__(self, depths_: Iterable[int]) -> None:
        self.roots: list[Draft] = []
        self.opening: list[str] = []
        self.drafts: list[Draft] = []  # all of them, in order
        self._depths = iter(depths_)
        self._open: list[Draft] = []
        self._resumed = False

    def paragraph(self, text: str, indent: int = 0) -> None:
        """A paragraph without a point in it."""
        if not self._open:
            self.opening.append(text)
        elif self._resumed:
            self._open[0].body.append(text)
        elif indent > self._open[-1].indent > 0:  # it stands under the text of the point, as in a list
            self._open[-1].keep()
            self._open[-1].body.append(text)
        else:
            self._open[-1].more.append(text)

    def row(self, text: str) -> None:
        """A line of a table or of code, which belongs with the text that stands above it."""
        if self._open and not self._resumed and self._open[-1].body:
            self._open[-1].keep()
            self._open[-1].body.append(text)
        else:
            self.paragraph(text)

    def gap(self, chars: int | None) -> None:
        """Text is missing: what follows belongs to the section, for nobody knows which points were lost."""
        if self._open:
            section = self._open[0]
            if len(self._open) == 1:
                section.keep()
            section.gaps += (Gap(len(section.body), chars),)
            self._resumed = True

    def point(self, line: Line, mark: Mark) -> None:
        """A paragraph that begins with a point and has no other in it."""
        self._hang(_drafted(mark, line.text[mark.end :], line))

    def points(self, line: Line, marks: Marks) -> None:
        """A paragraph that has points in it."""
        text = line.text
        before = text[: marks[0].start].strip() if marks[0].inline else ""
        for index, mark in enumerate(marks):
            end = marks[index + 1].start if index + 1 < len(marks) else len(text)
            segment, summary = text[mark.end : end], ""
            if mark.inline and index + 1 == len(marks):
                segment, summary = _split_summary(segment)
            draft = _drafted(mark, segment, line)
            self._hang(draft, before)
            before = ""
            if summary:
                draft.more.append(summary)

    def _hang(self, draft: Draft, before: str = "") -> None:
        depth, open_ = next(self._depths), self._open
        if before and open_ and not self._resumed and depth <= len(open_):
            introduced, draft.lead = _split_lead(before)
            open_[-1].more += [introduced] if introduced else []
        elif before:
            self.paragraph(before)
        del open_[depth - 1 :]
        if open_:
            above = open_[-1]
            if not above.children:
                above.keep()
            above.children.append(draft)
        else:
            self.roots.append(draft)
        open_.append(draft)
        self.drafts.append(draft)
        self._resumed = False


def _drafted(mark: Mark, segment: str, line: Line) -> Draft:
    """A node of its marker and the text behind that, which may run on after the heading."""
    head, rest, sentence = head_and_rest(segment)
    indent = 0 if mark.inline else line.indent
    return Draft(mark, head, line.number, indent, sentence, [rest] if rest else [])


def _split_summary(segment: str) -> tuple[str, str]:
    """The last point's text, and what is said after it about all of them."""
    found = _SUMMING_UP.search(segment)
    return (segment[: found.start()], segment[found.start() :]) if found else (segment, "")


def _split_lead(before: str) -> tuple[str, str]:
    """What stands before the sentence that introduces a run, and that sentence."""
    sentences = [each for each in _SENTENCE.findall(before) if each.strip()]
    return "".join(sentences[:-1]).strip(), sentences[-1].strip()


def families(roots: list[Draft], ordered: Iterable[tuple[int, Draft]]) -> list[list[Draft]]:
    """All that have one parent, as a list each, the outermost first and a parent's before its children's."""
    return [roots, *(draft.children for _, draft in ordered if draft.children)]


def walk(roots: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """All nodes with their depth, a parent before its children, without recursion."""
    stack = [(1, root) for root in reversed(roots)]
    while stack:
        depth, draft = stack.pop()
        yield depth, draft
        if draft.children:
            stack += [(depth + 1, child) for child in reversed(draft.children)]

"""Reading the deck file: strictly, since what it says is stored, not guessed."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from studytui.errors import StudyError
from studytui.outline.deck import FORMAT, SHOWS, Deck
from studytui.outline.deck_text import plain
from studytui.outline.numerals import ordinal_of
from studytui.outline.tree import Gap, Group, Node, Outline

_HEADING = re.compile(r"(#+) +((?:\\[^ ]|[^\\ {])+)(?:\{(-|\d{1,9})\})?(?: +(.*))?")
_GROUP = re.compile(r"(\|+)(?: +(.*))?")
_LEAD = re.compile(r"(\|+)> +(.+)")
_GROUP_TAIL = re.compile(r"(\|+)< +(.+)")
_TAIL = re.compile(r"/(\d{1,6}) +(.+)")
_GAP = re.compile(r"~(?: +(\d{1,12}))?")
_KEY = re.compile(r"([A-Za-z][\w-]*) *:(.*)")
_ID = re.compile(r"[a-z2-7]{12}")
_SCRIPTS = ("hans", "hant", "latin", "mixed")


def read(text: str, name: str) -> Deck:
    """Read a deck's file.

    Args:
        text: All of it.
        name: What the file is called, for what is said about it.

    Raises:
        StudyError: It is not in the grammar; the sentence names the file, the line and the cure.
    """
    lines = [line.strip(" \t\r") for line in text.removeprefix("\ufeff").split("\n")]
    head, end = _head(lines, name)
    building = _Building(name)
    for number, line in enumerate(lines[end:], end + 1):
        if line:
            building.take(line, number)
    outline = building.outline(head.get("title", ""), _one_of(head, "script", _SCRIPTS, name))
    known = ("format", "id", "title", "source", "script", "show", "day")
    return Deck(
        _id(head, name),
        outline,
        head.get("source", ""),
        _one_of(head, "show", SHOWS, name),
        _day(head, name),
        tuple((key, value) for key, value in head.items() if key not in known),
    )


def _head(lines: list[str], name: str) -> tuple[dict[str, str], int]:
    """The keys between the first two ``---``, and where the text begins."""
    first = next((i for i, line in enumerate(lines) if line), 0)
    last = next((i for i in range(first + 1, len(lines)) if lines[i] == "---"), None)
    if lines[first] != "---" or last is None:
        raise StudyError(
            "{file}, line {line}: a deck file begins with its head between two lines of ---. "
            "To bring in another document, use `studytui import`.",
            file=name,
            line=first + 1,
        )
    head: dict[str, str] = {}
    for number in range(first + 1, last):
        if not lines[number]:
            continue
        found = _KEY.fullmatch(lines[number])
        if found is None:
            raise StudyError(
                "{file}, line {line}: in the head each line is a key, a colon and a value.", file=name, line=number + 1
            )
        head[found[1]] = plain(found[2].strip(" \t"))
    if head.get("format", str(FORMAT)) != str(FORMAT):
        raise StudyError(
            "{file} has format {format}, which a later version writes. Update studytui.",
            file=name,
            format=head["format"],
        )
    return head, last + 1


def _id(head: dict[str, str], name: str) -> str:
    if not _ID.fullmatch(head.get("id", "")):
        raise StudyError(
            "{file}: the head has no id of twelve characters (a-z, 2-7). Put back the line that was there.", file=name
        )
    return head["id"]


def _one_of(head: dict[str, str], key: str, allowed: tuple[str, ...], name: str) -> str:
    value = head.get(key, allowed[0])
    if value not in allowed:
        raise StudyError(
            "{file}: {key} is {value}; it must be one of {allowed}.",
            file=name,
            key=key,
            value=value,
            allowed=", ".join(allowed),
        )
    return value


def _day(head: dict[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(head["day"]) if head.get("day") else None
    except ValueError:
        raise StudyError(
            "{file}: the day {day} is no date; write it like 2026-12-31.", file=name, day=head["day"]
        ) from None


@dataclass(slots=True)
class _Draft:
    """A node while its paragraphs are read."""

    node: Node
    body: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    runs: int = 0
    """How many groups its children have so far."""

    def finished(self) -> Node:
        return replace(self.node, body=tuple(self.body), tail=tuple(self.tail), gaps=tuple(self.gaps))


class _Building:
    """The tree as far as it has been read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._top = _Draft(Node("", None, "", 1))
        self._nodes: list[_Draft] = []
        self._way: list[int] = []
        self._groups: dict[tuple[int | None, int], Group] = {}
        self._body = self._top.body
        self._takes_text = True
        self._signs = (
            (_HEADING, self._heading),
            (_LEAD, self._lead),
            (_GROUP_TAIL, self._group_tail),
            (_GROUP, self._group),
            (_TAIL, self._tail),
            (_GAP, self._gap),
        )

    def take(self, line: str, number: int) -> None:
        """Read one line that is not blank."""
        for form, read_it in self._signs:
            if found := form.fullmatch(line):
                read_it(found, number)
                return
        if not self._takes_text:
            raise StudyError(
                "{file}, line {line}: a paragraph cannot stand here. Put it under a heading, "
                "or begin it with / and the depth of the heading that it closes.",
                file=self._name,
                line=number,
            )
        self._body.append(plain(line))

    def outline(self, title: str, script: str) -> Outline:
        """The whole tree."""
        order = sorted(self._groups.items(), key=lambda row: (-1 if row[0][0] is None else row[0][0], row[0][1]))
        return Outline(
            title,
            script,
            tuple(self._top.body),
            tuple(draft.finished() for draft in self._nodes),
            tuple(group for _, group in order if group.name or group.lead or group.tail),
            tuple(self._top.tail),
        )

    def _open(self, depth: int, number: int) -> _Draft:
        """The open node that is so deep, or the document for 0."""
        if depth > len(self._way):
            raise StudyError(
                "{file}, line {line}: there is no open heading of depth {depth} here.",
                file=self._name,
                line=number,
                depth=depth,
            )
        return self._nodes[self._way[depth - 1]] if depth else self._top

    def _heading(self, found: re.Match[str], number: int) -> None:
        depth = len(found[1])
        parent = self._open(depth - 1, number)
        del self._way[depth - 1 :]
        parent.runs = max(1, parent.runs)
        marker = plain(found[2])
        ordinal = ordinal_of(marker) if found[3] is None else None if found[3] == "-" else int(found[3])
        draft = _Draft(Node(marker, ordinal, plain(found[4] or ""), depth, parent.runs, number))
        self._way.append(len(self._nodes))
        self._nodes.append(draft)
        self._body, self._takes_text = draft.body, True

    def _run(self, depth: int) -> tuple[int | None, int]:
        """The group of nodes so deep that is read now."""
        home = self._way[depth - 2] if depth > 1 else None
        return home, (self._top if home is None else self._nodes[home]).runs

    def _group(self, found: re.Match[str], number: int) -> None:
        depth = len(found[1])
        self._open(depth - 1, number).runs += 1
        del self._way[depth - 1 :]
        run = self._run(depth)
        self._groups[run] = Group(*run, name=plain(found[2] or ""))
        self._takes_text = False

    def _lead(self, found: re.Match[str], number: int) -> None:
        group = self._known(found, number)
        self._groups[group.parent, group.group] = replace(group, lead=plain(found[2]))

    def _group_tail(self, found: re.Match[str], number: int) -> None:
        group = self._known(found, number)
        self._groups[group.parent, group.group] = replace(group, tail=(*group.tail, plain(found[2])))

    def _known(self, found: re.Match[str], number: int) -> Group:
        self._takes_text = False
        depth = len(found[1])
        self._open(depth - 1, number)
        run = self._run(depth)
        return self._groups.get(run) or Group(run[0], run[1] or 1)

    def _tail(self, found: re.Match[str], number: int) -> None:
        self._open(int(found[1]), number).tail.append(plain(found[2]))
        self._takes_text = False

    def _gap(self, found: re.Match[str], number: int) -> None:
        if not self._nodes or not self._takes_text:
            raise StudyError(
                "{file}, line {line}: the sign of a gap (~) stands under a heading.", file=self._name, line=number
            )
        draft = self._nodes[-1]
        draft.gaps.append(Gap(len(draft.body), int(found[1]) if found[1] else None))

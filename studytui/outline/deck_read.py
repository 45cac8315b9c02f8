"""Reading the deck file: strictly, since what it says is stored, not guessed."""

import re

from studytui.outline.deck import SCRIPTS, SHOWS, Deck
from studytui.outline.deck_head import head_of
from studytui.outline.deck_heading import parted
from studytui.outline.deck_text import BLANKS, plain
from studytui.outline.deck_tree import GrowingTree

_B = f"[{BLANKS}]+"
_HEADING = re.compile(rf"(#+){_B}(.+)")
_GROUP = re.compile(rf"(\|+)(?:{_B}(.+))?")
_LEAD_OR_TAIL = re.compile(rf"(\|+)([<>]){_B}(.+)")
_TAIL = re.compile(rf"/(\d{{1,6}}){_B}(.+)")
_GAP = re.compile(rf"~(?:{_B}(\d{{1,18}}))?")


def read(text: str, name: str) -> Deck:
    """Read a deck's file.

    Args:
        text: All of it.
        name: What the file is called, for what is said about it.

    Raises:
        StudyError: It is not in the grammar; the sentence names the file, the line and the cure.
    """
    lines = [line.strip(BLANKS + "\r") for line in text.removeprefix("\ufeff").split("\n")]
    head = head_of(lines, name)
    deck_id, show, day = head.id(), head.one_of("show", SHOWS), head.day()
    script = head.one_of("script", SCRIPTS)
    tree = GrowingTree(name)
    for number, line in enumerate(lines[head.end :], head.end + 1):
        if line:
            _take(tree, line, number)
    outline = tree.outline(head.values.get("title", ""), script)
    return Deck(deck_id, outline, head.values.get("source", ""), show, day, head.extra())


def _take(tree: GrowingTree, line: str, number: int) -> None:
    """Add what one line says; a line that has no sign's form is a paragraph."""
    sign = line[0]
    if sign == "#" and (found := _HEADING.fullmatch(line)):
        tree.heading(len(found[1]), parted(found[2]), number)
    elif sign == "|" and (found := _GROUP.fullmatch(line)):
        tree.group(len(found[1]), plain(found[2] or ""), number)
    elif sign == "|" and (found := _LEAD_OR_TAIL.fullmatch(line)):
        add = tree.lead if found[2] == ">" else tree.group_tail
        add(len(found[1]), plain(found[3]), number)
    elif sign == "/" and (found := _TAIL.fullmatch(line)):
        tree.tail(int(found[1]), plain(found[2]), number)
    elif sign == "~" and (found := _GAP.fullmatch(line)):
        tree.gap(int(found[1]) if found[1] else None, number)
    else:
        tree.paragraph(plain(line), number)

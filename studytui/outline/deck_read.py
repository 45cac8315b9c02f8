"""Reading the deck file: strictly, since what it says is stored, not guessed."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from studytui.errors import StudyError
from studytui.outline.deck import FORMAT, SHOWS, Deck
from studytui.outline.deck_text import plain
from studytui.outline.numerals import ordinal_of
from studytui.outline.tree import Gap, Group, Node, Outline

_HEADING = re.compile(r"(#+) +((?:\\.?|[^\\ {])+)(?:\{(-|\d{1,9})\})?(?: +(.*))?")
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
    values, extra, end = _head(lines, name)
    building = _Building(name)
    for number, line in enumerate(lines[end:], end + 1):
        if line:
            building.take(line, number)
    outline = building.outline(values.get("title", ""), values.get("script", "hans"))
    return Deck(values["id"], outline, values.get("source", ""), values.get("show", "source"), _day(values), extra)

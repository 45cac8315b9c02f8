"""What every reader ends in: the lines of a document with what its format knows about them beside the words."""

from typing import NamedTuple

from studytui.messages import Message


class Line(NamedTuple):
    """A line of a document: a paragraph, or a line of one that is broken by hand.

    A tuple, since a long text has a million of them.

    Attributes:
        text: Its words, without the number that a program puts before them.
        place: Where it stands in the source, from 1: the line of a text, the paragraph of a Word document, the page
            of a PDF.
        marker: The number (or bullet) that the program shows before it, though it is not in the text.
        heading: Level of a heading, from 1; 0 for none.
        title: It is the title of the whole document.
        bold: All of it is bold.
        level: Level in a list, from 0; None outside of lists.
        continued: It goes on with the paragraph of the line before it.
    """

    text: str
    place: int = 0
    marker: str = ""
    heading: int = 0
    title: bool = False
    bold: bool = False
    level: int | None = None
    continued: bool = False


class Reading(NamedTuple):
    """A document as it was read.

    Attributes:
        lines: All of its lines in reading order.
        encoding: How its bytes were read, in a word that can be given back to the reader; empty where the format says.
        guessed: The encoding was found out, and may be wrong.
        whole: Each line is a paragraph, so that none is to be joined with the next.
        exact: The headings are the outline itself, however long they are.
        dropped: How many characters without a look of their own were dropped already.
        notes: What a person should know about what was left out or could not be read.
    """

    lines: tuple[Line, ...]
    encoding: str = ""
    guessed: bool = False
    whole: bool = False
    exact: bool = False
    dropped: int = 0
    notes: tuple[Message, ...] = ()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a plain text."""
    return tuple([Line(line, number) for number, line in enumerate(text.split("\n"), 1)])

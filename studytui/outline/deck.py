r"""The deck file: what is learnt, as a plain text that a person can read and edit.

The grammar, a line at a time; blank lines mean nothing, and so do blanks at the ends of a line::

    file      = "---" { key ":" value } "---" { line }
    line      = heading | group | lead | grouptail | tail | gap | paragraph
    heading   = hashes " " marker [ "{" ordinal "}" ] [ " " text ]     as many hashes as the node is deep
    group     = bars [ " " name ]                  a run of siblings begins; as many bars as its nodes are deep
    lead      = bars "> " text                     the sentence that introduces it
    grouptail = bars "< " text                     a paragraph after its last point
    tail      = "/" depth " " text                 a paragraph after the last child of the open node of that depth;
                                                   depth 0 is the closing of the whole document
    gap       = "~" [ " " characters ]             the source left text out here
    paragraph = text                               before the first heading the opening, else the body of its node

The keys are ``format`` (1), ``id``, ``title``, ``source``, ``script``, ``show`` and ``day``; others are kept.
An ordinal is written only where the marker does not tell it (``最后，{5}``), and ``{-}`` where there is none.
In a text ``\\`` is a backslash, ``\n`` and ``\r`` line ends, ``\s`` and ``\t`` blanks at its ends, ``\e`` nothing at
all; a backslash before a sign at the beginning of a line makes the line a paragraph. A line that looks like a sign but
does not have its form (``#1``, ``/etc``) is a paragraph.
"""

from dataclasses import dataclass
from datetime import date

from studytui.outline.tree import Outline

FORMAT = 1
SHOWS = ("source", "simplified", "traditional")


@dataclass(frozen=True, slots=True)
class Deck:
    """What a deck file holds.

    Attributes:
        id: Twelve base32 characters that never change, whatever the file is called.
        outline: The tree; its title and script stand in the head of the file.
        source: Where the text came from.
        show: The script it is shown in: ``source``, ``simplified`` or ``traditional``.
        day: The day of the speech.
        extra: Keys of the head that this version does not know, with their values.
    """

    id: str
    outline: Outline
    source: str = ""
    show: str = "source"
    day: date | None = None
    extra: tuple[tuple[str, str], ...] = ()

r"""The deck file: what is learnt, as a plain text that a person can read and edit.

The grammar, a line at a time; blank lines mean nothing, and so do blanks at the ends of a line::

    file      = "---" { key ":" value } "---" { line }
    line      = heading | group | lead | grouptail | tail | gap | paragraph
    heading   = hashes " " [ number [ " " ] ] text       as many hashes as the node is deep
    number    = marker [ "{" ordinal "}" ]               the ordinal where the marker does not tell it
    group     = bars [ " " name ]                        a run of siblings begins; as many bars as its nodes are deep
    lead      = bars "> " text                           the sentence that introduces it, in the line below the sign
    grouptail = bars "< " text                           a paragraph after its last point
    tail      = "/" depth " " text                       a paragraph after the last child of the open node so deep;
                                                         depth 0 is the closing of the whole document
    gap       = "~" [ " " characters ]                   the source left text out here
    paragraph = text                                     before the first heading the opening, else a heading's body

For example::

    # 一、 回顾
    || 存在的问题
    ||> 仍存在着一些薄弱环节。
    ## 一是 认识存在偏差
    一些部门还停留在老的层次上。
    ~ 701
    /1 对以上问题，要高度重视。

The keys are ``format`` (1), ``id``, ``title``, ``source``, ``script``, ``show`` and ``day``; others are kept.

The first word of a heading is its number where it has the form of one (一、 第二章 1.2 A. (b) -, see ``deck_heading``),
or where an ordinal in braces says so: ``最后，{5}``, and ``{-}`` for none. Behind one such as 一是 or （一） the blank
may be left out. A heading without a number is just text; ``\e``, an empty number, stands before text that looks like
one.

In a text ``\\`` is a backslash, ``\n`` and ``\r`` are line ends, ``\s``, ``\t`` and ``\w`` blanks at its ends (space,
tab, wide space), ``\e`` nothing at all. A backslash before a sign at the beginning of a line makes it a paragraph. A
line that looks like a sign but does not have its form (``#1``, ``/etc``) is a paragraph.
"""

from dataclasses import dataclass
from datetime import date

from studytui.outline.tree import Outline

FORMAT = 1
KEYS = ("format", "id", "title", "source", "script", "show", "day")
SCRIPTS = ("hans", "hant", "latin", "mixed")
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

"""The rows of the table of decks."""

from datetime import date

from textual.content import Content

from studytui.catalogue import Catalogue
from studytui.study.summary import Summary
from studytui.ui.show.dates import speech_day
from studytui.ui.show.glyphs import bar, percent
from studytui.ui.show.text import fit, padded, plain

FIGURE = 6
READY, READY_NARROW = 17, 7
NARROW = 70
"""Below this many cells readiness is shown without its bar."""
SPEECH = 12
LEAST = 12


def columns(cells: int, say: Catalogue, *, examples: bool) -> str:
    """The names of the columns."""
    if examples:
        return padded(say("Deck"), cells - FIGURE) + padded(say("nodes"), FIGURE, right=True)
    name = padded(say("Deck"), _name_cells(cells))
    figures = "".join(padded(word, FIGURE, right=True) for word in (say("nodes"), say("due"), say("weak")))
    return name + figures + padded("  " + say("readiness"), _ready_cells(cells)) + " " + say("speech")


def example(row: Summary, cells: int) -> Content:
    """One of the decks that come with the program."""
    return plain(padded(row.name, cells - FIGURE) + padded(str(row.nodes), FIGURE, right=True))


def drawn(row: Summary, *, aside: bool, today: date, cells: int, say: Catalogue) -> Content:
    """One deck; while it has not been counted only its name."""
    name = padded(row.name, _name_cells(cells))
    if aside:
        return Content.assemble(plain(name), "  ", (say("put aside; B takes it back"), "$text-muted"))
    if row.problem is not None:
        return Content.assemble(
            plain(name), "  ", plain(fit("! " + say.say(row.problem), cells - _name_cells(cells) - 2), "$error")
        )
    if not row.id:
        return plain(name)
    figures = "".join(padded(str(n), FIGURE, right=True) for n in (row.nodes, row.due, row.weak))
    shown = "" if cells < NARROW else bar(row.readiness) + " "
    ready = padded(f"  {shown}{percent(row.readiness):>4}", _ready_cells(cells))
    day = fit(speech_day(row.speech, today, say), SPEECH) if row.speech else ""
    return plain(f"{name}{figures}{ready} {day}")


def _name_cells(cells: int) -> int:
    return max(LEAST, cells - 3 * FIGURE - _ready_cells(cells) - SPEECH)


def _ready_cells(cells: int) -> int:
    return READY_NARROW if cells < NARROW else READY

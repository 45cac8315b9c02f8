"""The rows of the table of decks."""

from datetime import date

from textual.content import Content

from studytui.catalogue import Catalogue
from studytui.study.bundled import Bundled
from studytui.study.summary import Summary
from studytui.ui.show.dates import speech_day
from studytui.ui.show.glyphs import bar, percent
from studytui.ui.show.text import fit, padded, plain

FIGURE = 6
READY = 17
SPEECH = 12
LEAST = 12


def columns(cells: int, say: Catalogue, *, examples: bool) -> str:
    """The names of the columns."""
    name = padded(say("Deck"), _name_cells(cells))
    if examples:
        return name + padded(say("nodes"), FIGURE, right=True)
    figures = "".join(padded(say(word), FIGURE, right=True) for word in ("nodes", "due", "weak"))
    return name + figures + padded("  " + say("readiness"), READY) + " " + say("speech")


def drawn(row: Summary | Bundled, *, aside: bool, today: date, cells: int, say: Catalogue) -> Content:
    """One deck; while it has not been counted only its name."""
    name = padded(row.title if isinstance(row, Bundled) else row.name, _name_cells(cells))
    if isinstance(row, Bundled):
        return plain(name + padded(str(row.nodes), FIGURE, right=True))
    if aside:
        return Content.assemble(plain(name), "  ", (say("put aside; B takes it back"), "$text-muted"))
    if row.problem is not None:
        return Content.assemble(
            plain(name), "  ", plain(fit("! " + say.say(row.problem), cells - _name_cells(cells) - 2), "$error")
        )
    if not row.id:
        return plain(name)
    figures = "".join(padded(str(n), FIGURE, right=True) for n in (row.nodes, row.due, row.weak))
    ready = padded(f"  {bar(row.readiness)} {percent(row.readiness):>4}", READY)
    day = fit(speech_day(row.speech, today, say), SPEECH) if row.speech else ""
    return plain(f"{name}{figures}{ready} {day}")


def _name_cells(cells: int) -> int:
    return max(LEAST, cells - 3 * FIGURE - READY - SPEECH)

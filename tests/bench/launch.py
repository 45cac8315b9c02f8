"""What it costs to start, and how much memory studying takes, beside a bare Textual app."""

import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from tests.bench.figure import Figure, paired
from tests.bench.made import LARGE, SMALL, copied
from tests.bench.running import Running

PAIRS = 31
FRAME_GOAL, LARGER_GOAL = 1.25, 1.05
MEMORY_GOAL = 60.0
MIB = 1 << 20
QUESTIONS = 30
_BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Label
class Bare(App):
    def compose(self):
        yield Header()
        yield Label("bareready")
        yield Footer()
Bare().run()
"""
_READY = "bareready"
_FIRST_DECK = "001"
_COUNTED = ("about", "约")


def figures() -> Iterator[Figure]:
    """The first frame beside the bare app, then beside itself with three decks; then memory while studying."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(_BARE)
        large, small = (copied(size, Path(folder)) for size in (LARGE, SMALL))
        ours, theirs = _side_by_side(_app(large), [sys.executable, str(bare)], _READY)
        peer = f"a bare app, textual {version('textual')}"
        yield Figure("launch", ours, "ms of processor time", peer, theirs, FRAME_GOAL, _told(LARGE.told))
        ours, theirs = _side_by_side(_app(large), _app(small), _FIRST_DECK)
        peer = f"itself with {SMALL.decks} decks"
        yield Figure("launch, larger", ours, "ms of processor time", peer, theirs, LARGER_GOAL, _told(LARGE.told))
        yield _memory(large, bare)


def _told(size: str) -> str:
    return f"{size}; up to the first frame with the first decks, {PAIRS} pairs, median of the pairs' ratios"


def _app(library: Path) -> list[str]:
    return [sys.executable, "-m", "studytui", "--language", "en", "--library", str(library)]


def _side_by_side(ours: Sequence[str], theirs: Sequence[str], their_word: str) -> tuple[float, float]:
    """Processor milliseconds of both."""
    return paired([(_frame(ours, _FIRST_DECK), _frame(theirs, their_word)) for _ in range(PAIRS + 1)][1:])


def _frame(command: Sequence[str], word: str) -> float:
    # A bare app dies when it is asked to end, ours puts the terminal in order first: neither shall be counted.
    with Running(command, signal.SIGKILL) as app:
        app.wait_for(word)
    return app.cpu * 1000


def _memory(library: Path, bare: Path) -> Figure:
    """How much of memory is the program's own, after some questions of the day's session, all decks counted."""
    with Running(_app(library)) as app:
        app.wait_for(*_COUNTED)
        app.type(" ")
        app.wait_for("0/")
        for _ in range(QUESTIONS):
            app.type(" ")
            app.settle()
            app.type("3")
            app.settle()
        ours = app.resident()
    with Running([sys.executable, str(bare)]) as app:
        app.wait_for(_READY)
        app.settle()
        theirs = app.resident()
    conditions = f"{LARGE.told}; above {theirs / MIB:.0f} MiB of a bare app, {QUESTIONS} answers into the day's session"
    return Figure("memory", (ours - theirs) / MIB, "MiB", "", None, MEMORY_GOAL, conditions)

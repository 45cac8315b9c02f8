"""What a person waits for in a session: from the key that rates an answer to the next question painted."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from studytui.drills.all import DRILLS
from studytui.drills.recall import RECALL
from tests.bench.figure import Figure
from tests.bench.made import LARGE, copied
from tests.bench.running import Running

DECKS, ANSWERS = 20, 8
EVERY = 0.1
"""Seconds from one key to the next."""
GOAL = 16.0
_PROBES = 200
_LINE = b"x" * 250 + b"\n"
_SHOW, _GOOD = " ", "3"
_OPEN, _BACK, _DOWN, _HOW = "\r", "\x1b", "j", "d"
_FIRST = "\x1b[H"
_TO_RECALL = _FIRST + _DOWN * [drill.name for drill in DRILLS].index(RECALL.name)


def figures() -> Iterator[Figure]:
    """One key each tenth of a second: the answer is shown, it is rated, and the next question stands."""
    with tempfile.TemporaryDirectory() as folder:
        library = copied(LARGE, Path(folder))
        command = [sys.executable, "-m", "studytui", "--language", "en", "--library", str(library)]
        with Running(command) as app:
            app.wait_for("about")
            app.settle()
            waits = sorted(wait * 1000 for _ in range(DECKS) for wait in _studied(app))
        sync = median(_synced(Path(folder)) for _ in range(_PROBES)) * 1000
    slow = quantiles(waits, n=20)[-1]
    conditions = (
        f"{LARGE.told}; {len(waits)} answers, 95th percentile (median {median(waits):.1f} ms) to the last byte of the"
        f" frame, the first in each deck left out, without {sync:.2f} ms of one fsync"
    )
    yield Figure("next question", slow - sync, "ms", "", None, GOAL, conditions)


def _studied(app: Running) -> list[float]:
    """Recall the first section of the deck under the cursor, and go on to the next deck."""
    for keys in (_OPEN, _HOW, _TO_RECALL, _OPEN):
        app.type(keys)
        app.settle()
    waits = [_answered(app) for _ in range(ANSWERS)][1:]  # the first makes the journal of its deck
    for keys in (_BACK, _BACK, _DOWN):
        app.type(keys)
        app.settle()
    return waits


def _answered(app: Running) -> float:
    """Show one answer and rate it; seconds from that key to the last that is printed for it."""
    app.painted(_SHOW, EVERY)
    return app.painted(_GOOD, EVERY)


def _synced(folder: Path) -> float:
    with (folder / "probe").open("ab", buffering=0) as file:
        file.write(_LINE)
        begin = perf_counter()
        os.fsync(file.fileno())
        return perf_counter() - begin

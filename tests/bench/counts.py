"""What it costs to count all decks, and to make all state again from the journals, beside orjson on the same files."""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import orjson

from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.study.looking import summaries
from studytui.study.rebuilding import processes
from tests.bench.figure import Figure, Work, seconds, side_by_side
from tests.bench.made import AFTERWARDS, LARGE, copied, made, opened

COUNTS_GOAL, REBUILD_GOAL = 3.0, 4.0
COUNTS_RUNS, REBUILD_RUNS = 9, 7
PEER = f"orjson {version('orjson')}"


def figures() -> Iterator[Figure]:
    """Counts, then the rebuild."""
    root, day = made(LARGE), AFTERWARDS.date().toordinal()
    ours, theirs = side_by_side(partial(_count, root), partial(_sum, root, day), COUNTS_RUNS)
    told = f"{LARGE.told}; their state files read and what is due added up, median of {COUNTS_RUNS}"
    yield Figure("counts", ours * 1000, "ms", PEER, theirs * 1000, COUNTS_GOAL, told)
    with tempfile.TemporaryDirectory() as folder:
        root = copied(LARGE, Path(folder))
        rows = [(*_rebuilt(root), *_loaded(root)) for _ in range(REBUILD_RUNS)]
    rows.sort(key=lambda row: row[0] / row[2])
    ours, busy, theirs, their_busy = rows[len(rows) // 2]
    told = (
        f"{LARGE.told}; all state gone, made again and written durably by {processes()} processes; the same lines"
        f" loaded one by one by one process; processor time {busy / their_busy:.1f} times theirs"
    )
    yield Figure("rebuild", ours, "s", PEER, theirs, REBUILD_GOAL, told)


def _count(root: Path) -> None:
    summaries(opened(root, None))


def _sum(root: Path, day: int) -> int:
    due = 0
    for path in Folders(root).state.glob("*.deck.json"):
        rows = orjson.loads(path.read_bytes())["memories"].values()
        due += sum(1 for row in rows if row["due"] <= day)
    return due


def _rebuilt(root: Path) -> tuple[float, float]:
    for path in Folders(root).state.glob("*.deck.json"):
        Files().remove(path)
    return _cost(lambda: summaries(opened(root)))


def _loaded(root: Path) -> tuple[float, float]:
    return _cost(partial(_load, root))


def _load(root: Path) -> None:
    for path in Folders(root).reviews.rglob("*.jsonl"):
        for line in path.read_bytes().splitlines():
            orjson.loads(line)


def _cost(work: Work) -> tuple[float, float]:
    """Seconds on the clock, and of processor time, that of the processes that were started and have ended included."""
    before = sum(os.times()[:4])
    taken = seconds(work)
    return taken, sum(os.times()[:4]) - before

"""A measured figure, and how two programs are measured side by side."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """What one thing costs here and at a peer.

    Attributes:
        figure: What was measured.
        ours, theirs: The costs, in ``unit``; ``theirs`` is None where there is no peer.
        unit: The unit of both.
        peer: The other program with its version, or what the figure is held against.
        goal: What ours may be at most, as a share of theirs, or by itself where there is no peer.
        conditions: On what it was measured.
    """

    figure: str
    ours: float
    unit: str
    peer: str
    theirs: float | None
    goal: float
    conditions: str

    def as_json(self) -> dict[str, object]:
        """The figure with what follows from it, as plain values."""
        ratio = self.ours / self.theirs if self.theirs else self.ours
        plain = asdict(self)
        conditions = plain.pop("conditions")
        for name in ("ours", "theirs"):
            plain[name] = plain[name] and float(f"{plain[name]:.4g}")
        return plain | {
            "ratio": round(ratio, 3) if self.theirs else None,
            "met": ratio <= self.goal,
            "conditions": conditions,
        }


def side_by_side(ours: Work, theirs: Work, runs: int, clock: Clock = perf_counter) -> tuple[float, float]:
    """Median seconds of both, taken in turns, so that what else the machine does falls on both alike."""
    pairs = [(seconds(ours, clock), seconds(theirs, clock)) for _ in range(runs)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def paired(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Ours and theirs: theirs in the middle, ours so that the ratio is that of the pair in the middle.

    A machine that changes its speed meanwhile changes both of a pair.
    """
    theirs = median(their for _, their in pairs)
    return theirs * median(our / their for our, their in pairs), theirs


def seconds(work: Work, clock: Clock = perf_counter) -> float:
    """How long a piece of work takes once, what was left by the one before swept away first.

    Args:
        work: The work.
        clock: Tells seconds; that of the process leaves out what others do meanwhile, and what the work waits for.
    """
    gc.collect()
    begin = clock()
    work()
    return clock() - begin

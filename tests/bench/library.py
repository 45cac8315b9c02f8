"""What a large library costs: an answer, the counts, the rebuild, the start, the memory."""

from collections.abc import Iterator

from tests.bench import answer, counts, launch
from tests.bench.figure import Figure


def figures() -> Iterator[Figure]:
    """All figures about the library."""
    yield from answer.figures()
    yield from counts.figures()
    yield from launch.figures()

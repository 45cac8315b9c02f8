"""How alike texts are: the one place that knows rapidfuzz."""

from collections.abc import Iterator, Sequence


def pairs_alike(
    texts: Sequence[str], others: Sequence[str], least: float, most: int | None = None
) -> Iterator[tuple[float, int, int]]:
    """Each text and each other text that are alike in at least that share of their letters: share and both indices.

    Each is compared with each, which is quick for hundreds and slow for thousands; for each text at most so many that
    are most like it are given.
    """
    from rapidfuzz import fuzz, process

    for at, text in enumerate(texts):
        found = process.extract(text, others, scorer=fuzz.ratio, score_cutoff=100 * least, limit=most)
        yield from ((score / 100, at, other) for _, score, other in found)


def common_parts(typed: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """What two sequences have in common and what stands between, in order, as much in common as can be.

    Each part says whether it is in common, and from where to where it goes in the first and in the second.
    """
    from rapidfuzz.distance import Indel

    for step in Indel.opcodes(typed, wanted):
        yield step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end

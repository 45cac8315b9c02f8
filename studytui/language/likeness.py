"""How alike texts are: the one place that knows rapidfuzz."""

from collections.abc import Iterator, Sequence


def pairs_alike(texts: Sequence[str], others: Sequence[str], least: float) -> Iterator[tuple[float, int, int]]:
    """Each text and each other text that are alike in at least that share of their letters: share and both indices.

    Each is compared with each, which is quick for hundreds and slow for thousands.
    """
    from rapidfuzz import fuzz, process

    for at, text in enumerate(texts):
        found = process.extract(text, others, scorer=fuzz.ratio, score_cutoff=100 * least, limit=None)
        yield from ((score / 100, at, other) for _, score, other in found)

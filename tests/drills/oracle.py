"""Finds out whether a question gives its answer away; knows nothing of how the drills work.

It gets what a screen would show before the answer, as plain strings, and the answer.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

HAN = re.compile("[\u3400-\u9fff]+")
WORDS = re.compile("[A-Za-z0-9']+")
RUN = 4
"""So many characters of the answer on end are too many; of words two."""


def leaks(shown: Iterable[str], answer: str, excused: Iterable[str] = ()) -> list[str]:
    """The parts of an answer that are shown.

    Args:
        shown: All that is rendered before the answer.
        answer: The answer.
        excused: Texts that may be shown whatever stands in them: headings above, and other candidates.
    """
    free = "\n".join(excused)
    shown = "\n".join(shown)
    parts = [*_runs(answer), *_pairs(answer)]
    return [part for part in parts if _has(shown, part) and not _has(free, part)]


def shows(shown: Iterable[str], term: str) -> bool:
    """Whether a term itself is shown, however short it is."""
    return bool(term) and any(term in text for text in shown)


def _runs(text: str) -> list[str]:
    return [run[at : at + RUN] for run in HAN.findall(text) for at in range(len(run) - RUN + 1)]


def _pairs(text: str) -> list[str]:
    words = WORDS.findall(text)
    return [f"{one} {two}" for one, two in pairwise(words)]


def _has(text: str, part: str) -> bool:
    return part in text if HAN.match(part) else part in " ".join(WORDS.findall(text))


GUESSES: dict[str, Callable[[list[int]], int]] = {
    "first": lambda widths: 0,
    "second": lambda widths: min(1, len(widths) - 1),
    "last": lambda widths: len(widths) - 1,
    "widest": lambda widths: widths.index(max(widths)),
    "narrowest": lambda widths: widths.index(min(widths)),
    "loneliest": lambda widths: min(range(len(widths)), key=lambda i: (widths.count(widths[i]), i)),
    "commonest": lambda widths: max(range(len(widths)), key=lambda i: (widths.count(widths[i]), -i)),
}
"""What can be guessed by who sees only where candidates stand and how wide they are."""


def lucky(rounds: Sequence[tuple[Sequence[int], int]]) -> dict[str, float]:
    """For each way to guess by how many standard deviations it does better than chance.

    Args:
        rounds: For each question the widths of its candidates, in order, and which of them is right.
    """
    chance = sum(1 / len(widths) for widths, _ in rounds)
    spread = sum((1 / len(widths)) * (1 - 1 / len(widths)) for widths, _ in rounds) ** 0.5
    return {
        name: (sum(guess(list(widths)) == right for widths, right in rounds) - chance) / max(spread, 1e-9)
        for name, guess in GUESSES.items()
    }

"""Which key terms an answer has (采分点), wherever they stand in it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studytui.language.synonyms import Synonyms, with_synonyms
from studytui.language.tokens import tokens


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which key terms an answer has.

    Attributes:
        said: Those that were said, as they stand in the text.
        missed: Those that were not.
    """

    said: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Whether there are key terms and all of them were said."""
        return bool(self.said) and not self.missed


def coverage(typed: str, terms: Sequence[str], synonyms: Synonyms = ()) -> Coverage:
    """Which of the terms were said, wherever they stand and whatever stands between; each counts once."""
    plain = tokens(unicodedata.normalize("NFC", typed))
    texts = [_spaced(t.same for t in words) for words in (plain, with_synonyms(plain, synonyms))]
    said: list[str] = []
    missed: list[str] = []
    for term in dict.fromkeys(terms):
        wanted = _spaced(t.same for t in tokens(term))
        (said if any(wanted in text for text in texts) else missed).append(term)
    return Coverage(tuple(said), tuple(missed))


def _spaced(words: Iterable[str]) -> str:
    return "\0" + "\0".join(words) + "\0"

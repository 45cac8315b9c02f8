"""A text as it is typed by the sound: a key for each character, word and figure, with all the readings it has.

Needs no dictionary: the readings were looked up when the document came in, by `pinyin.spelling`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from studytui.language.numbers import DIGITS
from studytui.language.script import HAN

_KEY = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+(?:['’\-\u2010\u2011][^\W\d_{HAN}]+)*|\d")
_NAMES: Final = ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu")
_FOLDS: Final = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Stroke:
    """What is typed by one key.

    Attributes:
        shown: The character, word or figure, with the signs behind it (before it too, where it is the first).
        readings: All ways to spell it, without tones, ü as v; for a figure the figure too.
    """

    shown: str
    readings: tuple[str, ...]

    @property
    def letters(self) -> str:
        """The letters and figures that are right for it."""
        return "".join(dict.fromkeys(reading[0] for reading in self.readings))


def keys(text: str) -> tuple[tuple[int, int], ...]:
    """Where in a text its characters, words and figures stand."""
    return tuple(match.span() for match in _KEY.finditer(text))


def strokes(text: str, spelling: str) -> tuple[Stroke, ...]:
    """The keys of a text.

    Args:
        text: As it is shown.
        spelling: The readings of each key, by blanks, those of one by commas; of the same text in either script.

    Returns:
        None at all where the spelling is that of another text.
    """
    spans = keys(text)
    known = spelling.split()
    if not spans or len(spans) != len(known):
        return ()
    starts = [0, *(start for start, _ in spans[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        Stroke(text[here:there], _with_figures(text[span[0]], readings))
        for here, there, span, readings in zip(starts, ends, spans, known, strict=True)
    )


def _with_figures(sign: str, readings: str) -> tuple[str, ...]:
    found = tuple(readings.split(","))
    if sign in DIGITS:  # 三 may be typed 3
        return (*found, str(DIGITS[sign]))
    return (*found, _NAMES[int(sign)]) if sign.isdecimal() else found  # and 3 as it is said


def plain_key(key: str) -> str:
    """A key as it is compared: narrow and small; empty for what is no letter or figure."""
    return _PLAIN.sub("", unicodedata.normalize("NFKD", key).casefold())


def is_spelled(typed: str, wanted: Sequence[Stroke], *, folded: bool = True) -> bool:
    """Whether a text was typed in full pinyin: any reading of each key, blanks and tones as one likes.

    Args:
        typed: What was typed.
        wanted: The keys of the text.
        folded: Whether zh, ch and sh count as z, c and s.
    """
    return bool(wanted) and any(_is_spelled(typed, wanted, way) for way in {False, folded})


def _is_spelled(typed: str, wanted: Sequence[Stroke], folded: bool) -> bool:
    plain = _spelled(typed.replace("ü", "v"), folded)
    *_, ends = ({0}, *_ends(plain, wanted, folded))
    return len(plain) in ends


def spelled_until(typed: str, wanted: Sequence[Stroke], *, folded: bool = True) -> tuple[int, str]:
    """How many keys of a text, from its first on, were typed in full pinyin, and what was typed after them.

    Args:
        typed: What was typed.
        wanted: The keys of the text.
        folded: Whether zh, ch and sh count as z, c and s.
    """
    ways = []
    for way in (folded, False):
        plain = _spelled(typed.replace("ü", "v"), way)
        reached = [(n, plain[max(ends) :]) for n, ends in enumerate(_ends(plain, wanted, way), 1) if ends]
        ways.append(reached[-1] if reached else (0, plain))
    return max(ways, key=lambda found: found[0])


def _ends(plain: str, wanted: Sequence[Stroke], folded: bool) -> Iterable[set[int]]:
    """After each key the places in what was typed where it may end; none once something else was typed."""
    ends = {0}
    for stroke in wanted:
        spelled = {_spelled(reading, folded) for reading in _ways(stroke.readings)}
        ends = {end + len(way) for end in ends for way in spelled if plain.startswith(way, end)}
        yield ends


def is_initialled(typed: str, wanted: Sequence[Stroke]) -> bool:
    """Whether a text was typed by the first letter of each key."""
    plain = plain_key(typed)
    right = (letter in stroke.letters for letter, stroke in zip(plain, wanted, strict=False))
    return bool(wanted) and len(plain) == len(wanted) and all(right)


def is_begun(typed: str, wanted: Sequence[Stroke]) -> bool:
    """Whether a text was begun by the first letters of its keys."""
    plain = plain_key(typed)
    right = (letter in stroke.letters for letter, stroke in zip(plain, wanted, strict=False))
    return bool(plain) and len(plain) <= len(wanted) and all(right)


def _ways(readings: Iterable[str]) -> Iterable[str]:
    """Each reading; lv is written lu and lyu as well."""
    for reading in readings:
        yield reading
        if "v" in reading and len(reading) <= len("lve"):
            yield reading.replace("v", "u")
            yield reading.replace("v", "yu")


def _spelled(text: str, folded: bool) -> str:
    plain = plain_key(text)
    for two, one in _FOLDS if folded else ():
        plain = plain.replace(two, one)
    return plain

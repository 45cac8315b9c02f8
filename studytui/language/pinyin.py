"""How Chinese characters are read: the one place that knows pypinyin, which is slow to load and so loaded late."""

import unicodedata
from functools import cache

from studytui.language.strokes import keys, plain_key

_TONES = "\u0300\u0301\u0304\u030c"  # as combining signs: falling, rising, level, dipping
_PRINTED = str.maketrans("ɑɡv", "agü")  # letters of printed pinyin, and the key that stands for ü


def is_read(character: str, reading: str, *, mainly: bool = False) -> bool:
    """Whether a reading in pinyin is one of a character's; mainly: whether it is its first, the usual one.

    A reading without a tone is compared without tones.
    """
    wanted = unicodedata.normalize("NFC", reading).casefold().translate(_PRINTED)
    known = _readings(character)[: 1 if mainly else None]
    if untoned(wanted) == wanted:
        return wanted in map(untoned, known)
    return wanted in known


def spelling(text: str) -> str:
    """The readings of each character, word and figure of a text, as `strokes` takes them.

    Characters have all their readings without tones, ü as v, by commas, the usual one first; a word or a figure, and
    a character that nobody knows how to read, stands for itself.
    """
    return " ".join(_spelled(text[start:end]) for start, end in keys(text))


def _spelled(key: str) -> str:
    known = _readings(key) if len(key) == 1 else ()
    plain = [untoned(reading).replace("ü", "v").replace("ê", "e") for reading in known]
    return ",".join(dict.fromkeys(plain)) or plain_key(key) or key.casefold()


def untoned(reading: str) -> str:
    """The syllable without its tone; the dots of ü stay."""
    parts = unicodedata.normalize("NFD", reading)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


@cache
def _readings(character: str) -> tuple[str, ...]:
    """All readings with their tones, the usual one first; none for what is no Chinese character."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    return tuple(found[0]) if found else ()

"""Simplified and traditional Chinese: telling them apart, converting, and comparing across them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal, Protocol

Script = Literal["hans", "hant", "latin", "mixed"]
_Kind = Literal["hans", "hant", "either", "han", "latin", "none"]
_KINDS: Final[tuple[_Kind, ...]] = ("hans", "hant", "either", "han", "latin", "none")

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as the inside of a regular expression's brackets."""

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_COMPARED = re.compile(r"[\W_]+")  # what is left are letters and digits of any script
_NOT_CONVERTED = re.compile("[\0\ud800-\udfff]")  # no encoder takes half a character, and a NUL would end the text
_SAMPLE = 2_000  # characters from all over a text that are looked at: enough to know its script
_GLANCE = 300  # characters that are enough where they leave no doubt
_TELLING = 20  # characters of one script alone that a glance must have seen
_STRAY = 0.1  # share of the rarer script's own characters, and of Latin letters, up to which there is no doubt
_MIXED = 0.25  # share of the rarer script's own characters from which a text is called mixed


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def simplified(text: str) -> str:
    """The text in simplified characters."""
    return _convert("tw2s", text)


def traditional(text: str) -> str:
    """The text in traditional characters."""
    return _convert("s2t", text)


def script_of(text: str) -> Script:
    """The script that a text is written in, by the characters that only one script has.

    A text with hardly any Chinese is latin; one whose characters are the same in both scripts is simplified.
    """
    found = _counted(text, _GLANCE)
    if not _is_clear(found):
        found = _counted(text, _SAMPLE)
    hant, hans = found["hant"] + found["either"], found["hans"] + found["either"]
    if (found["han"] + hant + hans - found["either"]) * 4 <= found["latin"]:
        return "latin"
    if min(hant, hans) > _MIXED * (hant + hans):
        return "mixed"
    return "hant" if hant > hans else "hans"


def _counted(text: str, sample: int) -> Mapping[_Kind, int]:
    """How many characters of each kind there are among so many from all over a text."""
    found: dict[_Kind, int] = dict.fromkeys(_KINDS, 0)
    for character in text[:: len(text) // sample + 1]:
        found[_kind(character)] += 1
    return found


def _is_clear(found: Mapping[_Kind, int]) -> bool:
    """Whether a text is plainly Chinese in one script, so that more of its characters would tell nothing new."""
    hant, hans = found["hant"] + found["either"], found["hans"] + found["either"]
    telling = hant + hans
    return telling >= _TELLING and min(hant, hans) <= _STRAY * telling and found["latin"] <= _STRAY * telling


def comparable(text: str) -> str:
    """What keys, marking and search compare: simplified letters and digits, in one width and case."""
    return letters(simplified(text))


def comparables(texts: Sequence[str]) -> list[str]:
    """As `comparable`, of many texts, each in a line of one text: many times faster than one by one."""
    lines = unicodedata.normalize("NFKC", simplified("\n".join(texts))).casefold().split("\n")
    if len(lines) != len(texts):  # some have line breaks themselves
        return list(map(comparable, texts))
    return [_NOT_COMPARED.sub("", line) for line in lines]


def letters(text: str) -> str:
    """Letters and digits alone, in one width and case, the script as it is."""
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text).casefold())


def converted_characters(characters: str) -> frozenset[str]:
    """Those of the characters that the conversion to simplified ones changes, each taken by itself."""
    return frozenset(character for character in set(characters) if _is_changed("tw2s", character))


@cache  # all texts together have a few thousand characters
def _kind(character: str) -> _Kind:
    """What a character tells of the script of its text; ``either`` is changed by both conversions."""
    if not _HAN.match(character):
        return "latin" if _LETTER.match(character) else "none"
    hant, hans = _is_changed("tw2s", character), _is_changed("s2t", character)
    if hant:
        return "either" if hans else "hant"
    return "hans" if hans else "han"


@cache
def _is_changed(table: str, character: str) -> bool:
    """Whether only the other script has the character."""
    return _convert(table, character) != character


def _convert(table: str, text: str) -> str:
    if not _HAN.search(text):
        return text
    return _converter(table).convert(_NOT_CONVERTED.sub("\ufffd", text))


@cache
def _converter(table: str) -> _Converter:
    """The converter of a table, made once: reading its dictionaries takes as long as converting a book."""
    import opencc

    made: _Converter = opencc.OpenCC(table)
    return made

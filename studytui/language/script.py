"""Simplified and traditional Chinese: telling them apart, converting, and comparing across them."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Literal, Protocol

Script = Literal["hans", "hant", "latin", "mixed"]

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as the inside of a regular expression's brackets."""

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_COMPARED = re.compile(r"[\W_]+")  # what is left are letters and digits of any script
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, which no encoder takes
_SAMPLE = 100_000  # characters of a text that are looked at: enough to know its script
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
    text = text[:_SAMPLE]
    han = Counter(_HAN.findall(text))
    if han.total() * 4 <= len(_LETTER.findall(text)) - han.total():
        return "latin"
    only_hant, only_hans = _telling(frozenset(han))
    hant = sum(han[character] for character in only_hant)
    hans = sum(han[character] for character in only_hans)
    if min(hant, hans) > _MIXED * (hant + hans):
        return "mixed"
    return "hant" if hant > hans else "hans"


def comparable(text: str) -> str:
    """What keys, marking and search compare: simplified letters and digits, in one width and case."""
    return letters(simplified(text))


def letters(text: str) -> str:
    """Letters and digits alone, in one width and case, the script as it is."""
    return _NOT_COMPARED.sub("", unicodedata.normalize("NFKC", text).casefold())


def converted_characters(characters: str) -> frozenset[str]:
    """Those of the characters that the conversion to simplified ones changes, each taken by itself."""
    return _telling(frozenset(characters))[0]


def _telling(characters: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only traditional text has, and those that only simplified text has."""
    alone = "\n".join(sorted(characters))  # a line each, so that no phrase of the dictionary spans two
    hant = (a for a, b in zip(alone, simplified(alone), strict=False) if a != b)
    hans = (a for a, b in zip(alone, traditional(alone), strict=False) if a != b)
    return frozenset(hant), frozenset(hans)


def _convert(table: str, text: str) -> str:
    if not _HAN.search(text):
        return text
    return _converter(table).convert(_SURROGATE.sub("\ufffd", text))


@cache
def _converter(table: str) -> _Converter:
    """The converter of a table, made once: reading its dictionaries takes as long as converting a book."""
    import opencc

    made: _Converter = opencc.OpenCC(table)
    return made

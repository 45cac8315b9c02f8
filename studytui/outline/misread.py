"""Text that was read in the encoding of another, read again: ä¸­å›½ and ÖÐ¹ú are 中国.

It is done on the whole text, before anything else: what looks like control characters or soft hyphens here are bytes.
Only what has no sense as it stands, and exactly one as Chinese, is changed.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from itertools import product

from studytui.language.gbk import common, usual
from studytui.outline.lines import Kept, Warnings
from studytui.outline.tree import OutlineWarning


def _western(byte: int) -> str:
    """What a byte is in Windows-1252, as browsers read it: where that has no sign, a control character."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


_BYTES = {_western(byte): byte for byte in range(0x80, 0x100)} | {chr(byte): byte for byte in range(0x80, 0x100)}
_NEXT = "".join(re.escape(character) for character, byte in _BYTES.items() if byte < 0xC0)  # bytes inside a character

_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_PAIR = f"[ÂÃÅÆË][{_NEXT}]"
_LETTER = re.compile("[À-ÖØ-öø-þ]")  # without × and ÷, which stand in for words that were left out
_GB2312 = "(?:[°-÷][¡-þ]|[¡£][¡-þ]){2,}"


def reread(text: str, kept: Kept = frozenset()) -> tuple[str, Warnings]:
    """The text as it was meant, and a warning for each place that was changed; what is to be kept stays."""
    likely, misread = _patterns()
    if likely.search(text) is None:
        return text, ()
    parts: list[str] = []
    places: list[tuple[int, str, str]] = []
    end = length = 0
    for found in misread.finditer(text):
        if kept and ("garbled", 1 + sum(1 for _ in _ENDS.finditer(text, 0, found.start()))) in kept:
            continue
        if meant := _READ[found.lastgroup or ""](found[0]):
            parts += (text[end : found.start()], meant)
            length += len(parts[-2])
            places.append((length, found[0], meant))
            length, end = length + len(meant), found.end()
    made = "".join([*parts, text[end:]])
    ends = [found.start() for found in _ENDS.finditer(made)] if places else []
    return made, tuple(_told(bisect_left(ends, at) + 1, stood, meant) for at, stood, meant in places)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is quick to look for, and each kind of misreading; made when first used, for the sets are large.

    UTF-8 read as Windows-1252 has a character of three bytes, or, where that happened twice, three pairs. UTF-8 read
    as GBK has three characters for two: the bytes 1 2, 3 1, 2 3.
    """
    leads, nexts = range(0xE2, 0xF0), range(0x80, 0xC0)
    first, second, third = (_set(leads, nexts), _set(nexts, leads), _set(nexts, nexts))
    euro = f"[{first}](?:[{second}]€[{second}]|[{second}{third}]?€)"  # which stands for the byte 80
    three = f"[â-ï][{_NEXT}]{{2}}"
    kinds = (
        f"(?P<twice>(?:{_PAIR}){{3}}(?:{_PAIR}|â[{_NEXT}]{{2}})*)",
        f"(?P<western>(?:{_PAIR})*{three}(?:{_PAIR}|{three})*)",
        f"(?P<gb2312>{_GB2312})",
        f"(?P<gbk>(?:[{first}][{second}][{third}]|{euro})+)",
    )
    likely = re.compile(f"[¡£°-÷{first}][{_NEXT}¡-þ{second}]")
    return likely, re.compile("|".join(kinds))


def _set(first: range, second: range) -> str:
    """All characters that such two bytes are in GBK, those of private use included."""
    pairs = (bytes(pair).decode("gb18030", "ignore") for pair in product(first, second))
    return "".join(character for character in pairs if len(character) == 1)


def _told(line: int, stood: str, meant: str) -> OutlineWarning:
    seen = "".join(character for character in stood if character.isprintable())
    return OutlineWarning("garbled", line, line, detail=seen, restored=meant)


def _from_western(text: str) -> str:
    """UTF-8 read as Windows-1252 or Latin-1; signs alone, such as “, are clear enough."""
    made = _utf8(bytes(_BYTES[character] for character in text))
    return made if all(map(usual, made)) else ""


def _from_western_twice(text: str) -> str:
    once = _utf8(bytes(_BYTES[character] for character in text))
    return _from_western(once) if once and all(character in _BYTES for character in once) else ""


def _from_gb2312(text: str) -> str:
    """GB 2312 read as Latin-1: hardly any word of another language has four such letters in a row."""
    made = text.encode("latin-1").decode("gb2312", "ignore")
    letters = len(_LETTER.findall(text))
    whole = 2 * len(made) == len(text) and (len(text) <= 2 * letters or len(made) >= _SENTENCE)
    return made if whole and len(set(made)) > 1 and all(map(common, made)) else ""


def _from_gbk(text: str) -> str:
    """UTF-8 read as GBK; one such triple of usual characters may be chance, and is left."""
    made = _utf8(b"\x80".join(part.encode("gb18030") for part in text.split("€")))
    sure = len(text) > _TRIPLE or not all(map(usual, text))
    return made if sure and all(map(common, made)) else ""


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


_TRIPLE = 3
_SENTENCE = 8  # characters, all of them common, that no chance puts together
_READ: dict[str, Callable[[str], str]] = {
    "twice": _from_western_twice,
    "western": _from_western,
    "gb2312": _from_gb2312,
    "gbk": _from_gbk,
}

"""Which encoding some bytes are in, and their text; right on Chinese texts of a few characters too."""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from studytui.exchange.likelihood import broken_share, surprise, usual_share

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE: Final = ("utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
_OTHERS: Final = ("cp1252", "cp1251", "cp932", "euc_jp", "cp949")
"""What is tried for other languages, the commonest first."""

_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}
"""What is called by the first name is in practice written in the second, which reads all of the first and more."""

_SAMPLE: Final = 1 << 16
_RARE: Final = 0.001
_DECLARED: Final = 0.25
"""Share of bad characters that is tolerated: in a guessed encoding, and in one that was declared or given."""

_USUAL: Final = 0.75
_BROKEN: Final = 0.25
"""Share of usual characters that a Chinese text has at least, and of broken ones that any text has at most."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Some text and the encoding that it was found in.

    Attributes:
        text: All of it.
        encoding: The encoding.
        guessed: Nothing in the bytes says so; another encoding may be meant.
    """

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded | None:
    """Find out the encoding of some bytes and read them; None where they are not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding, _DECLARED)
    found = _strict_utf8(data) or _likely_chinese(data) or _checked(data, "utf-8", _RARE) or _other(data)
    return found if found is None or found.encoding == "utf-8" else replace(found, guessed=True)


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Read some bytes in a given encoding; None where they are not text in it.

    Raises:
        LookupError, ValueError: There is no such encoding of text.
    """
    return _checked(data, codecs.lookup(encoding).name, _DECLARED)


def _strict_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    # UTF-16 that is valid UTF-8 by chance gives itself away by control characters, mostly NUL: it is looked at closer.
    return None if broken_share(text[:_SAMPLE]) else Decoded(text, "utf-8")


def _likely_chinese(data: bytes) -> Decoded | None:
    readings = {encoding: _sample(data, encoding) for encoding in _CHINESE}
    best = min(_CHINESE, key=lambda encoding: surprise(readings[encoding]))
    return _checked(data, best, _RARE) if usual_share(readings[best]) >= _USUAL else None


def _sample(data: bytes, encoding: str) -> str:
    """Read a part that tells: from the first byte that is not ASCII on, at an even place for the sake of UTF-16.

    A character that the end of the sample cuts in two is left out, so that it speaks against no encoding.
    """
    telling = re.search(rb"[\x80-\xff]", data)
    start = telling.start() & ~1 if telling else 0
    decoder = codecs.getincrementaldecoder(_codec(encoding))("replace")
    return decoder.decode(data[start : start + _SAMPLE])


def _other(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # a slow import that hardly any document needs

    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(_OTHERS))
    best = matches.best()
    if best is None:
        return None
    # Of several that fit equally well, the one that more documents are written in.
    equal = [match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    fitting = {encoding for match in equal for encoding in match.could_be_from_charset}
    return _checked(data, next((name for name in _OTHERS if name in fitting), best.encoding), _RARE)


def _checked(data: bytes, encoding: str, tolerance: float) -> Decoded | None:
    """Read bytes whose encoding is known; a bad one becomes U+FFFD, many of them mean that this is no such text.

    One bad byte is always tolerated if there is something else that is not ASCII: files are cut anywhere, and their
    last character with them. Without it, a lone bad byte is the one accent of a text in another encoding.
    """
    try:
        text = data.decode(_codec(encoding))
    except UnicodeDecodeError:
        text = data.decode(_codec(encoding), "replace")
        lost = text.count("\ufffd")
        if lost > max(1, len(text) * tolerance) or not re.search("[^\0-\x7f\ufffd]", text):
            return None
    if broken_share(text[:_SAMPLE]) > _BROKEN:
        return None
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _codec(encoding: str) -> str:
    return _WIDER.get(encoding, encoding)

"""What of a text counts when it is compared, piece by piece, and where each piece stands in it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from studytui.language.numbers import DIGITS, NUMBER, value
from studytui.language.script import HAN, simplified


@dataclass(frozen=True, slots=True)
class Counts:
    """What counts besides letters and digits; by default nothing of it.

    Attributes:
        punctuation: Signs between the words.
        width: Full width against half width.
        case: Capitals.
        spaces: Blanks between words.
        script: Traditional against simplified characters.
        numbers: How a number is written, 三 or 3.
    """

    punctuation: bool = False
    width: bool = False
    case: bool = False
    spaces: bool = False
    script: bool = False
    numbers: bool = False


LENIENT = Counts()


class Token(NamedTuple):
    """One character of Chinese, one word of another script, one number, or one sign that counts.

    Attributes:
        same: What it is compared by.
        start, end: Where it stands in the text.
    """

    same: str
    start: int
    end: int


_WORD = rf"(?:[^\W\d_{HAN}][\u0300-\u036f]*)+(?:['’\-\u2010\u2011](?:[^\W\d_{HAN}][\u0300-\u036f]*)+)*"
_PIECE = re.compile(rf"(?P<word>{_WORD})|(?P<one>[^\W_])|(?P<blank>\s+)|(?P<sign>.)", re.DOTALL)
_NOT_LETTERS = re.compile(r"[\W_]+")


def tokens(text: str, counts: Counts = LENIENT) -> tuple[Token, ...]:
    """The pieces of a text that count, in order."""
    plain = _one_to_one(text, counts)
    if counts.numbers:
        return tuple(_pieces(plain, 0, len(plain), counts))
    found: list[Token] = []
    at = 0
    for match in NUMBER.finditer(plain):
        number = value(match["share"] or match["number"])
        if number:
            found.extend(_pieces(plain, at, match.start(), counts))
            percent = match["share"] or match["percent"]
            found.append(Token(f"{number}%" if percent else number, match.start(), match.end()))
            at = match.end()
    found.extend(_pieces(plain, at, len(plain), counts))
    return tuple(found)


def _pieces(text: str, start: int, end: int, counts: Counts) -> Iterator[Token]:
    for match in _PIECE.finditer(text, start, end):
        if match["word"]:
            same = match[0] if counts.punctuation else _NOT_LETTERS.sub("", match[0])
        elif match["one"]:
            # A digit that is half of no number still is the same in both ways of writing it.
            same = match[0] if counts.numbers else str(DIGITS.get(match[0], match[0]))
        elif match["blank"]:
            same = " " if counts.spaces else ""
        else:
            same = match[0] if counts.punctuation else ""
        if same:
            yield Token(same, *match.span())


def _one_to_one(text: str, counts: Counts) -> str:
    """The text in one script, width and case, each character in its place, so that places stay what they are."""
    if not counts.script:
        plain = simplified(text)
        text = plain if len(plain) == len(text) else "".join(simplified(c)[:1] or c for c in text)
    return "".join(_plain(c, counts) for c in text)


def _plain(character: str, counts: Counts) -> str:
    if character.isascii():
        return character if counts.case else character.lower()
    made = character if counts.width else unicodedata.normalize("NFKC", character)
    made = made if counts.case else made.casefold()
    return made if len(made) == 1 else character

"""What was typed against what was wanted, piece by piece: right, missing, wrong, extra, out of order."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studytui.language.aligned import Fate, Part, aligned, length
from studytui.language.synonyms import Synonyms, with_synonyms
from studytui.language.tokens import LENIENT, Counts, Token, tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the wanted text, or for `EXTRA` of the typed one.

    Attributes:
        fate: What became of it.
        wanted: As it stands in the wanted text, with the punctuation behind it; empty for what is extra.
        typed: What was typed for it; empty for what is missing.
    """

    fate: Fate
    wanted: str
    typed: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One answer, compared.

    Attributes:
        pieces: In the order of the wanted text, which their ``wanted`` make up again; what is extra in between.
        right: How many characters or words of the wanted text were right where they were.
        total: How many it has.
        spare: How many were typed that do not belong there.
    """

    pieces: tuple[Piece, ...]
    right: int
    total: int
    spare: int

    @property
    def exact(self) -> bool:
        """Whether nothing is missing, wrong, extra or out of order."""
        return self.right == self.total and not self.spare

    @property
    def share(self) -> float:
        """How much of it was right, 0 to 1; what is extra counts against it."""
        whole = max(self.total, self.right + self.spare)
        return self.right / whole if whole else 1.0


def compare(typed: str, wanted: str, counts: Counts = LENIENT, synonyms: Synonyms = ()) -> Comparison:
    """Compare what was typed with what was wanted; accepted synonyms count as the words that they stand for."""
    typed, wanted = unicodedata.normalize("NFC", typed), unicodedata.normalize("NFC", wanted)
    found = _compared(typed, tokens(typed, counts), wanted, counts)
    if found.exact or not synonyms:
        return found
    other = _compared(typed, with_synonyms(tokens(typed, counts), synonyms, counts), wanted, counts)
    return max(found, other, key=lambda comparison: comparison.share)


def marked(comparison: Comparison, signs: Mapping[Fate, str]) -> tuple[tuple[str, Fate], ...]:
    """The comparison as one line in parts: what is right as it is, all else in brackets with its sign.

    Args:
        comparison: What was compared.
        signs: A word for each fate but right: ``漏``, ``错``, ``多``, ``序``.
    """
    return tuple((_marked(piece, signs), piece.fate) for piece in comparison.pieces)


def _marked(piece: Piece, signs: Mapping[Fate, str]) -> str:
    if piece.fate is Fate.RIGHT:
        return piece.wanted
    if piece.fate is Fate.WRONG:
        return f"[{signs[piece.fate]} {piece.typed.strip()}->{piece.wanted.strip()}]"
    return f"[{signs[piece.fate]} {(piece.wanted or piece.typed).strip()}]"


def _compared(typed: str, said: Sequence[Token], wanted: str, counts: Counts) -> Comparison:
    asked = tokens(wanted, counts)
    parts = aligned([t.same for t in said], [t.same for t in asked])
    right = sum(length(part.wanted) for part in parts if part.fate is Fate.RIGHT)
    spare = sum(length(part.typed) for part in parts if part.fate in (Fate.WRONG, Fate.EXTRA))
    return Comparison(_pieces(parts, typed, said, wanted, asked), right, len(asked), spare)


def _pieces(
    parts: Sequence[Part], typed: str, said: Sequence[Token], wanted: str, asked: Sequence[Token]
) -> tuple[Piece, ...]:
    made: list[Piece] = []
    for part in parts:
        text = _text(wanted, asked, *part.wanted)
        got = typed[said[part.typed[0]].start : said[part.typed[1] - 1].end] if length(part.typed) else ""
        made.append(Piece(part.fate, text, got))
    if not asked and wanted:  # nothing but signs
        made.append(Piece(Fate.RIGHT, wanted, ""))
    return tuple(made)


def _text(text: str, pieces: Sequence[Token], start: int, end: int) -> str:
    """The text of some tokens with the signs behind them; the first has those before it too."""
    if start == end:
        return ""
    here = pieces[start].start if start else 0
    return text[here : pieces[end].start if end < len(pieces) else len(text)]

"""Look-alikes (相似提法辨析): points of different sections that are nearly the same, and where they differ."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import isqrt

from studytui.cards.card import Card
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above, line
from studytui.drills.rivals import shown_place
from studytui.language.aligned import Fate
from studytui.language.compare import compare
from studytui.language.likeness import pairs_alike
from studytui.language.script import comparable
from studytui.language.terms import Span
from studytui.messages import message
from studytui.outline.tree import Outline

LOOKALIKE = Drill("lookalike", message("Look-alikes"), (), self_rated=False)
ALIKE = 0.5
"""Share of the letters that two points have in common to be look-alikes."""
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"), ("(", ")"), ("【", "】"))
_SIGNS = '，。；、：！？,.;:!? "' + "".join(map("".join, _PAIRS))
_MOST = 1_000_000  # comparisons, which take a fifth of a second
_NEAREST = 6  # points that look most like one, that one itself among them


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points that look alike.

    Attributes:
        one, other: Their nodes, the one that stands first first.
        taken: How often one was said for the other.
        share: How much of their letters they have in common.
    """

    one: int
    other: int
    taken: int
    share: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair as it is shown side by side with the other.

    Attributes:
        node: Its index.
        above: The headings over it.
        line: Its number and text.
        differs: Where its text is not the other's.
    """

    node: int
    above: tuple[Line, ...]
    line: Line
    differs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Which of two wordings is the true one of a place.

    Attributes:
        card: The place card of the node.
        above: The headings over it.
        marker: Its number.
        wordings: The true wording, and the same with a word of its look-alike put in, shuffled.
        right: Which of them is true.
        twin: The look-alike's node.
    """

    card: Card
    above: tuple[Line, ...]
    marker: str
    wordings: tuple[str, str]
    right: int
    twin: int


def pairs(
    outline: Outline, taken: Iterable[tuple[int, int]] = (), part: Collection[int] | None = None
) -> tuple[Pair, ...]:
    """The pairs of numbered points of different runs that look alike or were taken for each other.

    Those that were mixed up come first, the most often mixed up before others, then the most alike.

    Args:
        outline: The outline.
        taken: Who was taken for whom, once for each time.
        part: Only pairs with one of these nodes; None for all. Of a very large deck some are not looked at.
    """
    counted: dict[tuple[int, int], int] = {}
    for one, other in taken:
        if one != other:
            pair = (min(one, other), max(one, other))
            counted[pair] = counted.get(pair, 0) + 1
    nodes = [i for i, node in enumerate(outline.nodes) if node.ordinal is not None]
    own = [i for i in nodes if part is None or i in part][: isqrt(_MOST) if part is None else _MOST]
    # A point that stands in many sections is compared once, else its equals would be all that is near it.
    once = {comparable(outline.nodes[i].text): i for i in reversed(nodes)}
    others = list(once)[: _MOST // max(1, len(own))]
    texts = [comparable(outline.nodes[i].text) for i in own]
    shares: dict[tuple[int, int], float] = dict.fromkeys(counted, 0.0)
    for share, here, there in pairs_alike(texts, others, ALIKE, _NEAREST):
        one, other = sorted((own[here], once[others[there]]))
        if texts[here] != others[there] and _apart(outline, one, other):
            shares[one, other] = share
    found = [Pair(*pair, counted.get(pair, 0), share) for pair, share in shares.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.taken, -pair.share, pair.one, pair.other)))


def sides(outline: Outline, pair: Pair) -> tuple[Side, Side]:
    """Both of a pair, and where they differ."""
    first, second = outline.nodes[pair.one].text, outline.nodes[pair.other].text
    return _side(outline, pair.one, differing(first, second)), _side(outline, pair.other, differing(second, first))


def _side(outline: Outline, node: int, differs: tuple[Span, ...]) -> Side:
    return Side(node, above(outline, outline.parents[node]), line(outline, node), differs)


def differing(text: str, other: str) -> tuple[Span, ...]:
    """Where a text is not the other, in order, what is only punctuation left out."""
    spans: list[Span] = []
    at = 0
    for piece in compare(other, text).pieces:
        end = at + len(piece.wanted)
        if piece.fate is not Fate.RIGHT and comparable(piece.wanted):
            spans.append((at + _lead(piece.wanted), at + _bare(piece.wanted)))
        at = end
    return tuple(_joined(spans))


def ask(card: Card, outline: Outline, pair: Pair, rng: Chance) -> Question | None:
    """Which wording is true: the point's own, or the one with a word of its look-alike put in.

    None where no single word can be put in: the false wording is always made of words that the document has, so that
    it is not the opposite of the true one. Where the two differ in that word alone it is the look-alike itself, and
    the question is which of them stands here; it is never any other point of the document.
    """
    own = card.node if card.node is not None else 0
    twin = pair.other if own == pair.one else pair.one
    false = _with_word(outline.nodes[own].text, outline.nodes[twin].text)
    if false is None:
        return None
    same = {comparable(node.text) for node in outline.nodes} - {comparable(outline.nodes[twin].text)}
    if comparable(false) in same:
        return None
    true = outline.nodes[own].text
    right = int(rng.random() < 1 / 2)
    wordings = (false, true) if right else (true, false)
    return Question(card, above(outline, card.home), outline.nodes[own].marker, wordings, right, twin)


def mark(question: Question, picked: int, keys: Sequence[str]) -> Mark:
    """What picking a wording means for the place."""
    right = picked == question.right
    # Both were seen a moment ago: it is practice, but a mix-up is remembered.
    taken_for = "" if right else keys[question.twin]
    return Mark(question.card.id, proposed(right, 0), practice=True, taken_for=taken_for)


def _with_word(text: str, other: str) -> str | None:
    """The text with the first stretch in which it differs put in from the other text, both having one there."""
    at = 0
    for piece in compare(other, text).pieces:
        end = at + len(piece.wanted)
        if piece.fate is Fate.WRONG and comparable(piece.wanted) and comparable(piece.typed):
            before, after = _lead(piece.wanted), _bare(piece.wanted)
            made = text[:at] + piece.wanted[:before] + piece.typed.strip(_SIGNS) + piece.wanted[after:] + text[end:]
            return None if _torn(made) and not _torn(text) else made
        at = end
    return None


def _torn(text: str) -> bool:
    """Whether a pair of marks has lost one of its two."""
    return any(text.count(opens) != text.count(closes) for opens, closes in _PAIRS)


def _lead(text: str) -> int:
    """Where the signs before a text end."""
    return len(text) - len(text.lstrip(_SIGNS))


def _bare(text: str) -> int:
    """Where the signs behind a text begin."""
    return len(text.rstrip(_SIGNS))


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Stretches that touch as one."""
    made: list[Span] = []
    for start, end in spans:
        if made and made[-1][1] >= start:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made


def _apart(outline: Outline, one: int, other: int) -> bool:
    """Whether two nodes stand in different runs, in different places, and neither is above the other."""
    if (outline.parents[one], outline.nodes[one].group) == (outline.parents[other], outline.nodes[other].group):
        return False
    if shown_place(outline, one) == shown_place(outline, other):
        return False
    return one not in outline.path(other) and other not in outline.path(one)

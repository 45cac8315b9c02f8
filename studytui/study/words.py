"""What is known about the words of a deck: how each text is spelled, and what in it is worth hiding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from studytui.language.strokes import Stroke, strokes
from studytui.language.terms import Span, chosen
from studytui.outline.tree import Outline
from studytui.storage.state import Row
from studytui.study.deck import StudyDeck


@dataclass(frozen=True, slots=True)
class Wording:
    """What was looked up about one text.

    Attributes:
        spelling: The readings of its characters, as `strokes` takes them.
        spans: Where its terms stand.
    """

    spelling: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What was looked up about the texts of a deck.

    Attributes:
        known: By the digest of a text.
        folded: Whether zh, ch and sh count as z, c and s for the person who types.
    """

    known: Mapping[str, Wording] = field(default_factory=dict)
    folded: bool = True

    def holds(self, outline: Outline) -> bool:
        """Whether every text of an outline was looked up."""
        return all(digest(node.text) in self.known for node in outline.nodes)

    def strokes(self, deck: StudyDeck, node: int) -> tuple[Stroke, ...]:
        """The keys of a node's text as it is shown; none where it was not looked up."""
        found = self._of(deck, node)
        return strokes(deck.outline.nodes[node].text, found.spelling) if found else ()

    def spans(self, deck: StudyDeck, node: int) -> tuple[Span, ...]:
        """The terms of a node's text as it is shown, after what the person pinned and barred."""
        text = deck.outline.nodes[node].text
        found = self._of(deck, node)
        # A text that another script makes longer or shorter has its terms at other places.
        same = found is not None and len(text) == len(deck.file.outline.nodes[node].text)
        choices = deck.progress.choices
        return chosen(text, found.spans if found and same else (), choices.pinned, choices.barred)

    def terms(self, deck: StudyDeck, node: int) -> tuple[str, ...]:
        """The terms of a node's text themselves."""
        text = deck.outline.nodes[node].text
        return tuple(text[start:end] for start, end in self.spans(deck, node))

    def _of(self, deck: StudyDeck, node: int) -> Wording | None:
        return self.known.get(digest(deck.file.outline.nodes[node].text))


def digest(text: str) -> str:
    """What a text is found by; another one where a single sign of it is another."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def as_rows(words: Words) -> list[Row]:
    """The rows that are kept."""
    return [{"text": text, "spelling": w.spelling, "spans": w.spans} for text, w in words.known.items()]


def from_rows(rows: Sequence[Row]) -> Words:
    """Read the rows back; what is not as `as_rows` wrote it is left out, and looked up anew."""
    found: dict[str, Wording] = {}
    for row in rows:
        text, spelling, spans = row.get("text"), row.get("spelling"), row.get("spans")
        if isinstance(text, str) and isinstance(spelling, str) and isinstance(spans, list):
            pairs = [(a, b) for a, b in filter(_is_pair, spans) if isinstance(a, int) and isinstance(b, int)]
            found[text] = Wording(spelling, tuple(pairs))
    return Words(found)


def _is_pair(span: object) -> bool:
    return isinstance(span, list) and len(span) == 2

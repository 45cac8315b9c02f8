"""What is known about the words of a deck: how each text is spelled, and what in it is worth hiding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from studytui.cards.card import Kind
from studytui.language.sentences import sentences
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

    def holds(self, outline: Outline, more: Iterable[str] = ()) -> bool:
        """Whether every text of an outline was looked up, and some texts more."""
        return all(digest(text) in self.known for text in (*(node.text for node in outline.nodes), *more))

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

    def spoken(self, deck: StudyDeck, node: int) -> tuple[tuple[Stroke, ...], ...]:
        """For each sentence under a node its keys; none of what was not looked up."""
        return tuple(strokes(shown, found.spelling) if found else () for shown, _, found in self._sentences(deck, node))

    def spoken_spans(self, deck: StudyDeck, node: int) -> tuple[tuple[Span, ...], ...]:
        """For each sentence under a node its terms, after what the person pinned and barred."""
        choices = deck.progress.choices
        return tuple(
            chosen(shown, found.spans if found and len(shown) == len(own) else (), choices.pinned, choices.barred)
            for shown, own, found in self._sentences(deck, node)
        )

    def _sentences(self, deck: StudyDeck, node: int) -> list[tuple[str, str, Wording | None]]:
        """The sentences under a node as they are shown and as they stand in the file, and what is known of them."""
        shown, own = said_under(deck.outline, node), said_under(deck.file.outline, node)
        if len(shown) != len(own):
            return [(text, "", None) for text in shown]
        return [(text, written, self.known.get(digest(written))) for text, written in zip(shown, own, strict=True)]

    def _of(self, deck: StudyDeck, node: int) -> Wording | None:
        return self.known.get(digest(deck.file.outline.nodes[node].text))


def said_under(outline: Outline, node: int) -> list[str]:
    """The sentences of the text under a node, in order."""
    return [sentence for paragraph in outline.nodes[node].body for sentence in sentences(paragraph)]


def word_for_word(deck: StudyDeck) -> list[str]:
    """The sentences that are to be said word for word, as they stand in the deck file."""
    nodes = [card.node for card in deck.cards if card.kind is Kind.PASSAGE and card.node is not None]
    return [sentence for node in nodes for sentence in said_under(deck.file.outline, node)]


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

"""A passage: the text under a point, word for word, as what can be covered and said sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card
from studytui.drills.drill import Mark
from studytui.drills.lines import Line, above, line
from studytui.language.sentences import sentences
from studytui.memory.fsrs import AGAIN, GOOD, HARD
from studytui.outline.tree import Outline


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage.

    Attributes:
        paragraph: Which paragraph it stands in, from 0.
        text: Its text.
    """

    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """How one sentence was said.

    Attributes:
        right: Whether it was said well enough.
        cues: How many cues it took.
        score: How much of it was right, where it was typed.
    """

    right: bool
    cues: int = 0
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that is asked, and what was said of it so far.

    Attributes:
        card: The passage card.
        above: The headings over its point, outermost first.
        line: The point's number and text.
        sentences: Its sentences in order.
        said: How each was said, as far as it has come.
    """

    card: Card
    above: tuple[Line, ...]
    line: Line
    sentences: tuple[Sentence, ...]
    said: tuple[Said, ...] = ()

    @property
    def at(self) -> int:
        """Which sentence is to be said now."""
        return len(self.said)

    @property
    def done(self) -> bool:
        """Whether all were said."""
        return self.at >= len(self.sentences)


def ask(card: Card, outline: Outline) -> Passage | None:
    """Ask for the text under a point; None where it has none."""
    node = card.node if card.node is not None else 0
    texts = [
        Sentence(at, sentence)
        for at, paragraph in enumerate(outline.nodes[node].body)
        for sentence in sentences(paragraph)
    ]
    return Passage(card, above(outline, outline.parents[node]), line(outline, node), tuple(texts)) if texts else None


def say(passage: Passage, said: Said) -> Passage:
    """The next sentence was said."""
    return passage if passage.done else replace(passage, said=(*passage.said, said))


def take_back(passage: Passage) -> Passage:
    """Without what was said last."""
    return replace(passage, said=passage.said[:-1])


def ratings(passage: Passage) -> tuple[int, ...]:
    """For each sentence 3 where it was right, 2 with a cue, 1 where it was wrong or never came."""
    found = [(HARD if said.cues else GOOD) if said.right else AGAIN for said in passage.said]
    return (*found, *[AGAIN] * (len(passage.sentences) - len(found)))


def mark(passage: Passage) -> Mark:
    """What it means for the passage as a whole: its weakest sentence, with the rating of each beside it."""
    each = ratings(passage)
    scores = [said.score for said in passage.said if said.score is not None]
    score = round(sum(scores) / len(passage.sentences), 3) if scores else None
    return Mark(passage.card.id, min(each), cues=sum(said.cues for said in passage.said), score=score, parts=each)


def weakest(parts: Sequence[int]) -> tuple[int, ...]:
    """The sentences that were not simply right, the worst first."""
    return tuple(sorted((at for at, rating in enumerate(parts) if rating < GOOD), key=lambda at: parts[at]))

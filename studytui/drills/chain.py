"""A chain that grows: the points of a list, or the sentences of a passage, said from the first each time."""

from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills import passage, snowball
from studytui.drills.drill import Mark
from studytui.drills.lines import Line, above
from studytui.drills.snowball import Snowball
from studytui.memory.fsrs import AGAIN, GOOD, HARD
from studytui.outline.tree import Outline


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain that is being learnt.

    Attributes:
        card: The list or passage card.
        above: The headings, the one whose points are said last.
        group: Name of the run, where its parent has more than one.
        items: What is said, in order.
        ball: How far it has come.
        reading: Whether the one that is new in this round is read before the round begins.
        looked: Whether the one that is said now is shown, to be ticked.
    """

    card: Card
    above: tuple[Line, ...]
    group: str
    items: tuple[Line, ...]
    ball: Snowball
    reading: bool = True
    looked: bool = False

    @property
    def done(self) -> bool:
        """Whether all were said in one go."""
        return self.ball.done

    @property
    def newest(self) -> Line:
        """The one that is new in this round."""
        return self.items[min(self.ball.length, len(self.items)) - 1]


def ask(card: Card, outline: Outline) -> Chain | None:
    """A chain of two links or more; None where there are fewer."""
    if card.kind is Kind.PASSAGE:
        asked = passage.ask(card, outline)
        if asked is None:
            return None
        items = tuple(Line("", sentence.text) for sentence in asked.sentences)
        over, group = (*asked.above, asked.line), ""
    else:
        nodes = [i for i in outline.children(card.home) if outline.nodes[i].group == card.group]
        items = tuple(Line(outline.nodes[i].marker, outline.nodes[i].text) for i in nodes)
        over = above(outline, card.home) or (Line("", outline.title),)
        group = outline.about(card.home, card.group).name
    return Chain(card, over, group, items, snowball.begin(len(items))) if len(items) > 1 else None


def read(chain: Chain) -> Chain:
    """The new one was read; the round begins."""
    return replace(chain, reading=False)


def look(chain: Chain) -> Chain:
    """Show the one that was said."""
    return replace(chain, looked=True)


def say(chain: Chain, *, right: bool) -> Chain:
    """It was said, right or wrong; where the chain has grown, the new one is read first."""
    ball = snowball.say(chain.ball, right=right)
    grown = ball.length > chain.ball.length and not ball.done
    return replace(chain, ball=ball, reading=grown, looked=False)


def mark(chain: Chain) -> Mark:
    """What it means: never broken 3, broken at one link 2, else 1; of a passage each sentence by itself."""
    broken = len(chain.ball.weakest)
    rating = GOOD if not broken else HARD if broken == 1 else AGAIN
    if chain.card.kind is not Kind.PASSAGE:
        return Mark(chain.card.id, rating, cues=sum(chain.ball.links))
    each = tuple(AGAIN if times else GOOD for times in chain.ball.links)
    return Mark(chain.card.id, rating, cues=sum(chain.ball.links), parts=each)

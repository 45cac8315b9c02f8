"""Initials: a text typed by the first pinyin letter of each character (加强领导 = j q l d), no input method needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills import recall
from studytui.drills.drill import Drill, Mark, proposed
from studytui.language.script import comparable
from studytui.language.strokes import Stroke, plain_key
from studytui.messages import message
from studytui.outline.tree import Outline

INITIALS = Drill("initials", message("Initials"), (Kind.POINT, Kind.LINK), self_rated=False, letters=True)
ENOUGH = 0.75
"""Share of the characters that must come from the person for the whole to be right, with cues."""


@dataclass(frozen=True, slots=True)
class Typing:
    """A text that is being typed; each key makes another one, in the same time however long the text is.

    Attributes:
        strokes: The keys of the text.
        at: How many of them are shown.
        wrong: Whether the last key was wrong, and the next wrong one shows the character.
        slips: How many keys were wrong.
        shown: How many characters were shown without having been typed: asked for, or after a second wrong key.
        last: What the last key did, for the screen: right, wrong, shown, or nothing.
        key: The last key that was wrong.
        given: Which characters were shown without having been typed.
    """

    strokes: tuple[Stroke, ...]
    at: int = 0
    wrong: bool = False
    slips: int = 0
    shown: int = 0
    last: str = ""
    key: str = ""
    given: tuple[int, ...] = ()

    @property
    def done(self) -> bool:
        """Whether the whole text is shown."""
        return self.at >= len(self.strokes)

    @property
    def text(self) -> str:
        """What is shown so far."""
        return "".join(stroke.shown for stroke in self.strokes[: self.at])

    @property
    def right(self) -> bool:
        """Whether it was said: typed to its end, most of it without being shown."""
        return self.done and self.shown <= (1 - ENOUGH) * len(self.strokes)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        asked: The card with its headings, its number and the answer.
        strokes: The keys of the answer.
    """

    asked: recall.Question
    strokes: tuple[Stroke, ...]


def begin(strokes: Sequence[Stroke]) -> Typing:
    """Nothing typed yet."""
    return _past_signs(Typing(tuple(strokes)))


def ask(card: Card, outline: Outline, strokes: Sequence[Stroke]) -> Question | None:
    """Ask a point or a link; None where nobody has looked up how its text is read."""
    return Question(recall.ask(card, outline), tuple(strokes)) if strokes else None


def press(typing: Typing, key: str) -> Typing:
    """One key: a right one shows the character at once, a wrong one marks it, a second wrong one shows it."""
    plain = plain_key(key) or key.casefold()
    if typing.done or not plain.strip():
        return typing
    here = typing.strokes[typing.at]
    # The character itself is right too: it comes from an input method that was left on.
    if plain[0] in here.letters or (not key.isascii() and comparable(key) == comparable(here.shown) != ""):
        return _past_signs(replace(typing, at=typing.at + 1, wrong=False, last="right"))
    slipped = replace(typing, slips=typing.slips + 1, key=key)
    return _shown(slipped) if typing.wrong else replace(slipped, wrong=True, last="wrong")


def cue(typing: Typing) -> Typing:
    """Show one character; it costs."""
    return typing if typing.done else _shown(typing)


def _shown(typing: Typing) -> Typing:
    """The next character without having been typed."""
    given = (*typing.given, typing.at)
    return _past_signs(
        replace(typing, at=typing.at + 1, wrong=False, shown=typing.shown + 1, last="shown", given=given)
    )


def mark(question: Question, typing: Typing, cues: int = 0) -> Mark:
    """What it means for the card; a single wrong key is a slip of the finger, what had to be shown is a cue."""
    score = round((typing.at - typing.shown) / len(typing.strokes), 3) if typing.strokes else 0.0
    helped = typing.shown + cues
    return Mark(question.asked.card.id, proposed(typing.right, helped), cues=helped, score=score)


def _past_signs(typing: Typing) -> Typing:
    """Past characters that nobody knows how to read, which no key could be right for."""
    at = typing.at
    while at < len(typing.strokes) and not plain_key(typing.strokes[at].letters) and _no_letter(typing.strokes[at]):
        at += 1
    return replace(typing, at=at) if at != typing.at else typing


def _no_letter(stroke: Stroke) -> bool:
    """Whether it is a character without a known reading; a letter of another script is its own key."""
    return ord(stroke.letters[0]) >= 0x3400 if stroke.letters else True

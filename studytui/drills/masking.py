"""A passage that is being said under its cover: typed by first letters, or said aloud and ticked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from studytui.drills import initials, mask, passage
from studytui.drills.initials import Typing
from studytui.drills.mask import Stage
from studytui.drills.passage import Passage, Said
from studytui.language.script import comparable
from studytui.language.strokes import Stroke


@dataclass(frozen=True, slots=True)
class Masking:
    """What was said so far, and how far the sentence that is said now has come.

    Attributes:
        passage: The passage.
        strokes: The keys of each sentence; none of one that cannot be typed.
        stage: How much is covered.
        typing: The sentence as it is typed.
        cues: How many covers were taken off this sentence.
        helped: How often the cover of all of it was taken down for this sentence.
        looked: Whether this sentence was looked at, to be ticked.
    """

    passage: Passage
    strokes: tuple[tuple[Stroke, ...], ...]
    stage: Stage
    typing: Typing
    cues: int = 0
    helped: int = 0
    looked: bool = False

    @property
    def by_letters(self) -> bool:
        """Whether it can be typed by first letters, if not each sentence of it."""
        return any(not initials.begin(keys).done for keys in self.strokes)

    @property
    def can_be_typed(self) -> bool:
        """Whether the sentence that is said now can be: how it is read is known, and it was not looked at."""
        return not self.typing.done and not self.looked

    @property
    def here(self) -> Stage:
        """How much of the sentence that is said now is covered."""
        return mask.cue(self.stage, self.cues)

    @property
    def done(self) -> bool:
        """Whether all sentences were said."""
        return self.passage.done


def begin(asked: Passage, strokes: Sequence[Sequence[Stroke]], stage: Stage) -> Masking:
    """Nothing said yet."""
    return _on(Masking(asked, tuple(map(tuple, strokes)), stage, initials.begin(())))


def press(now: Masking, key: str) -> Masking:
    """A key of the sentence that is typed; behind its last one comes the next sentence."""
    if not now.can_be_typed:
        return now
    typing = initials.press(now.typing, key)
    now = replace(now, typing=typing)
    return _said(now, right=typing.right) if typing.done else now


def cue(now: Masking, *, by_letters: bool) -> Masking:
    """Take a cover off the sentence; where none is left and it is typed, one character is shown."""
    if now.done or now.looked:
        return now
    if now.here > Stage.SHOWN:
        return replace(now, cues=now.cues + 1)
    if not by_letters or not now.can_be_typed:
        return now
    now = replace(now, typing=(typing := initials.cue(now.typing)))
    return _said(now, right=typing.right) if typing.done else now


def look(now: Masking) -> Masking:
    """Look at the sentence that was said aloud."""
    return now if now.done else replace(now, looked=True)


def tick(now: Masking, *, right: bool) -> Masking:
    """The sentence was said, right or wrong."""
    if now.done:
        return now
    return _said(replace(now, typing=initials.begin(()), cues=now.cues + now.typing.shown), right=right)


def step(now: Masking, stages: int) -> Masking:
    """Cover more of all that is to come, or less; less costs, as a cue does."""
    stage = Stage(max(Stage.SHOWN, min(Stage.BLANK, now.stage + stages)))
    return replace(now, stage=stage, helped=now.helped + (stage < now.stage))


def _said(now: Masking, *, right: bool) -> Masking:
    typing = now.typing
    score = round((typing.at - typing.shown) / len(typing.strokes), 3) if typing.strokes else None
    cues = now.cues + now.helped + typing.shown
    # What stood there in full was read: it is no better than said with a cue.
    read = int(now.stage is Stage.SHOWN and not cues)
    return _on(replace(now, passage=passage.say(now.passage, Said(right, cues + read, score))))


def _on(now: Masking) -> Masking:
    """On to the next sentence; one of signs alone is said with the one before."""
    asked = now.passage
    while now.by_letters and not asked.done and not comparable(asked.sentences[asked.at].text):
        asked = passage.say(asked, Said(right=True))
    strokes = () if asked.done else now.strokes[asked.at]
    return replace(now, passage=asked, typing=initials.begin(strokes), cues=0, helped=0, looked=False)

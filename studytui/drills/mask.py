"""Mask: a passage that is covered step by step, from all shown to nothing shown."""

import re
from collections.abc import Sequence
from enum import IntEnum

from studytui.cards.card import Kind
from studytui.drills.drill import Drill
from studytui.drills.first import skeletons
from studytui.drills.passage import Passage
from studytui.language.terms import Span
from studytui.messages import message

MASK = Drill("mask", message("Mask"), (Kind.PASSAGE,), self_rated=False, letters=True)
BLANK = "____"
"""What stands for anything hidden, whatever its length."""
RISES_AT = (0.0, 3.0, 10.0, 30.0)
"""Stabilities in days from which one stage more is covered."""

_CLAUSE = re.compile(r"[^，、；：。！？,;:!?]+[，、；：。！？,;:!?”’」』）)]*")
_SIGNS = re.compile(r"[，、；：。！？,;:!?”’」』）)]+$")


class Stage(IntEnum):
    """How much of a passage is covered."""

    SHOWN = 0
    TERMS = 1
    """Its key terms are hidden."""
    HALF = 2
    """Every other clause is hidden."""
    FIRST = 3
    """Nothing but the first characters is shown."""
    BLANK = 4


STAGES = {
    Stage.SHOWN: message("all shown"),
    Stage.TERMS: message("key words hidden"),
    Stage.HALF: message("half hidden"),
    Stage.FIRST: message("first characters"),
    Stage.BLANK: message("nothing shown"),
}
"""How each stage is called."""


def stage(stability: float) -> Stage:
    """The stage that fits a memory: the better a passage is known, the more of it is covered; never all at once."""
    return Stage(sum(stability > least for least in RISES_AT))


def covered(text: str, spans: Sequence[Span], how: Stage, turn: int = 0) -> str:
    """What is shown of a sentence.

    Args:
        text: The sentence.
        spans: Its terms.
        how: How much is covered.
        turn: How many reviews the passage has had: which clauses are hidden goes by turns.
    """
    if how is Stage.SHOWN:
        return text
    if how is Stage.BLANK:
        return BLANK
    if how is Stage.FIRST:
        return skeletons(text, ())[1]
    return _without_terms(text, spans) if how is Stage.TERMS and spans else _without_clauses(text, turn)


def cue(how: Stage, cues: int) -> Stage:
    """The stage at which a sentence is shown after so many cues: each takes one cover off."""
    return Stage(max(Stage.SHOWN, how - cues))


def shown(passage: Passage, spans: Sequence[Sequence[Span]], how: Stage, turn: int, cues: int) -> tuple[str, ...]:
    """All sentences as they are shown: what was said stands there, what is to be said is covered.

    Args:
        passage: The passage.
        spans: The terms of each sentence.
        how: How much is covered.
        turn: How many reviews the passage has had.
        cues: How many cues were given for the sentence that is to be said now.
    """
    return tuple(
        one.text
        if at < passage.at
        else covered(one.text, spans[at], cue(how, cues) if at == passage.at else how, turn + at)
        for at, one in enumerate(passage.sentences)
    )


def _without_terms(text: str, spans: Sequence[Span]) -> str:
    made, at = "", 0
    for start, end in spans:
        made += text[at:start]
        # Two that touch are one blank: how many words it stands for does not show either.
        made += "" if made.endswith(BLANK) else BLANK
        at = end
    return made + text[at:]


def _without_clauses(text: str, turn: int) -> str:
    """Every other clause hidden; of a sentence of one clause its second half."""
    clauses = _CLAUSE.findall(text)
    if len(clauses) < 2:
        bare = _SIGNS.sub("", text)
        half = len(bare) // 2
        return bare[:half] + BLANK + text[len(bare) :]
    return "".join(_hidden(clause) if (at + turn) % 2 else clause for at, clause in enumerate(clauses))


def _hidden(clause: str) -> str:
    signs = _SIGNS.search(clause)
    return BLANK + (signs[0] if signs else "")

"""The drills in line mode that take more than one line, or show more than one text."""

from collections.abc import Sequence
from typing import TypeAlias

from studytui.cards.label import numbered
from studytui.cli.lines import BACK, NOTHING, Lines, written
from studytui.drills import chain, heard, lookalike, mask, passage, recite, typed
from studytui.drills.drill import Mark
from studytui.drills.signs import FATES
from studytui.study.asking import how, target
from studytui.study.steps import Drilled

Long: TypeAlias = recite.Recital | passage.Passage | chain.Chain | lookalike.Question
"""A question of such a drill."""


class LongTalk(Lines):
    """Asks one such question."""

    def answered(self, step: Drilled, asked: Long) -> Sequence[Mark]:
        """What the person's answers mean; nothing when the question is to be asked again."""
        if isinstance(asked, chain.Chain):
            return self._snowball(asked)
        if isinstance(asked, lookalike.Question):
            return self._lookalike(step, asked)
        if isinstance(asked, passage.Passage):
            return self._mask(step, asked)
        return self._recite(step, asked)

    def _recite(self, step: Drilled, asked: recite.Recital) -> Sequence[Mark]:
        self.head(asked.above, asked.group)
        self._context.tell("All points, one a line; an empty line ends.")
        hows = tuple(how(step, point.node) for point in asked.points)
        past: list[recite.Recital] = []
        while (line := self._line("> ", back=bool(past))) != "":
            if line is None:
                return NOTHING
            if line == BACK and past:
                asked = past.pop()
                continue
            past.append(asked)
            asked = recite.say(asked, heard.heard(asked, line, hows))
        for point, fate in zip(asked.points, recite.fates(asked), strict=True):
            self._context.print(f"  {written(point.line)}  {self._context.say.say(FATES[fate])}")
        return recite.marks(asked, step.deck.keys)

    def _mask(self, step: Drilled, asked: passage.Passage) -> Sequence[Mark]:
        """Sentence by sentence: its cover out, the sentence in."""
        node, memory = target(step.card), step.deck.memory(step.card)
        spans, keys = step.words.spoken_spans(step.deck, node), step.words.spoken(step.deck, node)
        stage = mask.stage(memory.stability)
        self.head((*asked.above, asked.line), "")
        self._context.tell("Each sentence, word for word; an empty line shows it.")
        while not asked.done:
            at, wanted = asked.at, asked.sentences[asked.at].text
            self._context.print("  " + mask.shown(asked, spans, stage, memory.answers, 0)[at])
            line = self._line("> ", back=at > 0)
            if line is None:
                return NOTHING
            if line == BACK and at > 0:
                asked = passage.take_back(asked)
                continue
            given = typed.answered(wanted, line, typed.How(strokes=keys[at], folded=step.words.folded))
            if line:
                self.compared(given.comparison)
            self.told((Mark("", 3 if given.right else 1),), wanted)
            read = int(stage is mask.Stage.SHOWN)
            asked = passage.say(asked, passage.Said(given.right, read, round(given.comparison.share, 3)))
        return (passage.mark(asked),)

    def _snowball(self, asked: chain.Chain) -> Sequence[Mark]:
        """Round by round: the new one is shown, then each is typed or said, from the first."""
        self.head(asked.above, asked.group)
        self._context.tell("Each round one more, always from the first; an empty line shows it, then y or n.")
        past: list[chain.Chain] = []
        while not asked.done:
            if asked.reading:
                self._context.print("+ " + written(asked.newest))
                asked = chain.read(asked)
            item = asked.items[asked.ball.at]
            line = self._line(f"{item.marker}> ", back=bool(past))
            if line is None:
                return NOTHING
            if line == BACK and past:
                asked = past.pop()
                continue
            right = typed.answered(item.text, line, typed.How()).right if line else None
            if right is None:
                self._context.print("  = " + written(item))
                said = self._line("y/n: ", back=True)
                if said is None:
                    return NOTHING
                if said == BACK:
                    continue
                right = said.lower().startswith("y")
            past.append(asked)
            asked = chain.say(asked, right=right)
        return (chain.mark(asked),)

    def _lookalike(self, step: Drilled, asked: lookalike.Question) -> Sequence[Mark]:
        self.head(asked.above, "")
        self._context.tell("Which wording is the true one?")
        for n, wording in enumerate(asked.wordings, 1):
            self._context.print(f"  {n}  {numbered(asked.marker, wording)}")
        picked = self.pick(len(asked.wordings))
        if picked is None:
            return NOTHING
        return self.told((lookalike.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

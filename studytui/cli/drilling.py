"""The drills in line mode: a question out, a line in, and what it means."""

from collections.abc import Sequence

from studytui.cli.drilling_long import Long, LongTalk
from studytui.cli.lines import NOTHING, Lines, written
from studytui.drills import (
    choose,
    cloze,
    count,
    find,
    first,
    initials,
    neighbours,
    order,
    recall,
    typed,
)
from studytui.drills.drill import Mark
from studytui.drills.signs import HOW_MANY, ODDS
from studytui.memory.fsrs import RATINGS
from studytui.study.asking import Asked, how, target
from studytui.study.steps import Drilled

BLANK = "____"
"""A hidden term, whatever its length."""


class Talk(Lines):
    """Asks one question in lines."""

    def answered(self, step: Drilled, asked: Asked) -> Sequence[Mark]:
        """What the person's answer means; nothing when the question is to be asked again."""
        if isinstance(asked, choose.Question):
            return self._choose(step, asked)
        if isinstance(asked, find.Question):
            return self._find(step, asked)
        if isinstance(asked, order.Question):
            return self._order(asked)
        if isinstance(asked, count.Question):
            return self._count(asked)
        if isinstance(asked, cloze.Question):
            return self._cloze(step, asked)
        if isinstance(asked, Long):
            return LongTalk(self._context, self._line).answered(step, asked)
        if isinstance(asked, initials.Question):
            return self._initials(asked)
        if isinstance(asked, first.Question):
            return self._first(step, asked)
        return self._type(step, asked) if step.drill is typed.TYPE else self._rate(step, asked)

    def _choose(self, step: Drilled, asked: choose.Question) -> Sequence[Mark]:
        self._context.print(asked.text)
        for n, option in enumerate(asked.options, 1):
            place = [written(line) for line in option.above]
            self._context.print(f"  {n}  " + " > ".join([*place, *filter(None, [option.group]), option.marker]))
        picked = self.pick(len(asked.options))
        if picked is None:
            return NOTHING
        return self.told((choose.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

    def _find(self, step: Drilled, asked: find.Question) -> Sequence[Mark]:
        self.head(asked.above, asked.group)
        self._context.print(self._context.say.say(ODDS[asked.odd]))
        for n, line in enumerate(asked.lines, 1):
            self._context.print(f"  {n})  {written(line)}")
        picked = self.pick(len(asked.lines))
        if picked is None:
            return NOTHING
        return self.told((find.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

    def _order(self, asked: order.Question) -> Sequence[Mark]:
        self.head(asked.above, asked.group)
        for n, point in enumerate(asked.arranged, 1):
            self._context.print(f"  {n}  {asked.texts[point]}")
        self._context.tell("Their order, such as 2 1 3:")
        while (line := self._line("> ")) is not None:
            places = line.replace(",", " ").split() if " " in line or "," in line else list(line)
            if sorted(places) == sorted(str(n) for n in range(1, len(asked.texts) + 1)):
                asked = order.arrange(asked, [int(place) - 1 for place in places])
                wrong = order.misplaced(asked)
                for at, point in enumerate(asked.arranged):
                    self._context.print(f"  {'x' if at in wrong else ' '} {asked.texts[point]}")
                return self.told(order.marks(asked), " / ".join(asked.texts))
            self._context.tell("Each number once, please.")
        return NOTHING

    def _count(self, asked: count.Question) -> Sequence[Mark]:
        self.head(asked.above, asked.group)
        self._context.print(self._context.say.say(HOW_MANY))
        while (line := self._line("> ")) is not None:
            if count.is_number(line):
                return self.told((count.mark(asked, line),), str(asked.points))
            self._context.tell("A number, please.")
        return NOTHING

    def _cloze(self, step: Drilled, asked: cloze.Question) -> Sequence[Mark]:
        self.cue(asked.asked)
        shown = (piece if isinstance(piece, str) else f"[{piece + 1}]{BLANK}" for piece in asked.pieces)
        self._context.print("  " + "".join(shown))
        for n in range(len(asked.blanks)):
            line = self._line(f"[{n + 1}]> ")
            if line is None:
                return NOTHING
            asked = cloze.fill(asked, n, line)
        mark = cloze.mark(asked, synonyms=step.deck.synonyms(target(step.card)))
        return self.told((mark,), asked.asked.answer[0].text)

    def _first(self, step: Drilled, asked: first.Question) -> Sequence[Mark]:
        self.cue(asked.asked)
        self._context.print("  " + asked.skeleton)
        line = self._line("> ")
        if line is None:
            return NOTHING
        given = typed.answer(asked.asked, line, how(step, target(step.card)))
        self.compared(given.comparison)
        return self.told((first.mark(asked, given),), asked.asked.answer[0].text)

    def _type(self, step: Drilled, asked: recall.Question) -> Sequence[Mark]:
        self.cue(asked)
        line = self._line("> ")
        if line is None:
            return NOTHING
        given = typed.answer(asked, line, how(step, target(step.card)))
        self.compared(given.comparison)
        return self.told((typed.mark(asked, given),), asked.answer[0].text)

    def _initials(self, asked: initials.Question) -> Sequence[Mark]:
        self.cue(asked.asked)
        self._context.tell("The first letter of each character, word or figure:")
        line = self._line("> ")
        if line is None:
            return NOTHING
        typing = initials.begin(asked.strokes)
        for key in line:
            typing = initials.press(typing, key)
        return self.told((initials.mark(asked, typing),), asked.asked.answer[0].text)

    def _rate(self, step: Drilled, asked: recall.Question) -> Sequence[Mark]:
        self.cue(asked)
        if self._line("> ") is None:
            return NOTHING
        for line in asked.answer:
            self._context.print("  = " + written(line))
        mark = neighbours.mark_before if step.drill is neighbours.BEFORE else neighbours.mark_next
        while (rating := self._line("1-4: ")) is not None:
            if rating.isdecimal() and int(rating) in RATINGS:
                return (mark(asked, int(rating)),)
            self._context.tell("1 again, 2 hard, 3 good, 4 easy")
        return NOTHING

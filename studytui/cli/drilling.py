"""The drills in line mode: a question out, a line in, and what it means."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.cli.context import Context
from studytui.drills import (
    chain,
    choose,
    cloze,
    count,
    find,
    first,
    heard,
    initials,
    lookalike,
    mask,
    neighbours,
    order,
    passage,
    recall,
    recite,
    typed,
)
from studytui.drills.drill import Mark
from studytui.drills.lines import Line
from studytui.drills.signs import FATES, HOW_MANY, ODDS, SIGNS
from studytui.language.aligned import Fate
from studytui.language.compare import Comparison, marked
from studytui.memory.fsrs import RATINGS
from studytui.study.asking import Asked, how, target
from studytui.study.steps import Drilled

BLANK = "____"
"""A hidden term, whatever its length."""
NOTHING: Final[tuple[Mark, ...]] = ()


class Talk:
    """Asks one question in lines.

    Args:
        context: Prints and says.
        line: Takes one line of the person's; None when it was a command that changed what is asked.
    """

    def __init__(self, context: Context, line: Callable[[str], str | None]) -> None:
        self._context, self._line = context, line

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
        if isinstance(asked, recite.Recital | passage.Passage | chain.Chain | lookalike.Question):
            return self._longer(step, asked)
        if isinstance(asked, initials.Question):
            return self._initials(asked)
        if isinstance(asked, first.Question):
            return self._first(step, asked)
        return self._type(step, asked) if step.drill is typed.TYPE else self._rate(step, asked)

    def _longer(
        self, step: Drilled, asked: recite.Recital | passage.Passage | chain.Chain | lookalike.Question
    ) -> Sequence[Mark]:
        """What takes more than one line, or shows more than one text."""
        if isinstance(asked, chain.Chain):
            return self._snowball(asked)
        if isinstance(asked, lookalike.Question):
            return self._lookalike(step, asked)
        if isinstance(asked, passage.Passage):
            return self._mask(step, asked)
        return self._recite(step, asked)

    def _choose(self, step: Drilled, asked: choose.Question) -> Sequence[Mark]:
        self._context.print(asked.text)
        for n, option in enumerate(asked.options, 1):
            place = [written(line) for line in option.above]
            self._context.print(f"  {n}  " + " > ".join([*place, *filter(None, [option.group]), option.marker]))
        picked = self._pick(len(asked.options))
        if picked is None:
            return NOTHING
        return self._told((choose.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

    def _find(self, step: Drilled, asked: find.Question) -> Sequence[Mark]:
        self._head(asked.above, asked.group)
        self._context.print(self._context.say.say(ODDS[asked.odd]))
        for n, line in enumerate(asked.lines, 1):
            self._context.print(f"  {n})  {written(line)}")
        picked = self._pick(len(asked.lines))
        if picked is None:
            return NOTHING
        return self._told((find.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

    def _order(self, asked: order.Question) -> Sequence[Mark]:
        self._head(asked.above, asked.group)
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
                return self._told(order.marks(asked), " / ".join(asked.texts))
            self._context.tell("Each number once, please.")
        return NOTHING

    def _count(self, asked: count.Question) -> Sequence[Mark]:
        self._head(asked.above, asked.group)
        self._context.print(self._context.say.say(HOW_MANY))
        line = self._line("> ")
        return NOTHING if line is None else self._told((count.mark(asked, line),), str(asked.points))

    def _cloze(self, step: Drilled, asked: cloze.Question) -> Sequence[Mark]:
        self._cue(asked.asked)
        shown = (piece if isinstance(piece, str) else f"[{piece + 1}]{BLANK}" for piece in asked.pieces)
        self._context.print("  " + "".join(shown))
        for n in range(len(asked.blanks)):
            line = self._line(f"[{n + 1}]> ")
            if line is None:
                return NOTHING
            asked = cloze.fill(asked, n, line)
        mark = cloze.mark(asked, synonyms=step.deck.synonyms(target(step.card)))
        return self._told((mark,), asked.asked.answer[0].text)

    def _first(self, step: Drilled, asked: first.Question) -> Sequence[Mark]:
        self._cue(asked.asked)
        self._context.print("  " + asked.skeleton)
        line = self._line("> ")
        if line is None:
            return NOTHING
        given = typed.answer(asked.asked, line, how(step, target(step.card)))
        self._compared(given.comparison)
        return self._told((first.mark(asked, given),), asked.asked.answer[0].text)

    def _type(self, step: Drilled, asked: recall.Question) -> Sequence[Mark]:
        self._cue(asked)
        line = self._line("> ")
        if line is None:
            return NOTHING
        given = typed.answer(asked, line, how(step, target(step.card)))
        self._compared(given.comparison)
        return self._told((typed.mark(asked, given),), asked.answer[0].text)

    def _initials(self, asked: initials.Question) -> Sequence[Mark]:
        self._cue(asked.asked)
        self._context.tell("The first letter of each character, word or figure:")
        line = self._line("> ")
        if line is None:
            return NOTHING
        typing = initials.begin(asked.strokes)
        for key in line:
            typing = initials.press(typing, key)
        return self._told((initials.mark(asked, typing),), asked.asked.answer[0].text)

    def _recite(self, step: Drilled, asked: recite.Recital) -> Sequence[Mark]:
        self._head(asked.above, asked.group)
        self._context.tell("All points, one a line; an empty line ends.")
        hows = tuple(how(step, point.node) for point in asked.points)
        while (line := self._line("> ")) != "":
            if line is None:
                return NOTHING
            asked = recite.say(asked, heard.heard(asked, line, hows))
        for point, fate in zip(asked.points, recite.fates(asked), strict=True):
            self._context.print(f"  {written(point.line)}  {self._context.say.say(FATES[fate])}")
        return recite.marks(asked, step.deck.keys)

    def _mask(self, step: Drilled, asked: passage.Passage) -> Sequence[Mark]:
        """Sentence by sentence: its cover out, the sentence in."""
        node, memory = target(step.card), step.deck.memory(step.card)
        spans, keys = step.words.spoken_spans(step.deck, node), step.words.spoken(step.deck, node)
        stage = mask.stage(memory.stability)
        self._head((*asked.above, asked.line), "")
        self._context.tell("Each sentence, word for word; an empty line shows it.")
        while not asked.done:
            at, wanted = asked.at, asked.sentences[asked.at].text
            self._context.print("  " + mask.shown(asked, spans, stage, memory.answers, 0)[at])
            line = self._line("> ")
            if line is None:
                return NOTHING
            given = typed.answered(wanted, line, typed.How(strokes=keys[at], folded=step.words.folded))
            if line:
                self._compared(given.comparison)
            self._told((Mark("", 3 if given.right else 1),), wanted)
            read = int(stage is mask.Stage.SHOWN)
            asked = passage.say(asked, passage.Said(given.right, read, round(given.comparison.share, 3)))
        return (passage.mark(asked),)

    def _snowball(self, asked: chain.Chain) -> Sequence[Mark]:
        """Round by round: the new one is shown, then each is typed or said, from the first."""
        self._head(asked.above, asked.group)
        self._context.tell("Each round one more, always from the first; an empty line shows it, then y or n.")
        while not asked.done:
            if asked.reading:
                self._context.print("+ " + written(asked.newest))
                asked = chain.read(asked)
            item = asked.items[asked.ball.at]
            line = self._line(f"{item.marker}> ")
            if line is None:
                return NOTHING
            right = typed.answered(item.text, line, typed.How()).right if line else None
            if right is None:
                self._context.print("  = " + written(item))
                said = self._line("y/n: ")
                if said is None:
                    return NOTHING
                right = said.lower().startswith("y")
            asked = chain.say(asked, right=right)
        return (chain.mark(asked),)

    def _lookalike(self, step: Drilled, asked: lookalike.Question) -> Sequence[Mark]:
        self._head(asked.above, "")
        self._context.tell("Which wording is the true one?")
        for n, wording in enumerate(asked.wordings, 1):
            self._context.print(f"  {n}  {numbered(asked.marker, wording)}")
        picked = self._pick(len(asked.wordings))
        if picked is None:
            return NOTHING
        return self._told((lookalike.mark(asked, picked, step.deck.keys),), str(asked.right + 1))

    def _rate(self, step: Drilled, asked: recall.Question) -> Sequence[Mark]:
        self._cue(asked)
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

    def _pick(self, most: int) -> int | None:
        while (line := self._line("> ")) is not None:
            if line.isdecimal() and 1 <= int(line) <= most:
                return int(line) - 1
            self._context.tell("A number from 1 to {most}, please.", most=most)
        return None

    def _told(self, marks: Sequence[Mark], answer: str) -> Sequence[Mark]:
        right = all(mark.rating > 1 for mark in marks)
        self._context.tell("right") if right else self._context.tell("wrong: {answer}", answer=answer)
        return marks

    def _compared(self, comparison: Comparison) -> None:
        if not comparison.exact:
            self._context.print("  " + "".join(text for text, _ in marked(comparison, _said(self._context.say))))

    def _head(self, above: Sequence[Line], group: str) -> None:
        for line in above:
            self._context.print(written(line))
        if group:
            self._context.print(f"| {group}")

    def _cue(self, asked: recall.Question) -> None:
        self._head(asked.above, asked.group)
        self._context.print(f"{written(asked.cue)}  {self._context.say.say(asked.task)}")


def written(line: Line) -> str:
    """A number and its text."""
    return numbered(line.marker, line.text)


def _said(say: Catalogue) -> Mapping[Fate, str]:
    return {fate: say.say(sign) for fate, sign in SIGNS.items()}

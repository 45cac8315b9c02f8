"""``review --plain``: question out, answer in, line by line; for scripts, screen readers and plain terminals."""

import sys
from random import Random

import click

from studytui.cards.label import numbered, part
from studytui.cli.context import Context, now
from studytui.cli.drilling import Talk
from studytui.cli.libraries import writing
from studytui.cli.lines import BACK, written
from studytui.cli.spoken import Spoken
from studytui.drills.all import DRILLS
from studytui.drills.cloze import CLOZE
from studytui.drills.first import FIRST
from studytui.drills.initials import INITIALS
from studytui.drills.mask import MASK
from studytui.drills.match import MATCH
from studytui.drills.recall import RECALL
from studytui.memory.fsrs import RATINGS
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.drilling import drilled
from studytui.study.library import Library
from studytui.study.outcome import outcome
from studytui.study.plan import for_part
from studytui.study.session import Session
from studytui.study.steps import Ask, Drilled, Match, Read, Step

DECISIONS = {":s": Decision.SUSPEND, ":b": Decision.BURY, ":r": Decision.RESET}
KEEPS = {RECALL.name: (Ask, Read), MATCH.name: (Match, Read)}
"""The drills of a session that is planned, and the steps of it that they are."""
NEEDS_WORDS = (CLOZE, FIRST, INITIALS, MASK)
"""Drills that are worth a look-up of the words of a deck; the others take what is known."""


@click.command(
    "review", cls=Spoken, help="Study a deck line by line: a question out, an answer in. :h shows the commands."
)
@click.argument("deck")
@click.option("--plain", is_flag=True, required=True, help="Line mode; the app itself is `studytui`.")
@click.option("--drill", type=click.Choice([drill.name for drill in DRILLS]), help="Only this drill.")
@click.option("--limit", type=click.IntRange(1), help="At most so many questions.")
@click.pass_obj
def review(context: Context, deck: str, plain: bool, drill: str | None, limit: int | None) -> None:
    """Study a deck line by line."""
    del plain
    with writing(context) as library:
        one = library.deck(deck)
        steps = _steps(library, one, drill)
        session = Session(_limited(steps, limit), Random(), now)  # noqa: S311 - it shuffles boards
        _Talk(context, session).run()
        library.save()


def _steps(library: Library, deck: StudyDeck, name: str | None) -> list[Step]:
    """What is to be studied: what is due and new, or all that a drill asks."""
    if name is None or name in KEEPS:
        steps = for_part(deck, deck.cards, library.settings)
        return [step for step in steps if name is None or isinstance(step, KEEPS[name])]
    drill = next(drill for drill in DRILLS if drill.name == name)
    words = library.words(deck) if drill in NEEDS_WORDS else library.known_words(deck)
    return drilled(deck, deck.cards, drill, words)


def _limited(steps: list[Step], limit: int | None) -> list[Step]:
    taken: list[Step] = []
    questions = 0
    for step in steps:
        if limit is not None and questions >= limit:
            break
        taken.append(step)
        questions += step.questions
    return taken


class _Quit(Exception):  # noqa: N818 - it is no error, the person has had enough
    """No more lines, or the person wants to stop."""


class _Talk:
    """One session, spoken in lines."""

    def __init__(self, context: Context, session: Session) -> None:
        self._context, self._session = context, session
        self._since = now()
        self._text: int | None = None

    def run(self) -> None:
        """Ask until nothing is left or the person stops, then say what it came to."""
        if self._session.step is None:
            self._context.tell("There is nothing to ask here.")
            return
        try:
            while (step := self._session.step) is not None:
                self._since, self._text = now(), None
                if isinstance(step, Read):
                    self._read(step)
                elif isinstance(step, Match):
                    self._match(step)
                elif isinstance(step, Drilled):
                    self._drill(step)
                else:
                    self._ask()
        except _Quit:
            pass
        done = outcome(self._session)
        self._context.tell(
            "{answers} answers: right {right}, after a cue {cued}, wrong {failed}. Weak now: {weak}.",
            answers=done.questions,
            right=done.right,
            cued=done.cued,
            failed=done.failed,
            weak=len(done.weak),
        )

    def _read(self, step: Read) -> None:
        self._context.print(part(step.deck.outline, step.home, step.group))
        for i in step.nodes:
            node = step.deck.outline.nodes[i]
            self._context.print("  " + numbered(node.marker, node.text))
        self._context.tell("Read them, then press Enter.")
        if self._line() is not None:
            self._session.read_on()

    def _match(self, step: Match) -> None:
        board = self._session.board
        if board is None:
            return
        if board.done:
            self._session.leave_board()
            return
        text = self._text = board.open[0]
        waiting = [slot for i, slot in enumerate(board.slots) if i not in board.placed]
        self._context.print(part(step.deck.outline, step.places[0].home, step.places[0].group))
        self._context.print("  " + "   ".join(f"{slot.key} {slot.marker}" for slot in waiting))
        self._context.tell("Its number: {text}", text=board.slots[text].text)
        line = self._line()
        if line is None:
            return
        mark = self._session.put(text, line, self._ms())
        if mark is None:
            self._context.tell("No text is missing under {key}.", key=line)
        else:
            self._context.tell("ok") if mark.rating > 1 else self._context.tell("wrong, later again")

    def _drill(self, step: Drilled) -> None:
        asked = self._session.asked
        if asked is None:
            return
        marks = Talk(self._context, self._line).answered(step, asked)
        if marks:
            self._session.answer(marks, self._ms())

    def _ask(self) -> None:
        question = self._session.question()
        for above in question.above:
            self._context.print(written(above))
        if question.group:
            self._context.print(f"| {question.group}")
        self._context.print(f"{written(question.cue)}  {self._context.say.say(question.task)}")
        if self._line() is None:
            return
        for line in question.answer:
            self._context.print("  = " + written(line))
        while (rating := self._line("1-4: ")) is not None:
            if rating.isdecimal() and int(rating) in RATINGS:
                self._session.rate(int(rating), self._ms(), 0)
                return
            self._context.tell("1 again, 2 hard, 3 good, 4 easy")

    def _ms(self) -> int:
        return max(0, round((now() - self._since).total_seconds() * 1000))

    def _line(self, prompt: str = "> ", /, *, back: bool = False) -> str | None:
        """One line of the person's; None when it was a command that changed what is asked.

        Args:
            prompt: What stands before it.
            back: Whether what is taken back is a part of this answer, which whoever asks does.
        """
        while True:
            click.echo(prompt, nl=False)
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                click.echo()
                raise _Quit
            line = line.strip()
            if line == ":q":
                raise _Quit
            if line == BACK and back:
                return BACK
            if line == BACK:
                if not self._session.undo():
                    self._context.tell("There is nothing to take back.")
                    continue
                return None
            if line in DECISIONS:
                if self._session.decide(DECISIONS[line], self._text):
                    return None
                continue
            if line == ":h":
                self._context.tell(
                    "A line is the answer; where you say it to yourself, Enter shows it and 1-4 rates it. "
                    ":u takes back, :q stops, :: is a colon."
                )
                self._context.tell(":s does not ask this any more, :b asks it tomorrow, :r makes it new again.")
                continue
            return ":" + line[2:] if line.startswith("::") else line

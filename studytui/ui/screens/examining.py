"""Exam: how long and whether it counts, then question by question; nothing says what is right before the end."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Input

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills import choose, exam, first, recite
from studytui.drills.lines import Line as Numbered
from studytui.messages import message
from studytui.study.examining import Examining, Given
from studytui.ui.screens.drill_keys import ANSWER
from studytui.ui.screens.frame import HELP_AMONG_LETTERS, Frame
from studytui.ui.screens.study_requests import Examined
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.options import OptionsView
from studytui.ui.widgets.page import Block, Page
from studytui.ui.widgets.typed import AnswerLine

MARGIN = 7
MOST = 9


class ExamScreen(Frame):
    """Any answer is taken as it is; the one before can be given once more."""

    BINDINGS = [
        Binding("space,enter", "start", "Begin", key_display="Enter", tooltip="Begin the exam"),
        Binding("right", "length(1)", "Length", key_display="Left/Right", tooltip="A longer paper, or a shorter one"),
        Binding("left", "length(-1)", show=False),
        Binding("c", "count", "Counts", tooltip="Whether the answers move the days on which cards come back"),
        ANSWER,
        Binding("1", "pick(1)", "Choose", key_display="1-9", tooltip="Choose the place with this number"),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(2, MOST + 1)),
        Binding("ctrl+z", "back", "Once more", tooltip="Answer the question before once more"),
        HELP_AMONG_LETTERS,
        Binding("escape", "stop", "Stop", tooltip="End the exam here; what was not answered is wrong"),
    ]
    CSS_PATH = "examining.tcss"

    def __init__(self, say: Catalogue, part: str, most: int, make: Callable[[int, bool], Examining]) -> None:
        super().__init__(say)
        self._part, self._make = part, make
        self._lengths = sorted({min(n, most) for n in exam.LENGTHS})
        self._length, self._counted = 0, False
        self._exam: Examining | None = None
        self._lines: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """The question, and what it is answered by."""
        with VerticalScroll(can_focus=False):
            yield Page()
            yield OptionsView()
            yield AnswerLine(empties=True)
        yield Line(id="told", classes="faint")

    def on_mount(self) -> None:
        """Ask how long it shall be."""
        self._intro()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is chosen before it begins is not chosen after that."""
        if action in ("start", "length", "count"):
            return self._exam is None and (action != "length" or len(self._lengths) > 1)
        if action == "answer":
            return self._exam is not None and self.query_one(AnswerLine).display
        if action == "back":
            return self._exam is not None and bool(self._exam.given or self._lines)
        if action == "pick":
            item = self._exam.item if self._exam is not None else None
            return item is not None and isinstance(item.form, choose.Question)
        return super().check_action(action, parameters)

    def action_length(self, by: int) -> None:
        """A longer or shorter paper."""
        self._length = max(0, min(len(self._lengths) - 1, self._length + by))
        self._intro()

    def action_count(self) -> None:
        """Let it count, or be practice."""
        self._counted = not self._counted
        self._intro()

    def action_start(self) -> None:
        """Draw the paper, and ask its first question."""
        self._exam = self._make(self._lengths[self._length], self._counted)
        self._ask_anew()

    def action_pick(self, digit: int) -> None:
        """Choose a place."""
        if not self.is_painted:
            return
        options = len(self.query_one(OptionsView).options)
        if digit > options:
            self.tell(message("The numbers here are {first} to {last}.", first=1, last=options))
        else:
            self._answer(digit - 1)

    async def action_answer(self) -> None:
        """Take what stands in the line, as its own Enter does; this is for a click on the key."""
        await self.query_one(AnswerLine).action_submit()

    def action_back(self) -> None:
        """Answer the question before once more; of a list that is begun, its last line."""
        if not self.is_painted:
            return
        self.query_one(AnswerLine).value = ""  # it was for what is left now
        if self._lines:
            self._lines = self._lines[:-1]
            self._ask()
        elif self._exam is not None:
            self._exam.back()
            self._ask_anew()

    def action_stop(self) -> None:
        """End it here."""
        self.post_message(Examined(self._exam))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        item = self._exam.item if self._exam is not None else None
        if item is None:
            return
        if not self.is_painted:  # Enter came too early, what was typed before it did not
            self.query_one(AnswerLine).value = event.value + self.query_one(AnswerLine).value
            return
        line = event.value.strip()
        if not isinstance(item.form, recite.Recital):
            self._answer((line,))
        elif line:
            self._lines = (*self._lines, line)
            self._ask()
        else:
            self._answer(self._lines)

    @on(OptionsView.Picked)
    def _picked(self, event: OptionsView.Picked) -> None:
        if self._exam is None:
            self.action_length(event.option - self._length)
        elif self.is_painted and self.check_action("pick", ()):
            self._answer(event.option)

    def _answer(self, given: Given) -> None:
        if self._exam is None:
            return
        self._exam.answer(given)
        self._lines = ()
        if self._exam.item is None:
            self.action_stop()
        else:
            self._ask_anew()

    def _ask_anew(self) -> None:
        """Ask another question than the one that was shown."""
        self._ask()
        self.wait_for_paint()

    def _intro(self) -> None:
        say = self.say
        self.head.left = f"{say('Exam')}   {self._part}"
        counted = (
            say("It counts: the answers move the days on which cards come back.")
            if self._counted
            else say("Practice: no card's day is moved.")
        )
        self.query_one(Page).blocks = [
            Block(counted, MARGIN, space=True),
            Block(say("Nothing is marked before the end."), MARGIN, "$text-muted", space=True),
        ]
        self._answered_by(options=[say("{n} question", plural="{n} questions", n=n) for n in self._lengths])
        self.query_one(OptionsView).cursor = self._length
        self.keys_changed()

    def _ask(self) -> None:
        found = self._exam
        item = found.item if found is not None else None
        if found is None or item is None:
            return
        self.head.right = f"{len(found.given) + 1}/{len(found.items)}"
        form, say = item.form, self.say
        told = ""
        if isinstance(form, choose.Question):
            task = say("Which section, which number?")
            self._put((), "", form.text, task)
            self._answered_by(options=[_place(option) for option in form.options])
        elif isinstance(form, recite.Recital):
            n = len(form.points)
            task = say("All {n} of them, in order.", plural="All {n} of them, in order.", n=n)
            self._put(form.above, form.group, "", task, *self._lines)
            told = say("All points, one a line; an empty line ends.")
            self._answered_by(line=True, of_many=True)
        else:
            asked = form.asked if isinstance(form, first.Question) else form
            more = (form.skeleton,) if isinstance(form, first.Question) else ()
            self._put(asked.above, asked.group, numbered(asked.cue.marker, asked.cue.text), say.say(asked.task), *more)
            told = say("characters, pinyin, or first letters; Enter goes on")
            self._answered_by(line=True)
        self.query_one("#told", Line).left = f"{' ' * (MARGIN - 1)}{told}" if told else ""
        self.keys_changed()

    def _put(self, above: tuple[Numbered, ...], group: str, cue: str, task: str, *more: str) -> None:
        over = numbered(above[-1].marker, above[-1].text) if above else ""
        shown = [Block(text, MARGIN, "$text-muted") for text in (over, group) if text]
        asked = [Block(cue, MARGIN, "bold", space=bool(shown))] if cue else []
        lines = [Block(text, MARGIN, "$accent", space=at == 0) for at, text in enumerate(more)]
        self.query_one(Page).blocks = [*shown, *asked, Block(task, MARGIN, "$text-muted", space=not asked), *lines]

    def _answered_by(
        self, *, line: bool = False, of_many: bool = False, options: list[str] | tuple[str, ...] = ()
    ) -> None:
        view, typed = self.query_one(OptionsView), self.query_one(AnswerLine)
        view.options, view.display, view.cursor, view.numbered = options, bool(options), -1, self._exam is not None
        typed.display, typed.disabled, typed.of_many = line, not line, of_many
        if line:
            typed.focus()
        else:
            self.set_focus(None)


def _place(option: choose.Option) -> str:
    above = [numbered(line.marker, line.text) for line in option.above]
    return " > ".join([*above, *filter(None, (option.group, option.marker))])

"""Cloze: some words of a text are hidden, each is typed, or picked once that is asked for."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from studytui.cards.label import numbered
from studytui.drills import cloze
from studytui.drills.drill import Mark
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.moment import Begun, Typed
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, ANSWER, RATE, SCROLL, SPACE, UNDO_AFTER, UNDO_AMONG_LETTERS
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.studying import STOP
from studytui.ui.screens.wording import WORDS, WordingFrame
from studytui.ui.widgets.gaps import GapsView
from studytui.ui.widgets.options import OptionsView
from studytui.ui.widgets.typed import AnswerLine


class ClozeScreen(WordingFrame):
    """One gap after the other. Tab shows words to pick from, then a beginning; both are cues."""

    BINDINGS = [
        Binding("tab", "cue", "Cue", tooltip="Words to pick from, then the first character; it costs"),
        Binding("down", "move(1)", "Another gap", key_display="Up/Down"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "choose(1)", "Pick a word", key_display="Up/Down"),
        Binding("up", "choose(-1)", show=False),
        ANSWER,
        ACCEPT,
        SPACE,
        *RATE,
        *WORDS,
        UNDO_AMONG_LETTERS,
        UNDO_AFTER,
        HELP_AMONG_LETTERS,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The text with its gaps, the line, the words to pick from."""
        return GapsView(self.say), AnswerLine(), OptionsView(classes="under")

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the text with its gaps."""
        if not isinstance(asked, cloze.Question):
            raise TypeError(asked)
        one = asked.asked
        self.open_words()
        self._question, self._cues = asked, [0] * len(asked.blanks)
        self.head_of(step, step.card.home)
        self.show_question(one.above, one.group, numbered(one.cue.marker, ""), message("What is missing?"))
        gaps, line = self.query_one(GapsView), self.query_one(AnswerLine)
        gaps.right, gaps.question = (), asked
        line.disabled, line.display = False, True
        self.query_one(OptionsView).numbered = False
        self._to(0)
        line.focus()

    def reopened(self) -> None:
        """The gaps are open again, what was given is still in them."""
        question, cues = self._question, self._cues
        self.ask()
        self._question, self._cues = question, cues
        self.query_one(GapsView).question = question
        self._to(0)

    def begun(self) -> tuple[Begun, ...]:
        """What was given for each gap, what stands in the line too, and the cues of each."""
        filled = cloze.fill(self._question, self.query_one(GapsView).here, self._value())
        return (Typed(tuple(blank.given for blank in filled.blanks), tuple(self._cues)),)

    def resume(self, begun: Sequence[Begun]) -> None:
        """The gaps as they were left; a cue that was seen stays seen."""
        texts, cues = next(one for one in begun if isinstance(one, Typed))
        for gap, text in enumerate(texts):
            self._question = cloze.fill(self._question, gap, text)
        self._cues = list(cues)
        self.query_one(GapsView).question = self._question
        self._to(next((gap for gap, text in enumerate(texts) if not text), 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is answered has no cues; there must be something wrong to be accepted."""
        if action == "cue":
            return self.is_open
        if action == "choose":
            return self.is_open and self._offers
        if action == "move":
            return (self.is_open and not self._offers) or (self.is_seen and len(self._question.blanks) > 1)
        if action == "accept_words":
            return self.is_seen and self._wrong() is not None
        return super().check_action(action, parameters)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """What was typed fills the gap; after the last one the answer is seen."""
        if not self.is_open:
            return
        here = self.query_one(GapsView).here
        self._question = cloze.fill(self._question, here, event.value)
        self.query_one(GapsView).question = self._question
        if here + 1 < len(self._question.blanks):
            self._to(here + 1)
            return
        line = self.query_one(AnswerLine)
        line.disabled, line.display = True, False
        self.query_one(OptionsView).options = ()
        self.set_focus(None)
        self.marked((self._mark(),))

    def action_cue(self) -> None:
        """Words to pick from; where there are none, or they are shown already, the first character."""
        here = self.query_one(GapsView).here
        blank = self._question.blanks[here]
        if self._cues[here] == (2 if blank.options else 1):
            self.tell(message("No more cues: Enter shows the answer."))
            return
        self._cues[here] += 1
        self._show_cues()

    def action_move(self, rows: int) -> None:
        """Another gap; what was typed for this one stays."""
        gaps = self.query_one(GapsView)
        if self.is_open:
            self._question = cloze.fill(self._question, gaps.here, self._value())
            gaps.question = self._question
            self._to((gaps.here + rows) % len(self._question.blanks))
        else:
            gaps.here = (gaps.here + rows) % len(self._question.blanks)
            self.keys_changed()

    def action_choose(self, rows: int) -> None:
        """Another of the words that are offered."""
        options = self.query_one(OptionsView)
        at = options.cursor + rows if options.cursor >= 0 else min(0, rows)
        self._pick(at % len(options.options))

    def action_accept_words(self) -> None:
        """Accept what was given for a term from now on."""
        blank = self._wrong()
        if blank is None:
            return
        self.accept(blank.term, blank.given.strip())

    def meant_term(self) -> str:
        """The term of the gap that the cursor is on."""
        return self._question.blanks[self.query_one(GapsView).here].term

    def remarked(self) -> None:
        """The same answer, looked at again."""
        self.marked_anew((self._mark(),))

    @on(OptionsView.Picked)
    def _picked(self, event: OptionsView.Picked) -> None:
        if self.is_open:
            self._pick(event.option)
            self.query_one(AnswerLine).post_message(Input.Submitted(self.query_one(AnswerLine), self._value()))

    def _pick(self, option: int) -> None:
        line, options = self.query_one(AnswerLine), self.query_one(OptionsView)
        options.cursor, line.value = option, options.options[option]
        line.cursor_position = len(line.value)

    def _value(self) -> str:
        return self.query_one(AnswerLine).value

    def _to(self, gap: int) -> None:
        """Go to a gap; what was given for it before stands in the line."""
        gaps, line = self.query_one(GapsView), self.query_one(AnswerLine)
        gaps.here, line.value = gap, self._question.blanks[gap].given
        line.cursor_position = len(line.value)
        self._show_cues()

    def _show_cues(self) -> None:
        here = self.query_one(GapsView).here
        blank, cues = self._question.blanks[here], self._cues[here]
        options = self.query_one(OptionsView)
        options.right = options.picked = None
        options.cursor = -1
        options.options = blank.options if cues else ()
        self.see_end()
        begins = cues > (1 if blank.options else 0)
        self.query_one(GapsView).begins = blank.term[:1] if begins else ""
        self.query_one(AnswerLine).placeholder = self.say("characters, pinyin, or first letters; Enter ends")
        self.keys_changed()

    @property
    def _offers(self) -> bool:
        """Whether there are words to pick from."""
        return self.is_mounted and bool(self.query_one(OptionsView).options)

    def _right(self) -> tuple[bool, ...]:
        synonyms, folded = self.step.deck.synonyms(self.node), self.step.words.folded
        return cloze.rights(self._question, synonyms, folded=folded)

    def _wrong(self) -> cloze.Blank | None:
        """The gap under the cursor, else the first one, that something else was given for."""
        here = self.query_one(GapsView).here
        order = sorted(range(len(self._question.blanks)), key=lambda n: n != here)
        right = self._right()
        return next((b for n in order if not right[n] and (b := self._question.blanks[n]).given.strip()), None)

    def _mark(self) -> Mark:
        right = self._right()
        self.query_one(GapsView).right = right
        said = self.say("right") if all(right) else self.say("wrong")
        self.say_of_answer(said, self.say("{right} of {all}", right=sum(right), all=len(right)))
        synonyms, folded = self.step.deck.synonyms(self.node), self.step.words.folded
        return cloze.mark(self._question, sum(self._cues), synonyms, folded=folded)

"""Type and first characters: a text is given back in full, and compared piece by piece."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from studytui.cards.label import numbered
from studytui.drills import first, recall, typed
from studytui.drills.drill import Mark
from studytui.drills.signs import SIGNS
from studytui.language.aligned import Fate
from studytui.language.compare import Comparison, Piece, marked
from studytui.messages import message
from studytui.study.asking import Asked, how
from studytui.study.moment import Begun, Typed
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, ANSWER, RATE, SCROLL, SPACE, UNDO_AFTER, UNDO_AMONG_LETTERS
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.studying import STOP
from studytui.ui.screens.wording import WORDS, WordingFrame
from studytui.ui.widgets.parts import Parts, PartsView
from studytui.ui.widgets.typed import AnswerLine

WAY, KEY_POINTS = "type", "key points"
"""The way of answering that asks for the key terms alone, and the name under which a session keeps it."""
ENOUGH = message("Key points are enough; their order is free.")


class TypeScreen(WordingFrame):
    """A line to type in: characters, full pinyin, or first letters; composed or pasted."""

    BINDINGS = [
        Binding("tab", "cue", "Cue", tooltip="One more cue; it costs"),
        ANSWER,
        ACCEPT,
        SPACE,
        *RATE,
        *WORDS,
        Binding("ctrl+t", "way", "Key points", tooltip="Ask for the key terms alone, or for every word"),
        UNDO_AMONG_LETTERS,
        UNDO_AFTER,
        HELP_AMONG_LETTERS,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The skeleton or the cues, the line, and what was right in it."""
        return PartsView(id="given"), AnswerLine(), PartsView(id="answer")

    def put(self, step: Drilled, asked: Asked) -> None:
        """Ask for the text."""
        if not isinstance(asked, first.Question | recall.Question):
            raise TypeError(asked)
        self._asked, self._cues = asked, 0
        self.open_words()
        one = _question(asked)
        self.head_of(step, step.card.home)
        self.show_question(one.above, one.group, numbered(one.cue.marker, one.cue.text), one.task)
        self.query_one("#answer", PartsView).texts = ()
        self._show_given()
        line = self.query_one(AnswerLine)
        line.placeholder = self.say("characters, pinyin, or first letters; Enter ends")
        line.disabled, line.value = False, ""
        line.focus()
        self._say_way()
        self.see_end()

    def reopened(self) -> None:
        """The line is open again, with what was typed in it; a cue that was seen stays seen."""
        stood = self.begun()
        self.ask()
        self.resume(stood)

    def begun(self) -> tuple[Begun, ...]:
        """What stands in the line, and the cues that were seen."""
        return (Typed((self.query_one(AnswerLine).value,), (self._cues,)),)

    def resume(self, begun: Sequence[Begun]) -> None:
        """The line as it was left; a cue that was seen stays seen."""
        (text,), (self._cues,) = next(one for one in begun if isinstance(one, Typed))
        line = self.query_one(AnswerLine)
        line.value, line.cursor_position = text, len(text)
        self._show_given()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a wrong piece to be accepted."""
        if action == "cue":
            return self.is_open
        if action == "accept_words":
            return self.is_seen and self._wrong() is not None
        return super().check_action(action, parameters)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """What was typed is the answer."""
        if not self.is_open:
            return
        line = self.query_one(AnswerLine)
        line.disabled, line.placeholder = True, ""
        self.set_focus(None)
        self.marked((self._mark(),))

    def action_cue(self) -> None:
        """One more cue."""
        if self._cues == len(self._hints()):
            self.tell(message("No more cues: Enter shows the answer."))
        else:
            self._cues += 1
            self._show_given()

    def action_way(self) -> None:
        """Ask for the key terms alone, or for every word."""
        ways = self.session.ways
        if ways.get(WAY) == KEY_POINTS:
            ways.pop(WAY)
        elif self.step.words.terms(self.step.deck, self.node):
            ways[WAY] = KEY_POINTS
        else:
            self.tell(message("No key terms are known of this text, so every word is asked for."))
            return
        if self.is_open:
            self._say_way()
        else:
            self.remarked()
            self.tell(ENOUGH if ways.get(WAY) == KEY_POINTS else message("Every word is asked for."))

    def action_accept_words(self) -> None:
        """Accept what was typed for the words that it stands for."""
        piece = self._wrong()
        if piece is None:
            return
        self.accept(piece.wanted.strip(), piece.typed.strip())

    def meant_term(self) -> str:
        """The first key term that was not said."""
        return next(iter(self._looked_at().coverage.missed), "")

    def remarked(self) -> None:
        """The same answer, looked at again."""
        self.marked_anew((self._mark(),))

    def _mark(self) -> Mark:
        given = self._looked_at()
        self._show_answer(given)
        if isinstance(self._asked, first.Question):
            return first.mark(self._asked, given, self._cues)
        return typed.mark(self._asked, given, self._cues)

    def _looked_at(self) -> typed.Answer:
        way = how(self.step, self.node, key_points=self.session.ways.get(WAY) == KEY_POINTS)
        return typed.answer(_question(self._asked), self.query_one(AnswerLine).value, way)

    def _wrong(self) -> Piece | None:
        """The first piece that something else was typed for."""
        pieces = self._looked_at().comparison.pieces
        return next((piece for piece in pieces if piece.fate is Fate.WRONG and piece.typed.strip()), None)

    def _hints(self) -> Sequence[str]:
        return self._asked.more if isinstance(self._asked, first.Question) else self._asked.hints

    def _show_given(self) -> None:
        """The skeleton and the last cue; what a cue comes after may show what it does not, so that stays too."""
        skeleton = self._asked.skeleton if isinstance(self._asked, first.Question) else ""
        shown = [text for text in (skeleton, *self._hints()[: self._cues]) if text.strip("…")]
        kept = shown[-2:] if skeleton else shown[-1:]
        self.query_one("#given", PartsView).texts = [[(text, "$accent")] for text in kept or [skeleton] if text]

    def _show_answer(self, given: typed.Answer) -> None:
        """The text, then what was typed against it where that is not the same, then the key terms."""
        texts: list[Parts] = [[(self.text, "bold $success")]]
        if not given.comparison.exact:
            texts.append(self._compared(given.comparison))
        self.query_one("#answer", PartsView).texts = texts
        self.see_end()
        covered = given.coverage
        right = self.say("right") if given.right else self.say("wrong")
        said = [right]
        if self.session.ways.get(WAY) == KEY_POINTS or not given.comparison.exact:
            terms = len(covered.said) + len(covered.missed)
            said.append(self.say("key points {said}/{all}", said=len(covered.said), all=terms) if terms else "")
            missed = " ".join(covered.missed)
            said.append(self.say("missing: {terms}", terms=missed) if missed else "")
        self.say_of_answer("   ".join(filter(None, said)))

    def _compared(self, comparison: Comparison) -> Parts:
        words = {fate: self.say.say(sign) for fate, sign in SIGNS.items()}
        return [(text, "" if fate is Fate.RIGHT else "$error") for text, fate in marked(comparison, words)]

    def _say_way(self) -> None:
        key_points = self.session.ways.get(WAY) == KEY_POINTS
        self.say_of_answer(self.say.say(ENOUGH) if key_points else "")


def _question(asked: first.Question | recall.Question) -> recall.Question:
    return asked.asked if isinstance(asked, first.Question) else asked

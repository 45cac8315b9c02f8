"""What a person can decide about the words of a text once the answer is seen: hidden always or never, accepted."""

from collections.abc import Callable

from textual.binding import Binding

from studytui.errors import StudyError
from studytui.language.script import comparable
from studytui.messages import Message, message
from studytui.study.asking import target
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.drilling import DrillFrame

WORDS = (
    Binding("a", "accept_words", "Accept", tooltip="From now on accept what was typed for the words it stands for"),
    Binding("plus", "pin", "Always hide", key_display="+", show=False, tooltip="Always hide some words of this text"),
    Binding("minus", "bar", "Never hide", key_display="-", show=False, tooltip="Never hide some words of this text"),
)


class WordingFrame(DrillFrame):
    """A drill that hides words of a text, or asks for them."""

    @property
    def node(self) -> int:
        """The node whose text is asked for."""
        return target(self.step.card)

    @property
    def text(self) -> str:
        """The text that is asked for."""
        return self.step.deck.outline.nodes[self.node].text

    def meant_term(self) -> str:
        """The term that is most likely meant: it stands in the question already."""
        return ""

    def open_words(self) -> None:
        """A new question: nothing has been accepted in it."""
        self._accepted: list[tuple[str, str]] = []

    def accept(self, wanted: str, accepted: str) -> None:
        """Take some words for those of the text from now on, and look at the answer again."""
        try:
            self.step.deck.accept(self.node, wanted, accepted)
        except StudyError as error:
            self.failed(error)
            return
        self._accepted.append((wanted, accepted))
        self.remarked()
        self.tell(message("“{accepted}” is taken for “{wanted}” from now on.", accepted=accepted, wanted=wanted))

    def action_undo(self) -> None:
        """Take back what was accepted, then the answer."""
        if not self.is_seen or not self._accepted:
            super().action_undo()
            return
        try:
            self.step.deck.accept(self.node, *self._accepted[-1], on=False)
        except StudyError as error:
            self.failed(error)
            return
        self._accepted.pop()
        self.remarked()
        self.tell(message("It is taken back."))

    def remarked(self) -> None:
        """The words that count have changed: the answer is looked at again."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Words are decided about when the text can be seen."""
        return self.is_seen if action in ("pin", "bar") else super().check_action(action, parameters)

    def action_pin(self) -> None:
        """Ask which words are always to be hidden."""
        ask = message("Which words of it are always to be hidden?")
        self._decide("pin", "", ask, lambda term: message("“{term}” is always hidden.", term=term))

    def action_bar(self) -> None:
        """Ask which words are never to be hidden."""
        ask = message("Which words of it are never to be hidden?")
        self._decide("bar", self.meant_term(), ask, lambda term: message("“{term}” is not hidden any more.", term=term))

    def _decide(self, choice: str, guess: str, question: Message, done: Callable[[str], Message]) -> None:
        def decided(term: str | None) -> None:
            if term:
                self._keep(term, choice, done)

        hint = message("words of the text; Esc goes back")
        self.app.push_screen(PromptScreen(self.say, question, guess, hint), decided)

    def _keep(self, term: str, choice: str, done: Callable[[str], Message]) -> None:
        if not comparable(term) or comparable(term) not in comparable(self.text):
            self.tell(message("“{term}” does not stand in this text.", term=term))
            return
        try:
            self.step.deck.decide_term(term, choice)
        except StudyError as error:
            self.failed(error)
            return
        self.remarked()
        self.tell(done(term))

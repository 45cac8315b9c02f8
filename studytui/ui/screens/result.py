"""What the ends of an exam and of a rehearsal share: it is written when it is shown, and can be taken back."""

from typing import Protocol

from textual.binding import Binding

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.session import UnsavedError
from studytui.ui.screens.dialogs import ConfirmScreen
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.study_requests import NotSaved

NOT_SAVED = message("What was answered is not saved. Leave it unsaved?")
LEAVE = (Binding("enter,escape,space", "leave", "Done"), HELP)


class Result(Protocol):
    """What is written as one unit."""

    unit: str | None

    def keep(self) -> None:
        """Write it, where it is not written yet."""

    def take_back(self) -> None:
        """Take back what was written."""


class ResultFrame(Frame):
    """Shows a result, and keeps it.

    Args:
        say: Says messages in the person's language.
        result: What is kept.
        undone: What is said when it was taken back.
    """

    BEGIN = ("space", "enter")

    def __init__(self, say: Catalogue, result: Result, undone: Message) -> None:
        super().__init__(say)
        self._result, self._undone = result, undone
        self._failed = False

    def on_mount(self) -> None:
        """Write it; the key that ended it, pressed twice, does not leave before that."""
        self.call_after_refresh(self._keep)
        self.wait_for_paint()

    def can_be_drilled(self) -> bool:
        """Whether there is something that the person should look at again."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was written can be taken back; what could not be written is tried again."""
        if action == "drill":
            return self.can_be_drilled() and not self._failed
        if action == "undo":
            return self._result.unit is not None
        return self._failed if action == "again" else super().check_action(action, parameters)

    def drill(self) -> None:
        """Ask for a session of what the person should look at again."""
        raise NotImplementedError

    def action_drill(self) -> None:
        """Drill it, once the result has been seen."""
        if self.is_painted:
            self.drill()

    def action_again(self) -> None:
        """Try once more to write it."""
        self._keep()

    def action_undo(self) -> None:
        """Take it back."""
        try:
            self._result.take_back()
        except StudyError as error:
            self.complain(error)
            return
        self.tell(self._undone)
        self.keys_changed()

    def action_leave(self) -> None:
        """Back to the deck; what is not saved is given up only by a yes."""
        if not self.is_painted:
            return
        if self._failed:
            self.app.push_screen(ConfirmScreen(self.say, NOT_SAVED), self._give_up)
        else:
            self.dismiss()

    def _give_up(self, yes: bool | None) -> None:
        if yes:
            self.dismiss()

    def _keep(self) -> None:
        self._failed = False
        try:
            self._result.keep()
        except StudyError as error:
            self._failed = True
            self.complain(error)
            if isinstance(error, UnsavedError):
                self.post_message(NotSaved(error))
        self.keys_changed()

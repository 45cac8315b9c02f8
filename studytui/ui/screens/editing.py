"""Editing the text of a deck: in the person's own editor, or in here where there is none."""

import os
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported
from textual.binding import Binding

from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.matches import Matches
from studytui.ui.screens.deciding import DecidingFrame
from studytui.ui.screens.dialogs import YES_OR_NO, ConfirmScreen
from studytui.ui.screens.requests import Bring
from studytui.ui.screens.study_requests import Changed

EDIT = (
    Binding("e", "edit", "Edit", tooltip="Edit the text, in $EDITOR where that is set; all history follows"),
    Binding("i", "version", "New version", show=False, tooltip="Bring in a new version of the document"),
)


class EditingFrame(DecidingFrame):
    """A screen of a deck whose text can be changed."""

    def action_version(self) -> None:
        """Bring in a new version of the document."""
        name = self.chosen()
        if name is not None and not self.refuses():
            self.post_message(Bring(update=name))

    @work(group="dialog")
    async def action_edit(self) -> None:
        """Edit the text until it can be read or is left."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():
            return
        try:
            matches = await self._edit(name)
        except StudyError as error:
            self.complain(error)
            return
        if matches is not None:
            self.post_message(Changed(matches))

    async def _edit(self, name: str) -> Matches | None:
        editing = self.library.editing
        if editing.begun(name):
            left = message("An edit of this deck was left. Go on with it?")
            goes_on = await self._asks(left, message("y go on   n begin anew (it is kept aside)   Esc back"))
            if goes_on is None:
                return None
            if not goes_on:
                editing.drop(name)
        path, why = editing.begin(name), None
        while await self._edited(name, path, why):
            try:
                matches = editing.take_in(name)
            except StudyError as error:
                if not await self._asks(message("{why} Back to the editor?", why=error.message)):
                    self.tell(message("The deck is as it was. e goes on with the edit."))
                    return None
                why = error.message
                continue
            if matches is None:
                self.tell(message("Nothing was changed."))
            return matches
        return None

    async def _edited(self, name: str, path: Path, why: Message | None) -> bool:
        """Let the person edit the copy; False where that was left without saving."""
        from studytui.study.editor import editor_of, open_in  # what the first frame does not need

        editor = editor_of(os.environ)
        if editor:
            try:
                with self.app.suspend():
                    open_in(editor, path)
            except SuspendNotSupported:  # in a browser, say
                pass
            else:
                return True
        from studytui.ui.screens.editor import EditorScreen  # what the first frame does not need

        screen = EditorScreen(self.say, name, self.library.editing.text(name), why)
        await self.app.push_screen_wait(screen)
        if screen.given is None:
            return False
        self.library.editing.write(name, screen.given)
        return True

    async def _asks(self, question: Message, keys: Message = YES_OR_NO) -> bool | None:
        return await self.app.push_screen_wait(ConfirmScreen(self.say, question, keys))

"""Renaming, putting aside and deleting a deck, which home and the deck's own screen both offer."""

from collections.abc import Callable
from typing import TypeVar

from textual import work

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.library import Library
from studytui.ui.screens.dialogs import ConfirmScreen, PromptScreen
from studytui.ui.screens.frame import Frame

T = TypeVar("T")


class ShelvingFrame(Frame):
    """A screen on which a deck can be renamed, put aside or deleted.

    Attributes:
        library: The library.
    """

    def __init__(self, say: Catalogue, library: Library) -> None:
        super().__init__(say)
        self.library = library

    def chosen(self) -> str | None:
        """The deck that is meant; None where there is none."""
        return None

    def shelved(self, said: Message) -> None:
        """The deck has another name now, or is gone, and that is to be said."""

    @work(group="dialog")
    async def action_rename(self) -> None:
        """Ask for a new name."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():  # a key held down asks once
            return
        new = await self.app.push_screen_wait(PromptScreen(self.say, message("New name of the deck"), name))
        if new and new != name:
            # The name may be another than was typed: one that every file system takes.
            self.change(lambda: self.library.rename(name, new), lambda now: message("It is called {new} now.", new=now))

    @work(group="dialog")
    async def action_archive(self) -> None:
        """Put the deck aside; it keeps everything."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():  # a key held down asks once
            return
        question = message("Put {name} aside? It keeps its progress, and A on the home screen shows it.", name=name)
        if await self.app.push_screen_wait(ConfirmScreen(self.say, question)):
            self.change(lambda: self.library.archive(name), lambda _: message("{name} is put aside.", name=name))

    @work(group="dialog")
    async def action_delete(self) -> None:
        """Delete the deck; a copy of it and of its progress goes to backups/ first."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():  # a key held down asks once
            return
        question = message("Delete {name} and its progress? Both are kept in backups/ as a zip file.", name=name)
        if await self.app.push_screen_wait(ConfirmScreen(self.say, question)):
            self.change(lambda: self.library.delete(name), lambda _: message("{name} is in backups/ now.", name=name))

    def refuses(self) -> bool:
        """Say why nothing can be changed, where the library is open to be looked at only."""
        why = self.library.read_only
        if why is not None:
            self.complain(why)
        return why is not None

    def change(self, change: Callable[[], T], done: Callable[[T], Message]) -> None:
        """Change the library, then say what was done, or why it could not be."""
        try:
            given = change()
        except StudyError as error:
            self.complain(error)
            return
        self.shelved(done(given))

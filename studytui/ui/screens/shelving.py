"""Renaming, putting aside and deleting a deck, which home and the deck's own screen both offer."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from textual import work

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.entrance import Entrance
from studytui.study.summary import Summary
from studytui.ui.screens.frame import Frame

T = TypeVar("T")


class Shelves(Protocol):
    """What is done with decks as wholes; a library does it, which is loaded when it is asked for the first time."""

    def counted(self) -> Iterator[Summary]:
        """Each deck in one row, as soon as it is known."""

    def rename(self, name: str, new: str) -> str:
        """Give a deck another name; gives the name it has now."""

    def archive(self, name: str) -> None:
        """Put a deck aside."""

    def unarchive(self, name: str) -> None:
        """Take back a deck that was put aside."""

    def delete(self, name: str) -> str:
        """Move a deck to backups/; gives the name of the zip file."""

    def examples(self) -> tuple[Summary, ...]:
        """The decks that come with the program."""

    def take_example(self, name: str) -> str:
        """Make one of them one's own; gives its name."""

    def notes(self) -> tuple[Message, ...]:
        """What a person should know."""

    def back_up_daily(self, stopped: Callable[[], bool] | None = None) -> None:
        """Write the day's backup, where there is none yet."""

    def close(self) -> None:
        """Close the library."""


class ShelvingFrame(Frame):
    """A screen on which a deck can be renamed, put aside or deleted.

    Attributes:
        entrance: The library, as far as it is seen on entering.
        shelves: Gives what is done with its decks.
    """

    def __init__(self, say: Catalogue, entrance: Entrance, shelves: Callable[[], Shelves]) -> None:
        super().__init__(say)
        self.entrance, self.shelves = entrance, shelves

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
        from studytui.ui.screens.dialogs import PromptScreen  # for the rare moment

        new = await self.app.push_screen_wait(PromptScreen(self.say, message("New name of the deck"), name))
        if new and new != name:
            # The name may be another than was typed: one that every file system takes.
            self.change(
                lambda: self.shelves().rename(name, new), lambda now: message("It is called {new} now.", new=now)
            )

    @work(group="dialog")
    async def action_archive(self) -> None:
        """Put the deck aside; it keeps everything."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():  # a key held down asks once
            return
        from studytui.ui.screens.dialogs import ConfirmScreen  # for the rare moment

        question = message("Put {name} aside? It keeps its progress, and A on the home screen shows it.", name=name)
        if await self.app.push_screen_wait(ConfirmScreen(self.say, question)):
            self.change(lambda: self.shelves().archive(name), lambda _: message("{name} is put aside.", name=name))

    @work(group="dialog")
    async def action_delete(self) -> None:
        """Delete the deck; a copy of it and of its progress goes to backups/ first."""
        name = self.chosen()
        if name is None or not self.is_current or self.refuses():  # a key held down asks once
            return
        from studytui.ui.screens.dialogs import ConfirmScreen  # for the rare moment

        question = message("Delete {name} and its progress? Both are kept in backups/ as a zip file.", name=name)
        if await self.app.push_screen_wait(ConfirmScreen(self.say, question)):
            self.change(lambda: self.shelves().delete(name), lambda _: message("{name} is in backups/ now.", name=name))

    def refuses(self) -> bool:
        """Say why nothing can be changed, where the library is open to be looked at only."""
        why = self.entrance.read_only
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

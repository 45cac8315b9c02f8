"""What keeps a library well: backups and their return, what another copy has, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders, path_of
from studytui.storage.lock import Holder, holder_of
from studytui.study.checks.all import Checked, checked
from studytui.study.checks.finding import Ground
from studytui.study.day import Clock, study_day
from studytui.study.elsewhere import brought_back, elsewhere, waits
from studytui.study.merge import Merged, merge
from studytui.study.shelf import Shelf

LARGE = 8 << 20
"""Bytes of decks and journals; to pack fewer takes no longer than to start a process."""


class Care:
    """Keeps a library well.

    Args:
        folders: The library.
        files: The door to the disk.
        shelf: Its deck files.
        now: Tells the moment.
        settings: What due dates depend on.
    """

    def __init__(self, folders: Folders, files: Files, shelf: Shelf, now: Clock, settings: Settings) -> None:
        self._folders, self._files, self._shelf = folders, files, shelf
        self._now, self._settings = now, settings

    def merge(self, other: str) -> Merged:
        """Bring in what another library, or a backup, has and this one lacks.

        Raises:
            StudyError: It is no library, or something could not be written.
        """
        from studytui.storage.copies import Copy

        path = path_of(other)
        if self._files.exists(path) and path.resolve() == self._folders.root.resolve():
            raise StudyError("{path} is this library itself.", path=path)
        done = merge(Copy(path, self._files), self._folders, self._shelf, self._files)
        brought_back(path, self._folders, self._files)
        return done

    def back_up(self, file: str | None = None) -> Path:
        """Write a backup into a file, or among the others; gives where it is.

        Raises:
            StudyError: There is such a file already, or it could not be written.
        """
        from studytui.storage.rolling import back_up, back_up_now

        if file is None:
            return back_up_now(self._folders, self._now(), self._files)
        target = path_of(file)
        if self._files.is_folder(target):
            target /= f"studytui {self._now():%Y-%m-%d %H%M%S}.zip"
        if self._files.exists(target):
            raise StudyError("{path} is there already. Choose another name.", path=target)
        return back_up(self._folders, target, self._now(), self._files)

    def back_up_daily(self, stopped: Callable[[], bool] | None = None) -> None:
        """Write the day's backup, where there is none yet.

        Args:
            stopped: Tells that nobody waits any more; a large library is backed up by a process of its own then.

        Raises:
            StudyError: It could not be written; everything else is as it was.
        """
        from studytui.storage.rolling import contents, daily, daily_name

        now = self._now()
        day = study_day(now)
        if stopped is None or self._files.exists(daily_name(self._folders, day)):
            daily(self._folders, day, now, self._files)
            return
        size = sum(self._files.stat(path).st_size for _, path in contents(self._folders, self._files))
        if size < LARGE:
            daily(self._folders, day, now, self._files)
            return
        from studytui.study.backing_up import backed_up_apart  # starts a process

        backed_up_apart(self._folders, now, day, stopped)

    def restore(self, file: str) -> str | Merged:
        """Put back what a backup holds: a whole library as it was then, or a deck that was deleted.

        Returns:
            Of a whole library, the name of the backup that was made first, empty where there was nothing to back up;
            of a deck, what came in.

        Raises:
            StudyError: It is no backup, or something could not be written; nothing is lost.
        """
        from studytui.storage.zips import Unzipped
        from studytui.study.restore import restore

        path = path_of(file)
        backup = Unzipped(path, self._files)
        if not backup.whole:
            return self.merge(file)
        return restore(backup, path, self._folders, self._now(), self._files)

    def check(self, *, repair: bool = False) -> list[Checked]:
        """Look at everything that was promised about the library, and mend what can be mended where that is wished.

        Raises:
            StudyError: There is no library.
        """
        root = self._folders.root
        if not self._files.exists(root):
            raise StudyError("{path} does not exist.", path=root)
        busy = not repair and self.holder() is not None
        ground = Ground(self._folders, self._files, self._shelf, self._settings, self._now(), busy)
        return list(checked(ground, repair=repair))

    def holder(self) -> Holder | None:
        """Who writes to the library; None where nobody does."""
        return holder_of(self._folders.lock, self._folders.holder, self._files)

    def notes(self) -> tuple[Message, ...]:
        """What a person should know: a restore that was interrupted, answers that wait elsewhere."""
        notes = [waits(path) for path in elsewhere(self._folders, self._files)]
        if self._files.exists(self._folders.restoring):
            from studytui.study.restore import unfinished

            left = unfinished(self._folders, self._files)
            notes += [left] if left else []
        return tuple(notes)

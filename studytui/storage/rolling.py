"""Backups of a whole library: one a day by itself, of which older ones are thinned out, and others when asked for."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from studytui.errors import StudyError
from studytui.storage.backup import free_name
from studytui.storage.files import TEMPORARY, Files
from studytui.storage.folders import Folders
from studytui.storage.zips import WHOLE, Unzipped, zipped

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of so many of the last days, weeks and months that have one the latest backup is kept."""


def contents(folders: Folders, files: Files) -> Iterator[tuple[str, Path]]:
    """What a backup holds: every file of decks and reviews, by its path within the library."""
    for folder in (folders.decks, folders.reviews):
        yield from _below(folder, folders.root, files)


def _below(folder: Path, root: Path, files: Files) -> Iterator[tuple[str, Path]]:
    for name in files.names(folder):
        path = folder / name
        if files.is_folder(path):
            yield from _below(path, root, files)
        elif files.is_file(path) and not name.endswith(TEMPORARY):
            yield path.relative_to(root).as_posix(), path


def back_up(folders: Folders, target: Path, now: datetime, files: Files) -> Path:
    """Write a backup of the whole library into a file and read it back; gives the file.

    Raises:
        StudyError: It could not be written, or is not what was written.
    """
    made = zipped(((name, files.read_bytes(path)) for name, path in contents(folders, files)), now, WHOLE)
    if not made.sums:
        raise StudyError("There is nothing to back up yet.")
    files.make_folder(target.parent)
    files.replace_durably(target, made.data)
    if Unzipped(target, files).sums != made.sums:
        raise StudyError("The backup {path} is not what was written: the disk is failing.", path=target)
    return target


def back_up_now(folders: Folders, now: datetime, files: Files, name: str = "library") -> Path:
    """Write a backup that is kept until the person removes it.

    Raises:
        StudyError: It could not be written, or is not what was written.
    """
    return back_up(folders, free_name(folders.backups, f"{name} {now:%Y-%m-%d %H%M%S}", files), now, files)


def daily(folders: Folders, day: date, now: datetime, files: Files) -> Path | None:
    """Write the day's backup and thin out the older ones; None where it is there, or there is nothing to back up.

    Nothing is thinned out before the new one was read back.

    Raises:
        StudyError: It could not be written, or is not what was written.
    """
    target = daily_name(folders, day)
    if files.exists(target) or not any(contents(folders, files)):
        return None
    for _, path in contents(folders, files):
        files.close_to_others(path)  # what git or a sync brought is closed here once a day
    back_up(folders, target, now, files)
    there = dated(folders, files)
    for old in sorted(set(there) - kept(there)):
        files.remove(daily_name(folders, old))
    return target


def daily_name(folders: Folders, day: date) -> Path:
    """The file of a day's backup."""
    return folders.backups / f"{day.isoformat()}.zip"


def dated(folders: Folders, files: Files) -> list[date]:
    """The days of the daily backups, the latest first."""
    days = []
    for name in files.names(folders.backups):
        stem, _, ending = name.rpartition(".")
        day = _day(stem) if ending == "zip" else None
        if day is not None:
            days.append(day)
    return sorted(days, reverse=True)


def kept(days: Iterable[date]) -> set[date]:
    """Which backups are kept: the latest of each of the last days, weeks and months that have one.

    It is counted by backups and not by the clock, so that a clock set ahead thins out no more than another.
    """
    days = sorted(set(days), reverse=True)
    weeks, months = dict[tuple[int, int], date](), dict[tuple[int, int], date]()
    for day in days:
        year, week, _ = day.isocalendar()
        weeks.setdefault((year, week), day)
        months.setdefault((day.year, day.month), day)
    return {*days[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]}


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None

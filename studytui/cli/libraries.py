"""The library of a command: opened to be read or to be written, and what is to be known of it told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from studytui.cli import context as contexts
from studytui.cli.context import Context
from studytui.errors import StudyError
from studytui.study.library import Library


@contextmanager
def reading(context: Context) -> Iterator[Library]:
    """The library, to be read beside whoever else uses it; nothing in it is changed."""
    library = Library.to_read(context.folder, os.environ, contexts.now, context.settings)
    yield library
    _note(context, library)


@contextmanager
def writing(context: Context) -> Iterator[Library]:
    """The library, to be written; nobody else writes it meanwhile.

    Raises:
        StudyError: Somebody else writes it, or it cannot be written.
    """
    library = Library.to_write(context.folder, os.environ, contexts.now, context.settings)
    try:
        yield library
        _note(context, library)
        _back_up(context, library)
    finally:
        library.close()


def _back_up(context: Context, library: Library) -> None:
    """Write the day's backup; what was to be done is done, so that a failure is only told."""
    try:
        library.back_up_daily()
    except StudyError as error:
        context.complain(error.message)


def _note(context: Context, library: Library) -> None:
    for note in library.notes():
        context.complain(note)

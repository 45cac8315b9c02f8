"""The app, opened in a terminal that can show it."""

import os
import sys
from random import Random

from studytui.cli.context import Context
from studytui.errors import StudyError
from studytui.study.library import InUseError, Library


def open_the_app(context: Context, files: tuple[str, ...]) -> int:
    """Open the app and give its exit code; where somebody else writes to the library, it is opened to be looked at.

    Raises:
        StudyError: This is no terminal, or the library cannot be used.
    """
    # Textual draws on standard error, so all three must be the terminal.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) or os.environ.get("TERM") == "dumb":
        raise StudyError("The app needs a terminal. Without one, `studytui review DECK --plain` asks line by line.")
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        # iTerm2 loses what an input method composes while the Kitty keyboard protocol is on; read when Textual loads.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from studytui.ui.app import StudyApp

    def opened(library: Library) -> int:
        app = StudyApp(library, context.say, Random(), files)  # noqa: S311 - it shuffles boards
        app.run()
        return app.return_code or 0

    try:
        with context.writing() as library:
            return opened(library)
    except InUseError as error:
        if files:  # what was asked for cannot be done
            raise
        holder = error.holder
    with context.reading(holder) as library:
        return opened(library)

"""The app, opened in a terminal that can show it."""

import os
import sys
from random import Random

from studytui.cli.context import Context
from studytui.errors import StudyError


def open_the_app(context: Context, files: tuple[str, ...]) -> int:
    """Open the app and give its exit code.

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

    with context.writing() as library:
        app = StudyApp(library, context.say, Random(), files)  # noqa: S311 - it shuffles boards
        app.run()
        return app.return_code or 0

"""The app, opened in a terminal that can show it."""

import gc
import os
import sys
from random import Random

from studytui.cli.context import Context, now
from studytui.errors import StudyError
from studytui.study.entrance import Entrance, InUseError


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
    gc.disable()  # nothing of what is loaded now is ever swept; the app goes on sweeping after its first frame
    from studytui.ui.app import StudyApp

    try:
        entrance = Entrance.to_write(context.folder, os.environ, now, context.settings)
    except InUseError as error:
        if files:  # what was asked for cannot be done
            raise
        entrance = Entrance.to_read(context.folder, os.environ, now, context.settings, error.holder)
    app = StudyApp(entrance, context.say, Random(), files)  # noqa: S311 - it shuffles boards
    try:
        app.run()
    finally:
        app.close()
    for note in app.notes():
        context.complain(note)
    return app.return_code or 0

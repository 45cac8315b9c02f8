"""The person's own editor: which it is, and a file opened in it."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from studytui.errors import StudyError


def editor_of(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The command of the editor, as $VISUAL or $EDITOR name it; nothing where neither does.

    Raises:
        StudyError: What they name is no command, such as one with an open quote.
    """
    wish = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        return tuple(shlex.split(wish))
    except ValueError as error:
        raise StudyError("$EDITOR is no command: {wish}. Mend it, or unset it to edit in here.", wish=wish) from error


def open_in(editor: Sequence[str], path: Path) -> None:
    """Open a file in the editor and wait until that is closed.

    Raises:
        StudyError: It could not be started, or ended with an error.
    """
    try:
        with _interrupts_are_its_own():
            code = subprocess.run([*editor, str(path)], check=False).returncode  # noqa: S603 - the person's own choice
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise StudyError(
            "The editor {editor} could not be started ({reason}). Set $EDITOR to another one, or unset it.",
            editor=editor[0],
            reason=reason,
        ) from error
    if code:
        raise StudyError(
            "The editor {editor} ended with error {code}; nothing was taken in.", editor=editor[0], code=code
        )


@contextmanager
def _interrupts_are_its_own() -> Iterator[None]:
    """Ctrl+C is for the editor; a handler, unlike ignoring it, is not handed down to that."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

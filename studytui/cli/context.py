"""What every command needs: the person's language, the library, and a way to print safely."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import click
import orjson

from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.settings import Settings
from studytui.study.library import Library

_LINE_ENDS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Context:
    """What every command needs.

    Attributes:
        say: Says messages in the person's language.
        folder: The library's folder as it was asked for, None for the usual one.
    """

    def __init__(self, say: Catalogue) -> None:
        self.say = say
        self.folder: str | None = None
        self._settings = Settings(language=say.language)

    @contextmanager
    def reading(self) -> Iterator[Library]:
        """The library, to be read beside whoever else uses it; nothing in it is changed."""
        yield Library.to_read(self.folder, os.environ, now, self._settings)

    @contextmanager
    def writing(self) -> Iterator[Library]:
        """The library, to be written; nobody else writes it meanwhile.

        Raises:
            StudyError: Somebody else writes it, or it cannot be written.
        """
        library = Library.to_write(self.folder, os.environ, now, self._settings)
        try:
            yield library
        finally:
            library.close()

    def print(self, text: str = "") -> None:
        """Print a line; what a terminal might obey is left out of it."""
        click.echo(safe(text))

    def tell(self, id_: str, /, plural: str = "", **arguments: object) -> None:
        """Print a sentence."""
        self.print(self.say.say(message(id_, plural, **arguments)))


def now() -> datetime:
    """The moment, with the zone of this machine."""
    return datetime.now().astimezone()


def safe(text: str) -> str:
    """The text without control characters, the ends of lines and columns left in."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable() or (c.isspace() and c not in _LINE_ENDS))


def print_json(value: object) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal is set to."""
    sys.stdout.flush()
    sys.stdout.buffer.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()

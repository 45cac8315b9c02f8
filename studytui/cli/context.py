"""What every command needs: the person's language, where the library is, and a way to print safely."""

from datetime import datetime

import click

from studytui.catalogue import Catalogue
from studytui.messages import Message, message
from studytui.settings import Settings


class Context:
    """What every command needs.

    Attributes:
        say: Says messages in the person's language.
        folder: The library's folder as it was asked for, None for the usual one.
        settings: What the person has set.
    """

    def __init__(self, say: Catalogue) -> None:
        self.say = say
        self.folder: str | None = None
        self.settings = Settings(language=say.language)

    def print(self, text: str = "") -> None:
        """Print a line; what a terminal might obey is left out of it."""
        from studytui.cli.printing import safe  # the app prints nothing

        click.echo(safe(text))

    def tell(self, id_: str, /, plural: str = "", **arguments: object) -> None:
        """Print a sentence."""
        self.print(self.say.say(message(id_, plural, **arguments)))

    def complain(self, said: Message) -> None:
        """Print a sentence where errors go, in one line whatever stands in it."""
        from studytui.cli.printing import safe  # the app prints nothing

        click.echo("studytui: " + safe(self.say.say(said)).replace("\n", " "), err=True)


def now() -> datetime:
    """The moment, with the zone of this machine."""
    return datetime.now().astimezone()

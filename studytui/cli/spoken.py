"""Commands whose help is in the person's language."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import TypeVar

import click

from studytui.catalogue import Catalogue
from studytui.cli.context import Context
from studytui.messages import message

C = TypeVar("C", bound=click.Command)

HEADINGS = {"Options": message("Options"), "Commands": message("Commands")}


class Spoken(click.Command):
    """A command whose help text and options are message ids, said when the help is shown."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the person's language."""
        say = _language_of(ctx)
        super(Spoken, _said(self, ctx, say)).format_help(ctx, _SpokenFormatter(say, formatter))


class SpokenGroup(click.Group):
    """A group of such commands."""

    command_class = Spoken

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the person's language."""
        say = _language_of(ctx)
        said = _said(self, ctx, say)
        found = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        said.commands = {name: _said(command, ctx, say) for name, command in found.items() if command is not None}
        super(SpokenGroup, said).format_help(ctx, _SpokenFormatter(say, formatter))


class _SpokenFormatter(click.HelpFormatter):
    """Writes the words that click itself puts in between in the person's language."""

    def __init__(self, say: Catalogue, into: click.HelpFormatter) -> None:
        super().__init__(width=into.width)
        self.buffer = into.buffer
        self._say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        del prefix
        super().write_usage(prog, args, self._say("Usage: "))

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part under a heading."""
        with super().section(self._say.say(HEADINGS[name]) if name in HEADINGS else name):
            yield


def _language_of(ctx: click.Context) -> Catalogue:
    context = ctx.find_root().obj
    return context.say if isinstance(context, Context) else Catalogue("en")


def _said(command: C, ctx: click.Context, say: Catalogue) -> C:
    """A copy of a command that speaks the person's language."""
    said = copy(command)
    said.help = say(command.help or "")
    said.short_help = said.help.split("\n\n")[0]
    said.params = [copy(parameter) for parameter in command.params]
    for parameter in said.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = say(parameter.help)
    asks = command.get_help_option(ctx)  # click makes it once and keeps it
    if asks is not None:
        asks.help = say("Show this help.")
    return said

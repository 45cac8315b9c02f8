"""Commands whose help is in the person's language."""

import click

from studytui.cli.context import Context


class Spoken(click.Command):
    """A command whose help text and options are message ids, said when the help is shown."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the person's language."""
        _translate(self, ctx)
        super().format_help(ctx, formatter)


class SpokenGroup(click.Group):
    """A group of such commands."""

    command_class = Spoken

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the person's language."""
        _translate(self, ctx)
        for command in self.commands.values():
            _translate(command, ctx)
        super().format_help(ctx, formatter)


def _translate(command: click.Command, ctx: click.Context) -> None:
    context = ctx.find_root().obj
    if not isinstance(context, Context):
        return
    if command.help:
        command.help = context.say(command.help)
        command.short_help = command.help.split("\n\n")[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = context.say(parameter.help)

"""What is wrong with a command line, in one sentence in the person's language; click says it in English only."""

import click

from studytui.messages import Message, message


def misused(error: click.ClickException) -> Message:
    """Say what is wrong and where the help is."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    path = ctx.command_path if ctx else "studytui"
    return message("{what} `{path} --help` shows what it takes.", what=_what(error), path=path)


def _what(error: click.ClickException) -> Message:
    match error:
        case click.NoSuchOption():
            return message("There is no option {option}.", option=error.option_name)
        case click.MissingParameter() if isinstance(error.param, click.Option):
            return message("The option {option} is missing.", option=error.param.opts[0])
        case click.MissingParameter() if error.param is not None:
            return message("{argument} is missing.", argument=error.param.human_readable_name.upper())
        case click.BadOptionUsage():
            return message("The option {option} is not used like that.", option=error.option_name)
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            return message(
                "{option} is one of {allowed}.",
                option=error.param.opts[0],
                allowed=", ".join(map(str, error.param.type.choices)),
            )
        case click.BadParameter() if error.param is not None:
            return message("The value of {option} is not right.", option=error.param.opts[0])
        case click.UsageError() if error.ctx is not None and isinstance(error.ctx.command, click.Group):
            # The name of a command that is not there is known to click since 8.4 only.
            allowed = ", ".join(error.ctx.command.list_commands(error.ctx))
            return message("The command is one of {allowed}.", allowed=allowed)
    return message("This is not understood: {what}", what=error.format_message())

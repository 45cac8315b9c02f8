"""The command line: which commands there are, and how errors leave it."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from studytui.catalogue import Catalogue, language_of
from studytui.cli.context import Context
from studytui.cli.spoken import SpokenGroup
from studytui.cli.streams import flushed, prepare_streams
from studytui.cli.usage import misused
from studytui.errors import StudyError
from studytui.messages import message

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
TAKES_A_VALUE = ("--library", "--language")
COMMANDS = {
    "outline": "documents:outline",
    "import": "documents:import_",
    "decks": "lists:decks",
    "due": "lists:due",
    "weak": "lists:weak",
    "stats": "stats:stats",
    "history": "lists:history",
    "deck": "deck:deck",
    "review": "review:review",
    "check": "keeping:check",
    "merge": "keeping:merge",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
}
"""Where each command is: its file is imported when it is called, so that the app does not wait for all of them."""


class Commands(SpokenGroup):
    """All commands; a first word that is none of them is a document to open the app with."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported where it is not yet."""
        del ctx
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            file, _, name = COMMANDS[cmd_name].partition(":")
            self.add_command(getattr(import_module(f"studytui.cli.{file}"), name), cmd_name)
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``open`` before the first word that is neither an option nor a command."""
        at = 0
        while at < len(args) and args[at].startswith("-"):
            at += 2 if args[at] in TAKES_A_VALUE else 1
        asks = {"--help", "-h", "--version"} & set(args[:at])
        given = at <= len(args)  # else the last option lacks its value, which shall be said
        if not asks and given and (at == len(args) or args[at] not in ("open", *COMMANDS)):
            args = [*args[:at], "open", *args[at:]]
        return super().parse_args(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Learn a structured speech by heart: every point, in order, under the right number.\n\n"
        "Without a command the app opens; FILEs are brought in first."
    ),
    subcommand_metavar="[FILE…] | COMMAND …",
)
@click.option("--library", metavar="DIR", help="Folder of the library (else $STUDYTUI_LIBRARY, else your data folder).")
@click.option("--language", metavar="zh|en", help="Language of the interface (else that of your system).")
@click.version_option(package_name="studytui", message="%(prog)s %(version)s", help="Show the version.")
@click.pass_context
def commands(ctx: click.Context, library: str | None, language: str | None) -> None:
    """Note the library; the language has been read before."""
    del language
    ctx.obj.folder = library


@commands.command("open", hidden=True)
@click.argument("files", nargs=-1)
@click.pass_obj
def open_app(context: Context, files: tuple[str, ...]) -> None:
    """Open the app."""
    from studytui.cli.opening import open_the_app  # Textual is loaded only where the app is wanted

    click.get_current_context().exit(open_the_app(context, files))


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code: 0 done, 1 could not, 2 wrong usage."""
    prepare_streams()
    context = Context(Catalogue(_language(arguments)))
    code = _run(arguments, context)
    if not flushed() and code == DONE:
        code = COULD_NOT
    return code


def _run(arguments: Sequence[str], context: Context) -> int:
    try:
        code = commands.main(list(arguments), "studytui", standalone_mode=False, obj=context)
        sys.stdout.flush()
    except StudyError as error:
        context.complain(error.message)
        return COULD_NOT
    except click.ClickException as error:
        context.complain(misused(error))
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return COULD_NOT  # whoever read our output has gone; there is nobody left to be told
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        context.complain(message("What is to be printed could not be written ({reason}).", reason=reason))
        return COULD_NOT
    return code if isinstance(code, int) else DONE


def _language(arguments: Sequence[str]) -> str:
    """The language that is asked for, found before anything can go wrong that would have to be said in it."""
    for before, after in zip(("", *arguments), (*arguments, ""), strict=True):
        wish = after if before == "--language" else after.removeprefix("--language=")
        if (before == "--language" or after.startswith("--language=")) and wish:
            return "zh_CN" if wish.startswith("zh") else "en"
    return language_of(os.environ)

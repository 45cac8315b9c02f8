"""``backup``, ``restore``, ``merge``, ``check``: what keeps a library well."""

import click

from studytui.cli.context import Context
from studytui.cli.spoken import Spoken
from studytui.study.merge import Merged


@click.command(
    "backup", cls=Spoken, help="Write a backup of all decks and answers, into FILE or among the others in backups/."
)
@click.argument("file", required=False)
@click.pass_obj
def backup(context: Context, file: str | None) -> None:
    """Write a backup."""
    with context.reading() as library:
        made = library.care.back_up(file)
    context.tell("The backup is written and was read back: {path}", path=made)


@click.command(
    "restore",
    cls=Spoken,
    help=(
        "Put back what a backup holds: the library as it was then, or a deck that was deleted. "
        "What is here now is backed up first."
    ),
)
@click.argument("file")
@click.pass_obj
def restore(context: Context, file: str) -> None:
    """Put back what a backup holds."""
    with context.writing() as library:
        done = library.care.restore(file)
    if isinstance(done, Merged):
        _tell(context, done)
        return
    context.tell("The library is as it was in {file}.", file=file)
    if done:
        context.tell(
            "What was here before is in backups/{before}. "
            "`studytui merge` with that file brings back answers given since.",
            before=done,
        )


@click.command(
    "merge",
    cls=Spoken,
    help="Bring in what another library, or a backup, has and this one lacks. Done twice it changes nothing.",
)
@click.argument("other")
@click.pass_obj
def merge(context: Context, other: str) -> None:
    """Bring in what another library has."""
    with context.writing() as library:
        done = library.care.merge(other)
    _tell(context, done)


def _tell(context: Context, done: Merged) -> None:
    if not (done.units or done.decks or done.versions):
        context.tell("Nothing is new: everything there is here already.")
    if done.units:
        context.tell("{n} answer or decision came in.", plural="{n} answers and decisions came in.", n=done.units)
    for name in done.decks:
        context.tell("{name} came in.", name=name)
    for name, version in done.versions:
        context.tell(
            "{name} has another text there. Yours stays; theirs is in decks/{file}: "
            "`studytui deck compare {name}` shows what differs.",
            name=name,
            file=f"{version}.md",
        )

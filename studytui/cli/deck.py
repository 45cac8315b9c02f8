"""``deck``: rename, put aside, take back, delete, and the day of the speech."""

from datetime import date

import click

from studytui.cli.context import Context
from studytui.cli.libraries import reading, writing
from studytui.cli.spoken import Spoken, SpokenGroup
from studytui.errors import StudyError


@click.group(
    "deck",
    cls=SpokenGroup,
    no_args_is_help=False,
    help="Rename a deck, put it aside, delete it, set the day of its speech.",
)
def deck() -> None:
    """Commands on one deck."""


@deck.command("rename", cls=Spoken, help="Give a deck another name; its progress stays with it.")
@click.argument("name")
@click.argument("new")
@click.pass_obj
def rename(context: Context, name: str, new: str) -> None:
    """Rename a deck."""
    with writing(context) as library:
        new = library.rename(name, new)
    context.tell("It is called {new} now.", new=new)


@deck.command("archive", cls=Spoken, help="Put a deck aside: it keeps its progress, but is not asked.")
@click.argument("name")
@click.pass_obj
def archive(context: Context, name: str) -> None:
    """Put a deck aside."""
    with writing(context) as library:
        library.archive(name)
    context.tell("{name} is put aside.", name=name)


@deck.command("unarchive", cls=Spoken, help="Take back a deck that was put aside.")
@click.argument("name")
@click.pass_obj
def unarchive(context: Context, name: str) -> None:
    """Take a deck back."""
    with writing(context) as library:
        library.unarchive(name)
    context.tell("{name} is back.", name=name)


@deck.command("delete", cls=Spoken, help="Move a deck and its progress to backups/, as a zip file.")
@click.argument("name")
@click.pass_obj
def delete(context: Context, name: str) -> None:
    """Delete a deck."""
    with writing(context) as library:
        kept = library.delete(name)
    context.tell("{name} is in backups/ now: {file}", name=name, file=kept)


@deck.command("day", cls=Spoken, help="Set the day of the speech, written like 2026-12-31, or none.")
@click.argument("name")
@click.argument("day")
@click.pass_obj
def day(context: Context, name: str, day: str) -> None:
    """Set the day of the speech."""
    try:
        when = None if day == "none" else date.fromisoformat(day)
    except ValueError:
        raise StudyError("“{day}” is not a day; write it like 2026-12-31.", day=day) from None
    with writing(context) as library:
        library.set_day(name, when)
    if when is None:
        context.tell("The speech {name} has no day.", name=name)
    else:
        context.tell("The speech {name} is on {day}.", name=name, day=when)


@deck.command(
    "compare", cls=Spoken, help="Show how another version of a deck, left by a merge, differs; take it or drop it."
)
@click.argument("name")
@click.option("--take", metavar="VERSION", help="Go on with that version; yours is put aside, all progress stays.")
@click.option("--drop", metavar="VERSION", help="Put that version aside; yours stays.")
@click.pass_obj
def compare(context: Context, name: str, take: str | None, drop: str | None) -> None:
    """Compare a deck with its other versions."""
    if take or drop:
        with writing(context) as library:
            if take:
                library.versions.take(name, take)
            if drop:
                library.versions.drop(drop)
        context.tell("It is done; the other text is in backups/aside/.")
        return
    with reading(context) as library:
        library.deck(name)
        found = [(version, library.versions.compare(name, version)) for version in library.versions.of(name)]
    if not found:
        context.tell("{name} has no other version.", name=name)
    for version, differences in found:
        context.print(f"{version}:")
        for said in differences:
            context.print("  " + context.say.say(said))

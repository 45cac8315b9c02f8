"""``backup``, ``restore``, ``merge``, ``check``: what keeps a library well."""

import click

from studytui.cli.context import Context
from studytui.cli.libraries import reading, writing
from studytui.cli.printing import print_json
from studytui.cli.spoken import Spoken
from studytui.study.checks.all import Checked
from studytui.study.merge import Merged


@click.command(
    "backup", cls=Spoken, help="Write a backup of all decks and answers, into FILE or among the others in backups/."
)
@click.argument("file", required=False)
@click.pass_obj
def backup(context: Context, file: str | None) -> None:
    """Write a backup."""
    with reading(context) as library:
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
    with writing(context) as library:
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
    with writing(context) as library:
        done = library.care.merge(other)
    _tell(context, done)


@click.command(
    "check",
    cls=Spoken,
    help=(
        "Look at every file of the library, and say what is wrong; exit code 1 where something is. "
        "--repair mends what can be mended, sets aside what cannot, and deletes nothing."
    ),
)
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.pass_obj
def check(context: Context, repair: bool, as_data: bool) -> None:
    """Look at the library."""
    with writing(context) if repair else reading(context) as library:
        found = library.care.check(repair=repair)
    wrong = sum(one.wrong for one in found)
    if as_data:
        print_json({"wrong": wrong, "findings": [_row(context, one) for one in found]})
    else:
        for one in found:
            _print(context, one)
        if not repair and any(one.finding.mend for one in found):
            context.tell("`studytui check --repair` mends what can be mended; it deletes nothing.")
        elif not wrong:
            context.tell("All is well.")
    click.get_current_context().exit(1 if wrong else 0)


def _row(context: Context, one: Checked) -> dict[str, object]:
    return {
        "kind": one.finding.kind,
        "path": str(one.finding.path),
        "said": context.say.say(one.finding.said),
        "note": not one.finding.wrong,
        "mended": None if one.mended is None else context.say.say(one.mended),
        "failed": None if one.failed is None else context.say.say(one.failed),
    }


def _print(context: Context, one: Checked) -> None:
    context.print(("! " if one.finding.wrong else "- ") + context.say.say(one.finding.said))
    if one.mended is not None:
        context.print("  = " + context.say.say(one.mended))
    if one.failed is not None:
        context.print("  ! " + context.say.say(one.failed))


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

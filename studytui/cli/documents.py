"""``outline``: how a document is understood. ``import``: the same, and kept as a deck."""

import sys

import click

from studytui.cli.context import Context
from studytui.cli.libraries import writing
from studytui.cli.printing import print_json
from studytui.cli.spoken import Spoken
from studytui.errors import StudyError
from studytui.exchange.document import Document
from studytui.outline.asdict import as_json
from studytui.outline.convert import converted
from studytui.study.bring import Draft, deck_name, drafted
from studytui.study.deck import VIEWS
from studytui.study.told import UNDOABLE, told

_KEEP = click.option(
    "--keep",
    "kept",
    multiple=True,
    metavar="KIND:LINE",
    help="Leave this place as it stands in the source, such as advert:30; may be given again.",
)


@click.command(
    "outline", cls=Spoken, help="Show how a document is understood: its tree and its warnings. Writes nothing."
)
@click.argument("file")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.option("--simplified", "script", flag_value="simplified", help="Convert to simplified characters.")
@click.option("--traditional", "script", flag_value="traditional", help="Convert to traditional characters.")
@click.option("--encoding", help="Encoding of the file, where it is guessed wrong.")
@_KEEP
@click.pass_obj
def outline(
    context: Context, file: str, as_data: bool, script: str | None, encoding: str | None, kept: tuple[str, ...]
) -> None:
    """Show how a document is understood."""
    draft = drafted(_document(file, encoding), _places(kept))
    found = converted(draft.outline, VIEWS[script]) if script else draft.outline
    if as_data:
        print_json(as_json(found) | {"read": _how_read(context, draft.document)})
        return
    from studytui.cli.tree import Tree

    Tree(context, found, draft.document.notes).show()


@click.command("import", cls=Spoken, help="Bring documents in, each as a deck of its own. - is standard input.")
@click.argument("files", nargs=-1, required=True)
@click.option("--name", help="Name of the deck (else the document's title).")
@click.option("--update", "updated", metavar="DECK", help="Make it the new version of a deck; all history follows.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.option("--encoding", help="Encoding of the file, where it is guessed wrong.")
@_KEEP
@click.pass_obj
def import_(
    context: Context,
    files: tuple[str, ...],
    name: str | None,
    updated: str | None,
    as_data: bool,
    encoding: str | None,
    kept: tuple[str, ...],
) -> None:
    """Bring documents in."""
    if updated is not None and (name or len(files) > 1):
        raise StudyError("--update goes with one document only, and without --name.")
    if updated == "":
        raise StudyError("--update takes the name of a deck; “studytui decks” lists them.")
    if kept and len(files) > 1:
        raise StudyError("--keep goes with one document only.")
    places = _places(kept)
    if name and len(files) > 1:
        raise StudyError("--name goes with one document only.")
    # All are read before the first is kept, so that a bad one leaves nothing half done.
    drafts = [drafted(_document(file, encoding), places) for file in files]
    if updated is not None:
        from studytui.cli.updating import update  # only where a deck is brought up to date

        update(context, updated, drafts[0], as_data=as_data)
        if not as_data:
            _tell_what_to_check(context, drafts[0])
        return
    with writing(context) as library:
        decks = [(library.keep(draft, name), draft) for draft in drafts]
        library.save()
    if as_data:
        print_json([_row(deck, draft) for deck, draft in decks])
        return
    for deck, draft in decks:
        _tell_kept(context, deck, draft, deck_name(name or draft.name))


def _row(deck: str, draft: Draft) -> dict[str, object]:
    return {"name": deck, "nodes": len(draft.outline.nodes), "warnings": len(draft.outline.warnings)}


def _tell_kept(context: Context, deck: str, draft: Draft, wish: str) -> None:
    n = len(draft.outline.nodes)
    context.tell("{name}: {n} node", plural="{name}: {n} nodes", name=deck, n=n)
    if deck != wish:
        said = context.say("there is a deck {name} already: --update makes a document its new version", name=wish)
        context.print("  ! " + said)
    _tell_what_to_check(context, draft)


def _tell_what_to_check(context: Context, draft: Draft) -> None:
    """How the document was read, and where its outline may be wrong."""
    for said in (*draft.document.notes, *map(told, draft.outline.warnings)):
        context.print("  ! " + context.say.say(said))


def _document(file: str, encoding: str | None) -> Document:
    from studytui.exchange.read import read_file, read_stream  # only where a document is read

    if file == "-":
        return read_stream(sys.stdin.buffer, encoding)
    return read_file(file, encoding)


def _places(kept: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The repairs that are not wanted.

    Raises:
        StudyError: One is no kind and line.
    """
    found: list[tuple[str, int]] = []
    for place in kept:
        kind, _, line = place.partition(":")
        if kind not in UNDOABLE or not (line.isascii() and line.isdecimal()):
            raise StudyError(
                "--keep {place}: it takes a kind and a line, such as advert:30; the kinds are {kinds}.",
                place=place,
                kinds=", ".join(sorted(UNDOABLE)),
            )
        found.append((kind, int(line)))
    return tuple(found)


def _how_read(context: Context, document: Document) -> dict[str, object]:
    return {
        "format": document.format,
        "encoding": document.encoding,
        "notes": [context.say.say(note) for note in document.notes],
    }

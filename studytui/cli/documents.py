"""``outline``: how a document is understood. ``import``: the same, and kept as a deck."""

import sys

import click

from studytui.cards.label import numbered
from studytui.cli.context import Context, print_json
from studytui.cli.spoken import Spoken
from studytui.errors import StudyError
from studytui.exchange.document import Document
from studytui.outline.asdict import as_json
from studytui.outline.convert import converted
from studytui.outline.tree import Outline
from studytui.study.bring import drafted
from studytui.study.deck import VIEWS
from studytui.study.told import told

DEEPEST = 20


@click.command(
    "outline", cls=Spoken, help="Show how a document is understood: its tree and its warnings. Writes nothing."
)
@click.argument("file")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.option("--simplified", "script", flag_value="simplified", help="Convert to simplified characters.")
@click.option("--traditional", "script", flag_value="traditional", help="Convert to traditional characters.")
@click.option("--encoding", help="Encoding of the file, where it is guessed wrong.")
@click.pass_obj
def outline(context: Context, file: str, as_data: bool, script: str | None, encoding: str | None) -> None:
    """Show how a document is understood."""
    draft = drafted(_document(file, encoding))
    found = converted(draft.outline, VIEWS[script]) if script else draft.outline
    if as_data:
        print_json(as_json(found) | {"read": _how_read(context, draft.document)})
        return
    _print_tree(context, found)
    for note in draft.document.notes:
        context.print("! " + context.say.say(note))


@click.command("import", cls=Spoken, help="Bring documents in, each as a deck of its own. - is standard input.")
@click.argument("files", nargs=-1, required=True)
@click.option("--name", help="Name of the deck (else the document's title).")
@click.option("--json", "as_data", is_flag=True, help="Print JSON.")
@click.option("--encoding", help="Encoding of the file, where it is guessed wrong.")
@click.pass_obj
def import_(context: Context, files: tuple[str, ...], name: str | None, as_data: bool, encoding: str | None) -> None:
    """Bring documents in."""
    if name and len(files) > 1:
        raise StudyError("--name goes with one document only.")
    # All are read before the first is kept, so that a bad one leaves nothing half done.
    drafts = [drafted(_document(file, encoding)) for file in files]
    with context.writing() as library:
        kept = [(library.keep(draft, name), draft) for draft in drafts]
        library.save()
    if as_data:
        print_json(
            [
                {"name": deck, "nodes": len(draft.outline.nodes), "warnings": len(draft.outline.warnings)}
                for deck, draft in kept
            ]
        )
        return
    for deck, draft in kept:
        n = len(draft.outline.nodes)
        context.tell("{name}: {n} node", plural="{name}: {n} nodes", name=deck, n=n)
        for said in (*draft.document.notes, *map(told, draft.outline.warnings)):
            context.print("  ! " + context.say.say(said))


def _document(file: str, encoding: str | None) -> Document:
    from studytui.exchange.read import read_bytes, read_file  # only where a document is read

    if file == "-":
        return read_bytes(sys.stdin.buffer.read(), "-", encoding)
    return read_file(file, encoding)


def _how_read(context: Context, document: Document) -> dict[str, object]:
    return {
        "format": document.format,
        "encoding": document.encoding,
        "notes": [context.say.say(note) for note in document.notes],
    }


def _print_tree(context: Context, found: Outline) -> None:
    context.print(found.title)
    named = {(group.parent, group.group): group.name for group in found.groups if group.name}
    for i, node in enumerate(found.nodes):
        indent = "  " * min(node.depth, DEEPEST)
        name = named.pop((found.parents[i], node.group), "")
        if name:
            context.print(f"{indent}| {name}")
        notes = [context.say("{n} paragraph", plural="{n} paragraphs", n=len(node.body))] if node.body else []
        notes += [context.say("text missing")] if node.gaps else []
        context.print(f"{indent}{numbered(node.marker, node.text)}" + (f"   ({', '.join(notes)})" if notes else ""))
    for warning in found.warnings:
        context.print("! " + context.say.say(told(warning)))

"""``import --update``: a new version of the document that a deck was made of; all history follows."""

from studytui.cards.label import numbered
from studytui.cli.context import Context
from studytui.cli.libraries import writing
from studytui.cli.printing import print_json
from studytui.outline.tree import Outline
from studytui.study.bring import Draft
from studytui.study.changes import WORDS, Change, What, counts
from studytui.study.matches import Matches


def update(context: Context, deck: str, draft: Draft, *, as_data: bool) -> None:
    """Make a document the new version of a deck and print what has become of its points.

    Raises:
        StudyError: There is no such deck, or it could not be written; then it is as it was.
    """
    with writing(context) as library:
        matches = library.editing.update(deck, draft)
        library.save()
    if as_data:
        print_json(_as_data(deck, matches, draft))
        return
    said = "  ".join(context.say.say(count) for count in counts(matches.kept, matches.changes))
    context.tell("{name}: {said}", name=deck, said=said)
    for change in matches.changes:
        context.print(f"  {context.say.say(WORDS[change.what])}  {_said(change, matches)}")


def _as_data(deck: str, matches: Matches, draft: Draft) -> dict[str, object]:
    outline = draft.outline
    rows: dict[str, object] = {"name": deck, "nodes": len(outline.nodes), "warnings": len(outline.warnings)}
    rows["kept"] = matches.kept
    for what in WORDS:
        rows[what.value] = [_row(change, matches) for change in matches.changes if change.what is what]
    return rows


def _row(change: Change, matches: Matches) -> dict[str, str]:
    was = {} if change.was is None else {"was": _text(matches.before.outline, change.was)}
    return was | ({} if change.node is None else {"now": _text(matches.deck.file.outline, change.node)})


def _said(change: Change, matches: Matches) -> str:
    row = _row(change, matches)
    both = change.what in (What.REWORDED, What.RENUMBERED)
    return f"{row['was']} → {row['now']}" if both else row.get("now") or row["was"]


def _text(outline: Outline, node: int) -> str:
    one = outline.nodes[node]
    return numbered(one.marker, one.text)

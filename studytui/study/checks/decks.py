"""The deck files: each in the grammar, no two of one deck, other versions waiting to be looked at."""

from collections.abc import Iterator

from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.checks.finding import Finding, Ground


def decks(ground: Ground) -> Iterator[Finding]:
    """Look at the deck files."""
    seen: dict[str, str] = {}
    for name, path in ground.shelf.paths():
        try:
            deck = ground.shelf.read_at(path)
        except StudyError as error:
            yield Finding("deck", path, error.message)
            continue
        if deck.id in seen:
            yield Finding(
                "same_deck",
                path,
                message(
                    "{name} and {other} are the same deck (one id). Move one of the two files out of decks/.",
                    name=seen[deck.id],
                    other=name,
                ),
            )
        seen.setdefault(deck.id, name)
        for version in ground.shelf.versions(name):
            yield Finding(
                "version",
                path.with_name(f"{version}.md"),
                message(
                    "{name} has another version, {version}, which waits to be compared.", name=name, version=version
                ),
                wrong=False,
            )

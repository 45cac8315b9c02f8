"""The decks that come with the program; an installed copy carries them, a checkout has them beside the package."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studytui.outline.deck import Deck
from studytui.outline.deck_read import read

SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class Bundled:
    """A deck that comes with the program.

    Attributes:
        name: What it is called.
        deck: What its file holds.
    """

    name: str
    deck: Deck

    @property
    def title(self) -> str:
        """The document's title."""
        return self.deck.outline.title or self.name

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return len(self.deck.outline.nodes)


@cache
def bundled() -> tuple[Bundled, ...]:
    """All of them, by name."""
    return tuple(Bundled(e.stem, read(e.read_text("utf-8"), e.name)) for e in sorted(_folder().glob(f"*{SUFFIX}")))


def _folder() -> Path:
    package = Path(__file__).parents[1]
    inside = package / "decks"
    return inside if inside.is_dir() else package.parent / "decks"

"""A document on its way to become a deck: how it is understood, and what it will be called."""

import unicodedata
from dataclasses import dataclass

from studytui.errors import StudyError
from studytui.exchange.document import Document
from studytui.outline.tree import Outline

LONGEST = 60
"""A deck's name has at most this many characters."""
MOST = 200_000
"""A document has at most this many nodes."""
DEEPEST = 6_000
"""A document is at most this many levels deep."""
_BAD = frozenset('/\\:*?"<>|')


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as it was understood, not stored yet.

    Attributes:
        outline: The tree and its warnings.
        name: What the deck will be called.
        document: What came in.
        kept: Repairs that the person does not want, each by the kind and the line of its warning, the last one last.
    """

    outline: Outline
    name: str
    document: Document
    kept: tuple[tuple[str, int], ...] = ()

    @property
    def source(self) -> str:
        """Where it came from."""
        return self.document.source

    def keeping(self, kept: tuple[tuple[str, int], ...]) -> "Draft":
        """The document understood anew, with other repairs left out.

        Raises:
            StudyError: Nothing numbered is left.
        """
        return drafted(self.document, kept)


def drafted(document: Document, kept: tuple[tuple[str, int], ...] = ()) -> Draft:
    """Understand a document.

    Args:
        document: What came in.
        kept: Repairs that are not wanted, each by the kind and the line of its warning.

    Raises:
        StudyError: It has no numbering at all, so there is nothing to be asked; or more of it than anybody learns.
    """
    from studytui.outline.parse import parse  # a tenth of a second that the first frame need not wait for

    outline = parse(document.text, frozenset(kept))
    if not outline.nodes:
        raise StudyError(
            "{name} has no numbered points, so there is nothing to ask. "
            "Put a number before each point (一、 or 1. or 一是) and bring it in again.",
            name=document.source,
        )
    _within_limits(outline, document.source)
    return Draft(outline, deck_name(outline.title or document.name), document, kept)


def _within_limits(outline: Outline, name: str) -> None:
    if len(outline.nodes) > MOST:
        raise StudyError(
            "{name} has too many points: the limit is {limit}. Cut it into parts and import each.",
            name=name,
            limit=MOST,
        )
    if max((node.depth for node in outline.nodes), default=0) > DEEPEST:
        raise StudyError("{name} is nested too deeply: the limit is {limit} levels.", name=name, limit=DEEPEST)


def deck_name(wish: str, instead: str = "deck") -> str:
    """A name that every file system takes: no separators, no control characters, not too long.

    Args:
        wish: What it should be called.
        instead: Stands in for a name of which nothing is left.
    """
    kept = "".join(c for c in unicodedata.normalize("NFC", wish) if c not in _BAD and c.isprintable())
    return " ".join(kept.split()).lstrip(".")[:LONGEST].strip(" .") or instead

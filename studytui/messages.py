"""What is said to a person is a value: a message id and its arguments, rendered where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for a person, not yet in any language.

    Attributes:
        id: The English sentence, which is the gettext message id; arguments stand in it as ``{name}``.
        arguments: What goes into the places of the sentence: numbers, texts, or messages of their own.
        plural: The English plural where the sentence depends on the argument ``n``, else empty.
    """

    id: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""


def message(id_: str, /, plural: str = "", **arguments: object) -> Message:
    """Make a message; the first argument is what the catalogues are extracted from."""
    return Message(id_, arguments, plural)

"""What a slow thing says of how far it is, and how it learns that nobody waits for it any more."""

from collections.abc import Callable
from typing import TypeAlias

Told: TypeAlias = Callable[[int, int], None]
"""Is told how many of how many are done."""
Stopped: TypeAlias = Callable[[], bool]
"""Whether nobody wants it any more; asked again and again."""


def untold(done: int, of: int) -> None:
    """Nobody wants to know how far it is."""


def never() -> bool:
    """It is wanted to the end."""
    return False

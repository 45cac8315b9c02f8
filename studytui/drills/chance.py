"""Chance as an argument: what a drill needs of it, so that the same seed asks the same."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Chance(Protocol):
    """A source of chance; `random.Random` is one."""

    def shuffle(self, x: list[int], /) -> None:
        """Put a list into a chance order."""

    def choice(self, seq: Sequence[T], /) -> T:
        """One of them."""

    def sample(self, population: Sequence[T], /, k: int) -> list[T]:
        """Some of them, each once, in chance order."""

    def random(self) -> float:
        """A number from 0 up to 1."""

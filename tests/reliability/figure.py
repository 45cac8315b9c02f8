"""What a campaign found: how many tries of each kind, and what was lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tries:
    """The tries of one kind.

    Attributes:
        kind: What was done to the library.
        tries: How often.
        lost: For each try that lost something, or after which the program did not start, what and where.
        told: How often the program said something about it.
    """

    kind: str
    tries: int = 0
    lost: list[str] = field(default_factory=list)
    told: int = 0

    def add(self, where: object, wrong: list[str], *, told: bool = False) -> None:
        """Note one try."""
        self.tries += 1
        self.told += told
        self.lost += [f"{self.kind}, {where}: {one}" for one in wrong]

    def as_json(self) -> dict[str, object]:
        """The figures as plain values, with the first losses in words."""
        return {
            "kind": self.kind,
            "tries": self.tries,
            "lost": len(self.lost),
            "told": self.told,
            **({"first": self.lost[:3]} if self.lost else {}),
        }


Campaign = Iterator[Tries]

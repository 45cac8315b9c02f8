"""Snowball: the first alone, then the first two, then the first three; a chain that broke comes back from the link."""

from dataclasses import dataclass, replace

from studytui.cards.card import Kind
from studytui.drills.drill import Drill
from studytui.messages import message

SNOWBALL = Drill("snowball", message("Snowball"), (Kind.LIST, Kind.PASSAGE), self_rated=True)


@dataclass(frozen=True, slots=True)
class Snowball:
    """A chain that is being learnt; each answer makes another one.

    Attributes:
        size: How many there are to be said.
        length: How many are said in this round, from the first.
        at: Which one is to be said now.
        broken: Whether the chain broke in this round, so that it is said once more before it grows.
        links: How often the chain broke before each one.
        said: How many were said so far, all rounds together.
    """

    size: int
    length: int = 1
    at: int = 0
    broken: bool = False
    links: tuple[int, ...] = ()
    said: int = 0

    @property
    def done(self) -> bool:
        """Whether all were said in one go."""
        return self.length > self.size

    @property
    def weakest(self) -> tuple[int, ...]:
        """Those before which the chain broke, the ones that broke most often first."""
        broke = [at for at, times in enumerate(self.links) if times]
        return tuple(sorted(broke, key=lambda at: -self.links[at]))


def begin(size: int) -> Snowball:
    """Nothing said yet."""
    return Snowball(size, links=(0,) * size)


def say(ball: Snowball, *, right: bool) -> Snowball:
    """One was said.

    A right one leads to the next; behind the last of an unbroken round the chain grows by one, a broken round is said
    again. A wrong one breaks the chain: it goes on from the one before, over the link that broke.
    """
    if ball.done:
        return ball
    said = ball.said + 1
    if not right:
        links = tuple(times + (at == ball.at) for at, times in enumerate(ball.links))
        return replace(ball, at=max(ball.at - 1, 0), broken=True, links=links, said=said)
    if ball.at + 1 < ball.length:
        return replace(ball, at=ball.at + 1, said=said)
    # A single point that was missed has been said now; there is no chain to be said again.
    again = ball.broken and ball.length > 1
    return replace(ball, length=ball.length + (not again), at=0, broken=False, said=said)

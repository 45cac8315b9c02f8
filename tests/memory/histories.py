"""Arbitrary histories: a few devices, clocks that stand still, jump ahead and go back, every kind of event."""

from collections.abc import Iterator, Sequence
from datetime import date

from hypothesis import strategies as st

from studytui.memory import unit as events
from studytui.memory.replay import Progress
from studytui.memory.unit import Event, Unit

DEVICES = ("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")
KEYS = ("k1", "k2", "k3")
CARDS = ("point:k1", "place:k1", "link:k1>k2", "list:k1.1", "point:k2")
FIRST_DAY = date(2026, 11, 23).toordinal()

days = st.integers(0, 60).map(lambda n: date.fromordinal(FIRST_DAY + n).isoformat())
cards = st.sampled_from(CARDS)

reviews = st.builds(
    events.review,
    card=cards,
    rating=st.integers(1, 4),
    proposed=st.just(3),
    drill=st.sampled_from(["match", "recall"]),
    ms=st.integers(0, 9000),
    practice=st.booleans(),
    taken_for=st.none() | st.sampled_from(KEYS),
)
outline_rows = st.fixed_dictionaries(
    {
        "key": st.sampled_from(KEYS),
        "text": st.sampled_from(["甲", "乙"]),
        "place": st.sampled_from(["1.1", "1.2", "2.1"]),
    }
)
decisions: st.SearchStrategy[Event] = st.one_of(
    st.builds(events.suspend, cards),
    st.builds(events.resume, cards),
    st.builds(events.bury, cards, days),
    st.builds(events.reset, cards),
    st.builds(events.outline, st.lists(outline_rows, max_size=3, unique_by=lambda row: row["key"])),
    st.builds(events.setting, st.just("retention"), st.floats(0.7, 0.97)),
)
renames = st.builds(events.rename, st.sampled_from(KEYS), st.sampled_from([*KEYS, "k9"]), st.just("user"))
strange: st.SearchStrategy[Event] = st.sampled_from(
    [{"kind": "dream", "of": "sheep"}, {"kind": "review", "card": 7, "rating": 3}, {"kind": "bury", "card": "point:k1"}]
)


@st.composite
def histories(draw: st.DrawFn, *, most: int = 14) -> list[Unit]:
    """Units of up to three devices, in no order; each device numbers its own."""
    count = draw(st.integers(0, most))
    clocks = dict.fromkeys(DEVICES, 1_795_399_200_000)
    seqs = dict.fromkeys(DEVICES, 0)
    units: list[Unit] = []
    for n in range(count):
        device = draw(st.sampled_from(DEVICES))
        clocks[device] += draw(st.sampled_from([0, 0, 1000, 5000, -7000, 90_000_000]))
        seqs[device] += 1
        undo = st.builds(events.undo, st.integers(0, count).map(lambda of: f"unit-{of}"))
        event = draw(st.one_of(reviews, reviews, reviews, decisions, undo, renames, strange))
        more = draw(st.lists(reviews, max_size=1))
        units.append(Unit(f"unit-{n}", seqs[device], clocks[device], draw(days), (event, *more), device))
    return draw(st.permutations(units))


def answers(*rows: tuple[str, str, int], device: str = DEVICES[0], **more: object) -> list[Unit]:
    """One unit an answer, from rows of day, card and rating."""
    return [one(n, day, review(card, rating, **more), device) for n, (day, card, rating) in enumerate(rows, 1)]


def review(card: str, rating: int, **more: object) -> Event:
    """A counted answer by recall, or with other fields."""
    return {**events.review(card, rating, rating, "recall", 1000), **more}


def one(seq: int, day: str, event: Event, device: str = DEVICES[0]) -> Unit:
    """A unit of one event, written a second after the one before."""
    return Unit(f"{device}-{seq}", seq, 1_795_399_200_000 + 1000 * seq, day, (event,), device)


def same(one: Progress, other: Progress) -> bool:
    """Whether two histories came to the same, for everything that is shown or asked."""
    return (one.memories, one.known, one.days) == (other.memories, other.known, other.days)


def merged(units: Sequence[Unit]) -> Iterator[Unit]:
    """The order of replay in other words: of the units that stand first on each device, the one with the least time."""
    queues = {d: sorted((u for u in units if u.device == d), key=lambda u: u.seq) for d in DEVICES}
    times = dict.fromkeys(DEVICES, 0)
    while any(queues.values()):
        heads = [(max(times[d], queue[0].at), d) for d, queue in queues.items() if queue]
        time, device = min(heads)
        times[device] = time
        yield queues[device].pop(0)

"""A large library made by seed, the same every time, and kept in a temporary folder for the next run."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from studytui.cards.card import Card, cards
from studytui.cards.keys import match, places
from studytui.memory.unit import Event, Unit, outline, review, undo
from studytui.outline.deck import Deck
from studytui.outline.deck_write import write
from studytui.outline.numerals import numeral
from studytui.outline.tree import Node, Outline
from studytui.settings import Settings
from studytui.storage.device import DECK_ID, DEVICE_ID, UNIT_ID, new_id
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.storage.line import encode
from studytui.storage.state import VERSION
from studytui.study.library import Library

FORM = f"6.{VERSION}"
"""Another one when what is made here, or what the program keeps of it, is made otherwise."""
SECTIONS, POINTS = 6, 10
"""So many sections a deck, of so many points each; the last section has one more."""
CARDS = 3 * (SECTIONS * (1 + POINTS) + 1)
UNMET = 0.1
"""The share of a deck, its last cards, that was never asked."""
FIRST_DAY = date(2025, 9, 1)
STUDY_DAYS = 180
AFTERWARDS = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
"""The morning after the last study day."""
_WORDS = ("加强", "完善", "健全", "推动", "提升", "改进", "整合", "落实", "拓宽", "夯实")
_THINGS = ("社区治理", "服务网络", "工作制度", "群众参与", "队伍素质", "考核办法", "基层阵地", "长效机制", "宣传渠道")
_WHERE = ("在一线", "到楼栋", "进家门", "上平台", "入网格", "见实效", "出经验", "有着落")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a library is.

    Attributes:
        decks: Decks, of 201 cards each.
        reviews: Reviews of all of them together.
    """

    decks: int
    reviews: int

    @property
    def cards(self) -> int:
        """Cards of all decks together."""
        return self.decks * CARDS

    @property
    def told(self) -> str:
        """The size in words."""
        return f"{self.decks:,} decks, {self.cards:,} cards, {self.reviews:,} reviews".replace(",", " ")


LARGE = Size(500, 1_000_000)
SMALL = Size(3, 6_000)
ONE = Size(1, 2_000)


def made(size: Size) -> Path:
    """The folder of a library of a size, its state kept as the program keeps it; not to be written to."""
    place = Path(tempfile.gettempdir()) / f"studytui-bench-{FORM}-{os.getuid()}-{size.decks}-{size.reviews}"
    if not place.exists():
        half = place.with_name(place.name + f".{os.getpid()}")
        _make(half, size)
        half.rename(place)
    return place


def copied(size: Size, folder: Path) -> Path:
    """A copy of the library of a size, to be written to."""
    return Path(shutil.copytree(made(size), folder / f"library-{size.decks}"))


def opened(root: Path, device: str | None = "bbbbbbbbbb", tick: timedelta = timedelta(milliseconds=7)) -> Library:
    """Open a library as the program does, on a morning on which its cards have come back; each look is a tick later."""
    return Library(Folders(root), Files(), _Ticking(AFTERWARDS, tick), Settings(), device)


class _Ticking:
    """A clock on which no two answers are given at once."""

    def __init__(self, now: datetime, tick: timedelta) -> None:
        self._now, self._tick = now, tick

    def __call__(self) -> datetime:
        self._now += self._tick
        return self._now


def _make(root: Path, size: Size) -> None:
    """Decks and journals first, then what the program keeps of them, by the program."""
    prepare(Folders(root), Files())
    numbers = range(size.decks)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(_deck, root, size), numbers, chunksize=8))
        list(pool.map(partial(_keep, root), sorted(os.listdir(root / "decks")), chunksize=8))  # noqa: PTH208


def _deck(root: Path, size: Size, number: int) -> None:
    rng = Random(number)
    deck = Deck(new_id(DECK_ID, rng.getrandbits), _tree(rng, number))
    name = f"{number + 1:03} {deck.outline.title}"
    Folders(root).decks.joinpath(f"{name}.md").write_text(write(deck), "utf-8")
    reviews = size.reviews * (number + 1) // size.decks - size.reviews * number // size.decks
    journals = Folders(root).reviews_of(deck.id)
    journals.mkdir(mode=0o700)
    # One deck in ten was studied on two devices.
    devices = [new_id(DEVICE_ID, rng.getrandbits) for _ in range(2 if number % 10 == 9 else 1)]
    lines: dict[str, list[bytes]] = {device: [] for device in devices}
    for unit in _units(deck, devices, reviews, rng):
        lines[unit.device].append(encode(unit) + b"\n")
    for device, written in lines.items():
        journals.joinpath(f"{device}.jsonl").write_bytes(b"".join(written))


def _keep(root: Path, file: str) -> None:
    library = opened(root)
    library.deck(file.removesuffix(".md"))
    library.save()


def _tree(rng: Random, number: int) -> Outline:
    nodes: list[Node] = []
    for section in range(1, SECTIONS + 1):
        nodes.append(Node(f"{numeral(section)}、", section, _text(rng), body=(f"{_text(rng)}，{_text(rng)}。",)))
        for point in range(1, POINTS + 1 + (section == SECTIONS)):
            text = f"{_text(rng)}，{_text(rng)}"
            nodes.append(Node(f"（{numeral(point)}）", point, text, 2, body=(f"{_text(rng)}，{_text(rng)}。" * 3,)))
    return Outline(f"{_text(rng)}讲话提纲（{number + 1}）", "hans", (), tuple(nodes))


def _text(rng: Random) -> str:
    return rng.choice(_WORDS) + rng.choice(_THINGS) + rng.choice(_WHERE)


def _units(deck: Deck, devices: Sequence[str], reviews: int, rng: Random) -> Iterator[Unit]:
    """A deck's life: its outline noted, then answers on many days, one in a hundred taken back and given again."""
    keys = match(deck.outline, {}).keys
    rows = [
        {"key": key, "text": node.text, "place": place}
        for key, node, place in zip(keys, deck.outline.nodes, places(deck.outline), strict=True)
    ]
    asked = cards(deck.outline, keys)
    asked = asked[: round(len(asked) * (1 - UNMET))]
    seqs = dict.fromkeys(devices, 0)

    def unit(device: str, moment: datetime, event: Event) -> Unit:
        seqs[device] += 1
        at = round(moment.timestamp() * 1000)
        return Unit(new_id(UNIT_ID, rng.getrandbits), seqs[device], at, moment.date().isoformat(), (event,), device)

    moment = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(hours=8)
    yield unit(devices[0], moment, outline(rows))
    for at in sorted(rng.choices(range(STUDY_DAYS * 600), k=reviews)):  # ten hours of a day, a minute each
        day, minute = divmod(at, 600)
        moment = datetime.combine(FIRST_DAY, datetime.min.time(), UTC) + timedelta(days=day, hours=8, minutes=minute)
        device = devices[day // 7 % len(devices)]
        answer = unit(device, moment, _answer(rng, rng.choice(asked)))
        yield answer
        if rng.random() < 0.01:
            yield unit(device, moment + timedelta(seconds=9), undo(answer.id))


def _answer(rng: Random, card: Card) -> Event:
    rating = rng.choice((1, 2, 3, 3, 3, 3, 3, 4))
    return review(card.id, rating, rating, "recall", rng.randrange(900, 30_000), rng.random() < 0.05)

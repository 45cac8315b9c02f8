"""The app over a library in a temporary folder, with a clock that stands still and a shuffle that is known."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from studytui.catalogue import Catalogue
from studytui.language.pinyin import spelling
from studytui.outline.tree import Outline
from studytui.settings import Settings
from studytui.study.library import Library
from studytui.study.words import Wording, Words, digest
from studytui.ui.app import StudyApp
from tests.drills.documents import spans

ZONE = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=ZONE)

OUTLINE = """安全生产工作讲话

同志们：今天讲两个问题。

一、主要成绩和存在的问题
一是责任更实。层层签了责任书。
二是排查更细。
三是演练更勤。
但是也要看到，工作中还存在不少问题。
一是认识不足。
二是管理不严。
二、下一步打算
一是抓教育。
二是抓整改。
"""


def looked_up(outline: Outline, folder: Path, more: Sequence[str] = (), **_: object) -> Words:
    """How each character is read; two characters of every three are a term: which they are is not asked here."""
    texts = (*(node.text for node in outline.nodes), *more)
    return Words({digest(text): Wording(spelling(text), spans(text)) for text in texts})


class FakeClock:
    """A clock that goes on only when it is told to."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The moment."""
        return self.now

    def pass_days(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


def library(folder: Path, clock: FakeClock) -> Library:
    """The library in a folder, to be written."""
    return Library.to_write(str(folder), {}, clock, Settings())


def app_over(opened: Library, language: str = "zh_CN", seed: int = 1) -> StudyApp:
    """The app over an open library."""
    return StudyApp(opened, Catalogue(language), Random(seed))


def shown(app: StudyApp) -> list[str]:
    """What the screen shows, line by line, as characters."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text_of(app: StudyApp) -> str:
    """What the screen shows, as one text."""
    return "\n".join(shown(app))


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers have ended and what they brought is on the screen; questions that wait for a key go on."""
    await pilot.pause()
    for worker in [w for w in pilot.app.workers if w.group != "dialog"]:
        with suppress(WorkerCancelled):  # a newer count has taken the place of an older one
            await worker.wait()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each after the one before has done its work."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def burst(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than the app takes them, as a held key or an impatient finger does."""
    for key in keys:
        pilot.app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))
    await settled(pilot)
    await settled(pilot)

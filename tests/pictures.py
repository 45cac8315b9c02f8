"""Pictures of the program, made by the program itself: ``python -m tests.pictures`` draws those of the README."""

import asyncio
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from studytui.cards.card import Kind
from studytui.catalogue import Catalogue
from studytui.drills.drill import Mark
from studytui.study.library import Library
from studytui.ui.app import StudyApp
from tests.ui.driver import FakeClock, library, press, settled

FOLDER = Path(__file__).parent.parent / ".docs"
SIZE = (80, 24)
CELL = (9.6, 21)
FONT_SIZE, BASELINE = 16, 16
FONTS = "'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace"
_RUNS = re.compile(r"[!-~]+|\S")
FORGOTTEN = {2, 3}
"""The points of the first group that were not said last time."""


def studied(folder: Path) -> Library:
    """A library with the speech of the bundled deck, studied for some days, the day of the speech near."""
    clock = FakeClock()
    clock.pass_days(-6)
    opened = library(folder, clock)
    speech = next(one for one in opened.bundled() if "创建" in one.name)
    name = opened.take(speech)
    deck = opened.deck(name)
    first = [card for card in deck.cards if card.group == 1 and card.home == 0 and card.kind in (Kind.POINT, Kind.LINK)]
    for _ in range(3):
        for _n, card in enumerate(first):
            failed = card.node is not None and card.node - 1 in FORGOTTEN and card.kind is Kind.POINT
            deck.answer((Mark(card.id, 1 if failed else 3),), "recall", 5000)
        clock.pass_days(2)
    opened.set_day(name, clock().date().replace(day=27))
    return opened


def as_svg(app: StudyApp) -> str:
    """What the screen shows, each character at the place of its cell, so that no font can shift a column."""
    columns, rows = app.size
    background = app.screen.styles.background.hex
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * CELL[0]:g} {rows * CELL[1]}" '
            f'font-family="{FONTS}" font-size="{FONT_SIZE}">'
        ),
        f'<rect width="100%" height="100%" rx="6" fill="{background}"/>',
    ]
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for segment in strip:
            lines += _drawn(segment, x, y, background)
            x += segment.cell_length
    return "\n".join([*lines, "</svg>", ""])


def _drawn(segment: Segment, x: int, y: int, background: str) -> Iterator[str]:
    style = segment.style or Style()
    if style.bgcolor is not None and style.bgcolor.get_truecolor().hex != background.lower():
        yield (
            f'<rect x="{x * CELL[0]:g}" y="{y * CELL[1]}" width="{segment.cell_length * CELL[0]:g}" '
            f'height="{CELL[1]}" fill="{style.bgcolor.get_truecolor().hex}"/>'
        )
    colour = style.color.get_truecolor().hex if style.color is not None else "#d8d8d4"
    weight = ' font-weight="bold"' if style.bold else ""
    # Renderers differ in how wide they draw a character, so every wide one, and every run of others, has its place.
    for run in _RUNS.finditer(segment.text):
        at, cells = x + cell_len(segment.text[: run.start()]), cell_len(run[0])
        yield (
            f'<text x="{at * CELL[0]:g}" y="{y * CELL[1] + BASELINE}" fill="{colour}"{weight} '
            f'textLength="{cells * CELL[0]:g}" lengthAdjust="spacingAndGlyphs">{escape(run[0])}</text>'
        )


async def draw(opened: Library, language: str, keys: tuple[str, ...], file: Path) -> None:
    """Type some keys, then draw what is seen."""
    app = StudyApp(opened, Catalogue(language), Random(1))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        file.write_text(as_svg(app), "utf-8")


def main() -> None:
    """Draw all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        opened = studied(Path(folder))
        asyncio.run(draw(opened, "zh_CN", ("enter", "down", "down", "down", "down", "down"), FOLDER / "deck.svg"))
        asyncio.run(draw(opened, "zh_CN", ("space",), FOLDER / "question.svg"))
        opened.close()


if __name__ == "__main__":
    main()

"""What the screens look like, character by character; after a wanted change: ``python -m tests.ui.test_looks``."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import Theme

from studytui.ui.screens import home
from studytui.ui.show.themes import THEMES
from tests.pictures import studied
from tests.ui.driver import app_over, press, settled, shown

FOLDER = Path(__file__).parent / "looks"
SIZES = ((80, 24), (120, 40), (60, 15))
SCREENS = {
    "home": (),
    "deck": ("enter",),
    "read": ("enter", *["down"] * 8, "space"),
    "match": ("enter", *["down"] * 8, "space", "space"),
    "recall": ("space",),
    "answer": ("space", "space"),
    "weak": ("w",),
    "text": ("enter", "v"),
    "help": ("question_mark",),
}
CASES = [(name, size, "zh_CN") for name in SCREENS for size in SIZES] + [(name, (80, 24), "en") for name in SCREENS]


async def look(folder: Path, name: str, size: tuple[int, int], language: str) -> list[str]:
    """What a screen shows."""
    opened = studied(folder)
    try:
        app = app_over(opened, language)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            await press(pilot, *SCREENS[name])
            while "…" in shown(app)[2] and name == "home":  # the decks are being counted
                await settled(pilot)
            return shown(app)
    finally:
        opened.close()


def file_of(name: str, size: tuple[int, int], language: str) -> Path:
    """Where a look is kept."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}-{language}.txt"


@pytest.mark.parametrize(("name", "size", "language"), CASES)
async def test_the_screen_looks_as_it_was_found_good(
    tmp_path: Path, name: str, size: tuple[int, int], language: str
) -> None:
    """Every screen at every size is as it is kept, and no line is wider than the terminal."""
    lines = await look(tmp_path / "library", name, size, language)

    assert file_of(name, size, language).read_text("utf-8").splitlines() == lines
    assert max(map(cell_len, lines)) <= size[0]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", ["foreground", "primary", "accent", "success", "warning", "error"])
def test_every_colour_can_be_read_on_its_ground(theme: Theme, colour: str) -> None:
    """The contrast is at least 4.5 to 1, as WCAG 2.1 asks for text."""
    ground, ink = Color.parse(theme.background or ""), Color.parse(getattr(theme, colour))

    assert _contrast(ground, ink) >= 4.5


def _contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.1."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    parts = [c / 255 for c in colour.rgb]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def main() -> None:
    """Keep how all screens look now."""
    home.AFTER = 0.0  # as where the tests run
    FOLDER.mkdir(exist_ok=True)
    for name, size, language in CASES:
        with TemporaryDirectory() as folder:
            lines = asyncio.run(look(Path(folder), name, size, language))
        file_of(name, size, language).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

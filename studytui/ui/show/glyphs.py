"""A share as a figure and as a bar, in signs that every terminal draws alike."""

BAR = 10


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{round(share * 100)}%"


def bar(share: float, cells: int = BAR) -> str:
    """A share as a bar of that many cells, in signs that every terminal draws one cell wide."""
    full = round(share * cells)
    return "#" * full + "." * (cells - full)

"""Two calm themes, a dark and a light one."""

from textual.theme import Theme

DARK = Theme(
    name="studytui-dark",
    primary="#7aa2c8",
    secondary="#8fa88f",
    accent="#c8a96a",
    foreground="#d8d8d4",
    background="#16181a",
    surface="#16181a",
    panel="#24282c",
    success="#86b386",
    warning="#d9a441",
    error="#d97766",
    dark=True,
)
LIGHT = Theme(
    name="studytui-light",
    primary="#2d5f8a",
    secondary="#3f6b3f",
    accent="#85600f",
    foreground="#202224",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#e9e6df",
    success="#2f6b34",
    warning="#8a5a00",
    error="#a83a28",
    dark=False,
)
THEMES = (DARK, LIGHT)

"""How keys are named on the screen; the names of bindings are message ids, said where they are shown."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType
from textual.screen import Screen

from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.ui.show.text import width

_CAPS = {
    "space": message("Space"),
    "enter": message("Enter"),
    "escape": message("Esc"),
    "question_mark": message("?"),
    "slash": message("/"),
    "tab": message("Tab"),
    "f1": message("F1"),
    "f6": message("F6"),
    "f7": message("F7"),
    "f8": message("F8"),
    "ctrl+z": message("Ctrl+Z"),
    "ctrl+t": message("Ctrl+T"),
}


def cap(binding: Binding, say: Catalogue) -> str:
    """What stands on the key."""
    if binding.key_display:
        return say(binding.key_display)
    key = binding.key.split(",")[0]
    return say.say(_CAPS[key]) if key in _CAPS else key


def described(bindings: Iterable[BindingType]) -> list[Binding]:
    """The bindings that have a description, in their order."""
    return [b for b in bindings if isinstance(b, Binding) and b.description]


def usable(binding: Binding, screen: Screen[object]) -> bool:
    """Whether a key of a screen can be used now."""
    name, _, rest = binding.action.removeprefix("app.").partition("(")
    return screen.check_action(name, tuple(filter(None, rest.rstrip(")").split(",")))) is True


def single(binding: Binding) -> bool:
    """Whether a binding is one key; a range, such as 1-4 or Up/Down, does not say which one of them is meant."""
    shown = binding.key_display or ""
    return width(shown) == 1 or not any(sign in shown for sign in "-/")

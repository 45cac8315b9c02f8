"""How keys are named on the screen; the names of bindings are message ids, said where they are shown."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from studytui.catalogue import Catalogue
from studytui.messages import message

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

"""Messages become sentences here, in the person's language, through gettext."""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

from studytui.messages import Message, message

LANGUAGES = ("zh_CN", "en")
_FOLDER = Path(__file__).parent / "locale"


class Catalogue:
    """Says messages in one language.

    Attributes:
        language: ``zh_CN`` or ``en``.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words: GNUTranslations | NullTranslations = translation(
            "studytui", _FOLDER, [self.language], fallback=True
        )

    def say(self, said: Message) -> str:
        """The sentence; messages among its arguments are said first."""
        arguments = {
            key: self.say(value) if isinstance(value, Message) else value for key, value in said.arguments.items()
        }
        n = said.arguments.get("n")
        if said.plural and isinstance(n, int):
            text = self._words.ngettext(said.id, said.plural, n)
        else:
            text = self._words.gettext(said.id) if said.id else ""
        return text.format_map(arguments) if arguments else text

    def __call__(self, id_: str, /, plural: str = "", **arguments: object) -> str:
        """Say a sentence that is made on the spot."""
        return self.say(message(id_, plural, **arguments))


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, by gettext's own order of variables."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wish = environment.get(name, "").split(":")[0].partition(".")[0]
        if wish:
            return "zh_CN" if wish.startswith("zh") else "en"
    return "en"

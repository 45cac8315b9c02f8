"""Which sentences the program says: found in its syntax tree, so that a test can ask whether they are all translated.

Run as a program (``python -m tests.catalogue``) it brings the catalogues in step: what is new is added with an empty
translation in zh_CN and with itself in en, what is gone is dropped, and both are compiled.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent / "studytui"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("zh_CN", "en")
SAYS = {"message", "StudyError", "say", "_say", "tell", "says"}
"""Calls whose first argument is a sentence; `plural` may be given by name."""
DESCRIBED = {"Binding"}
"""Calls whose third argument, and `tooltip`, are sentences."""
HELPED = {"command", "option", "group", "version_option"}
"""Calls whose `help` is a sentence."""


def sentences() -> dict[str, str]:
    """Every sentence of the program, with its plural or an empty text."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                for id_, plural in _said(call):
                    found[id_] = found.get(id_) or plural
    return {id_: plural for id_, plural in found.items() if id_}


def _said(call: ast.Call) -> Iterator[tuple[str, str]]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    named = {keyword.arg: _text(keyword.value) for keyword in call.keywords}
    if name in SAYS and call.args:
        yield _text(call.args[0]), named.get("plural", "")
    if name in DESCRIBED:
        yield (_text(call.args[2]) if len(call.args) > 2 else ""), ""
        yield named.get("tooltip", ""), ""
        yield named.get("key_display", ""), ""
    if name in HELPED:
        yield named.get("help", ""), ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is in the file; empty where there is none."""
    path = LOCALE / language / "LC_MESSAGES" / "studytui.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="studytui")


def updated(language: str) -> Catalog:
    """The catalogue with exactly the sentences of the program."""
    old = catalogue(language)
    new = Catalog(locale=language, project="studytui", version="1", fuzzy=False, header_comment="# studytui")
    for id_, plural in sorted(sentences().items()):
        key = (id_, plural) if plural else id_
        known = old.get(id_)
        translated = known.string if known is not None and isinstance(known.id, tuple) == bool(plural) else ""
        if language == "en":
            translated = key
        new.add(key, translated or ("" if not plural else ("",) * new.num_plurals), flags={"python-brace-format"})
    return new


def main() -> None:
    """Bring the catalogues in step with the program."""
    for language in LANGUAGES:
        new = updated(language)
        folder = LOCALE / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "studytui.po").open("wb") as file:
            write_po(file, new, width=110, omit_header=False, sort_output=True, include_lineno=False)
        with (folder / "studytui.mo").open("wb") as file:
            write_mo(file, new)
        missing = [m.id for m in new if m.id and not m.string]
        print(f"{language}: {len(new)} sentences, {len(missing)} not translated")  # noqa: T201


if __name__ == "__main__":
    main()

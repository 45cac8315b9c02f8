"""A whole OpenDocument text."""

from studytui.errors import StudyError
from studytui.exchange.elements import Element
from studytui.exchange.limits import limited
from studytui.exchange.markup import root_of
from studytui.exchange.odf.body import OdfBody, text_of
from studytui.exchange.odf.styles import styles_of
from studytui.exchange.reading import Reading
from studytui.exchange.zipped import Parts, damaged
from studytui.messages import message


def read_odt(data: bytes, name: str) -> Reading:
    """Read an OpenDocument text; ``name`` is what it is called in an error.

    Raises:
        StudyError: It is damaged, protected, or no text.
    """
    parts = Parts(data, name)
    manifest = parts.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise StudyError("{name} is protected by a password: save it without one.", name=name)
    content = parts.read("content.xml")
    if content is None:
        raise damaged(name)
    root = root_of(content, name)
    text = text_of(root)
    if text is None:
        raise StudyError("{name} is an OpenDocument file, but no text: give a text document.", name=name)
    body = OdfBody(styles_of(_styles(parts, name), root))
    lines = limited(body.blocks(text), name)
    notes = [message("{n} footnote was left out", plural="{n} footnotes were left out", n=body.notes)]
    return Reading(lines, whole=True, notes=tuple(notes if body.notes else ()))


def _styles(parts: Parts, name: str) -> Element | None:
    data = parts.read("styles.xml")
    return None if data is None else root_of(data, name)

"""All readers; a new format is a new file and one line here."""

from typing import Final

from studytui.exchange.readers.docx import DOCX
from studytui.exchange.readers.plain import PLAIN
from studytui.exchange.readers.reader import Reader

READERS: Final[tuple[Reader, ...]] = (DOCX, PLAIN)
"""The first that takes a document reads it; plain text takes whatever is not recognised as something else, so last."""

"""All readers; a new format is a new file and one line here."""

from typing import Final

from studytui.exchange.readers.docx import DOCX
from studytui.exchange.readers.html import HTML
from studytui.exchange.readers.odt import ODT
from studytui.exchange.readers.opml import OPML
from studytui.exchange.readers.pdf import PDF
from studytui.exchange.readers.plain import PLAIN
from studytui.exchange.readers.reader import Reader
from studytui.exchange.readers.rtf import RTF

READERS: Final[tuple[Reader, ...]] = (DOCX, ODT, PDF, RTF, OPML, HTML, PLAIN)
"""The first that takes a document reads it; plain text takes whatever is not recognised as something else, so last."""

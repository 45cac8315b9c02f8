"""PDF files with text in them."""

from typing import Final

from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading

_BEGINNING: Final = 1024
"""The sign may stand behind a little rubbish, as readers of PDF allow."""


def _takes(source: Source) -> bool:
    return b"%PDF-" in source.data[:_BEGINNING]


def _read(source: Source) -> Reading:
    from studytui.exchange.pdf.document import read_pdf  # only where such a document is read

    return read_pdf(source.data, source.name)


PDF: Final = Reader("pdf", (".pdf",), _takes, _read, guarded=True)

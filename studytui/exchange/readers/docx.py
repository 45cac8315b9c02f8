"""Word documents (.docx, .docm, those of WPS), with the numbers that Word shows but does not write down."""

from typing import Final

from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading

_ZIP: Final = b"PK\x03\x04"
_END: Final = b"PK\x05\x06"


def _takes(source: Source) -> bool:
    # The parts' names stand in the file as they are; what the main one is called is found out when it is read.
    return source.data.startswith(_ZIP) and _END in source.data and b"word/" in source.data


def _read(source: Source) -> Reading:
    from studytui.exchange.word.document import read_document  # only where such a document is read

    return read_document(source.data, source.name)


DOCX: Final = Reader("docx", (".docx", ".docm", ".dotx"), _takes, _read, guarded=True)

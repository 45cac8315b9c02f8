"""OpenDocument texts, as LibreOffice and WPS save them."""

from typing import Final

from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading

_KIND: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_END: Final = b"PK\x05\x06"


def _takes(source: Source) -> bool:
    return source.data.startswith(b"PK\x03\x04") and _KIND in source.data[:200] and _END in source.data


def _read(source: Source) -> Reading:
    from studytui.exchange.odf.document import read_odt  # only where such a document is read

    return read_odt(source.data, source.name)


ODT: Final = Reader("odt", (".odt", ".ott"), _takes, _read, guarded=True)

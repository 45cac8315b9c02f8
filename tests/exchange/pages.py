"""PDF files made in memory, of text in a font that every reader of Chinese knows, or of pictures."""

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""Where a piece of text stands from left and from below, how high it is, and its characters."""


def pdf(*pages: Iterable[Placed], picture: bool = False, raw: Sequence[str] = (), outlines: str = "") -> bytes:
    """A PDF of these pages.

    Args:
        pages: The pieces of text of each page, in the order in which they are drawn.
        picture: Each page has a picture.
        raw: More that is drawn, for each page.
        outlines: Title of a bookmark that leads to the first page.
    """
    objects: dict[int, bytes] = {}
    kids: list[str] = []
    for at, pieces in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for left, base, size, text in pieces
        )
        drawn += raw[at] if at < len(raw) else ""
        number = 10 + 2 * at
        shown = "/XObject << /P 6 0 R >>" if picture else ""
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {shown} >> >>"
        ).encode()
        objects[number + 1] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream".encode()
        kids.append(f"{number} 0 R")
    marks = "/Outlines 7 0 R" if outlines else ""
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {marks} >>".encode()
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[3] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>"
    )
    objects[4] = (
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>"
    )
    objects[5] = (
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        b"/Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>"
    )
    objects[6] = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\0\nendstream"
    )
    if outlines:
        title = b"\xfe\xff" + outlines.encode("utf-16-be")
        objects[7] = b"<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>"
        objects[8] = b"<< /Title <" + title.hex().encode() + b"> /Parent 7 0 R /Dest [10 0 R /Fit] >>"
    return _file(objects)


def _file(objects: dict[int, bytes]) -> bytes:
    made = bytearray(b"%PDF-1.5\n")
    places: dict[int, int] = {}
    for number, body in sorted(objects.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(made)
    last = max(objects)
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 00000 f \n" for n in range(1, last + 1)]
    made += b"xref\n0 %d\n" % (last + 1) + b"".join(rows)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, start)
    return bytes(made)


def block(
    text: str, left: float = 100, top: float = 700, size: float = 10, wide: int = 40, indent: int = 2
) -> list[Placed]:
    """A paragraph broken at a width in characters, its first row indented."""
    rows = [text[: wide - indent], *(text[at : at + wide] for at in range(wide - indent, len(text), wide))]
    return [(left + (indent * size if at == 0 else 0), top - at * size * 1.6, size, row) for at, row in enumerate(rows)]

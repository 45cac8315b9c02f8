"""Word documents made in memory: only the XML that a test is about has to be written."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES: Final = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/>'
    "</Relationships>"
)


def paragraph(
    text: str = "", *, num: str | None = None, level: int | None = None, style: str = "", more: str = ""
) -> str:
    """A paragraph of one run, in a list and of a style; ``more`` is put among its properties."""
    numbering = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numbering += "" if num is None else f'<w:numId w:val="{num}"/>'
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f"<w:numPr>{numbering}</w:numPr>" if numbering else ""
    )
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def level(at: int, form: str, text: str, *, start: int = 1, suffix: str = "nothing", more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id_: int, *levels: str) -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{id_}">{"".join(levels)}</w:abstractNum>'


def num(id_: int, of: int, *overrides: str) -> str:
    """A list that uses a definition."""
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def starting(at: int, value: int) -> str:
    """An override that lets a level begin with a number."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def style(
    id_: str, properties: str = "", *, name: str = "", based_on: str = "", run: str = "", kind: str = "paragraph"
) -> str:
    """A style."""
    basis = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name or id_}"/>{basis}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def docx(
    *blocks: str,
    numbering: Iterable[str] = (),
    styles: Iterable[str] = (),
    parts: Mapping[str, str | bytes] = {},
    main: str = "word/document.xml",
) -> bytes:
    """A Word document of these blocks, definitions of lists and styles."""
    folder = main.rpartition("/")[0]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(main=main),
        main: f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
        f"{folder}/numbering.xml": f"<w:numbering {NAMESPACES}>{''.join(numbering)}</w:numbering>",
        f"{folder}/styles.xml": f"<w:styles {NAMESPACES}>{''.join(styles)}</w:styles>",
    }
    return zipped(made | dict(parts))


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            one = ZipInfo(name)  # of no day in particular, so that the same parts make the same file
            one.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            file.writestr(one, content)
    return packed.getvalue()

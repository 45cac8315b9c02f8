"""A PDF is read in reading order, its rows joined to paragraphs again, without what stands in the margins."""

import pypdfium2
import pytest

from studytui.errors import StudyError
from studytui.exchange.pdf import with_pdfium, with_pypdf
from studytui.exchange.pdf.document import read_pdf
from studytui.exchange.reading import Line
from studytui.exchange.written import as_written
from tests.exchange.pages import Placed, block, pdf

LONG = "今年以来，全市上下团结一心、真抓实干，各项工作取得了新的成效。" * 3
OTHER = "下一步，我们要突出重点、补齐短板，把各项任务落到实处，见到成效。" * 3


def texts(data: bytes) -> list[str]:
    """The text of each line."""
    return [line.text for line in read_pdf(data, "x").lines]


@pytest.mark.parametrize("library", ["pypdf", "pypdfium2"])
def test_rows_are_joined_to_paragraphs(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By either library: an indented row begins a new one, and so does one behind a row that is not full."""
    if library == "pypdfium2":
        monkeypatch.setattr(with_pypdf, "read_pages", lambda data: (with_pdfium.read_pages(data), {}))
    rows = [*block(LONG, top=700), (120.0, 560.0, 10.0, "一、提高认识"), *block(OTHER, top=544)]
    assert texts(pdf(rows)) == [LONG, "一、提高认识", OTHER]


def test_paragraphs_without_indents_are_told_by_their_ends_and_distances() -> None:
    """A row that is not full ends a paragraph; so does one that is far from the next."""
    full = "全市上下团结一心真抓实干，" * 3 + "好"  # fills its row
    rows = [(100.0, 700.0 - 16 * at, 10.0, full) for at in range(5)]
    rows += [(100.0, 600.0, 10.0, full), (100.0, 584.0, 10.0, "一、提高认识"), (100.0, 568.0, 10.0, "二、改进作风")]
    assert texts(pdf(rows)) == [full * 5, full, "一、提高认识", "二、改进作风"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    """Neither the running title nor the page's number stands in the middle of it."""
    rows = block(LONG * 2, top=700)
    cut = len(rows) // 2
    lifted = [(left, base + 500 - rows[cut][1] + 200, size, text) for left, base, size, text in rows[cut:]]
    heads = [(100.0, 770.0, 9.0, "某某办公室编印"), (280.0, 30.0, 9.0, "- 1 -")]
    second = [(100.0, 770.0, 9.0, "某某办公室编印"), (280.0, 30.0, 9.0, "- 2 -")]
    assert texts(pdf([*heads, *rows[:cut]], [*second, *lifted])) == [LONG * 2]


@pytest.mark.parametrize("number", ["- 1 -", "—1—", "第 1 页 共 3 页", "第1页", "Page 1 of 3"])
def test_the_number_of_a_page_is_known_on_a_single_one(number: str) -> None:
    """Where nothing can be compared, only what says that it is a page's number is one."""
    assert texts(pdf([*block(LONG), (280.0, 30.0, 9.0, number)])) == [LONG]
    assert texts(pdf([*block(LONG), (280.0, 30.0, 9.0, "2026")])) == [LONG, "2026"]


def columns(first: str, second: str) -> tuple[list[Placed], list[Placed]]:
    """Two columns side by side."""
    return block(first, left=50, wide=22), block(second, left=320, wide=22)


def test_two_columns_are_read_one_after_the_other() -> None:
    """Also where they are drawn row by row across both."""
    left, right = columns(LONG * 2, OTHER * 2)
    assert texts(pdf([*left, *right])) == [LONG * 2, OTHER * 2]
    across = [piece for pair in zip(left, right, strict=False) for piece in pair]
    assert texts(pdf(across)) == [LONG * 2, OTHER * 2]


def test_what_is_drawn_in_any_order_is_read_from_the_top() -> None:
    """Some programs draw the last row first."""
    rows = [(100.0, 700.0 - 40 * at, 10.0, f"{numeral}、要点") for at, numeral in enumerate("一二三四五六七八")]
    assert texts(pdf(rows[::-1])) == [row[3] for row in rows]


def test_pieces_of_a_row_are_one_text() -> None:
    """Programs draw digits apart; the gap beside them is not written, one between two words of English is."""
    rows = [(100.0, 700.0, 10.0, "共有"), (122.0, 700.0, 10.0, "230"), (140.0, 700.0, 10.0, "人")]
    words = [(100.0, 600.0, 10.0, "Our"), (120.0, 600.0, 10.0, "plan")]
    assert texts(pdf([*rows, *words])) == ["共有230人", "Our plan"]


def test_the_largest_row_at_the_top_is_the_title_and_other_large_rows_are_headings() -> None:
    """A title may take two rows."""
    rows = [
        (150.0, 740.0, 22.0, "在会议上的"),
        (170.0, 710.0, 22.0, "讲话"),
        (100.0, 660.0, 16.0, "过去"),
        *block(LONG, top=620),
    ]
    lines = read_pdf(pdf(rows), "x").lines
    assert [(line.text, line.title, line.heading) for line in lines] == [
        ("在会议上的讲话", True, 0),
        ("过去", False, 1),
        (LONG, False, 0),
    ]


def test_bookmarks_say_which_lines_are_headings() -> None:
    """They are made of the headings of the document that the PDF was made of."""
    rows = [(100.0, 700.0, 10.0, "过去"), *block(LONG, top=660)]
    lines = read_pdf(pdf(rows, outlines="过 去"), "x").lines
    assert [line.heading for line in lines] == [1, 0]


def test_a_watermark_is_not_read() -> None:
    """It is turned against all the rest; a page that is turned as a whole is read."""
    watermark = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{'内部资料'.encode('utf-16-be').hex()}> Tj ET\n"
    assert texts(pdf(block(LONG), raw=[watermark])) == [LONG]
    turned = "".join(
        f"BT /F1 10 Tf 0 1 -1 0 {300 + 20 * at} 100 Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for at, text in enumerate(("一、甲", "二、乙"))
    )
    assert texts(pdf((), raw=[turned])) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf((), picture=True), "is a scan"),
        (pdf(()), "is a scan"),
        (pdf(block("\ue000\ue001" * 40)), "does not say which characters"),
        (b"%PDF-1.7\n1 0 obj\n<<", "is damaged"),
    ],
    ids=["a picture", "an empty page", "a font without characters", "cut off"],
)
def test_a_pdf_without_text_is_refused(data: bytes, said: str) -> None:
    """A scan, one whose fonts tell nothing, a damaged one: what can be done is said."""
    with pytest.raises(StudyError, match=said):
        read_pdf(data, "x")


def test_some_lost_characters_are_told() -> None:
    """The rest is read."""
    reading = read_pdf(pdf(block(LONG + "\ue000" * 3)), "x")
    assert len(reading.notes) == 1


def test_the_other_library_reads_what_the_first_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the first one raises; a file that neither reads is damaged, one with a password is told as such."""
    data = pdf(block(LONG))

    def fails(data: bytes) -> None:
        raise KeyError("no such object")

    def locked(data: bytes) -> None:
        raise with_pypdf.LockedError

    def broken(data: bytes) -> None:
        raise pypdfium2.PdfiumError("Data format error")

    monkeypatch.setattr(with_pypdf, "read_pages", fails)
    assert texts(data) == [LONG]
    monkeypatch.setattr(with_pdfium, "read_pages", locked)
    with pytest.raises(StudyError, match="password"):
        read_pdf(data, "x")
    monkeypatch.setattr(with_pdfium, "read_pages", broken)
    with pytest.raises(StudyError, match="damaged"):
        read_pdf(data, "x")


def test_lines_know_their_page_and_are_not_joined_again() -> None:
    """Which the preview shows beside each point."""
    reading = read_pdf(pdf(block(LONG), block(OTHER)), "x")
    assert [line.place for line in reading.lines] == [1, 2]
    assert [line.text for line in as_written(reading)] == [LONG, "", OTHER]
    assert isinstance(reading.lines[0], Line)

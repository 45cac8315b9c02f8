"""Files come in as documents, or are refused in one sentence that says which, why and what to do."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.exchange import read, regular_file
from studytui.exchange.read import read_bytes, read_file, read_stream, read_text
from studytui.exchange.readers.all import READERS
from tests.exchange.pages import pdf
from tests.exchange.test_odt import odt
from tests.exchange.texts import SIMPLIFIED
from tests.exchange.word import docx, paragraph

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")


def _refusal(path: Path | str) -> str:
    """Read what must be refused, and hand back the sentence."""
    with pytest.raises(StudyError) as caught:
        read_file(str(path))
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert sentence.isprintable()
    return sentence


def _written(folder: Path, data: bytes, name: str = "file.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    """The document has the text, the file's stem as label, the encoding found and the path as it was given."""
    path = _written(tmp_path, SIMPLIFIED.encode("gb18030"), "图书室.意见.txt")
    document = read_file(str(path))
    assert document.text == SIMPLIFIED
    assert (document.name, document.encoding, document.source) == ("图书室.意见", "gb18030", str(path))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    """Whatever ends a line, a page or a paragraph, the next line begins after a line feed."""
    assert read_bytes(f"一、甲{end}二、乙".encode(), "x").text == "一、甲\n二、乙"


def test_standard_input_has_no_label() -> None:
    """Bytes that come from nowhere in particular give a deck without a proposed name."""
    document = read_bytes(SIMPLIFIED.encode(), "-")
    assert (document.name, document.source) == ("", "-")
    assert read_bytes(SIMPLIFIED.encode(), "") == document


def test_a_pasted_text_is_a_document_without_name_and_encoding() -> None:
    """Its line ends are made plain; half of a surrogate pair becomes a replacement sign, a whole one is joined."""
    document = read_text("一、甲\r\n\ud83d\ude00\ud83d")
    assert (document.text, document.name, document.encoding) == ("一、甲\n😀\ufffd", "", "")


def test_an_empty_paste_is_refused() -> None:
    """A paste of nothing but white space has nothing to learn."""
    with pytest.raises(StudyError, match="is empty"):
        read_text(" \n\u3000")


def test_nul_bytes_do_not_make_a_text_binary() -> None:
    """Some NUL bytes in good text are dropped, and counted."""
    document = read_bytes("一、总\0体要求\n二、主要\0任务".encode(), "x")
    assert document.text == "一、总体要求\n二、主要任务"
    assert [note.arguments["n"] for note in document.notes] == [2]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    """So is one below a file that is no folder, and a path that no file can have."""
    file = _written(tmp_path, b"x")
    for path in (tmp_path / "none.txt", file / "below.txt", "a\0b.txt"):
        assert "does not exist" in _refusal(path)


def test_no_name_at_all_is_not_taken_for_this_folder() -> None:
    """An empty path, as an empty input field gives it, is told as such."""
    assert _refusal("") == "No file is named: give the path of one."


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    """A folder is refused, whatever its name ends in."""
    (tmp_path / "directory.txt").mkdir()
    assert "directory.txt is a folder" in _refusal(tmp_path / "directory.txt")


@POSIX
def test_pipes_devices_and_sockets_are_refused_at_once(tmp_path: Path) -> None:
    """Nobody writes into the pipe and the device never ends: reading either would hang."""
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "link.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        for path in (tmp_path / "fifo.txt", tmp_path / "link.txt", "/dev/zero", tmp_path / "socket.txt"):
            assert "is not a regular file" in _refusal(path)


@POSIX
def test_a_pipe_that_takes_the_files_place_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was a file when it was looked at may be a pipe when it is opened."""
    regular = _written(tmp_path, b"x").stat()
    os.mkfifo(tmp_path / "fifo.txt")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda path: regular)
        sentence = _refusal(tmp_path / "fifo.txt")
    assert "is not a regular file" in sentence


@POSIX
def test_a_symbolic_link_loop_is_said_to_be_one(tmp_path: Path) -> None:
    """Two links that point to each other lead nowhere."""
    (tmp_path / "loop_a.txt").symlink_to("loop_b.txt")
    (tmp_path / "loop_b.txt").symlink_to("loop_a.txt")
    assert "symbolic link" in _refusal(tmp_path / "loop_a.txt")


def test_an_unreadable_file_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission denied is named; the system's answer is given here, because root may read everything."""
    path = _written(tmp_path, b"x")

    def denied(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", denied)
    assert "permission is denied" in _refusal(path)


def test_any_other_trouble_names_the_systems_reason(tmp_path: Path) -> None:
    """A name that is too long for the disk is no missing file."""
    assert "cannot be read (" in _refusal(tmp_path / ("x" * 5000)) or sys.platform == "win32"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", "\u3000\n".encode("gb18030"), b"\xff\xfe\n\0"])
def test_a_file_without_any_text_is_said_to_be_empty(tmp_path: Path, data: bytes) -> None:
    """Nothing at all, or white space and a byte order mark only."""
    assert "file.txt is empty" in _refusal(_written(tmp_path, data))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG)"),
        (b"GIF89a\x01\0\x01\0", "is a picture (GIF)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is damaged"),
        (b"PK\x03\x04\x14\0..word/document.xml..PK\x05\x06", "is damaged"),
        (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text..PK\x05\x06", "is damaged"),
        (b"PK\x03\x04..xl/workbook.xml..PK\x05\x06", "is a table or a presentation"),
        (b"PK\x03\x04\x14\0..word/document.xml..", "is damaged"),
        (b"PK\x03\x04\x14\0..readme.txt..PK\x05\x06", "is a ZIP archive"),
        (OLD + b"\0\0", "is a document of the old binary kind"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (OLD + "PowerPoint Document".encode("utf-16-le"), "is a table or a presentation"),
        (b"{\\rtf1\\ansi\\ansicpg936", "is empty"),
        (b"<!DOCTYPE html>\n<html>", "is empty"),
        (b'<?xml version="1.0"?><opml version="2.0">', "is damaged"),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "is empty"),
        (b'<?xml version="1.0"?><w:wordDocument>', "is an XML file"),
        (bytes(4096), "is not text"),
        (b"\xbe\x53\x82\xc2\xe1\xaf\x15\x48\x81\xea\x66\x49\x8d\x82\x66\x99\xbc\x3d\x30\xeb" * 9, "is not text"),
    ],
)
def test_what_is_not_text_is_told_by_its_bytes(tmp_path: Path, data: bytes, reason: str) -> None:
    """The suffix says text, the bytes say what it really is."""
    assert f"file.txt {reason}" in _refusal(_written(tmp_path, data))


def test_markdown_that_begins_with_a_tag_is_still_text() -> None:
    """A page of Markdown may begin with a piece of HTML."""
    assert read_bytes("<div align=center>\n\n# 标题".encode(), "x.md").text.startswith("<div")


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    """The limit is named; the file here has a size, but nothing on the disk."""
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(regular_file.MAX_BYTES + 1)
    assert "big.txt is too large: the limit is 50 MB" in _refusal(path)


def test_a_file_that_grows_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is what was read, not what the file's size was said to be."""
    monkeypatch.setattr(regular_file, "_require_regular", lambda found, path: None)
    monkeypatch.setattr(regular_file, "MAX_BYTES", 10)
    assert "too large" in _refusal(_written(tmp_path, b"12345678901"))


def test_standard_input_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte over the limit is enough to know."""

    class Endless(io.RawIOBase):
        """A program that writes for ever."""

        def readable(self) -> bool:
            return True

        def readinto(self, into: "memoryview[int]") -> int:  # type: ignore[override]
            into[:] = b"x" * len(into)
            taken.append(len(into))
            assert sum(taken) < 100_000
            return len(into)

    taken: list[int] = []
    monkeypatch.setattr(regular_file, "MAX_BYTES", 10)
    with pytest.raises(StudyError, match="- is too large"):
        read_stream(io.BufferedReader(Endless()))
    assert read_stream(io.BytesIO("一、甲".encode())).text == "一、甲"


def test_a_text_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many characters as the limit come in, one more does not."""
    monkeypatch.setattr(read, "MAX_CHARACTERS", 10)
    assert read_bytes(("一" * 10).encode(), "x").text == "一" * 10
    with pytest.raises(StudyError, match="too long"):
        read_bytes(("一" * 11).encode(), "x")


@POSIX
def test_a_name_with_escape_sequences_is_shown_with_escapes(tmp_path: Path) -> None:
    """The terminal never gets to see the sequence, neither in an error nor as a label."""
    name = "\x1b]0;pwned\x07\x1b[31m红\u202e.txt"
    assert r"\x1b]0;pwned\x07\x1b[31m红\u202e.txt is empty" in _refusal(_written(tmp_path, b"", name))
    document = read_file(str(_written(tmp_path, SIMPLIFIED.encode(), name)))
    assert document.name == "]0;pwned[31m红"
    assert document.source.isprintable()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are not text")
def test_a_name_that_is_not_text_is_read_and_shown_with_escapes(tmp_path: Path) -> None:
    """The bytes of the name are shown as such, and what is left of it can be saved as UTF-8."""
    path = _written(tmp_path, SIMPLIFIED.encode(), os.fsdecode(b"\xff\xb9\xe6a.txt"))
    document = read_file(str(path))
    assert document.source.endswith(r"\xff\xb9\xe6a.txt")
    assert document.name == "a"


FORMATS = {
    "docx": docx(paragraph("一、甲")),
    "odt": odt("<text:p>一、甲</text:p>"),
    "pdf": pdf([(100.0, 700.0, 10.0, "一、甲")]),
    "rtf": rb"{\rtf1\ansi\ansicpg936 \u19968?\u12289?\u30002?\par}",
    "opml": "<opml><body><outline text='一、甲'/></body></opml>".encode(),
    "html": "<html><p>一、甲</p></html>".encode(),
    "text": "一、甲".encode(),
}


def test_each_format_has_a_reader_and_an_example() -> None:
    """What the tuple lists is tried below."""
    assert [reader.name for reader in READERS] == [*FORMATS]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_document_is_read_by_what_it_is_and_not_by_its_name(kind: str) -> None:
    """A web page is called .doc often enough; standard input has no name at all."""
    for name in ("x.doc", "-"):
        document = read_bytes(FORMATS[kind], name)
        assert (document.text.lstrip("# "), document.format) == ("一、甲", kind)


def test_characters_without_a_look_are_dropped_and_counted_in_every_format() -> None:
    """Control and zero-width characters, signs that turn the direction, sequences that a terminal obeys."""
    document = read_bytes(docx(paragraph("一\u200b、\u202e甲")), "x.docx")
    assert document.text == "一、甲"
    assert [note.arguments["n"] for note in document.notes] == [2]
    assert read_text("一\u200d、\x1b[31m甲").text == "一、甲"
    assert read_text("一\u200d、甲\n二、\0乙").text == "一、甲\n二、乙"


def test_radicals_are_read_as_characters_in_every_format() -> None:
    """Text from a PDF may come by way of the clipboard or of a Word document."""
    assert read_text("⼀、⼈民").text == "一、人民"
    assert read_bytes(docx(paragraph("⼆、甲")), "x").text == "二、甲"


def test_only_what_is_read_by_another_process_starts_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain text needs none; neither does a paste."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert read_bytes(FORMATS["text"], "x").text == "一、甲"
    for kind in set(FORMATS) - {"text"}:
        with pytest.raises(StudyError, match="takes too much"):
            read_bytes(FORMATS[kind], "x")


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    """The person does not wait for a document to the end."""
    with pytest.raises(StudyError, match="was stopped"):
        read_file(str(_written(tmp_path, FORMATS["docx"])), None, lambda: True)


def test_the_app_needs_no_reader_until_a_document_is_read() -> None:
    """What reads documents is large; the first frame does without, and so does whoever only asks who reads what."""
    heavy = "{'lxml', 'pypdf', 'pypdfium2', 'striprtf'}"
    program = f"import sys, studytui.ui.app, studytui.exchange.read; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"

"""Which encoding a text is in: right on a few characters too, and forgiving where a file is cut or slightly damaged."""

import random
import subprocess
import sys
from typing import Final

import pytest

from studytui.errors import StudyError
from studytui.exchange.encodings import decode, decode_as
from studytui.exchange.read import read_bytes
from tests.exchange.texts import SIMPLIFIED, TRADITIONAL, corpus, snippets

WRITTEN: Final = [
    ("utf-8", SIMPLIFIED),
    ("utf-8", TRADITIONAL),
    ("gb18030", SIMPLIFIED),
    ("gb18030", TRADITIONAL),
    ("big5", TRADITIONAL),
    ("utf-16-le", SIMPLIFIED),
    ("utf-16-be", SIMPLIFIED),
    ("utf-16-le", TRADITIONAL),
]
NAMES: Final = [f"{encoding}-{'hans' if text is SIMPLIFIED else 'hant'}" for encoding, text in WRITTEN]


def _read(data: bytes) -> tuple[str, str]:
    decoded = decode(data)
    assert decoded is not None
    return decoded.text, decoded.encoding


def _text(data: bytes) -> str | None:
    """Read some bytes; None where they were not taken for text."""
    decoded = decode(data)
    return decoded.text if decoded else None


@pytest.mark.parametrize(("encoding", "text"), WRITTEN, ids=NAMES)
def test_a_whole_text_is_read_in_the_encoding_it_was_written_in(encoding: str, text: str) -> None:
    """Each encoding without any mark gives the same text back, under its own name."""
    assert _read(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("length", [6, 12, 30])
@pytest.mark.parametrize(("encoding", "text"), WRITTEN, ids=NAMES)
def test_a_text_of_a_few_characters_is_enough(encoding: str, text: str, length: int) -> None:
    """All random pieces are read rightly; of 6 characters 2 % may fail.

    UTF-16 fails a little more often: where each byte of a few characters happens to be an ASCII letter.
    """
    pieces = list(snippets(text, length, random.Random(length), 400))
    wrong = [piece for piece in pieces if _text(piece.encode(encoding)) != piece]
    share = {6: 0.02, 12: 0.0, 30: 0.0}[length] + (0.02 if encoding.startswith("utf-16") and length < 30 else 0)
    assert len(pieces) > 200
    assert len(wrong) <= share * len(pieces), wrong


@pytest.mark.parametrize("length", [6, 12, 30])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
def test_pieces_of_real_speeches_are_read_rightly(encoding: str, length: int) -> None:
    """Of random pieces of the shared corpus at least 99.5 % are read rightly from 12 characters on, 97 % of 6."""
    texts = corpus()
    if not texts:
        pytest.skip("the shared corpus is not here")
    rng = random.Random(length)
    pieces = [piece for text in texts for piece in snippets(text, length, rng, 60) if _writable(piece, encoding)]
    wrong = [piece for piece in pieces if _text(piece.encode(encoding)) != piece]
    assert len(pieces) > 30
    assert len(wrong) <= (0.03 if length == 6 else 0.005) * len(pieces), wrong


def _writable(piece: str, encoding: str) -> bool:
    try:
        piece.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(encoding: str) -> None:
    """A mark at the beginning names the encoding, even of a text that looks like nothing."""
    assert _read("Жёлтый".encode(encoding))[0] == "Жёлтый"


def test_english_in_utf_16_without_a_mark_is_not_taken_for_text_with_nul_bytes() -> None:
    """Every other byte of it is NUL, which makes it valid UTF-8, but no text."""
    assert _read("The first point.\n".encode("utf-16-le")) == ("The first point.\n", "utf-16-le")


@pytest.mark.parametrize("sentence", ["Bush hid the facts", "this app can break", "fining"])
def test_plain_ascii_is_never_taken_for_utf_16(sentence: str) -> None:
    """Some English words are Chinese characters in UTF-16; they stay English."""
    assert _read(sentence.encode()) == (sentence, "utf-8")


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("cp1252", "Voilà un café très agréable, où l’été est présent."),
        ("cp1252", "It’s a “quoted” text; don’t worry, we’ll see."),
        ("cp1251", "Привет, мир. Это обычный текст доклада о воде."),
    ],
)
def test_other_languages_are_not_turned_into_rare_chinese(encoding: str, sentence: str) -> None:
    """What no Chinese encoding makes sense of is read as another one."""
    assert _read(sentence.encode(encoding)) == (sentence, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_half_a_character_at_the_end_becomes_a_replacement_sign(encoding: str) -> None:
    """A file that was cut in the middle of a character is read up to there."""
    text, found = _read(TRADITIONAL.rstrip().rstrip("。").encode(encoding)[:-1])
    assert text[:-1] == TRADITIONAL.rstrip().rstrip("。")[:-1]
    assert text[-1] == "\ufffd"
    assert found == encoding


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_rare_bad_byte_does_not_spoil_a_long_text(encoding: str) -> None:
    """One bad byte at a line end in some thousand characters becomes one replacement sign."""
    lines = (SIMPLIFIED * 20).encode(encoding).split(b"\n")
    lines[50] += b"\xff"
    text, found = _read(b"\n".join(lines))
    assert text.replace("\ufffd", "") == SIMPLIFIED * 20
    assert (text.count("\ufffd"), found) == (1, encoding)


def test_many_bad_bytes_are_refused() -> None:
    """A text of which every line is damaged is not guessed at."""
    assert decode_as(SIMPLIFIED.encode("gb18030"), "utf-8") is None


def test_control_characters_in_good_text_are_no_other_encoding() -> None:
    """Escape sequences and NUL bytes in UTF-8, English or Chinese, leave it UTF-8."""
    for text in ("\x1b[31mred\x1b[0m and \x1b[1mbold\x1b[0m", "一、检查\x1b[2J范围\x07", "一、总\0体要求", "an\0other"):
        assert _read(text.encode()) == (text, "utf-8")


def test_lone_surrogates_of_utf_16_become_replacement_signs() -> None:
    """Half of a pair cannot be saved, so it does not come in."""
    text, _ = _read(b"\xff\xfe" + "一、总\ud800体\udc00要求".encode("utf-16-le", "surrogatepass"))
    assert text == "一、总\ufffd体\ufffd要求"


@pytest.mark.parametrize("given", ["gbk", "GB2312", "gb18030"])
def test_a_given_encoding_overrides_the_guess(given: str) -> None:
    """Bytes that would be taken for Big5 or UTF-8 are read as the person says; gbk is as wide as it is in practice."""
    assert read_bytes("鎔基".encode("gb18030"), "x.txt", given).text == "鎔基"


def test_the_encoding_of_a_document_can_be_given_back() -> None:
    """The encoding in a document reads the same bytes to the same text."""
    for encoding, text in WRITTEN:
        found = read_bytes(text.encode(encoding), "x.txt")
        given = read_bytes(text.encode(encoding), "x.txt", found.encoding)
        assert (given.text, given.encoding) == (found.text, found.encoding)


def test_a_guess_is_told_and_what_is_known_is_not() -> None:
    """UTF-8 gives itself away, and so do a mark at the beginning and the person; all else may be wrong."""
    for data, given in ((SIMPLIFIED.encode(), None), (SIMPLIFIED.encode("utf-16"), None), (b"", "gb18030")):
        assert not read_bytes(data or SIMPLIFIED.encode("gb18030"), "x.txt", given).notes
    (note,) = read_bytes(SIMPLIFIED.encode("gb18030"), "x.txt").notes
    assert note.arguments == {"encoding": "gb18030"}


@pytest.mark.parametrize("given", ["klingon", "hex", "rot13", "", "a\0b", "\udcff", "undefined"])
def test_an_unknown_encoding_is_one_clear_sentence(given: str) -> None:
    """What is no encoding of text is said to be none, and some good ones are named."""
    with pytest.raises(StudyError, match=r"^x\.txt cannot be read as .*there is no such encoding; try utf-8"):
        read_bytes(b"abc", "x.txt", given)


def test_an_encoding_that_does_not_fit_is_one_clear_sentence() -> None:
    """A text that is not in the given encoding is refused, not filled with replacement signs."""
    with pytest.raises(StudyError, match=r"^x\.txt is not text in the encoding utf-8"):
        read_bytes(SIMPLIFIED.encode("gb18030"), "x.txt", "utf-8")


def test_the_slow_detector_is_not_imported_before_it_is_needed() -> None:
    """Importing the readers, and reading Chinese with them, leaves charset_normalizer alone."""
    code = (
        "import sys; from studytui.exchange.read import read_bytes; "
        "read_bytes('一、总体要求'.encode('gb18030'), 'x'); sys.exit('charset_normalizer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

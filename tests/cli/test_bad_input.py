"""Whatever is wrong is said in one sentence; nothing is written, nothing hangs, nothing reaches the terminal raw."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import NAME, SPEECH, Shell

ESCAPE = "\x1b]0;pwned\x07\x1b[31m"


@pytest.mark.parametrize("command", ["outline", "import"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n0000", "picture (PNG)"),
        (bytes(range(256)) * 9, "is not text"),
        ("只是一句话".encode(), "has no numbered points"),
    ],
)
def test_a_file_that_is_no_outline_is_refused(
    shell: Shell, tmp_path: Path, library: Path, command: str, content: bytes, said: str
) -> None:
    """The sentence names the file and the reason, and there is no library afterwards that was not there before."""
    path = tmp_path / "bad.txt"
    path.write_bytes(content)

    refused = shell(command, str(path)).refused

    assert str(path) in refused
    assert said in refused
    assert not library.exists()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("no/such.txt", "does not exist"),
        ("~nobody-of-that-name/x.txt", "does not exist"),
        ("", "No file is named"),
        (".", "is a folder"),
        ("/dev/zero", "not a regular file"),
    ],
)
def test_a_path_that_leads_to_no_file_is_refused(shell: Shell, path: str, said: str) -> None:
    """A folder, a device, nothing, the home of nobody: each is one sentence."""
    assert said in shell("outline", path).refused


def test_a_pipe_is_not_waited_for(shell: Shell, tmp_path: Path) -> None:
    """A named pipe that nobody writes to is refused at once."""
    os.mkfifo(tmp_path / "pipe")

    assert "not a regular file" in shell("import", str(tmp_path / "pipe")).refused


def test_control_characters_of_a_name_are_escaped(shell: Shell, tmp_path: Path) -> None:
    """A file can be called anything; what is printed of its name is harmless."""
    refused = shell("outline", str(tmp_path / f"{ESCAPE}\n红.txt")).refused

    assert "\\x1b" in refused
    assert "\x1b" not in refused
    assert "红.txt" in refused


def test_the_sentence_is_in_the_persons_language(shell: Shell) -> None:
    """Both languages say it."""
    assert "不存在" in shell("outline", "no/such.txt", language="zh").refused


def test_of_several_documents_a_bad_one_keeps_all_out(shell: Shell, document: str, library: Path) -> None:
    """Nothing is half done."""
    assert "does not exist" in shell("import", document, "missing.txt").refused
    assert not library.exists()


@pytest.mark.parametrize(
    "arguments", [["import"], ["--nope"], ["deck"], ["deck", "nope"], ["review", "x"], ["--library"]]
)
@pytest.mark.parametrize(("language", "help_is"), [("en", "--help` shows"), ("zh", "用法见")])
def test_wrong_usage_is_one_sentence_and_code_2(
    shell: Shell, arguments: list[str], language: str, help_is: str
) -> None:
    """It says what is missing or unknown, and where the help is."""
    ran = shell(*arguments, language=language)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert help_is in ran.err


@pytest.mark.parametrize("command", [["decks"], ["import", "DOCUMENT"], ["review", "x", "--plain"]])
def test_a_library_that_is_a_file_is_refused(shell: Shell, document: str, library: Path, command: list[str]) -> None:
    """It says what is in the way, and leaves it as it is."""
    library.write_text("precious")

    refused = shell(*(document if word == "DOCUMENT" else word for word in command)).refused

    assert "is in the way" in refused
    assert library.read_text() == "precious"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_library_that_cannot_be_written_is_said_before_the_first_question(stocked: Shell, library: Path) -> None:
    """Not after somebody has answered."""
    library.chmod(0o500)
    try:
        assert "permission is denied" in stocked("review", NAME, "--plain").refused
    finally:
        library.chmod(0o700)


def test_a_full_disk_is_said_before_the_first_question(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The try to write comes before anything is asked."""

    def full(descriptor: int, data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)

    assert "No space is left" in stocked("review", NAME, "--plain").refused


NONSENSE = [
    b"hello",
    b"",
    b"---\nid: \xff\xfe",
    b"---\nid: ../../../x\n---\n",
    b"---\nformat: 99\x1b[2J\n---\n",
    b"\0\x1b[31m\xc2\x9b1m",
]


@pytest.mark.parametrize("content", NONSENSE)
def test_a_deck_file_of_nonsense_leaves_the_other_decks_usable(stocked: Shell, library: Path, content: bytes) -> None:
    """The list says what is wrong with it; asked for itself it is refused; the other deck is as it was."""
    (library / "decks" / "bad.md").write_bytes(content)

    ran = stocked("decks")

    assert ran.code == 0
    assert f"{NAME}: 8 nodes" in ran.out
    assert "bad: bad.md" in ran.out
    assert "\x1b" not in ran.out
    assert "\x9b" not in ran.out
    assert "bad.md" in stocked("review", "bad", "--plain").refused
    assert stocked("due").code == 0


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop"])
def test_what_is_no_file_in_the_folder_of_decks_is_told_and_not_waited_for(
    stocked: Shell, library: Path, kind: str
) -> None:
    """A folder called x.md, a pipe, a link to itself: the others go on."""
    path = library / "decks" / "x.md"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("x.md")

    ran = stocked("decks")

    assert (ran.code, f"{NAME}: 8 nodes" in ran.out) == (0, True)
    assert stocked("deck", "delete", "x").refused
    assert stocked("weak", "x", language="zh").refused


def test_of_two_files_of_one_id_neither_is_deleted_with_the_others_progress(stocked: Shell, library: Path) -> None:
    """A copied deck file is told; its journals belong to the other as well."""
    (library / "decks" / "copy.md").write_bytes((library / "decks" / f"{NAME}.md").read_bytes())

    assert "has the same id as" in stocked("decks").out
    assert "has the same id as" in stocked("deck", "delete", "copy").refused
    assert (library / "decks" / "copy.md").exists()
    assert list(library.glob("reviews/*/*.jsonl"))


def test_a_name_of_a_deck_file_never_reaches_the_terminal_raw(stocked: Shell, library: Path) -> None:
    """Printed, the control characters are left out; in JSON they are escaped."""
    (library / "decks" / f"{NAME}.md").rename(library / "decks" / f"{ESCAPE}[bold]\x9b5m\u202e甲.md")

    for arguments in (["decks"], ["decks", "--json"], ["history"], ["history", "--json"]):
        ran = stocked(*arguments)

        assert ran.code == 0
        assert "[bold]" in ran.out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.out)


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system refuses such names")
def test_a_deck_file_whose_name_is_no_utf8_is_listed(stocked: Shell, library: Path) -> None:
    """Both forms of output print it with a sign in place of what cannot be read."""
    (library / "decks" / f"{NAME}.md").rename(library / "decks" / os.fsdecode(b"\xff\xfe.md"))

    assert "\ufffd" in stocked("decks").out
    assert "\ufffd" in stocked("decks", "--json").out


def test_damaged_journals_are_told_and_what_is_sound_counts(stocked: Shell, library: Path) -> None:
    """The line that does not count is named on standard error; the command does what it should."""
    journal = next(library.glob("reviews/*/*.jsonl"))
    journal.write_bytes(journal.read_bytes() + b"\xff\0 garbage\n")

    ran = stocked("history")

    assert ran.code == 0
    assert "outline" in ran.out
    assert ran.err == f"studytui: Line 2 of {journal} is damaged and does not count; the lines after it do.\n"


@pytest.mark.parametrize("content", [b"\xff{", b"[[]]", b'{"meta":{"1":{"version":1,"top":[1]}},"memories":{"x":7}}'])
def test_damaged_state_is_made_again(stocked: Shell, library: Path, content: bytes) -> None:
    """State is derived: nonsense in it changes nothing."""
    before = stocked("decks", "--json").out
    for path in library.glob("state/*.json"):
        path.write_bytes(content)

    ran = stocked("decks", "--json")

    assert (ran.code, ran.out, ran.err) == (0, before, "")
    assert stocked("deck", "day", NAME, "2026-12-31").code == 0


def test_a_name_of_which_nothing_is_left_is_refused(stocked: Shell, library: Path) -> None:
    """Nothing is renamed to a word that nobody chose; what was left out of a name is told."""
    assert "needs a name" in stocked("deck", "rename", NAME, "../..").refused
    assert stocked("deck", "rename", NAME, "../a/b\n").out == "It is called ab now.\n"
    assert (library / "decks" / "ab.md").exists()


def program(library: Path, *arguments: str) -> list[str]:
    """The program itself, for what only a process of its own can show."""
    return [sys.executable, "-m", "studytui", "--library", str(library), "--language", "en", *arguments]


def test_a_second_writer_is_refused_and_a_reader_is_not(stocked: Shell, library: Path, document: str) -> None:
    """The sentence says who holds the library; lists can be read beside it."""
    first = subprocess.Popen(
        program(library, "review", NAME, "--plain"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    assert first.stdin is not None
    assert first.stdout is not None
    try:
        assert first.stdout.read(1)

        assert f"in use by process {first.pid} on device" in stocked("import", document).refused
        assert stocked("decks").code == 0
    finally:
        first.communicate(b":q\n")
    assert first.returncode == 0


def test_closed_and_full_streams_are_no_defects(stocked: Shell, library: Path) -> None:
    """Somebody may close any stream, hang up early, or print to a full disk."""
    script = "\n".join(
        (
            'exec 2>"$1"; shift',
            '"$@" decks >&- || exit 10',
            '"$@" decks --json >&- || exit 11',
            '"$@" outline - <&- && exit 12',
            '"$@" review "$NAME" --plain <&- >/dev/null || exit 13',
            '"$@" <&- && exit 14',
            '"$@" history --json | head -c 1 >/dev/null',
            '[ ! -e /dev/full ] || ! "$@" decks >/dev/full || exit 15',
            'LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 "$@" decks --json || exit 16',
            "exit 0",
        )
    )
    errors = library.parent / "errors"
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", str(errors), *program(library)],
        env={**os.environ, "NAME": NAME},
        capture_output=True,
        check=False,
    )

    said = errors.read_text("utf-8")
    assert done.returncode == 0, said
    assert NAME in done.stdout.decode()
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert "- is empty" in said
    assert "needs a terminal" in said


def test_answers_that_are_no_utf8_are_no_answers(stocked: Shell, library: Path) -> None:
    """Bytes that are no text on standard input are read as signs that stand for nothing."""
    done = subprocess.run(
        program(library, "review", NAME, "--plain"),
        input=b"\xff\xfe\n\xff\n:q\n",
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def _heed_ctrl_c() -> None:
    """What a shell starts in the background inherits that Ctrl+C is ignored, as these tests may be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_quietly_and_lets_go_of_the_library(stocked: Shell, library: Path) -> None:
    """The exit code is that of an interrupted program; the next one can write at once."""
    first = subprocess.Popen(
        program(library, "review", NAME, "--plain"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        preexec_fn=_heed_ctrl_c,
    )
    assert first.stdout is not None
    seen = b""
    while b"> " not in seen:
        seen += first.stdout.read(1)
    first.send_signal(signal.SIGINT)
    _, said = first.communicate()

    assert (first.returncode, said.strip()) == (130, b"")
    assert stocked("deck", "archive", NAME).code == 0


def test_a_speech_of_markup_and_escapes_is_printed_as_text(shell: Shell, tmp_path: Path) -> None:
    """Markup stands there as it was written, and what a terminal would obey is gone."""
    path = tmp_path / "hostile.txt"
    path.write_text(SPEECH.replace("加强领导", f"[bold]加强[/]{ESCAPE}领\u202e导\x9b5m"), "utf-8")

    for arguments in (["outline", str(path)], ["outline", "--json", str(path)], ["import", str(path)]):
        ran = shell(*arguments)

        assert ran.code == 0
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.out + ran.err)
    assert "[bold]加强[/]领导" in shell("outline", str(path)).out

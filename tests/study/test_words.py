"""Spellings and terms: looked up by a process of its own, kept, and never in the way."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from studytui.drills.all import DRILLS
from studytui.errors import StudyError
from studytui.outline.tree import Node, Outline
from studytui.study import look_up as process
from studytui.study.library import APART, FOLD
from studytui.study.look_up import look_up
from studytui.study.words import Wording, Words, as_rows, digest, from_rows
from tests.study.desk import SPEECH, Desk, the_speech

OUTLINE = Outline("讲话", nodes=(Node("一是", 1, "加强领导，创建态势日趋良好"), Node("二是", 2, "\ud800行")))


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """What is known of a small outline."""
    found = look_up(OUTLINE, tmp_path_factory.mktemp("jieba"))
    assert found is not None
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library."""
    return Desk(tmp_path)


def test_every_text_is_spelled_and_has_its_terms(words: Words) -> None:
    """Also one with half a character in it, which is told as a sign."""
    found = words.known[digest("加强领导，创建态势日趋良好")]

    assert found.spelling.split()[:2] == ["jia", "qiang,jiang"]
    assert found.spans == ((0, 2), (2, 4), (5, 7), (7, 9), (11, 13))
    assert len(words.known) == 2


def test_what_is_kept_is_read_back(words: Words) -> None:
    """What is not as it was written is left out, and looked up anew."""
    rows = [{**row, "spans": [list(span) for span in words.known[str(row["text"])].spans]} for row in as_rows(words)]

    assert from_rows(rows) == words
    assert (
        from_rows([{"text": 3}, {"text": "a", "spelling": "b", "spans": [[1], "x", [1, "2"]]}]).known["a"].spans == ()
    )


FAILURES = {
    "it ends with an error": (("-c", "raise SystemExit('the reason')"), "the reason"),
    "it is killed": (("-c", "import os; os.abort()"), "exit code"),
    "it gives nonsense": (("-c", "print('{')"), "cannot be read"),
    "it gives too little": (("-c", "print('[]')"), "cannot be read"),
    "it never ends": (("-c", "from threading import Event; Event().wait()"), "longer"),
}


@pytest.mark.parametrize(("program", "reason"), FAILURES.values(), ids=FAILURES.keys())
def test_a_look_up_that_fails_says_why_in_one_sentence(tmp_path: Path, program: tuple[str, ...], reason: str) -> None:
    """And nothing is kept."""
    with pytest.raises(StudyError) as caught:
        look_up(OUTLINE, tmp_path, program, seconds=1.5)

    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_look_up_says_how_far_it_is(tmp_path: Path) -> None:
    """How many texts of how many are done, up to all of them."""
    said: list[tuple[int, int]] = []
    program = ("-c", "import sys; sys.stdin.read(); print(1); print(2); print('[]')")
    with pytest.raises(StudyError):
        look_up(OUTLINE, tmp_path, program, told=lambda done, of: said.append((done, of)))

    assert said == [(1, 2), (2, 2)]


def test_a_look_up_that_nobody_wants_any_more_ends_at_once(tmp_path: Path) -> None:
    """The process is gone, and nothing was found."""
    note = tmp_path / "pid"
    program = ("-c", f"import os; open({str(note)!r}, 'w').write(str(os.getpid())); import time; time.sleep(600)")

    assert look_up(OUTLINE, tmp_path, program, stopped=note.exists) is None
    assert not note.read_text() or not _runs(int(note.read_text()))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_look_up_that_is_stopped_keeps_what_was_known(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written, and it can be done another time."""
    monkeypatch.setattr(process, "look_up", lambda outline, folder, **_: None)
    deck, book = desk.speech(), desk.library().wordbook

    assert book.found(deck) == Words()
    assert not desk.folders.words_of(deck.id).exists()


def test_two_that_want_the_same_words_have_them_looked_up_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second waits for the first; one that does not want to wait goes on with what is known."""
    asked: list[Outline] = []
    begun, go = Event(), Event()

    def looked_up(outline: Outline, folder: Path, **_: object) -> Words:
        asked.append(outline)
        begun.set()
        assert go.wait(10)
        return Words({digest(node.text): words_of(node.text) for node in outline.nodes})

    monkeypatch.setattr(process, "look_up", looked_up)
    deck, book = desk.speech(), desk.library().wordbook
    with ThreadPoolExecutor() as pool:
        first = pool.submit(book.found, deck)
        assert begun.wait(10)
        assert book.found(deck, stopped=lambda: True) == Words()
        second = pool.submit(book.found, deck)
        go.set()
        assert first.result(10) == second.result(10) == book.known(deck)

    assert len(asked) == 1
    assert book.holds(deck)


def test_whether_zh_is_z_is_a_choice_of_the_person(desk: Desk) -> None:
    """It goes with the words to where an answer is marked."""
    library = desk.library()
    library.take(the_speech())
    deck = library.deck(SPEECH)
    assert library.known_words(deck).folded

    library.prefer(FOLD, APART)

    assert not library.known_words(deck).folded


def test_words_are_looked_up_once_and_again_when_a_text_is_new(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deleting the deck takes them away."""
    asked: list[Outline] = []

    def looked_up(outline: Outline, folder: Path, **_: object) -> Words:
        asked.append(outline)
        return Words({digest(node.text): words_of(node.text) for node in outline.nodes})

    monkeypatch.setattr(process, "look_up", looked_up)
    library = desk.library()
    library.take(the_speech())
    deck = library.deck(SPEECH)
    assert library.known_words(deck) == Words()

    first = library.words(deck)

    assert library.words(deck) == first == desk.library().words(deck)
    assert len(asked) == 1
    assert desk.folders.words_of(deck.id).exists()
    library.delete(SPEECH)
    assert not desk.folders.words_of(deck.id).exists()


def words_of(text: str) -> Wording:
    """A wording for a text that nobody looked up."""
    return Wording("x " * len(text), ((0, 1),))


def test_a_damaged_file_of_words_is_no_harm(desk: Desk) -> None:
    """It is made again."""
    deck = desk.speech()
    path = desk.folders.words_of(deck.id)
    for data in (b"\x00", b"[]", b'{"words": 7}', b'{"words": {"1": 7}}'):
        path.write_bytes(data)
        assert desk.library().known_words(deck) == Words()


def test_the_words_of_a_text_are_those_of_its_other_script_too(desk: Desk, words: Words) -> None:
    """A traditional view is typed by the same letters and hides the same words; pins and bars count."""
    library = desk.library()
    library.take(the_speech())
    deck = library.set_show(SPEECH, "traditional")
    node = next(i for i, n in enumerate(deck.file.outline.nodes) if n.text == "加强领导，创建态势日趋良好")

    assert words.terms(deck, node) == ("加強", "領導", "創建", "態勢", "良好")
    assert "".join(stroke.letters[0] for stroke in words.strokes(deck, node)) == "jqldcjtsrqlh"
    deck.decide_term("领导", "bar")
    deck.decide_term("日趋", "pin")
    assert words.terms(deck, node) == ("加強", "創建", "態勢", "日趨", "良好")


def test_nothing_in_a_session_loads_jieba_or_pypinyin(tmp_path: Path) -> None:
    """They are loaded by the process that looks up, and by no other: seen in a program that asks every drill."""
    done = subprocess.run([sys.executable, "-c", SESSION, str(tmp_path)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, [f"asked {len(DRILLS)} loaded []"]), done.stderr


SESSION = """
import sys
from pathlib import Path
from random import Random
from studytui.drills.all import DRILLS
from studytui.drills.mask import MASK
from studytui.study.drilling import drilled
from studytui.study.session import Session
from tests.study.desk import Desk, SPEECH, the_speech
desk = Desk(Path(sys.argv[1]))
library = desk.library()
library.take(the_speech())
deck = library.deck(SPEECH)
library.keep(library.draft_of_text("一、加强领导\\n网格要划细。\\n二、健全组织\\n"), "社区")
spoken = library.deck("社区")
spoken.want([0])
words = library.words(deck)
count = 0
for drill in DRILLS:
    asked = spoken if drill is MASK else deck
    steps = drilled(asked, asked.cards, drill, library.words(asked))
    assert steps, drill
    session = Session(steps, Random(1), desk.clock)
    assert session.asked or session.board or session.question()
    count += 1
print("asked", count, "loaded", sorted(m for m in sys.modules if m.split(".")[0] in ("jieba", "pypinyin")))
"""


def test_sentences_that_are_wanted_word_for_word_are_looked_up_too(desk: Desk) -> None:
    """Not before they are wanted; each has its keys and its terms, in the other script as well."""
    library = desk.library()
    library.keep(library.draft_of_text("一、加强领导\n网格要划细。人员要派下去。\n二、健全组织\n"), "社区")
    deck = library.deck("社区")
    assert library.words(deck).spoken(deck, 0) == ((), ())
    deck.want([0])
    assert not library.wordbook.holds(deck)
    words = library.words(deck)

    assert ["".join(stroke.letters[0] for stroke in keys) for keys in words.spoken(deck, 0)] == ["wgyhx", "ryypxq"]
    assert all(words.spoken_spans(deck, 0))
    assert desk.library().wordbook.holds(deck)
    deck = library.set_show("社区", "traditional")
    assert [len(keys) for keys in words.spoken(deck, 0)] == [5, 6]

"""How characters are read."""

import subprocess
import sys

import pytest

from studytui.language.pinyin import is_read, untoned


@pytest.mark.parametrize(
    ("character", "reading"),
    [("在", "zài"), ("行", "háng"), ("行", "xíng"), ("務", "wù"), ("們", "men"), ("旅", "lǚ"), ("動", "dònɡ")],
)
def test_a_toned_reading_is_one_of_the_readings_of_a_character(character: str, reading: str) -> None:
    """Heteronyms have several; the letters of printed pinyin count as the usual ones."""
    assert is_read(character, reading)


@pytest.mark.parametrize(
    ("character", "reading"), [("在", "zāi"), ("行", "hàn"), ("務", "jiǎng"), ("a", "a"), ("。", "")]
)
def test_another_tone_or_sound_is_none(character: str, reading: str) -> None:
    """What is no Chinese character has no reading at all."""
    assert not is_read(character, reading)


@pytest.mark.parametrize(("character", "reading"), [("在", "zai"), ("旅", "lü"), ("旅", "lv"), ("行", "HANG")])
def test_a_reading_without_a_tone_fits_every_tone(character: str, reading: str) -> None:
    """Keyboards write v for ü."""
    assert is_read(character, reading)


def test_the_usual_reading_is_the_first_alone() -> None:
    """務 is wù; that it can be máo is for dictionaries."""
    assert is_read("務", "wù", mainly=True)
    assert is_read("務", "máo")
    assert not is_read("務", "máo", mainly=True)


def test_a_syllable_loses_its_tone_and_keeps_its_dots() -> None:
    """They tell lü from lu."""
    assert [untoned(syllable) for syllable in ("jiǎng", "lǜ", "wu")] == ["jiang", "lü", "wu"]


def test_pypinyin_is_not_loaded_for_a_text_that_is_not_garbled() -> None:
    """It takes longer to load than a speech takes to be read."""
    assert _loaded_by("一、來(lái)了嗎?是(shì)的\n二、银行(háng)") == "False"
    assert _loaded_by("一、第一要?jiǎng)?wù)") == "True"


def _loaded_by(text: str) -> str:
    """Whether a new interpreter that has read a text has pypinyin."""
    code = f"import sys; from studytui.outline.parse import parse; parse({text!r}); print('pypinyin' in sys.modules)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

"""The interface is complete in Chinese and in English."""

import re
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Message as Entry

from studytui.catalogue import Catalogue, language_of
from studytui.messages import message
from tests.catalogue import LANGUAGES, LOCALE, catalogue, sentences

PLACE = re.compile(r"\{[^{}]*\}")


def entries(language: str) -> dict[str, Entry]:
    """The entries of a catalogue by their English sentence."""
    found = {}
    for entry in catalogue(language):
        if entry.id:
            found[entry.id if isinstance(entry.id, str) else entry.id[0]] = entry
    return found


def strings(entry: Entry) -> list[str]:
    """The translations of an entry: one, or one a plural form."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_program_is_translated(language: str) -> None:
    """None is missing, none is left over."""
    found = entries(language)

    assert set(sentences()) == set(found)
    assert [id_ for id_, entry in found.items() if not all(strings(entry))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_sentence(language: str) -> None:
    """No argument is lost, none is asked for that is not given."""
    for id_, entry in entries(language).items():
        for string in strings(entry):
            assert set(PLACE.findall(string)) <= set(PLACE.findall(id_)) | {"{n}"}, id_
            assert set(PLACE.findall(id_)) - {"{n}"} <= set(PLACE.findall(string)), id_


def test_the_points_before_and_after_are_called_so_everywhere_in_chinese() -> None:
    """上一点 and 下一点, as the drills that ask for them."""
    said = [string for entry in entries("zh_CN").values() for string in strings(entry)]

    assert [string for string in said if re.search("(?<!最)[前后]一[点条]", string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_in_step_with_its_source(language: str) -> None:
    """Run ``python -m tests.catalogue`` after a change."""
    with (LOCALE / language / "LC_MESSAGES" / "studytui.mo").open("rb") as file:
        compiled = GNUTranslations(file)

    for id_, entry in entries(language).items():
        if isinstance(entry.id, str):
            assert compiled.gettext(id_) == entry.string
        else:
            assert compiled.ngettext(entry.id[0], entry.id[1], 1) == strings(entry)[0]


def test_a_message_in_a_message_is_said_in_the_same_language() -> None:
    """The reason inside a sentence is translated with it."""
    said = message("Why now: {reason}", reason=message("It is new."))

    assert Catalogue("zh_CN").say(said) == "为什么现在问：这是新学的。"


def test_a_text_with_braces_is_an_argument_and_no_place() -> None:
    """What a document says is never read as a place of the sentence."""
    assert Catalogue("en").say(message("{name} is back.", name="{n}")) == "{n} is back."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en:zh"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(environment: dict[str, str], language: str) -> None:
    """By gettext's own order of variables."""
    assert language_of(environment) == language

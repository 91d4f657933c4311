"""The translators' files: what goes in, what comes out, and that the check can fail."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.words import Number, Opening, joined, named, short, text
from screens import tongue, translations
from screens.literals import overlooked
from screens.translations import (
    GERMAN,
    ROOT,
    compile_german,
    compile_pseudo,
    complaints,
    placeholders,
    protocol_texts,
    pseudo,
    read,
    sources,
    spliced,
    unfinished,
)


@pytest.fixture
def club(tmp_path: Path) -> Path:
    """A program of one sentence, one label and one workout."""
    for folder in ("kiosk", "drivers", "screens", "config/protocols"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "kiosk" / "words.py").write_text('text("{names} and {last}")\n')
    (tmp_path / "kiosk" / "cues.py").write_text(
        "from kiosk.words import text\n\n"
        'def cue(x):\n    return text(\n        "Set "\n        "{grade} %", grade=x)\n'
    )
    (tmp_path / "kiosk" / "schema.py").write_text(
        'from sqlalchemy import text\n\nWHERE = text("removed IS NULL")\n'
    )
    (tmp_path / "screens" / "Sign.qml").write_text('Item { property string a: qsTr("For %1") }\n')
    (tmp_path / "config" / "protocols" / "a.toml").write_text(
        'id = "a"\nname = "Hills"\n[[steps]]\nname = "Up"\nkind = "work"\ncues = ["Say \\"oh\\""]\n'
    )
    return tmp_path


def catalogue_of(club: Path) -> Path:
    made = club / "switchback_de.ts"
    translations.update(made, club)
    return made


def translate(catalogue: Path, source: str, translation: str) -> None:
    before = catalogue.read_text("utf-8")
    after = re.sub(
        f"(<source>{re.escape(source)}</source>\\s*)<translation[^>]*>.*?</translation>",
        rf"\1<translation>{translation}</translation>",
        before,
    )
    assert after != before
    catalogue.write_text(after, "utf-8")


def test_sentences_labels_and_workouts_are_found_and_sql_is_not(club: Path) -> None:
    found = {(entry.context, entry.source) for entry in read(catalogue_of(club))}
    assert found == {
        ("", "{names} and {last}"),
        ("", "Set {grade} %"),
        ("Sign", "For %1"),
        ("", "Hills"),
        ("", "Up"),
        ("", 'Say "oh"'),
    }


def test_texts_that_lupdate_overlooks_are_named_with_file_and_line(club: Path) -> None:
    (club / "kiosk" / "cues.py").write_text(
        "from kiosk.words import text\n\n"
        'WORDS = "Faster"\nA = text(WORDS)\nB = text(f"Set {1} %")\nC = text("Hold")\n'
    )
    (club / "screens" / "own.py").write_text(
        "from screens import tongue\n\n\n"
        'def text(words: str) -> str:\n    return words\n\n\nA = text("km")\nB = tongue.tr("Go")\n'
    )
    (club / "screens" / "Sign.qml").write_text('Item { property string a: qsTr("A" + name) }\n')
    found = {("", "Hold"), ("Sign", "A")}
    said = [
        line
        for name in ("kiosk/cues.py", "screens/own.py", "screens/Sign.qml")
        for line in overlooked(club / name, club, found)
    ]
    assert [line.partition(" ")[0] for line in said] == [
        "kiosk/cues.py:4",
        "kiosk/cues.py:5",
        "screens/own.py:9",
        "screens/Sign.qml:1",
    ]
    (missed,) = overlooked(club / "kiosk" / "words.py", club, found)
    assert "'{names} and {last}'" in missed


def test_what_is_translated_stays_when_a_text_is_added(club: Path) -> None:
    catalogue = catalogue_of(club)
    translate(catalogue, "Hills", "Berge")
    (club / "screens" / "Sign.qml").write_text('Item { property string a: qsTr("New") }\n')
    translations.update(catalogue, club)
    entries = {entry.source: entry for entry in read(catalogue)}
    assert entries["Hills"].translation == "Berge"
    assert not entries["New"].is_finished
    assert "For %1" not in entries


def test_the_check_names_what_is_new_what_is_gone_and_what_lost_a_placeholder(club: Path) -> None:
    catalogue = catalogue_of(club)
    assert complaints(catalogue, club) == []
    translate(catalogue, r"Set {grade} %", "Stell die Steigung ein")
    (club / "screens" / "Sign.qml").write_text('Item { property string a: qsTr("New") }\n')
    found = "\n".join(complaints(catalogue, club))
    assert "'New' of Sign.qml is not in switchback_de.ts" in found
    assert "'For %1' of Sign.qml is no longer said" in found
    assert "'Set {grade} %' has other placeholders" in found


def test_a_text_without_a_translation_is_named_until_it_has_one(club: Path) -> None:
    catalogue = catalogue_of(club)
    assert len(unfinished(catalogue)) == len(read(catalogue))
    translate(catalogue, "Hills", "Berge")
    assert "'Hills' is not translated." not in unfinished(catalogue)


def test_a_translation_may_order_its_placeholders_as_it_likes() -> None:
    assert placeholders("{a} of %1, {b:,}") == placeholders("%1: {b:,} {a}")
    assert placeholders("{a}") != placeholders("{b}")
    assert placeholders("%1") != placeholders("%2")


@pytest.mark.parametrize("said", ["OK", "Tap in", "Set the grade and wait until the deck rests"])
def test_the_pseudo_language_is_forty_percent_longer(said: str) -> None:
    longer = pseudo(said)
    assert longer[0] + longer[-1] == "⟦⟧"
    assert len(longer) >= 1.4 * len(said)
    assert len(longer) <= 1.4 * len(said) + 2


def test_the_pseudo_language_leaves_placeholders_and_mere_numbers_alone() -> None:
    assert placeholders(pseudo("{name} is <b>%1</b>")) == placeholders("{name} is <b>%1</b>")
    assert pseudo("{a} – {b}") == "{a} – {b}"
    assert "é" in pseudo("Next")


@pytest.mark.usefixtures("qapp")
def test_the_pseudo_language_is_spoken_from_any_folder(tmp_path: Path) -> None:
    compile_pseudo(tmp_path)
    tongue.speak(translations.PSEUDO, folder=tmp_path)
    said = tongue.said(text("{names} and {last}", names="A", last="B"))
    assert said == pseudo("{names} and {last}").format(names="A", last="B")
    assert said.startswith("⟦A áñd B")
    label = next(entry for entry in read(GERMAN) if entry.context)
    assert QCoreApplication.translate(label.context, label.source) == pseudo(label.source)


@pytest.mark.usefixtures("qapp")
def test_german_is_spoken_with_its_own_order_commas_and_capitals(tmp_path: Path) -> None:
    compile_german(tmp_path)
    tongue.speak("de", folder=tmp_path)
    assert tongue.said(text("Set {grade}", grade=text("{percent} %", percent=short(7.5)))) == (
        "Stell 7,5 % ein"
    )
    assert tongue.said(joined(", ", [text("Tap in first."), "Ann"])) == "Checke zuerst ein., Ann"
    assert tongue.said(text("{device} on {path}", device="A", path="B")) == "A an B"
    assert tongue.said(text("{words}.", words=Opening(text("not worn")))) == "Nicht angelegt."
    assert tongue.said(text("{when}: {step}", when=text("Now"), step=named("Warm-up"))) == (
        "Jetzt: Aufwärmen"
    )
    assert tongue.said(text("{speed} km/h", speed=Number(5.5, 1))) == "5,5 km/h"


def test_the_workouts_bring_their_names_steps_and_cues() -> None:
    found = protocol_texts(ROOT / "config" / "protocols")
    assert {"Step-up 80", "Warm-up", "Deep breaths in, a long breath out"} <= set(found)
    assert len(found) == len(set(found)) > 200


def test_every_sentence_is_a_literal_that_has_all_its_values() -> None:
    wrong: list[str] = []
    for path in sources():
        if path.suffix == ".py" and path.name not in ("words.py", "tongue.py"):
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                    wrong += _wrong(call, path) if call.func.id in ("text", "tr") else ()
    assert wrong == []


def _wrong(call: ast.Call, path: Path) -> Iterator[str]:
    given = {keyword.arg for keyword in call.keywords}
    match call.args:
        case [ast.Constant(value=str(template))]:
            asked = (
                {name for _, name, _, _ in string.Formatter().parse(template) if name}
                if given
                else given
            )
            if None not in given and asked != given:
                yield f"{path.name}:{call.lineno} asks for {asked} and is given {given}"
        case _:
            yield f"{path.name}:{call.lineno} is no literal"


def test_the_german_catalogue_of_this_program_can_be_read() -> None:
    assert sum(entry.is_finished for entry in read(GERMAN)) > 1000


TOOLS = re.compile(
    r"scenes|component_|^(contrast|lint|literals|looks|pictures|studio|switched|translations)\."
)
"""Of the screens: what engineers read, and people who are made up."""


def test_no_words_are_put_around_values_where_nobody_can_translate_them() -> None:
    shown = [path for path in (ROOT / "screens").glob("*.py") if not TOOLS.search(path.name)]
    shown += [
        path for name in ("session", "training") for path in (ROOT / "kiosk" / name).glob("*")
    ]
    assert [line for path in shown if path.suffix == ".py" for line in spliced(path)] == []


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('face = f"{done} of {all} sessions"', True),
        ('face = f"{name} is on it"', True),
        ('face = f"for {name}"', True),
        ('face = f"Stopped: {why}"', True),
        ('face = f"{minutes}:{seconds:02}"', False),
        ('face = f"{path.stem}.toml"', False),
        ('raise ValueError(f"there is no zone {number}")', False),
        ('ask(key=f"end session {number}")', False),
    ],
)
def test_words_around_values_are_found_where_a_screen_may_show_them(
    tmp_path: Path, line: str, is_found: bool
) -> None:
    made = tmp_path / "page.py"
    made.write_text(f"{line}\n", "utf-8")
    assert bool(spliced(made)) == is_found

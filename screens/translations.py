"""The translators' files: `python -m screens.translations update|compile|check`.

`update` puts every text of the screens, of the kiosk's sentences and of the workouts into
i18n/switchback_de.ts; `compile` makes what the kiosk loads from it, and a pseudo-language whose
long, bracketed texts show where a screen cuts or forgets one; `check` says what is not translated.
"""

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

import PySide6

from screens.literals import overlooked

HERE = Path(__file__).parent
ROOT = HERE.parent
I18N = HERE / "i18n"
GERMAN = I18N / "switchback_de.ts"
MADE = ROOT / "build" / "i18n"
"""Where `compile` puts the pseudo-language: it is no part of the program."""
PSEUDO = "qps"
LONGER = 0.4
"""What a text may grow by in another language, as a share of its English."""
_PYSIDE = Path(PySide6.__file__).parent
_SHOWN = ("name", "description", "pace", "cues")
"""The keys of a protocol file whose texts are shown."""
_SPEAKS = re.compile(r"^from (?:kiosk\.words|screens\.tongue) import", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:L?\d+|n)|<[^<>]*>")
_WORD = re.compile(r"\b(?:of|to|or|at|in|is|on|by|and|for|the|not|[A-Za-z]{4,})\b")
_ACCENTS = str.maketrans("AEIOUYaeiouyNnTS", "ÄÉÎÖÜÝáéïöüýÑñŤŠ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a .ts file; the context is a QML file's name, "" for Python."""

    context: str
    source: str
    translation: str
    is_finished: bool


def sources(root: Path = ROOT) -> list[Path]:
    """Every file that a text to translate can stand in, except the workouts."""
    python = [
        path
        for folder in ("screens", "kiosk", "drivers")
        for path in root.glob(folder + "/**/*.py")
    ]
    speaking = [path for path in python if _SPEAKS.search(path.read_text("utf-8"))]
    return sorted([*root.glob("screens/*.qml"), *speaking, root / "kiosk" / "words.py"])


def spliced(path: Path) -> list[str]:
    """Where words are put around values by an f-string, so that nobody can translate them.

    What is raised is for us, and what is called a key nobody sees.
    """
    tree = ast.parse(path.read_text("utf-8"))
    unseen = {id(one) for node in ast.walk(tree) if _is_unseen(node) for one in ast.walk(node)}
    return [
        f"{path.name}:{node.lineno} puts words around values: say them with tr() or text()."
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and id(node) not in unseen and _has_words(node)
    ]


def _is_unseen(node: ast.AST) -> bool:
    match node:
        case ast.Raise() | ast.Assert():
            return True
        case ast.keyword(arg="key"):
            return True
        case ast.FunctionDef(name=name):
            return name.endswith("_key")
        case _:
            return False


def _has_words(spliced: ast.JoinedStr) -> bool:
    """A file's name or a device's has no blanks."""
    pieces = [str(one.value) for one in spliced.values if isinstance(one, ast.Constant)]
    return any(" " in piece and _WORD.search(piece) for piece in pieces)


def protocol_texts(folder: Path) -> list[str]:
    """What the screens show of the workouts in a folder: each text once, in the files' order."""
    found: dict[str, None] = {}
    for path in sorted(folder.glob("*.toml")):
        for line in _texts(tomllib.loads(path.read_text("utf-8"))):
            found[" ".join(line.split())] = None
    return list(found)


def _texts(table: dict[str, object]) -> Iterator[str]:
    for key, value in table.items():
        values = cast("list[object]", value) if isinstance(value, list) else [value]
        for one in values:
            if isinstance(one, dict):
                yield from _texts(cast("dict[str, object]", one))
            elif isinstance(one, str) and key in _SHOWN:
                yield one


def update(catalogue: Path = GERMAN, root: Path = ROOT) -> None:
    """Adds new texts to the catalogue as unfinished, and takes out those that nobody says now."""
    with tempfile.TemporaryDirectory() as scratch:
        workouts = Path(scratch) / "workouts.py"
        lines = [f"tr({_quoted(text)})\n" for text in protocol_texts(root / "config" / "protocols")]
        workouts.write_text("".join(lines), "utf-8")
        listing = Path(scratch) / "sources"
        listing.write_text("".join(f"{path}\n" for path in [*sources(root), workouts]), "utf-8")
        _run(
            *("lupdate", "-silent", "-locations", "none", "-no-obsolete"),
            *("-disable-heuristic", "similartext", "-tr-function-alias", "tr+=text"),
            *("-source-language", "en", "-target-language", "de_DE"),
            *(f"@{listing}", "-ts", str(catalogue)),
        )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read(catalogue: Path) -> list[Entry]:
    """The texts of a catalogue in its order."""
    return [
        Entry(
            context=group.findtext("name") or "",
            source=message.findtext("source") or "",
            translation=message.findtext("translation") or "",
            is_finished=(found := message.find("translation")) is not None
            and found.get("type") != "unfinished",
        )
        for group in _root(catalogue).iter("context")
        for message in group.iter("message")
    ]


def _root(catalogue: Path) -> ET.Element:
    return ET.parse(catalogue).getroot()  # noqa: S314 - our own file, out of our own repository


def compile_german(folder: Path = I18N, catalogue: Path = GERMAN) -> Path:
    """Makes switchback_de.qm, which the kiosk loads."""
    made = folder / "switchback_de.qm"
    _run("lrelease", "-silent", str(catalogue), "-qm", str(made))
    return made


def compile_pseudo(folder: Path, catalogue: Path = GERMAN) -> Path:
    """Makes switchback_qps.qm, which `tongue.speak("qps", folder=folder)` loads."""
    made = folder / f"switchback_{PSEUDO}.qm"
    root = _root(catalogue)
    root.set("language", "en")
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is not None:
            translation.attrib.pop("type", None)
            translation.text = pseudo(message.findtext("source") or "")
    with tempfile.TemporaryDirectory() as scratch:
        written = Path(scratch) / f"switchback_{PSEUDO}.ts"
        ET.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
        _run("lrelease", "-silent", str(written), "-qm", str(made))
    return made


def made_pseudo(folder: Path = MADE, catalogue: Path = GERMAN) -> Path:
    """Where the pseudo-language is, made anew if the catalogue is newer."""
    made = folder / f"switchback_{PSEUDO}.qm"
    if not made.exists() or made.stat().st_mtime_ns < catalogue.stat().st_mtime_ns:
        folder.mkdir(parents=True, exist_ok=True)
        compile_pseudo(folder, catalogue)
    return folder


def pseudo(text: str) -> str:
    """The text with accents, in brackets, and 40 % longer; "{name}", "%1" and tags stay."""
    words = _PLACEHOLDER.sub("", text)
    if not any(char.isalpha() for char in words):
        return text
    parts = _PLACEHOLDER.split(text)
    kept = [*_PLACEHOLDER.findall(text), ""]
    accented = "".join(
        part.translate(_ACCENTS) + placeholder
        for part, placeholder in zip(parts, kept, strict=True)
    )
    # Five at a time, so that a long text still has places to break.
    tildes = "~" * max(0, ceil(LONGER * len(words)) - 2)
    chunks = [tildes[start : start + 5] for start in range(0, len(tildes), 6)]
    return f"⟦{accented}{' '.join(chunks)}⟧"


def placeholders(text: str) -> list[str]:
    """ "{name}", "%1" and tags of a text, sorted: a translation may order them as it likes."""
    return sorted(_PLACEHOLDER.findall(text))


def complaints(catalogue: Path = GERMAN, root: Path = ROOT) -> list[str]:
    """What is wrong with the catalogue whoever translates it, a sentence each."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / catalogue.name
        update(fresh, root)
        said = {(entry.context, entry.source) for entry in read(fresh)}
    entries = read(catalogue)
    known = {(entry.context, entry.source) for entry in entries}
    mend = "run `python -m screens.translations update`"
    return [
        *(f"{_where(*key)} is not in {catalogue.name}: {mend}." for key in sorted(said - known)),
        *(f"{_where(*key)} is no longer said: {mend}." for key in sorted(known - said)),
        *(line for path in sources(root) for line in overlooked(path, root, said)),
        *(
            f"{_where(entry.context, entry.source)} has other placeholders in its translation"
            f" {entry.translation!r}: write the same ones."
            for entry in entries
            if entry.translation and placeholders(entry.translation) != placeholders(entry.source)
        ),
    ]


def unfinished(catalogue: Path = GERMAN) -> list[str]:
    """The texts without a finished translation, a sentence each."""
    return [
        f"{_where(entry.context, entry.source)} is not translated."
        for entry in read(catalogue)
        if not entry.is_finished or not entry.translation.strip()
    ]


def _where(context: str, source: str) -> str:
    return f"{source!r} of {context}.qml" if context else repr(source)


def _run(tool: str, *words: str) -> None:
    done = subprocess.run(
        [str(_PYSIDE / tool), *words], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{tool} ended with status {done.returncode}: {done.stderr.strip()}")


def _check(*, allow_unfinished: bool) -> int:
    found, left = complaints(), unfinished()
    for line in found if allow_unfinished else [*found, *left]:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"Translations: {len(left)} of {len(read(GERMAN))} texts unfinished\n")
    return 1 if found or (left and not allow_unfinished) else 0


def main(arguments: list[str] | None = None) -> int:
    """Does what the first argument says; exit status 1 if `check` has found something."""
    parser = argparse.ArgumentParser(prog="python -m screens.translations")
    parser.add_argument("what", choices=("update", "compile", "check"))
    parser.add_argument("--allow-unfinished", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.what == "update":
        update()
    elif asked.what == "compile":
        compile_german()
        MADE.mkdir(parents=True, exist_ok=True)
        compile_pseudo(MADE)
    else:
        return _check(allow_unfinished=asked.allow_unfinished)
    return 0


if __name__ == "__main__":
    sys.exit(main())

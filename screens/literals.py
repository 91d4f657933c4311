"""Every text that the source says, by its syntax tree: what lupdate overlooks is found here."""

import ast
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path

_SPEAKERS = {"kiosk.words": "text", "screens.tongue": "tr"}
"""The functions that take a literal for the translators, and where they come from."""
_QML = re.compile(r'\bqsTr\(\s*(?:("(?:[^"\\]|\\.)*")\s*[,)])?')


def overlooked(path: Path, root: Path, found: Collection[tuple[str, str]]) -> list[str]:
    """A sentence for each text in a Python or QML file that is not among what lupdate has `found`,
    by QML file ("" for Python) and text; and for each that is no literal at all.
    """
    context = path.stem if path.suffix == ".qml" else ""
    said = _said_in_qml(path) if context else _said_in_python(path)
    where = path.relative_to(root)
    return [
        f"{where}:{line} has no plain literal for the translators: write the words there."
        if words is None
        else f"{where}:{line} says {words!r}, which lupdate does not find: write one plain literal."
        for line, words in said
        if words is None or (context, words) not in found
    ]


def _said_in_qml(path: Path) -> Iterator[tuple[int, str | None]]:
    for line, content in enumerate(path.read_text("utf-8").splitlines(), 1):
        for one in _QML.finditer(content):
            yield line, json.loads(one[1]) if one[1] else None


def _said_in_python(path: Path) -> Iterator[tuple[int, str | None]]:
    """lupdate knows the functions by their bare names, and does not look into f-strings."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    speakers = {
        alias.asname or alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == _SPEAKERS.get(node.module or "")
    }
    if path.name == "words.py":  # where text() itself stands
        speakers.add("text")
    for node in nodes:
        if not isinstance(node, ast.Call) or not node.args:
            continue
        spoken, first = ast.unparse(node.func), node.args[0]
        if spoken in speakers:
            is_literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            yield node.lineno, ast.literal_eval(first) if is_literal else None
        elif spoken in ("words.text", "tongue.tr"):
            yield node.lineno, None

"""The table of threats names tests that exist, and everything that it sends people to."""

import ast
import re
from pathlib import Path

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
FILES = re.compile(r"`((?:docs|tests|systemd)/[\w./-]+)`")


def page(repository: Path) -> str:
    return (repository / "docs" / "security.md").read_text("utf-8")


def test_every_test_that_is_named_exists(repository: Path) -> None:
    named = NAMED.findall(page(repository))
    assert len(named) >= 30
    for path, name in named:
        tree = ast.parse((repository / path).read_text("utf-8"))
        found = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert name in found, f"{path}::{name}"


def test_every_file_that_is_named_exists(repository: Path) -> None:
    for path in FILES.findall(page(repository)):
        assert (repository / path).exists(), path


def test_each_threat_has_somebody_something_that_stops_it_and_a_proof(repository: Path) -> None:
    section = page(repository).split("## Threats", 1)[1].split("\n## ", 1)[0]
    rows = [line.split("|")[1:-1] for line in section.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 25
    for who, wants, stops, shown in rows:
        assert wants.strip(), who
        assert stops.strip(), wants
        assert "::" in shown or "by hand" in shown, wants
    people = " ".join(row[0] for row in rows)
    for one in ("stranger", "stick", "card", "member", "neighbour", "laptop"):
        assert one in people, one

"""Reads protocol files and finds them by id; what they become is in protocol_plan."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from kiosk.errors import ProtocolError
from kiosk.toml_lines import lines_of
from kiosk.training.protocol_checks import faults_of
from kiosk.training.protocol_errors import format_error, located, nearest, syntax_error
from kiosk.training.protocol_format import Protocol
from kiosk.training.protocol_plan import Choice, choices_of, plan, warnings_of
from kiosk.training.units import quoted
from kiosk.words import text

__all__ = [
    "Choice",
    "Protocol",
    "choices_of",
    "find_protocol",
    "load_files",
    "load_folder",
    "load_folders",
    "load_protocol",
    "parse_protocol",
    "plan",
    "warnings_of",
]

MAX_FILE_BYTES = 256 * 1024
_LONG_KEY = re.compile(
    r"""(?<![\w-])(?:(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}"""
)
"""The standard parser needs gigabytes for a key of some ten thousand dots."""


def parse_protocol(content: str, source: str) -> Protocol:
    """The protocol that a file's content holds.

    `source` names the file in errors. Raises ProtocolError and nothing else: a sentence with the
    line where it is known, the key and the mend.
    """
    if len(content) > MAX_FILE_BYTES:
        raise _too_big(source)
    if dotted := _LONG_KEY.search(content):
        line = content.count("\n", 0, dotted.start()) + 1
        raise ProtocolError(
            text(
                "{source}, line {line}: no protocol has so long a key; correct it.",
                source=source,
                line=line,
            )
        )
    try:
        raw = tomllib.loads(content.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise syntax_error(source, content, error) from error
    try:
        protocol = Protocol.model_validate(raw)
    except ValidationError as error:
        raise format_error(source, content, error.errors(include_url=False)) from error
    for path, problem in faults_of(protocol):
        raise located(source, path, problem, lines_of(content))
    return protocol


def load_protocol(path: Path) -> Protocol:
    """The protocol in a file; raises ProtocolError, also if the file cannot be read."""
    content = read_at_most(path, MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise _too_big(str(path))
    try:
        decoded = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ProtocolError(
            text(
                "{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.",
                path=path,
                line=line,
            )
        ) from error
    return parse_protocol(decoded, str(path))


def read_at_most(path: Path, most: int) -> bytes:
    """The first `most` bytes of a workout's file; raises ProtocolError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except (FileNotFoundError, ValueError) as error:
        raise ProtocolError(text("There is no file {path}; check the path.", path=path)) from error
    except OSError as error:
        reason = (error.strerror or text("unknown reason")).lower()
        raise ProtocolError(
            text(
                "{path} cannot be read ({reason}); check that it is a file and its permissions.",
                path=path,
                reason=reason,
            )
        ) from error


def load_folder(path: Path) -> tuple[list[Protocol], list[ProtocolError]]:
    """All *.toml protocols of one folder; see load_folders."""
    return load_folders([path])


def load_folders(paths: Sequence[Path]) -> tuple[list[Protocol], list[ProtocolError]]:
    """All *.toml protocols of these folders by file name, and what is wrong with the others.

    A folder that does not exist is empty. Of two files with one id the second is an error. A
    protocol whose version for beginners is in none of them is there all the same, and an error too.
    """
    found, errors = load_files(paths)
    return [protocol for protocol, _ in found], errors


def load_files(
    paths: Sequence[Path],
) -> tuple[list[tuple[Protocol, Path]], list[ProtocolError]]:
    """The same, each protocol with its file."""
    protocols, errors = _read(paths)
    for protocol, file in protocols.values():
        if protocol.beginner is not None and protocol.beginner not in protocols:
            guess = nearest(protocol.beginner, protocols.keys() - {protocol.id})
            mend = (
                text('the nearest known one is "{guess}"', guess=guess)
                if guess
                else text("add its file, or correct it")
            )
            problem = text(
                'there is no protocol "{beginner}" for beginners; {mend}',
                beginner=protocol.beginner,
                mend=mend,
            )
            errors.append(located(str(file), ("beginner",), problem, {}))
    return list(protocols.values()), errors


def _read(
    paths: Sequence[Path],
) -> tuple[dict[str, tuple[Protocol, Path]], list[ProtocolError]]:
    """By id, with their files."""
    protocols: dict[str, tuple[Protocol, Path]] = {}
    errors: list[ProtocolError] = []
    for path in paths:
        try:
            files = sorted(file for file in path.glob("*.toml") if not file.name.startswith("."))
        except OSError as error:
            errors.append(
                ProtocolError(
                    text(
                        "The folder {path} cannot be read ({error}); check it.",
                        path=path,
                        error=error,
                    )
                )
            )
            continue
        for file in files:
            _load_into(protocols, errors, file)
    return protocols, errors


def _load_into(
    protocols: dict[str, tuple[Protocol, Path]], errors: list[ProtocolError], file: Path
) -> None:
    try:
        protocol = load_protocol(file)
    except ProtocolError as error:
        errors.append(error)
        return
    if protocol.id in protocols:
        other = protocols[protocol.id][1].name
        errors.append(
            ProtocolError(
                text(
                    '{file}: the id "{id}" is taken by {other}; change one.',
                    file=file,
                    id=protocol.id,
                    other=other,
                )
            )
        )
    else:
        protocols[protocol.id] = (protocol, file)


def find_protocol(id_or_file: str, folders: Sequence[Path]) -> Protocol:
    """A protocol by the path of its file or by its id; the first folder that has the id wins.

    Anything that ends in .toml, has a slash in it or is an existing file is taken as a path.
    Raises ProtocolError if there is none, naming the nearest known id.
    """
    if id_or_file.endswith(".toml") or "/" in id_or_file or _is_file(Path(id_or_file)):
        return load_protocol(Path(id_or_file))
    known: dict[str, Protocol] = {}
    errors: list[ProtocolError] = []
    for folder in folders:
        protocols, broken = _read([folder])
        known = {ident: protocol for ident, (protocol, _) in protocols.items()} | known
        errors += broken
        if id_or_file in known:
            return known[id_or_file]
        if _is_file(own := folder / f"{id_or_file}.toml"):
            load_protocol(own)  # what is wrong with it says more than "unknown"
    guess = nearest(id_or_file, known)
    hint = (
        text('the nearest known one is "{guess}"', guess=guess)
        if guess
        else text("known: {names}", names=", ".join(sorted(known)))
    )
    unread = text(" ({count} files could not be used)", count=len(errors)) if errors else ""
    raise ProtocolError(
        text(
            "There is no protocol {id_or_file}{unread}; {mend}.",
            id_or_file=quoted(id_or_file),
            unread=unread,
            mend=hint if known else text("add its file to the protocols folder"),
        )
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file system takes
        return False


def _too_big(source: str) -> ProtocolError:
    return ProtocolError(
        text(
            "{source} is larger than {limit} kB; a protocol is a short text, so check "
            "that this is the right file.",
            source=source,
            limit=MAX_FILE_BYTES // 1024,
        )
    )

"""Workouts on a stick, as FIT files or as our own text, against those that the kiosk has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.errors import ImportRefused, KioskError, ProtocolError
from kiosk.export.fit_import import import_workout
from kiosk.imports.findings import WorkoutFinding
from kiosk.imports.folder import FoundFile
from kiosk.imports.plain_file import shown_name
from kiosk.training.protocols import Protocol, load_files, parse_protocol, plan
from kiosk.words import joined, text


class KnownWorkouts:
    """The workouts that the kiosk has."""

    def __init__(self, folders: tuple[Path, Path]) -> None:
        """`folders` are the shipped ones and the club's own."""
        self.shipped = {protocol.id: protocol for protocol, _ in load_files([folders[0]])[0]}
        own = load_files([folders[1]])[0]
        self.files = {protocol.id: file for protocol, file in own}
        self.own = {protocol.id: protocol for protocol, _ in own}

    def names(self) -> dict[str, str]:
        """By id."""
        known = {**self.own, **self.shipped}
        return {ident: protocol.name for ident, protocol in known.items()}


def read_workout_file(found: FoundFile) -> tuple[Protocol, str, tuple[str, ...]]:
    """The workout, its text, and what could not be kept. Raises ProtocolError and nothing else."""
    if found.kind == "fit":
        imported = import_workout(found.content, found.name)
        content, notes = imported.text, imported.notes
    else:
        try:
            content, notes = found.content.decode("utf-8-sig"), ()
        except UnicodeDecodeError as error:
            line = found.content.count(b"\n", 0, error.start) + 1
            raise ProtocolError(
                text(
                    "{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.",
                    path=found.name,
                    line=line,
                )
            ) from error
    protocol = parse_protocol(content, found.name)
    plan(protocol)
    return protocol, content, notes


def workouts_of(files: Sequence[FoundFile], known: KnownWorkouts) -> list[WorkoutFinding]:
    """What every file would do, each for itself."""
    found = [_finding(file, known) for file in files]
    times = Counter(one.protocol_id for one in found if one.protocol_id)
    return [
        WorkoutFinding(
            "refused",
            one.title,
            text('Several files have the id "{id}": keep one of them.', id=one.protocol_id),
            one.file,
        )
        if times[one.protocol_id] > 1
        else one
        for one in found
    ]


def _finding(file: FoundFile, known: KnownWorkouts) -> WorkoutFinding:
    try:
        protocol, content, notes = read_workout_file(file)
        if protocol.id in known.shipped and protocol != known.shipped[protocol.id]:
            raise ImportRefused(
                text(
                    'The id "{id}" is that of a workout that comes with the kiosk: give this one '
                    "another id.",
                    id=protocol.id,
                )
            )
    except KioskError as refusal:
        return WorkoutFinding("refused", file.name, str(refusal), file.name)
    name = shown_name(protocol.name)
    same = known.own.get(protocol.id) or known.shipped.get(protocol.id)
    if same == protocol:
        return WorkoutFinding("unchanged", name, "", file.name, None, protocol.id)
    if same is None:
        before, state, first = None, "new", text("new workout")
    else:
        before, state = _text_of(known.files, protocol.id), "changed"
        first = text("instead of the own workout of this id, which is kept beside it")
    detail = joined(". ", [first, *notes]) if notes else first
    return WorkoutFinding(state, name, detail, file.name, None, protocol.id, content, before)


def _text_of(files: Mapping[str, Path], protocol_id: str) -> str:
    return files[protocol_id].read_text(encoding="utf-8-sig")

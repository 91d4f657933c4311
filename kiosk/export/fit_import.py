"""Turns a FIT workout file, ours or anybody's, into the text of a protocol file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from kiosk.errors import ProtocolError
from kiosk.export.fit_notes import read_notes
from kiosk.export.fit_profile import Duration, Intensity, Sport, SubSport
from kiosk.export.fit_protocol_text import Keys, plain, protocol_text, slug
from kiosk.export.fit_reader import Raw, read_workout
from kiosk.export.fit_targets import Cue, end_of, target_of
from kiosk.training.plan import Category, Level
from kiosk.training.protocol_checks import MAX_DEPTH
from kiosk.training.protocol_format import Modality
from kiosk.training.protocols import parse_protocol
from kiosk.training.units import quoted
from kiosk.words import named, text

_NAME, _LINE, _MOST_CUES = 60, 200, 20
_KINDS: Mapping[int | str | None, str] = {
    Intensity.WARMUP: "warm-up",
    Intensity.COOLDOWN: "cool-down",
    Intensity.REST: "recovery",
    Intensity.RECOVERY: "recovery",
}
_WORK = "work"
_ID = re.compile(r"[a-z0-9-]{1,60}")
_OTHER_REPEATS = (17, 18, 27)
"""Until a power of the last lap, or a training load."""
_ON_FOOT = (Sport.GENERIC, Sport.RUNNING, Sport.FITNESS_EQUIPMENT, Sport.TRAINING, Sport.WALKING)
_OUR_WORDS = {
    "machine": get_args(Modality),
    "category": get_args(Category),
    "level": get_args(Level),
    "maximal": ("yes",),
}


@dataclass(frozen=True, slots=True)
class ImportedWorkout:
    """A protocol file that can be written as it is."""

    protocol_id: str
    name: str
    text: str
    notes: tuple[str, ...]
    """What could not be kept, in sentences."""


def import_workout(content: bytes, source: str, protocol_id: str | None = None) -> ImportedWorkout:
    """The protocol that a FIT workout file holds.

    Its id is `protocol_id`, else what the file says if this program wrote it, else made of its
    name. `source` names the file in errors. Raises ProtocolError and nothing else.
    """
    if protocol_id is not None and not _ID.fullmatch(protocol_id):
        raise ProtocolError(
            text(
                "{protocol_id} cannot be an id; write small letters, digits and hyphens, like "
                '"short-hills".',
                protocol_id=quoted(protocol_id),
            )
        )
    workout, raw_steps = read_workout(content, source)
    notes: list[str] = []
    ours = _our_words(str(workout.get("wkt_description", "")))
    name = plain(str(workout.get("wkt_name", "")), _NAME) or text("Workout")
    head: Keys = {"id": protocol_id or ours.get("id") or slug(name), "name": name}
    head |= _head(workout, ours, notes)
    entries = _with_repeats(raw_steps, source, notes)
    written = protocol_text(head, entries)
    try:
        parse_protocol(written, source)
    except ProtocolError as error:
        # the line would be one of a text that nobody has seen
        reason = re.sub(r", line \d+", "", str(error), count=1)
        raise ProtocolError(
            text("The workout cannot be run here: {reason}", reason=reason)
        ) from error
    return ImportedWorkout(str(head["id"]), name, written, tuple(dict.fromkeys(notes)))


# -- the head ------------------------------------------------------------------------------------


def _our_words(description: str) -> dict[str, str]:
    """What fit_workout wrote of the protocol; empty for another program's file."""
    first, *words = description.split(" ")
    if first != "Switchback":
        return {}
    said = dict(word.split("=", 1) for word in words if "=" in word)
    if not _ID.fullmatch(said.get("id", "")):
        said.pop("id", None)
    return {
        key: value
        for key, value in said.items()
        if key not in _OUR_WORDS or value in _OUR_WORDS[key]
    }


def _head(workout: Raw, ours: dict[str, str], notes: list[str]) -> Keys:
    head: Keys = {"modality": ours.get("machine") or _modality(workout)}
    if ours:
        head |= {key: ours[key] for key in ("category", "level", "test") if key in ours}
        return head | ({"maximal": True} if "maximal" in ours else {})
    sport = workout.get("sport", Sport.GENERIC)
    if sport == Sport.HIKING:
        head["category"] = "hike"
    elif sport not in _ON_FOOT:
        notes.append(text("It was made for another sport: check every step before you offer it."))
    if said := plain(str(workout.get("wkt_description", "")), 2000):
        head["description"] = said
    return head


def _modality(workout: Raw) -> str:
    match workout.get("sport"), workout.get("sub_sport"):
        case (_, SubSport.STAIR_CLIMBING):
            return "stair"
        case (Sport.TRAINING, _) | (_, SubSport.STRENGTH_TRAINING):
            return "circuit"
        case (Sport.RUNNING | Sport.WALKING | Sport.HIKING, _) | (_, SubSport.TREADMILL):
            return "treadmill"
        case _:
            return "any"


# -- the steps -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """A step, or a repeat with all that is in it."""

    first: int
    """Index of its first row."""
    depth: int
    """How deep repeats are nested in it."""
    table: Keys


def _with_repeats(raw_steps: Sequence[Raw], source: str, notes: list[str]) -> list[Keys]:
    """The steps, with every repeat row made a table around the steps that it repeats."""
    entries: list[_Entry] = []
    for index, raw in enumerate(raw_steps):
        kind = raw.get("duration_type")
        if kind == Duration.REPEAT_UNTIL_STEPS_COMPLETE:
            _repeat(entries, index, raw, source)
        elif isinstance(kind, int) and _repeats_until(kind):
            raise ProtocolError(
                text(
                    "Row {index} of {source} repeats until something is reached; give it a "
                    "number of repeats instead.",
                    index=index + 1,
                    source=source,
                )
            )
        else:
            entries.append(_Entry(index, 0, _step(raw, notes)))
    return [entry.table for entry in entries]


def _repeat(entries: list[_Entry], index: int, raw: Raw, source: str) -> None:
    """Puts the last entries into a repeat."""
    first, times = raw.get("duration_value"), raw.get("target_value")
    body = [entry for entry in entries if isinstance(first, int) and entry.first >= first]
    if not body or body[0].first != first or not isinstance(times, int):
        raise ProtocolError(
            text(
                "Row {index} of {source} repeats steps that do not stand together before it; "
                "make the workout anew without that repeat.",
                index=index + 1,
                source=source,
            )
        )
    depth = 1 + max(entry.depth for entry in body)
    if depth > MAX_DEPTH:
        raise ProtocolError(
            text(
                "In {source} repeats are nested more than {max_depth} deep; unroll one of them.",
                source=source,
                max_depth=MAX_DEPTH,
            )
        )
    if times != 1:
        table: Keys = {"repeat": times, "steps": [entry.table for entry in body]}
        entries[-len(body) :] = [_Entry(body[0].first, depth, table)]


def _repeats_until(kind: int) -> bool:
    first, last = Duration.REPEAT_UNTIL_TIME, Duration.REPEAT_UNTIL_POWER_GREATER_THAN
    return first <= kind <= last or kind in _OTHER_REPEATS


def _step(raw: Raw, notes: list[str]) -> Keys:
    said, lines = read_notes(str(raw.get("notes", "")))
    kind = _KINDS.get(raw.get("intensity"), _WORK)
    name = str(said.pop("name", "")) or str(raw.get("wkt_step_name", ""))
    step: Keys = {"name": plain(name, _NAME) or kind.capitalize(), "kind": kind}
    cues = [plain(line, _LINE) for line in lines]
    found = [*end_of(raw, said), *target_of(raw, said), *target_of(raw, said, "secondary_")]
    for thing in found:
        if isinstance(thing, Cue):
            cues.append(plain(thing, _LINE))
            notes.append(
                text(
                    '"{step}" keeps as a cue what it cannot be run by: {thing}.',
                    step=named(str(step["name"])),
                    thing=thing,
                )
            )
        else:
            step |= {key: value for key, value in thing.items() if key not in step}
    for key in ("heart_rate", "until_heart_rate"):  # the fields say these, or they are not meant
        said.pop(key, None)
    if isinstance(weight := raw.get("exercise_weight"), int) and weight < 50_000:
        said.setdefault("load_kg", weight / 100)
    step = {**step, **{key: value for key, value in said.items() if key not in step}}
    if kept := [cue for cue, _ in groupby(cues) if cue][:_MOST_CUES]:
        step["cues"] = kept
    return step

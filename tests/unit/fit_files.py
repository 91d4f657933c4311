"""FIT workout files as other programs write them, and what a strict reader sees in ours."""

import struct
from typing import Any

import fitdecode
import fitparse

from kiosk.export.fit_writer import MESSAGES, FitWriter, checksum

Messages = dict[str, list[dict[str, Any]]]
SAME_IN_BOTH = {
    "record": (
        "heart_rate",
        "distance",
        "grade",
        "enhanced_speed",
        "enhanced_altitude",
        "cadence",
        "fractional_cadence",
        "target_low",
        "target_high",
    ),
    "hrv": ("time",),
    "event": ("event", "event_type"),
    "lap": ("total_timer_time", "total_distance", "avg_heart_rate", "wkt_step_index"),
    "session": ("total_timer_time", "total_ascent", "sub_sport", "score", "time_in_band"),
}
"""Times are of another type in each, and newer names are numbers in the older reader."""


def decoded(content: bytes) -> Messages:
    """The messages as the strict reader names and scales them; missing fields are left out."""
    found: Messages = {}
    with fitdecode.FitReader(
        content,
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as frames:
        for frame in frames:
            if isinstance(frame, fitdecode.FitDataMessage):
                fields = {data.name: data.value for data in frame if data.value is not None}
                found.setdefault(frame.name, []).append(fields)
    return found


def foreign(*steps: dict[str, Any], **workout: Any) -> bytes:
    """A workout file of another program, with these raw fields."""
    writer = FitWriter()
    writer.write("file_id", type=5, manufacturer=1, product=1, serial_number=7, time_created=1)
    writer.write(
        "workout", **({"wkt_name": "Theirs", "sport": 1, "num_valid_steps": len(steps)} | workout)
    )
    for index, step in enumerate(steps):
        writer.write("workout_step", **({"message_index": index} | step))
    return writer.content()


def big_endian(content_of: list[tuple[str, dict[str, int | str]]]) -> bytes:
    """The same kinds of messages the way an old device may write them: most significant byte
    first, a header of 12 bytes, only the fields that are there, strings of their own length.
    """
    records = b""
    for kind, values in content_of:
        message = MESSAGES[kind]
        fields = {name: message.fields[name] for name in values}
        definition = struct.pack(">BBBHB", 0x40, 0, 1, message.number, len(fields))
        data = b"\x00"
        for name, field in fields.items():
            value = values[name]
            packed = (
                value.encode()
                if isinstance(value, str)
                else struct.pack(f">{field.base.code}", value)
            )
            definition += bytes((field.number, len(packed), field.base.identifier))
            data += packed
        records += definition + data
    head = struct.pack("<BBHI4s", 12, 0x10, 100, len(records), b".FIT")
    return head + records + struct.pack("<H", checksum(head + records))


def in_order(content: bytes) -> list[tuple[str, dict[str, Any]]]:
    """Every message in the order of the file, missing fields left out, as the strict reader has it;
    the other reader must have said the same.
    """
    with fitdecode.FitReader(
        content,
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as frames:
        ours = [
            (frame.name, {f.name: f.value for f in frame if f.value is not None})
            for frame in frames
            if isinstance(frame, fitdecode.FitDataMessage)
        ]
    theirs = [
        (message.name, {f.name: f.value for f in message if f.value is not None})
        for message in fitparse.FitFile(content, check_crc=True).get_messages()
    ]
    assert [name for name, _ in theirs] == [name for name, _ in ours]
    for (name, one), (_, other) in zip(theirs, ours, strict=True):
        for field in SAME_IN_BOTH.get(name, ()):
            assert one.get(field) == other.get(field), (name, field)
    return ours

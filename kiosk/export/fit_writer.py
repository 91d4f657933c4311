"""Writes FIT files: header, definitions from one table, data messages, checksum."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

EPOCH_UTC_S = 631_065_600
"""FIT counts seconds from 1989-12-31 00:00 UTC."""
_PROTOCOL_VERSION = 0x10
_PROFILE_VERSION = 2140
_DEFINITION = 0x40
_HEADER_BYTES = 14


@dataclass(frozen=True, slots=True)
class BaseType:
    """How a value lies in the file, little-endian, and what stands for a missing one."""

    identifier: int
    code: str
    missing: int


ENUM = BaseType(0x00, "B", 0xFF)
UINT16 = BaseType(0x84, "H", 0xFFFF)
UINT32 = BaseType(0x86, "I", 0xFFFF_FFFF)
UINT32Z = BaseType(0x8C, "I", 0)
STRING = BaseType(0x07, "s", 0)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message; what is stored is value · scale."""

    number: int
    base: BaseType
    size: int = 0
    """Bytes of a string, its closing zero counted; other types know their size."""
    scale: int = 1

    @property
    def bytes(self) -> int:
        return self.size or struct.calcsize(f"<{self.base.code}")


@dataclass(frozen=True, slots=True)
class Message:
    number: int
    fields: Mapping[str, Field]


NAME_BYTES = 32
NOTES_BYTES = 200
"""Devices cut longer ones: their own files have 32 for a workout's name and 200 for notes."""

MESSAGES: Mapping[str, Message] = {
    "file_id": Message(
        0,
        {
            "type": Field(0, ENUM),
            "manufacturer": Field(1, UINT16),
            "product": Field(2, UINT16),
            "serial_number": Field(3, UINT32Z),
            "time_created": Field(4, UINT32),
        },
    ),
    "workout": Message(
        26,
        {
            "sport": Field(4, ENUM),
            "num_valid_steps": Field(6, UINT16),
            "wkt_name": Field(8, STRING, NAME_BYTES),
            "sub_sport": Field(11, ENUM),
            "wkt_description": Field(17, STRING, NOTES_BYTES),
        },
    ),
    "workout_step": Message(
        27,
        {
            "message_index": Field(254, UINT16),
            "wkt_step_name": Field(0, STRING, NAME_BYTES),
            "duration_type": Field(1, ENUM),
            "duration_value": Field(2, UINT32),
            "target_type": Field(3, ENUM),
            "target_value": Field(4, UINT32),
            "custom_target_value_low": Field(5, UINT32),
            "custom_target_value_high": Field(6, UINT32),
            "intensity": Field(7, ENUM),
            "notes": Field(8, STRING, NOTES_BYTES),
            "exercise_weight": Field(12, UINT16, scale=100),
            "secondary_target_type": Field(19, ENUM),
            "secondary_target_value": Field(20, UINT32),
            "secondary_custom_target_value_low": Field(21, UINT32),
            "secondary_custom_target_value_high": Field(22, UINT32),
        },
    ),
}
"""The table: every message that is written, and its fields in the order they are written in."""

Value = float | str | None


class FitWriter:
    """Collects messages; each kind is defined once, before its first one."""

    def __init__(self) -> None:
        self._records = bytearray()
        self._local: dict[str, int] = {}

    def write(self, kind: str, **values: Value) -> None:
        """Appends a message of that kind; what is not named, or None, is written as missing.

        Raises KeyError for a kind or a field that is not in the table, and struct.error for a
        number that its type cannot hold.
        """
        message = MESSAGES[kind]
        if unknown := values.keys() - message.fields.keys():
            raise KeyError(f"{kind} has no field {min(unknown)}")
        if kind not in self._local:
            self._local[kind] = len(self._local)
            self._records += _definition(self._local[kind], message)
        self._records.append(self._local[kind])
        for name, field in message.fields.items():
            self._records += _packed(field, values.get(name))

    def content(self) -> bytes:
        """The whole file."""
        head = struct.pack(
            "<BBHI4s",
            _HEADER_BYTES,
            _PROTOCOL_VERSION,
            _PROFILE_VERSION,
            len(self._records),
            b".FIT",
        )
        file = head + struct.pack("<H", checksum(head)) + self._records
        return file + struct.pack("<H", checksum(file))


def shortened(text: str, size: int) -> str:
    """The text cut to fit a string field of `size` bytes, never within a character."""
    plain = text.replace("\0", "")
    return plain.encode(errors="ignore")[: size - 1].decode(errors="ignore").rstrip()


def checksum(data: bytes) -> int:
    """CRC-16 with the polynomial 0x8005, bits reversed, from 0: "123456789" gives 0xBB3D."""
    value = 0
    for byte in data:
        value = (value >> 8) ^ _CRC_TABLE[(value ^ byte) & 0xFF]
    return value


def _crc_entry(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ 0xA001 if byte & 1 else byte >> 1
    return byte


_CRC_TABLE = tuple(_crc_entry(byte) for byte in range(256))


def _definition(local: int, message: Message) -> bytes:
    fields = message.fields.values()
    head = struct.pack("<BBBHB", _DEFINITION | local, 0, 0, message.number, len(fields))
    return head + b"".join(bytes((f.number, f.bytes, f.base.identifier)) for f in fields)


def _packed(field: Field, value: Value) -> bytes:
    if isinstance(value, str):
        return struct.pack(f"<{field.size}s", shortened(value, field.size).encode())
    if field.size:
        return bytes(field.size)
    number = field.base.missing if value is None else round(value * field.scale)
    return struct.pack(f"<{field.base.code}", number)

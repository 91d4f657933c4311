"""Writes FIT files: header, definitions from one table, data messages, checksum."""

import struct
import sys
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from io import BytesIO
from typing import BinaryIO

EPOCH_UTC_S = 631_065_600
"""FIT counts seconds from 1989-12-31 00:00 UTC."""
_PROTOCOL_VERSION, _WITH_DEVELOPERS = 0x10, 0x20
_PROFILE_VERSION = 2140
_DEFINITION, _DEVELOPER = 0x40, 0x20
_BLOCK_BYTES = 1 << 15
"""So much is written at a time; an even number, for the checksum's sake."""
_HEADER_BYTES = 14


@dataclass(frozen=True, slots=True)
class BaseType:
    """How a value lies in the file, little-endian, and what stands for a missing one."""

    identifier: int
    code: str
    missing: float


ENUM = BaseType(0x00, "B", 0xFF)
UINT8 = BaseType(0x02, "B", 0xFF)
SINT16 = BaseType(0x83, "h", 0x7FFF)
UINT16 = BaseType(0x84, "H", 0xFFFF)
UINT16Z = BaseType(0x8B, "H", 0)
UINT32 = BaseType(0x86, "I", 0xFFFF_FFFF)
UINT32Z = BaseType(0x8C, "I", 0)
STRING = BaseType(0x07, "s", 0)
BYTE = BaseType(0x0D, "s", 0xFF)
FLOAT32 = BaseType(0x88, "f", struct.unpack("<f", b"\xff" * 4)[0])


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message; what is stored is (value + offset) · scale."""

    number: int
    base: BaseType
    size: int = 0
    """Bytes of a string, its closing zero counted, or of an array; a single number knows its own.
    """
    scale: int = 1
    offset: int = 0
    units: str = ""
    """Of a developer field: the profile knows those of the others."""

    @property
    def bytes(self) -> int:
        return self.size or struct.calcsize(f"<{self.base.code}")

    @property
    def code(self) -> str:
        """For struct."""
        count = self.size // struct.calcsize(f"<{self.base.code}") if self.size else 1
        return f"{count}{self.base.code}"


@dataclass(frozen=True, slots=True)
class Message:
    number: int
    fields: Mapping[str, Field]
    developer: Mapping[str, Field] = field(default_factory=dict[str, Field])
    """Ours, that no profile knows: a field_description says what they are."""

    @property
    def all(self) -> Mapping[str, Field]:
        """In the order in which they lie in the file."""
        return {**self.fields, **self.developer}


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

Value = float | str | bytes | None


class FitStream:
    """Writes messages as they come; each kind is defined once, before its first one. What it holds
    of the file is one block, however long that becomes.
    """

    def __init__(self, file: BinaryIO, messages: Mapping[str, Message] = MESSAGES) -> None:
        """`file` is empty and can be sought in: the header is written last."""
        self._file = file
        self._messages = messages
        self._pending = bytearray()
        self._local: dict[str, int] = {}
        self._size = self._checksum = 0
        file.write(bytes(_HEADER_BYTES))

    def write(self, kind: str, **values: Value) -> None:
        """Appends a message of that kind; what is not named, or None, is written as missing.

        Raises KeyError for a kind or a field that is not in the table, and struct.error for a
        number that its type cannot hold.
        """
        fields = self._messages[kind].all
        if unknown := values.keys() - fields.keys():
            raise KeyError(f"{kind} has no field {min(unknown)}")
        packed = b"".join(_packed(one, values.get(name)) for name, one in fields.items())
        self.put(bytes((self._defined(kind),)) + packed)

    def packer(self, kind: str) -> Callable[..., bytes]:
        """For thousands of messages of one kind: takes the numbers as they lie in the file, all of
        them in the table's order, and gives what `put` takes. Defines the kind.
        """
        codes = "".join(one.code for one in self._messages[kind].all.values())
        return partial(struct.Struct(f"<B{codes}").pack, self._defined(kind))

    def put(self, message: bytes) -> None:
        """Appends what a packer made."""
        self._pending += message
        if len(self._pending) >= _BLOCK_BYTES:
            self._drain(_BLOCK_BYTES)

    def finish(self) -> None:
        """Writes the checksum and the header; after that nothing may be appended."""
        self._drain(len(self._pending))
        # That of a header that ends with its own is 0: so the messages' is that of the file.
        self._file.write(struct.pack("<H", self._checksum))
        has_developers = any(self._messages[kind].developer for kind in self._local)
        head = struct.pack(
            "<BBHI4s",
            _HEADER_BYTES,
            _WITH_DEVELOPERS if has_developers else _PROTOCOL_VERSION,
            _PROFILE_VERSION,
            self._size,
            b".FIT",
        )
        self._file.seek(0)
        self._file.write(head + struct.pack("<H", checksum(head)))

    def _defined(self, kind: str) -> int:
        """Its local number."""
        if kind not in self._local:
            self._local[kind] = len(self._local)
            self._pending += _definition(self._local[kind], self._messages[kind])
        return self._local[kind]

    def _drain(self, size: int) -> None:
        block = bytes(self._pending[:size])
        del self._pending[:size]
        self._checksum = checksum(block, self._checksum)
        self._size += len(block)
        self._file.write(block)


class FitWriter(FitStream):
    """Collects the messages of a small file."""

    def __init__(self) -> None:
        self._content = BytesIO()
        super().__init__(self._content)

    def content(self) -> bytes:
        """The whole file; nothing may be written after that."""
        self.finish()
        return self._content.getvalue()


def shortened(text: str, size: int) -> str:
    """The text cut to fit a string field of `size` bytes, never within a character."""
    plain = text.replace("\0", "")
    return plain.encode(errors="ignore")[: size - 1].decode(errors="ignore").rstrip()


def checksum(data: bytes, before: int = 0) -> int:
    """CRC-16 with the polynomial 0x8005, bits reversed, from 0: "123456789" gives 0xBB3D.
    `before` is that of what came before, for data in pieces.
    """
    value, table = before, _two_bytes()
    words = array("H", data[: len(data) & ~1])
    if sys.byteorder == "big":
        words.byteswap()
    for word in words:
        value = table[value ^ word]
    return _shifted(value ^ data[-1], 8) if len(data) % 2 else value


def _shifted(value: int, bits: int) -> int:
    for _ in range(bits):
        value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return value


@cache
def _two_bytes() -> "array[int]":
    """What two bytes at once become: the table of a sum is the sum of the tables."""
    table = array("H", [0])
    for bit in range(16):
        one = _shifted(1 << bit, 16)
        table.extend([one ^ other for other in table])
    return table


def _definition(local: int, message: Message) -> bytes:
    fields, ours = message.fields.values(), message.developer.values()
    kind = _DEFINITION | (_DEVELOPER if ours else 0) | local
    head = struct.pack("<BBBHB", kind, 0, 0, message.number, len(fields))
    known = b"".join(bytes((f.number, f.bytes, f.base.identifier)) for f in fields)
    if not ours:
        return head + known
    return head + known + bytes((len(ours), *(n for f in ours for n in (f.number, f.bytes, 0))))


def _packed(field: Field, value: Value) -> bytes:
    if isinstance(value, str):
        return struct.pack(f"<{field.size}s", shortened(value, field.size).encode())
    if isinstance(value, bytes):
        return struct.pack(f"<{field.size}s", value)
    if field.size:
        return bytes(field.size)
    if value is None:
        return struct.pack(f"<{field.base.code}", field.base.missing)
    number = (value + field.offset) * field.scale
    return struct.pack(f"<{field.base.code}", number if field.base is FLOAT32 else round(number))

"""Damage on the line, in known doses: what a bad cable, a noisy room or a sick device does."""

import random
from typing import Any, Literal, TypeVar, get_args

from kiosk.errors import SettingsError

FaultKind = Literal[
    "none",
    "mute",
    "garbage",
    "bad checksum",
    "half a frame",
    "slow",
    "frozen",
    "wrong baud",
]
"""mute: nothing is sent. garbage: random bytes, as many as were meant. bad checksum: the checksum's
last byte is wrong. half a frame: only the first half of each arrives. slow: bytes dribble. frozen:
the device goes on talking but its values stand still. wrong baud: it runs at another rate.
"""
FAULT_KINDS: tuple[FaultKind, ...] = get_args(FaultKind)

_WRONG_BITS = 0x55  # makes no digit of a digit, no line end of a line end

_Value = TypeVar("_Value")


class Faults:
    """Damages frames, the same ones for the same seed. `kind` may be set at any time, any thread.

    `flip_frames` is the share of frames (0–1) that get one random bit flipped; `random_bytes` the
    share of all bytes (0–1) that are replaced by random ones. Raises SettingsError outside 0–1.
    """

    def __init__(
        self,
        flip_frames: float = 0,
        random_bytes: float = 0,
        seed: int = 1,
        kind: FaultKind = "none",
    ) -> None:
        for share in (flip_frames, random_bytes):
            if not 0 <= share <= 1:
                raise SettingsError(f"{share} is not a share: give a number from 0 to 1")
        self.kind: FaultKind = kind
        self._flip_frames = flip_frames
        self._random_bytes = random_bytes
        self._random = random.Random(seed)
        self._held: dict[object, Any] = {}

    def damage(self, frame: bytes, checksum_at: int = -1) -> bytes:
        """The frame as it arrives; `checksum_at` is where its checksum's last byte stands."""
        match self.kind:
            case "mute":
                return b""
            case "garbage":
                return self._random.randbytes(len(frame))
            case "bad checksum" if frame:
                wrong = bytearray(frame)
                wrong[checksum_at] ^= _WRONG_BITS
                frame = bytes(wrong)
            case "half a frame":
                frame = frame[: len(frame) // 2]
            case _:
                pass  # the others are not done to single frames
        return self._noisy(frame)

    def hold(self, key: object, value: _Value) -> _Value:
        """`value`, or while frozen the last one that was handed in for `key` before."""
        if self.kind == "frozen":
            return self._held.setdefault(key, value)
        self._held[key] = value
        return value

    def _noisy(self, frame: bytes) -> bytes:
        damaged = bytearray(frame)
        if damaged and self._random.random() < self._flip_frames:
            bit = self._random.randrange(len(damaged) * 8)
            damaged[bit // 8] ^= 1 << bit % 8
        if self._random_bytes:
            for index in range(len(damaged)):
                if self._random.random() < self._random_bytes:
                    damaged[index] = self._random.randrange(256)
        return bytes(damaged)

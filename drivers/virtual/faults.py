"""Damage on the line, in known doses: what a bad cable or a noisy room does to frames."""

import random

from kiosk.errors import SettingsError


class Faults:
    """Damages frames, the same ones for the same seed.

    `flip_frames` is the share of frames (0–1) that get one random bit flipped; `random_bytes` the
    share of all bytes (0–1) that are replaced by random ones. Raises SettingsError outside 0–1.
    """

    def __init__(self, flip_frames: float = 0, random_bytes: float = 0, seed: int = 1) -> None:
        for share in (flip_frames, random_bytes):
            if not 0 <= share <= 1:
                raise SettingsError(f"{share} is not a share: give a number from 0 to 1")
        self._flip_frames = flip_frames
        self._random_bytes = random_bytes
        self._random = random.Random(seed)

    def damage(self, frame: bytes) -> bytes:
        """The frame as it arrives: of the same length."""
        damaged = bytearray(frame)
        if damaged and self._random.random() < self._flip_frames:
            bit = self._random.randrange(len(damaged) * 8)
            damaged[bit // 8] ^= 1 << bit % 8
        if self._random_bytes:
            for index in range(len(damaged)):
                if self._random.random() < self._random_bytes:
                    damaged[index] = self._random.randrange(256)
        return bytes(damaged)

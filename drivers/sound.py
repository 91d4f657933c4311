"""Our own short sounds through aplay, in a thread of their own; without a sound card, silence."""

import array
import io
import logging
import math
import queue
import shutil
import subprocess
import sys
import threading
import wave
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Final, Self

_logger = logging.getLogger(__name__)

RATE = 22_050
LOUDNESS = 0.5
_EDGE_S = 0.008
"""Every tone swells and fades for so long: a hard edge clicks."""
_LIMIT_S = 5.0
"""A sound card that hangs must not hold up the next sound for ever."""

Tones = Sequence[tuple[float, float]]
"""Hertz, 0 for silence, and seconds."""
SOUNDS: Final[Mapping[str, Tones]] = {
    "step": ((784.0, 0.12), (0.0, 0.03), (1046.5, 0.2)),
    "alarm": ((880.0, 0.18), (0.0, 0.1), (880.0, 0.18), (0.0, 0.1), (880.0, 0.3)),
    "stop": ((988.0, 0.3), (659.0, 0.3), (988.0, 0.3), (659.0, 0.5)),
}
"""A rising fourth for a step; three times the same for somebody; up and down for everybody."""


def wav_of(tones: Tones) -> bytes:
    """The tones one after another: mono, 16 bits, RATE a second."""
    samples = array.array("h")
    for hertz, seconds in tones:
        count = round(seconds * RATE)
        edge = round(_EDGE_S * RATE)
        for n in range(count):
            swell = min(1.0, n / edge, (count - n) / edge)
            angle = 2 * math.pi * hertz * n / RATE
            # A little of the octave: small loudspeakers hardly have the ground tone.
            tone = (math.sin(angle) + 0.35 * math.sin(2 * angle)) / 1.35
            samples.append(round(32_767 * LOUDNESS * swell * tone) if hertz else 0)
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())
    return file.getvalue()


class Sounds:
    """Plays what it is asked for, one after another; asking never waits."""

    def __init__(self) -> None:
        self._asked: queue.Queue[str | None] = queue.Queue(maxsize=2)
        self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
        self._ended = threading.Event()
        self._is_silent = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._put(None)
        self._thread.join(_LIMIT_S + 1)

    def play(self, name: str) -> None:
        """Asks for one of SOUNDS; while two wait already a third would come too late to mean
        anything, and is left out.
        """
        self._put(name)

    def _put(self, name: str | None) -> None:
        try:
            self._asked.put_nowait(name)
        except queue.Full:
            if name is None or name == "stop":  # these cannot be left out: what waits is
                self._drop_one()
                self._put(name)

    def _drop_one(self) -> None:
        try:
            self._asked.get_nowait()
        except queue.Empty:
            return

    def _run(self) -> None:
        made = {name: wav_of(tones) for name, tones in SOUNDS.items()}
        while (name := self._asked.get()) is not None and not self._ended.is_set():
            trouble = _aplay(made[name])
            if trouble and not self._is_silent:
                _logger.warning("The kiosk makes no sounds: %s", trouble)
            self._is_silent = bool(trouble)


def _aplay(sound: bytes) -> str:
    """Plays it to its end; what is wrong in a sentence, or nothing."""
    program = shutil.which("aplay")
    if program is None:
        return "there is no aplay here; install alsa-utils, or turn sounds off."
    try:
        done = subprocess.run(
            [program, "-q", "-t", "wav", "-"],
            input=sound,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"aplay cannot be run ({error}); turn sounds off, or look at the sound card."
    if done.returncode == 0:
        return ""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return (
        f"aplay says: {said[0] if said else 'nothing'}. Plug in a loudspeaker, or turn sounds off."
    )

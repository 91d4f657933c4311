"""Our own sounds: what aplay is given, and that nobody waits for it or misses it."""

import io
import logging
import os
import queue
import wave
from pathlib import Path

import pytest

from drivers.sound import RATE, SOUNDS, Sounds, wav_of
from tests.stopwatch import Stopwatch

APLAY = """#!/bin/sh
echo "$@" >> "{folder}/asked"
n=$(ls "{folder}" | grep -c wav)
{work}
cat > "{folder}/$n.wav"
echo $n > "{folder}/told"
exit {status}
"""


def fake_aplay(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, status: int = 0, work: str = ""
) -> None:
    """A program of that name, first on the path, that keeps what it is given."""
    os.mkfifo(folder / "told")
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    program = bin_folder / "aplay"
    program.write_text(APLAY.format(folder=folder, status=status, work=work), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")


def played(folder: Path, count: int) -> list[bytes]:
    """The next `count` sounds that the fake is given; waits for them."""
    told: list[str] = []
    while len(told) < count:
        told += (folder / "told").read_text("utf-8").split()
    return [(folder / f"{number}.wav").read_bytes() for number in told]


@pytest.mark.parametrize("name", SOUNDS)
def test_a_sound_is_a_short_wave_that_neither_clips_nor_clicks(name: str) -> None:
    with wave.open(io.BytesIO(wav_of(SOUNDS[name]))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    assert 0.2 <= len(samples) / RATE <= 1.5
    assert max(map(abs, samples)) < 32_000
    assert abs(samples[0]) < 200
    assert abs(samples[-1]) < 1500


def test_the_sounds_can_be_told_apart() -> None:
    assert len({wav_of(tones) for tones in SOUNDS.values()}) == len(SOUNDS)


def test_what_is_asked_for_goes_to_aplay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_aplay(tmp_path, monkeypatch)
    with Sounds() as sounds:
        sounds.play("alarm")
        assert played(tmp_path, 1) == [wav_of(SOUNDS["alarm"])]
        sounds.play("step")
        assert played(tmp_path, 1) == [wav_of(SOUNDS["step"])]
    assert (tmp_path / "asked").read_text("utf-8").splitlines() == ["-q -t wav -"] * 2


def test_asking_never_waits_and_the_stop_is_never_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = tmp_path / "begun", tmp_path / "gate"
    os.mkfifo(begun)
    os.mkfifo(gate)
    work = f'[ "$n" = 0 ] && echo > "{begun}" && read _ < "{gate}"'
    fake_aplay(tmp_path, monkeypatch, work=work)
    with Sounds() as sounds:
        sounds.play("step")
        begun.read_text("utf-8")
        with Stopwatch() as watch:
            for _ in range(50):
                sounds.play("step")
            sounds.play("stop")
        assert watch.s < 0.1
        gate.write_text("go\n", "utf-8")
        assert played(tmp_path, 3)[-1] == wav_of(SOUNDS["stop"])


def test_without_aplay_there_is_silence_and_one_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looked: queue.SimpleQueue[None] = queue.SimpleQueue()

    def nowhere(_name: str) -> None:
        looked.put(None)

    monkeypatch.setattr("drivers.sound.shutil.which", nowhere)
    with caplog.at_level(logging.WARNING, "drivers.sound"), Sounds() as sounds:
        for name in ("step", "alarm", "step"):
            sounds.play(name)
            looked.get(timeout=10)
    assert len(caplog.messages) == 1
    assert "there is no aplay here; install alsa-utils" in caplog.messages[0]


def test_without_a_sound_card_there_is_one_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fake_aplay(tmp_path, monkeypatch, status=1, work='echo "audio open error" >&2')
    with caplog.at_level(logging.WARNING, "drivers.sound"), Sounds() as sounds:
        sounds.play("step")
        played(tmp_path, 1)
        sounds.play("alarm")
        played(tmp_path, 1)
    assert [line.partition(". ")[0] for line in caplog.messages] == [
        "The kiosk makes no sounds: aplay says: audio open error"
    ]

"""A hundred straps on one stick and four decks at 50 Hz: nothing missed, nothing growing."""

import bisect
import gc
import os
import threading
import time
from array import array
from collections import Counter

from kiosk.compose import Kiosk, running_kiosk
from kiosk.events import Event, Grade, HeartRate
from kiosk.headless import pump_until
from kiosk.session import commands as cmd
from kiosk.session.state import Phase
from kiosk.settings import AntSettings, InclineSettings, LoadedSettings, Settings, StationSettings
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan, Step
from tests.descriptors import memory_kb, open_descriptors
from tests.end_to_end.rig import Log, Rig

SECONDS = int(os.environ.get("PROVE_SECONDS", "15"))
"""`make prove-crowd` watches for ten minutes."""
STRAPS, STATIONS, TRAINING = 100, 4, 16
FIRST = 10_001
SAMPLE_EVERY_S = 1.0
GRADES_A_SECOND = 4.0
OPENING_S = 2.0
SOME = 12
MESSAGES_A_SECOND = 4.06
LONG = Plan("long", "Long", "any", (Step("Climb", "work", 7200),))


class Watch:
    """Counts what reaches the engine, and how large the program is."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.heard: dict[int, array[float]] = {}
        """By strap; as an array, because what the test keeps must not look like a leak."""
        self.grades: Counter[str] = Counter()
        self.sizes: list[tuple[float, int, int, int]] = []
        """Seconds since the start, kilobytes, threads, descriptors."""
        self._handle = kiosk.app.engine.handle
        kiosk.app.engine.handle = self._count  # type: ignore[method-assign]
        self._kiosk = kiosk
        self._began = self._last = time.monotonic()

    def _count(self, item: Event | cmd.Command) -> list[object]:
        if isinstance(item, HeartRate):
            self.heard.setdefault(item.device_number, array("d")).append(item.at)
        elif isinstance(item, Grade):
            self.grades[item.station] += 1
        return self._handle(item)  # type: ignore[return-value]

    def look(self) -> bool:
        """Whether the time is over; once a second notes the sizes."""
        now = time.monotonic()
        if now - self._last >= SAMPLE_EVERY_S:
            self._last = now
            descriptors = open_descriptors()
            self.sizes.append(
                (now - self._began, memory_kb(), threading.active_count(), descriptors)
            )
        return now - self._began >= SECONDS


def test_a_hundred_straps_and_four_decks_are_all_heard_and_nothing_grows(rig: Rig) -> None:
    decks = [rig.folder / f"incline-{number}" for number in range(STATIONS)]
    rig.start(
        "virtual",
        "ant",
        "--link",
        rig.ant,
        "--log",
        rig.folder / "ant.csv",
        "--straps",
        str(STRAPS),
    )
    for deck in decks:
        rig.start("virtual", "incline", "--link", deck, "--grade", "5", "--shake", "1.0")
    rig.wait_for(lambda: all(path.exists() for path in [rig.ant, *decks]), "the virtual devices")
    settings = Settings(
        data_directory=str(rig.data),
        ant=AntSettings(port=str(rig.ant)),
        stations=tuple(
            StationSettings(
                name=f"Treadmill {number}",
                incline=InclineSettings(driver="witmotion", port=str(deck)),
            )
            for number, deck in enumerate(decks, 1)
        ),
    )
    with running_kiosk(LoadedSettings(settings, "test"), tap_in_by_strap=False) as kiosk:
        watch = Watch(kiosk)
        kiosk.start_devices()
        begin_a_class(kiosk, [station.name for station in settings.stations])
        pump_until(kiosk.app, kiosk.mailbox, threading.Event(), watch.look)
        gc.collect()
        running = [w for w in kiosk.app.state.participants.values() if w.phase is Phase.RUNNING]
        assert len(running) == TRAINING
        dropped = kiosk.mailbox.dropped
        # Whatever came between two readings of the clocks makes the difference smaller.
        offset_ms = max(kiosk.clock.utc_ms() - kiosk.clock.monotonic() * 1000 for _ in range(20))
    rig.end_devices()
    assert dropped == 0
    assert_nothing_missed(watch, Log.read(rig.folder / "ant.csv"), offset_ms)
    assert_nothing_grew(watch)


def begin_a_class(kiosk: Kiosk, stations: list[str]) -> None:
    """Sixteen of the hundred train; the others are strangers in the next room."""
    now = kiosk.clock.monotonic()
    for index in range(TRAINING):
        name = f"Athlete {index + 1}"
        athlete: Athlete = kiosk.roster.add(name, [FIRST + index], max_hr=190, resting_hr=50)
        kiosk.app.command(cmd.TapIn(now, athlete, stations[index] if index < STATIONS else None))
    ids = tuple(range(1, TRAINING + 1))
    kiosk.app.command(cmd.Start(now, kiosk.app.new_session_id(), LONG, ids))


def assert_nothing_missed(watch: Watch, sent: Log, offset_ms: float) -> None:
    """The delays from what was sent to what was heard, in order, stay what they were.

    A message that is missed on the way shifts all that come after it against what was sent, by a
    quarter of a second. The least delay of a few is taken, because a busy machine delays some.
    """
    assert len(watch.heard) == STRAPS
    missed: dict[int, int] = {}
    for strap, times in watch.heard.items():
        # What lay waiting when the line was opened arrived all at once, later than it was sent.
        heard = [at * 1000 + offset_ms for at in times if at > times[0] + OPENING_S]
        was_sent = sent.times[strap]
        first = bisect.bisect_right(was_sent, heard[0]) - 1
        pairs = zip(heard, was_sent[first:], strict=False)
        delays = [at - sent_at for at, sent_at in pairs]
        assert len(delays) == len(heard), strap
        shift = min(delays[-SOME:]) - min(delays[:SOME])
        missed[strap] = round(shift * MESSAGES_A_SECOND / 1000)
    assert {strap: n for strap, n in missed.items() if n} == {}
    for station, count in watch.grades.items():
        assert count >= GRADES_A_SECOND * (SECONDS - 5), station
    assert len(watch.grades) == STATIONS


def assert_nothing_grew(watch: Watch) -> None:
    """Against the second quarter of the time: the curves of sixteen athletes are all that grows,
    and the arrival times that this test keeps.
    """
    begin = watch.sizes[len(watch.sizes) // 4 :][0]
    end = watch.sizes[-1]
    seconds = end[0] - begin[0]
    print(  # noqa: T201 - `make prove-crowd` shows it
        f"\n{SECONDS} s: {begin[1]} kB -> {end[1]} kB, {begin[2]} -> {end[2]} threads, "
        f"{begin[3]} -> {end[3]} descriptors"
    )
    assert end[2:] == begin[2:]
    kept_kb = STRAPS * seconds * MESSAGES_A_SECOND * 9 / 1024  # 8 B each, and room to grow
    curves_kb = TRAINING * seconds * 0.25  # a point is 150 B
    assert end[1] - begin[1] <= 3072 + curves_kb + kept_kb

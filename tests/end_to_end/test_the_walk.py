"""An athlete's whole visit by touch: real openant, real history, real window, no screen."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from drivers.virtual.ant import VirtualStick, VirtualStrap
from drivers.virtual.incline import VirtualIncline
from kiosk.compose import Kiosk, running_kiosk
from kiosk.events import DeviceStatus
from kiosk.history.queries import History
from kiosk.session.records import Sample
from kiosk.session.state import Phase
from kiosk.settings import AntSettings, InclineSettings, LoadedSettings, Settings, StationSettings
from screens.walk import Page
from screens.window import WindowHandle, build_window
from tests.screens.conftest import Touches
from tests.stopwatch import Stopwatch

SHORT = """
id = "a-short"
name = "A short one"
modality = "any"
[[steps]]
name = "Warm-up"
kind = "warm-up"
duration = "4 s"
[[steps]]
name = "Climb"
kind = "work"
duration = "6 s"
heart_rate = { zone = 3, part = "mid" }
grade_percent = 5
[[steps]]
name = "Easy"
kind = "cool-down"
duration = "3 s"
"""


class Gym(Touches):
    """A kiosk with a window, a virtual stick and a virtual deck; time is real."""

    def __init__(
        self, kiosk: Kiosk, handle: WindowHandle, stick: VirtualStick, watch: Stopwatch
    ) -> None:
        super().__init__(handle)
        self._watch = watch
        self.kiosk = kiosk
        self.stick = stick

    @property
    def page(self) -> Page:
        return self.handle.board.walk_model.walk.page

    def until(self, condition: Callable[[], object], what: str, limit_s: float = 60.0) -> None:
        """Lets the window live until something holds."""
        deadline = time.monotonic() + limit_s
        while not condition():
            assert time.monotonic() < deadline, f"{what} did not happen in {limit_s} s"
            self.handle.step()
            QGuiApplication.processEvents()
            time.sleep(0.03)

    def live(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, "time passing", seconds + 60)

    def touch(self, name: str) -> None:
        """Waits until it is there and may be tapped, then taps it."""
        walk = self.handle.board.walk_model
        self.until(
            lambda: self.shows(name) and walk.is_settled(), f"{name} on the page {self.page}"
        )
        self.live(0.1)
        self.tap(name)
        self.live(0.1)

    def touch_to(self, name: str, page: Page) -> None:
        """Taps until the page comes: a tap on what has just moved by itself does not count."""
        for _ in range(10):
            self.touch(name)
            self.live(0.3)
            if self.page is page:
                return
        self.reach(page)

    def can_turn(self) -> bool:
        """Whether there are more workouts than are shown."""
        return self.shows("workouts-after") and self.find("workouts-after").isEnabled()

    def type(self, word: str) -> None:
        for letter in word:
            self.touch("key-space" if letter == " " else f"key-{letter}")

    def reach(self, page: Page) -> None:
        self.until(lambda: self.page is page, f"the page {page}")

    def calm(self, rows: Sequence[Sample]) -> list[Sample]:
        """Those seconds in which this machine did not stand still."""
        halted = self._watch.was_halted
        return [row for row in rows if not halted(row.utc_ms - 1000, row.utc_ms + 2000)]

    def phase(self, athlete_id: int) -> Phase | None:
        who = self.kiosk.app.state.participants.get(athlete_id)
        return None if who is None else who.phase


@contextmanager
def opened(folder: Path, straps: list[VirtualStrap]) -> Generator[Gym]:
    data = folder / "data"
    (data / "protocols").mkdir(parents=True, exist_ok=True)
    (data / "protocols" / "a-short.toml").write_text(SHORT)
    settings = Settings(
        data_directory=str(data),
        ant=AntSettings(port=str(folder / "ant")),
        stations=(
            StationSettings(
                name="Treadmill 1",
                incline=InclineSettings(driver="witmotion", port=str(folder / "incline")),
            ),
        ),
    )
    stick = VirtualStick(folder / "ant", straps)
    deck = VirtualIncline(folder / "incline", 5.0)
    stick.start()
    deck.start()
    try:
        loaded = LoadedSettings(settings, "test")
        with Stopwatch() as watch, running_kiosk(loaded, tap_in_by_strap=True) as kiosk:
            kiosk.start_devices()
            handle = build_window(kiosk.app, size=(1280, 720))
            handle.window.show()
            gym = Gym(kiosk, handle, stick, watch)
            try:
                yield gym
            finally:
                complaints = list(handle.complaints)
                handle.close()
            assert complaints == []
    finally:
        stick.stop()
        deck.stop()


@pytest.fixture
def gym(tmp_path: Path, qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Gym]:
    straps = [VirtualStrap(number, bpm=120 + number % 10, muted=True) for number in (5001, 5002)]
    with opened(tmp_path, straps) as gym:
        yield gym


def is_live(status: DeviceStatus | None) -> bool:
    return status is not None and status.state == "live"


def choose_short(gym: Gym) -> None:
    """It is under one of the tabs of all there is to choose, and needs a deck at 5 %."""
    shown = gym.kiosk.app.state.capabilities
    gym.until(lambda: any(deck.highest_percent > 4 for deck in shown.values()), "the deck at 5 %")
    names = [plan.protocol_id for plan in gym.kiosk.app.plans]
    wanted = f"workout-{names.index('a-short')}"
    gym.until(lambda: gym.page is Page.CHOOSE, "the page to choose on")
    for tab in [item.objectName() for item in gym.items() if item.objectName()[:4] == "tab-"]:
        gym.touch(tab)
        gym.live(0.6)
        while not gym.shows(wanted) and gym.can_turn():
            gym.touch("workouts-after")
            gym.live(0.6)
        if gym.shows(wanted):
            break
    gym.touch(wanted)


def test_a_stranger_becomes_an_athlete_trains_and_goes_home(gym: Gym) -> None:
    app = gym.kiosk.app
    gym.until(lambda: is_live(app.state.devices.get("ant")), "the stick")
    assert gym.page is Page.GROUP
    gym.stick.straps[0].muted = False
    gym.touch("tap-in")
    gym.touch("strap-5001")
    gym.reach(Page.ADD)
    add_anna(gym)
    gym.reach(Page.CHOOSE)
    anna = app.people[0]
    assert (anna.name, anna.straps, anna.birth_year) == ("Anna", (5001,), 1986)
    choose_short(gym)
    gym.touch("start-alone")
    gym.reach(Page.MINE)
    gym.until(lambda: gym.text("mine-number") == "121", "the heart rate on the page")
    gym.touch("mine-pause")
    gym.until(lambda: gym.phase(anna.id) is Phase.PAUSED, "the pause")
    gym.live(1.5)
    gym.touch("mine-pause")
    gym.until(lambda: gym.phase(anna.id) is Phase.RUNNING, "going on")
    gym.touch("to-group")
    gym.reach(Page.GROUP)
    gym.touch(f"tile-{anna.id}")
    gym.reach(Page.MINE)
    gym.touch("mine-skip")
    gym.until(lambda: gym.phase(anna.id) is Phase.FINISHED, "the end")
    gym.reach(Page.SUMMARY)
    gym.touch("summary-done")
    gym.until(lambda: gym.page is Page.GROUP and not app.state.participants, "home")
    gym.live(1.0)
    history = History(gym.kiosk.engine)
    session = history.sessions()[0]
    assert (session.state, session.protocol_id) == ("complete", "a-short")
    rows = history.samples(session.id, anna.id)
    assert len(rows) == session.athletes[0].samples
    assert {row.heart_rate_bpm for row in gym.calm(rows[1:])} <= {121}
    assert {row.grade_percent for row in gym.calm(rows[1:])} <= {5.0}
    assert 121 in {row.heart_rate_bpm for row in rows}
    kinds = [note.kind for note in history.events(session.id)]
    assert kinds.count("pause") == kinds.count("resume") == kinds.count("skip") == 1


def add_anna(gym: Gym) -> None:
    """Through the page that adds a person; Anna is forty in 2026."""
    gym.touch("field-name")
    gym.touch("key-A")
    gym.type("nna")
    gym.touch("key-next")
    gym.live(0.5)
    gym.until(lambda: gym.shows("key-1"), "the digits")
    gym.type("1986")
    gym.touch("save-person")


def test_two_people_interleave_and_one_loses_the_strap(gym: Gym) -> None:
    app = gym.kiosk.app
    anna = gym.kiosk.roster.add("Anna", [5001], max_hr=190, resting_hr=50)
    ben = gym.kiosk.roster.add("Ben", [5002], max_hr=185, resting_hr=55)
    gym.until(lambda: len(app.people) == 2, "the roster")
    for strap in gym.stick.straps:
        strap.muted = False
    gym.touch("tap-in")
    gym.touch_to(f"person-{anna.id}", Page.CHOOSE)
    choose_short(gym)
    gym.touch("back")
    gym.until(lambda: gym.phase(ben.id) is Phase.READY, "Ben by his strap")
    gym.touch(f"tile-{ben.id}")
    gym.reach(Page.CHOOSE)
    choose_short(gym)
    gym.touch("start-alone")
    gym.reach(Page.MINE)
    gym.touch("to-group")
    gym.touch(f"tile-{anna.id}")
    choose_short(gym)
    gym.touch("start-alone")
    gym.reach(Page.MINE)
    gym.stick.straps[0].muted = True
    gym.until(lambda: gym.text("mine-number") == "--", "the blank number")
    assert gym.phase(anna.id) is Phase.RUNNING
    gym.until(lambda: gym.phase(ben.id) is Phase.FINISHED, "Ben's end")
    gym.until(lambda: gym.phase(anna.id) is Phase.FINISHED, "Anna's end")
    gym.reach(Page.SUMMARY)
    gym.live(0.5)
    history = History(gym.kiosk.engine)
    sessions = history.sessions()
    summaries = {who.name: who for session in sessions for who in session.athletes}
    bens = [row for one in sessions for row in history.samples(one.id, ben.id)]
    assert summaries["Ben"].samples == len(bens) == 13
    assert None not in [row.heart_rate_bpm for row in gym.calm(bens)]
    assert summaries["Anna"].samples == 13
    assert summaries["Anna"].missing_s >= 4


def test_the_power_cut_on_the_summary_loses_nothing(
    tmp_path: Path, qapp: QGuiApplication, qtbot: QtBot
) -> None:
    strap = VirtualStrap(5001, bpm=130)
    with opened(tmp_path, [strap]) as gym:
        anna = gym.kiosk.roster.add("Anna", [5001], max_hr=190, resting_hr=50)
        gym.until(lambda: gym.phase(anna.id) is Phase.READY, "Anna by her strap")
        gym.touch(f"tile-{anna.id}")
        choose_short(gym)
        gym.touch("start-alone")
        gym.reach(Page.MINE)
        for _ in range(3):
            gym.touch("mine-skip")
            gym.live(1.2)
        gym.reach(Page.SUMMARY)
        gym.live(0.5)
        history = History(gym.kiosk.engine)
        on_disk = [(s.state, len(history.samples(s.id, anna.id))) for s in history.sessions()]
        assert on_disk[0][0] == "complete"
    with opened(tmp_path, [strap]) as again:
        assert again.kiosk.app.cut_sessions == []
        history = History(again.kiosk.engine)
        assert [(s.state, len(history.samples(s.id, 1))) for s in history.sessions()] == on_disk

"""The panel: what edges mean, and the whole of it on virtual pins, unplugged and half broken."""

import itertools
import os
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from gpiozero.pins import PinInfo
from hypothesis import given
from hypothesis import strategies as st

from drivers import pins, supervisor
from drivers.panel import BEEPS, COLOURS, PanelDevice, panel_device
from drivers.panel_inputs import GONE_S, SETTLE_S, STOPPED_S, STUCK_S, Button, PulseMeter
from drivers.supervisor import Supervisor
from drivers.virtual.faults import FAULT_KINDS
from drivers.virtual.panel import VirtualPanel
from kiosk.clock import SystemClock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import Button as ButtonPressed
from kiosk.events import DeviceFacts, DeviceStatus, Event, Motion
from kiosk.settings import GpioSettings, StationPanelSettings, StationSettings

Eventually = Callable[..., None]

START, LAP, STOP, RED, GREEN, BLUE, PULSE, BUZZER = 17, 27, 22, 5, 6, 13, 26, 18
IDLE = {START: 1, LAP: 1, STOP: 0, PULSE: 1}


@pytest.fixture(autouse=True)
def _the_first_levels_may_take_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that stands still for a second has no stuck buttons."""
    monkeypatch.setattr(pins, "FIRST_LEVELS_S", 20.0)


# -- buttons -------------------------------------------------------------------------------------


def test_a_press_counts_once_from_when_the_contact_has_settled() -> None:
    button = Button(10.0, pressed=False)
    for at, pressed in [(11.0, True), (11.001, False), (11.002, True)]:
        button.change(at, pressed)
    assert button.presses(11.01) == []
    assert button.presses(11.003 + SETTLE_S) == [11.002]
    assert button.presses(12.0) == []


def test_a_release_that_bounces_and_a_spark_are_no_presses() -> None:
    button = Button(10.0, pressed=False)
    button.change(11.0, True)
    assert button.presses(11.5) == [11.0]
    for at, pressed in [(12.0, False), (12.001, True), (12.002, False), (13.0, True)]:
        button.change(at, pressed)
    button.change(13.005, False)
    assert button.presses(14.0) == []


def test_a_press_that_was_over_before_anybody_looked_counts() -> None:
    button = Button(10.0, pressed=False)
    button.change(11.0, True)
    button.change(11.1, False)
    button.change(12.0, True)
    button.change(12.1, False)
    assert button.presses(13.0) == [11.0, 12.0]


def test_a_button_that_is_pressed_from_the_start_is_stuck_and_no_press() -> None:
    button = Button(10.0, pressed=True)
    assert button.is_stuck(10.0)
    assert button.presses(20.0) == []
    button.change(21.0, False)
    assert button.presses(21.1) == []
    assert not button.is_stuck(21.1)
    button.change(22.0, True)
    assert not button.is_stuck(22.1)
    assert button.presses(22.1) == [22.0]
    assert not button.is_stuck(22.1)


def test_a_wire_that_is_cut_later_is_a_press_and_then_stuck() -> None:
    button = Button(10.0, pressed=False)
    button.change(11.0, True)
    assert button.presses(11.1) == [11.0]
    assert not button.is_stuck(11.0 + STUCK_S - 0.1)
    assert button.is_stuck(11.0 + STUCK_S)


@given(st.lists(st.tuples(st.floats(0, 0.2), st.booleans()), max_size=50))
def test_no_two_presses_are_closer_than_a_press_and_a_release_take(
    changes: list[tuple[float, bool]],
) -> None:
    button, at = Button(0.0, pressed=False), 0.0
    for later, pressed in changes:
        at += later
        button.change(at, pressed)
    presses = button.presses(at + 1)
    assert all(b - a >= 2 * SETTLE_S - 1e-9 for a, b in itertools.pairwise(presses))


# -- pulses --------------------------------------------------------------------------------------


def belt() -> PulseMeter:
    return PulseMeter(0.2, 40 / 3.6)


def kmh(meter: PulseMeter, now: float) -> float | None:
    per_s = meter.per_s(now)
    return None if per_s is None else per_s * 3.6


def feed(meter: PulseMeter, pace_kmh: float, seconds: float, since: float = 100.0) -> float:
    """Pulses of a belt with a pulse every 0.2 m; when the last one came."""
    period, at = 0.2 / (pace_kmh / 3.6), since
    while at + period <= since + seconds:
        at += period
        meter.pulse(at)
    return at


@pytest.mark.parametrize("pace_kmh", [0.8, 3.0, 6.0, 12.0, 25.0, 39.0])
def test_the_pace_of_a_belt_is_measured(pace_kmh: float) -> None:
    meter = belt()
    at = feed(meter, pace_kmh, 6)
    assert kmh(meter, at) == pytest.approx(pace_kmh, rel=1e-6)


def test_nothing_is_said_before_there_are_three_intervals() -> None:
    meter = belt()
    assert meter.per_s(0.0) is None
    for number in range(3):
        meter.pulse(100 + number / 10)
        assert meter.per_s(100 + number / 10) is None
    meter.pulse(100.3)
    assert kmh(meter, 100.3) == pytest.approx(7.2)


def test_a_belt_that_slows_down_stands_still_and_then_says_nothing() -> None:
    meter = belt()
    at = feed(meter, 10.0, 5)
    for later in (0.09, 0.1, 0.12, 0.15, 0.2, 0.26):
        at += later
        meter.pulse(at)
    assert kmh(meter, at + 0.4) == pytest.approx(1.8)
    assert kmh(meter, at + STOPPED_S) == 0
    assert kmh(meter, at + GONE_S) is None
    again = feed(meter, 5.0, 3, since=at + 60)
    assert kmh(meter, again) == pytest.approx(5.0)


def test_pulses_that_end_at_full_speed_may_be_a_cut_wire_and_say_nothing() -> None:
    meter = belt()
    at = feed(meter, 10.0, 5)
    assert kmh(meter, at + 0.05) == pytest.approx(10.0)
    for later in (0.4, 1.0, STOPPED_S, GONE_S):
        assert kmh(meter, at + later) is None


def test_a_contact_that_bounces_does_not_double_the_pace() -> None:
    meter, at = belt(), 100.0
    for _ in range(40):
        at += 0.1
        for bounce in (0.0, 0.001, 0.003):
            meter.pulse(at + bounce)
    assert kmh(meter, at + 0.004) == pytest.approx(7.2)
    assert (meter.pulses, meter.ignored) == (120, 80)


def test_a_spark_and_a_missed_pulse_do_not_change_the_pace() -> None:
    meter = belt()
    at = feed(meter, 7.2, 2)
    meter.pulse(at + 0.04)
    at = feed(meter, 7.2, 0.5, since=at)
    at = feed(meter, 7.2, 0.5, since=at + 0.1)
    assert kmh(meter, at) == pytest.approx(7.2, rel=0.01)


@given(st.lists(st.floats(0.0, 0.5), min_size=3, max_size=200))
def test_no_pulses_at_all_make_more_than_the_most_a_belt_can_do(gaps: list[float]) -> None:
    meter, at = belt(), 100.0
    for gap in gaps:
        at += gap
        meter.pulse(at)
        pace = kmh(meter, at)
        assert pace is None or 0 <= pace <= 40.0 + 1e-9


def test_what_is_too_fast_or_irregular_is_not_believed() -> None:
    meter, at = belt(), 100.0
    for _ in range(50):
        at += 0.01
        meter.pulse(at)
    assert meter.per_s(at) is None, "72 km/h"
    meter = belt()
    for index in range(50):
        at += 0.06 if index % 2 else 0.4
        meter.pulse(at)
    assert meter.per_s(at) is None, "no belt limps"


def test_steps_are_measured_one_by_one() -> None:
    meter = PulseMeter(1.0, 5.0)
    for step in range(8):
        meter.pulse(100 + step)
    assert meter.per_s(107) == pytest.approx(1.0)


# -- the whole panel -----------------------------------------------------------------------------


def station(name: str = "Treadmill 1", **panel: object) -> StationSettings:
    kind = "stair" if name.startswith("Stairs") else "treadmill"
    return StationSettings(name=name, kind=kind, panel=StationPanelSettings.model_validate(panel))


def whole() -> StationSettings:
    return station(
        start_pin=START,
        lap_pin=LAP,
        stop_pin=STOP,
        red_pin=RED,
        green_pin=GREEN,
        blue_pin=BLUE,
        pulse_pin=PULSE,
        metres_per_pulse=0.2,
    )


class Room:
    """A panel under the supervisor, and what it said."""

    def __init__(self, link: Path, *stations: StationSettings) -> None:
        gpio = GpioSettings(pins=str(link), buzzer_pin=BUZZER)
        self.events: list[Event] = []
        device = panel_device(stations, gpio, self.events.append, SystemClock())
        assert device is not None
        self.device: PanelDevice = device

    @contextmanager
    def running(self) -> Generator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(supervisor, "BACK_OFF_S", (0.02,))
            with Supervisor([self.device], self.events.append, SystemClock()):
                yield

    @property
    def states(self) -> list[str]:
        return [event.state for event in self.events if isinstance(event, DeviceStatus)]

    @property
    def sentence(self) -> str:
        return [event.message for event in self.events if isinstance(event, DeviceStatus)][-1]

    @property
    def pressed(self) -> list[tuple[str, str | None]]:
        return [(e.button, e.station) for e in self.events if isinstance(e, ButtonPressed)]

    @property
    def motions(self) -> list[Motion]:
        return [event for event in self.events if isinstance(event, Motion)]


def test_each_button_is_told_once_with_its_place(
    link: Path, eventually: Eventually, no_descriptor_is_left_over: None
) -> None:
    room = Room(link, whole(), station("Treadmill 2", start_pin=4))
    with VirtualPanel(link, IDLE | {4: 1}) as panel, room.running():
        eventually(lambda: room.states[-1:] == ["live"])
        for count, pin in enumerate((START, LAP, STOP, 4), start=1):
            panel.press(pin, 0.08)
            eventually(lambda count=count: len(room.pressed) == count)
    assert room.pressed == [
        ("start", "Treadmill 1"),
        ("lap", "Treadmill 1"),
        ("stop", "Treadmill 1"),
        ("start", "Treadmill 2"),
    ]
    assert room.states == ["searching", "live"]
    facts = next(event for event in room.events if isinstance(event, DeviceFacts))
    assert (facts.device, facts.port) == ("panel", str(link))


def test_the_beacon_has_the_colour_of_the_zone_and_is_dark_at_the_end(
    link: Path, eventually: Eventually
) -> None:
    room = Room(link, whole())
    with VirtualPanel(link, IDLE) as panel:

        def shines(zone: int | None) -> bool:
            return (
                tuple(panel.levels.get(pin, 0) == 1 for pin in (RED, GREEN, BLUE)) == COLOURS[zone]
            )

        with room.running():
            for zone in (0, 1, 2, 3, 4, 5, None, 3):
                room.device.show({"Treadmill 1": zone, "Somewhere else": 1})
                eventually(lambda zone=zone: shines(zone))
        eventually(lambda: shines(None))
    assert len(set(COLOURS.values())) == len(COLOURS), "no two zones look alike"


@pytest.mark.parametrize("pattern", ["tap", "step", "warn"])
def test_the_buzzer_sounds_as_often_as_it_should(
    pattern: str, link: Path, tmp_path: Path, eventually: Eventually
) -> None:
    room = Room(link, whole())
    room.device.beep("warn")  # before there is a panel: not made up for later
    log = (tmp_path / "log").open("w+", encoding="utf-8")
    with log, VirtualPanel(link, IDLE, log=log) as panel, room.running():
        eventually(lambda: room.states[-1:] == ["live"])
        room.device.beep(pattern)  # pyright: ignore[reportArgumentType]

        def sounded() -> int:
            log.flush()
            return (tmp_path / "log").read_text("utf-8").count(f",{BUZZER},1\n")

        eventually(lambda: sounded() == BEEPS[pattern][2] and panel.levels[BUZZER] == 0)


def test_pulses_become_the_speed_of_the_belt(link: Path, eventually: Eventually) -> None:
    room = Room(link, whole())
    with VirtualPanel(link, IDLE) as panel, room.running():
        panel.pulse(PULSE, 10.0)  # 0.2 m ten times a second
        eventually(lambda: len(room.motions) >= 3)
    newest = room.motions[-1]
    assert (newest.source, newest.station, newest.cadence_spm) == ("pulses", "Treadmill 1", None)
    assert newest.speed_kmh == pytest.approx(7.2, rel=0.1)


def test_pulses_of_a_stair_machine_become_steps(link: Path, eventually: Eventually) -> None:
    room = Room(link, station("Stairs", pulse_pin=PULSE, steps_per_pulse=0.25))
    with VirtualPanel(link, IDLE) as panel, room.running():
        panel.pulse(PULSE, 8.0)
        eventually(lambda: len(room.motions) >= 2)
    assert room.motions[-1].speed_kmh is None
    assert room.motions[-1].cadence_spm == pytest.approx(120, rel=0.1)


def test_a_cut_wire_of_the_stop_button_is_said_and_is_no_press(
    link: Path, eventually: Eventually
) -> None:
    room = Room(link, whole())
    with VirtualPanel(link, IDLE) as panel:
        panel.set(STOP, 1)
        with room.running():
            eventually(lambda: room.states[-1:] == ["failed"])
            assert room.sentence.startswith("The stop button of Treadmill 1 reads as pressed")
            panel.press(START, 0.08)
            eventually(lambda: room.pressed)
            panel.set(STOP, 0)
            eventually(lambda: room.states[-1:] == ["live"])
    assert room.pressed == [("start", "Treadmill 1")], "the rest works, and this was no press"


def test_a_panel_that_was_unplugged_comes_back_with_its_lights(
    link: Path, eventually: Eventually, no_descriptor_is_left_over: None
) -> None:
    room = Room(link, whole())
    room.device.show({"Treadmill 1": 5})
    with VirtualPanel(link, IDLE) as panel, room.running():
        for count in range(1, 5):
            eventually(lambda: room.states[-1:] == ["live"])
            eventually(lambda: panel.levels.get(RED) == 1)
            panel.press(LAP, 0.08)
            eventually(lambda count=count: len(room.pressed) == count)
            panel.levels.clear()
            panel.unplug()
            eventually(lambda: room.states[-1] == "lost")
            panel.plug()
    assert room.states.count("lost") >= 4


def test_a_faulty_line_never_presses_the_stop_button_or_ends_the_panel(
    link: Path, eventually: Eventually
) -> None:
    room = Room(link, whole())
    with VirtualPanel(link, IDLE) as panel, room.running():
        eventually(lambda: room.states[-1:] == ["live"])
        for kind in FAULT_KINDS:
            panel.faults.kind = kind
            for _ in range(3):
                panel.set(STOP, 0)
        panel.faults.kind = "none"
        panel.set(START, 1)  # whatever half a line was left ends here
        panel.press(LAP, 0.08)
        eventually(lambda: room.pressed)
    assert room.pressed == [("lap", "Treadmill 1")]
    assert room.states == ["searching", "live"]


def test_a_pin_that_cannot_be_used_is_named_and_the_others_work(
    link: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pins.LinePin.__init__

    def busy(pin: pins.LinePin, factory: pins.LineFactory, info: PinInfo) -> None:
        if info.name == f"GPIO{START}":
            raise RuntimeError("GPIO busy")
        real(pin, factory, info)

    monkeypatch.setattr(pins.LinePin, "__init__", busy)
    room = Room(link, whole())
    with VirtualPanel(link, IDLE) as panel, room.running():
        eventually(lambda: room.states[-1:] == ["failed"])
        panel.press(LAP, 0.08)
        eventually(lambda: room.pressed)
    assert room.sentence == (
        "Pin 17, start_pin of Treadmill 1, cannot be used (GPIO busy): choose another pin in the"
        " configuration"
    )


def test_pulses_without_metres_are_said(link: Path, eventually: Eventually) -> None:
    room = Room(link, station(pulse_pin=PULSE))
    with VirtualPanel(link, IDLE), room.running():
        eventually(lambda: room.states[-1:] == ["failed"])
    assert "metres_per_pulse" in room.sentence


def test_who_configures_no_pin_has_no_panel() -> None:
    stations = [station("Treadmill 1"), station("Stairs")]
    assert panel_device(stations, GpioSettings(), lambda _: None, SystemClock()) is None


def test_a_virtual_panel_that_is_not_there_is_absent(tmp_path: Path) -> None:
    assert isinstance(complaint(str(tmp_path / "nothing")), DeviceAbsent)


# -- without the Pi's pins -----------------------------------------------------------------------


def complaint(path: str = "gpio") -> DeviceError:
    device = PanelDevice([whole()], GpioSettings(pins=path), lambda _: None, SystemClock())
    with pytest.raises(DeviceError) as caught:
        device.run(lambda _how, fault=False: None, threading.Event())
    return caught.value


LGPIO = """
import os
SET_PULL_NONE = SET_PULL_UP = SET_PULL_DOWN = 0
SET_ACTIVE_LOW, BOTH_EDGES, RISING_EDGE, FALLING_EDGE = 4, 3, 1, 2
SET_BIAS_DISABLE = SET_BIAS_PULL_UP = SET_BIAS_PULL_DOWN = 0
class error(Exception):
    pass
if os.environ.get("LG_WD"):
    os.chdir(os.environ["LG_WD"])
imported_in = os.getcwd()
open(".lgd-nfy0", "w").close()
def gpiochip_open(_chip):
    raise error("can not open gpiochip")
"""


@pytest.fixture
def pi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules for a machine that has pins, and can say which Pi it is."""
    for folder in ("dev", "modules"):
        (tmp_path / folder).mkdir()
    (tmp_path / "dev" / "gpiochip0").touch()
    monkeypatch.setattr(pins, "CHIPS", tmp_path / "dev")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "modules"), *sys.path])
    monkeypatch.setattr("gpiozero.pins.local.get_pi_revision", lambda: 0xA02082)
    for module in ("lgpio", "gpiozero.pins.lgpio"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return tmp_path / "modules"


def may(monkeypatch: pytest.MonkeyPatch, only: Path | None) -> None:
    """Root may do everything: from now on we may use `only` this."""

    def access(path: str | Path, _mode: int) -> bool:
        return Path(path) == only

    monkeypatch.setattr(os, "access", access)


def test_a_machine_without_pins_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pins, "CHIPS", tmp_path)
    assert "This machine has no pins" in str(complaint())


def test_without_lgpio_the_command_that_installs_it_is_named(pi: Path) -> None:
    (pi / "lgpio.py").write_text("raise ImportError('No module named lgpio')")
    assert "`sudo apt install python3-lgpio && make setup`" in str(complaint())


def test_without_the_right_to_the_pins_the_command_is_named(
    pi: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may(monkeypatch, None)
    assert "`sudo usermod -aG gpio $USER`" in str(complaint())


def test_pins_that_another_program_holds_are_said(pi: Path) -> None:
    (pi / "lgpio.py").write_text(LGPIO)
    assert "can not open gpiochip" in str(complaint())


def test_lgpio_may_make_its_pipe_even_where_the_kiosk_may_not_write_and_stays_out_of_its_way(
    pi: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pi / "lgpio.py").write_text(LGPIO)
    here = tmp_path / "read-only"
    here.mkdir()
    monkeypatch.chdir(here)
    chips = tmp_path / "dev" / "gpiochip0"
    may(monkeypatch, chips)
    assert "can not open gpiochip" in str(complaint())
    assert Path.cwd() == here
    assert not list(here.iterdir())
    imported_in = Path(sys.modules["lgpio"].imported_in)
    assert imported_in != here
    assert not imported_in.exists()


def test_lgpios_own_folder_does_not_become_the_kiosks(
    pi: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pi / "lgpio.py").write_text(LGPIO)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LG_WD", str(pi))
    complaint()
    assert Path.cwd() == tmp_path

"""The panel: buttons, beacons, a buzzer and pulse sensors on the pins, as one device."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Literal

from drivers.panel_inputs import Button, PulseMeter
from drivers.supervisor import Ready
from kiosk.clock import Clock
from kiosk.errors import DeviceError
from kiosk.events import Button as ButtonPressed
from kiosk.events import DeviceFacts, Event, Motion
from kiosk.settings import GpioSettings, StationSettings
from kiosk.words import joined, named, text

if TYPE_CHECKING:
    from gpiozero import DigitalOutputDevice

    from drivers.pins import Pins

TURN_S = 0.025
MOTION_EVERY_S = 0.5
FACTS_EVERY_S = 5.0
MOST_KMH = 40.0
MOST_STEPS_A_MINUTE = 300.0

BeepPattern = Literal["tap", "step", "warn"]
BEEPS: dict[str, tuple[float, float, int]] = {
    "tap": (0.06, 0.0, 1),
    "step": (0.12, 0.1, 2),
    "warn": (0.3, 0.15, 3),
}
"""Seconds on, seconds off, how often."""

COLOURS: dict[int | None, tuple[bool, bool, bool]] = {
    None: (False, False, False),
    0: (False, True, True),
    1: (True, True, True),
    2: (False, False, True),
    3: (False, True, False),
    4: (True, True, False),
    5: (True, False, False),
}
"""Red, green and blue by zone, near to the screens' colours: cyan, white, blue, green, yellow, red.
On and off only: what a lamp's relay can do."""

ButtonName = Literal["start", "lap", "stop"]
BUTTONS: tuple[ButtonName, ...] = ("start", "lap", "stop")


class PanelDevice:
    """Everything on the pins; a device for the supervisor.

    show() and beep() may be called from any thread at any time, wait for nothing, and are heeded
    once the panel works. Of two beeps at once the later one sounds.
    """

    name, spoken, optional = "panel", text("the panel"), False

    def __init__(
        self,
        stations: Sequence[StationSettings],
        gpio: GpioSettings,
        post: Callable[[Event], None],
        clock: Clock,
    ) -> None:
        self._stations = stations
        self._gpio = gpio
        self._post = post
        self._clock = clock
        self._zones: Mapping[str, int | None] = {}
        self._beep: BeepPattern | None = None

    def show(self, zones: Mapping[str, int | None]) -> None:
        """The zone number (0–5) of each station's beacon; dark for None and for one not named."""
        self._zones = dict(zones)

    def beep(self, pattern: BeepPattern) -> None:
        self._beep = pattern

    def run(self, ready: Ready, stop: threading.Event) -> None:
        """Reads and drives the pins until `stop` is set.

        A pin that cannot be used and a button that is stuck are said by `ready`, the rest works.
        Raises DeviceError when no pin can be used, and when a virtual panel was unplugged.
        """
        from drivers.pins import open_pins  # noqa: PLC0415 - only who has a panel loads gpiozero

        self._beep = None  # of long ago
        with open_pins(self._gpio.pins) as pins:
            board = _Board(pins, self._clock)
            for station in self._stations:
                board.wire(station)
            board.wire_buzzer(self._gpio.buzzer_pin)
            if board.broken and not board.working:
                raise DeviceError(joined("; ", board.broken))
            said = signal = None
            facts_at = float("-inf")
            while not stop.is_set():
                board.take_edges(TURN_S)
                if pins.lost:
                    raise DeviceError(
                        text(
                            "The panel on {where} was unplugged: plug it in again", where=pins.where
                        )
                    )
                now = self._clock.monotonic()
                for event in board.events(now):
                    self._post(event)
                self._drive(board)
                if (faults := board.faults(now)) != said:
                    said = faults
                    ready(faults or text("Panel on {where}", where=pins.where), fault=bool(faults))
                if now - facts_at >= FACTS_EVERY_S and (signal is None or board.signal != signal):
                    facts_at, signal = now, board.signal
                    self._post(DeviceFacts(now, self.name, pins.where, pins.board, signal or None))

    def _drive(self, board: "_Board") -> None:
        board.show(self._zones)
        pattern, self._beep = self._beep, None
        if pattern is not None:
            board.beep(pattern)


def panel_device(
    stations: Sequence[StationSettings],
    gpio: GpioSettings,
    post: Callable[[Event], None],
    clock: Clock,
) -> PanelDevice | None:
    """The panel that the configuration describes; None when it names no pin."""
    if gpio.buzzer_pin is None and not any(station.panel.pins for station in stations):
        return None
    return PanelDevice(stations, gpio, post, clock)


@dataclass(slots=True)
class _WiredButton:
    station: str
    button: ButtonName
    level: Button
    is_pressed_when_closed: bool


@dataclass(slots=True)
class _WiredMeter:
    station: StationSettings
    meter: PulseMeter
    posted_at: float = float("-inf")


@dataclass(slots=True)
class _Beacon:
    lamps: "dict[int, DigitalOutputDevice]"
    """Red 0, green 1, blue 2, without those whose pin cannot be used."""
    shown: tuple[bool, bool, bool] = COLOURS[None]


class _Board:
    """What is wired, for as long as the pins are open; used by the panel's thread only."""

    def __init__(self, pins: "Pins", clock: Clock) -> None:
        self.broken: list[str] = []
        """A sentence for each pin that cannot be used."""
        self.working = 0
        self._pins = pins
        self._clock = clock
        self._edges: SimpleQueue[tuple[int, float, bool]] = SimpleQueue()
        self._buttons: dict[int, _WiredButton] = {}
        self._meters: dict[int, _WiredMeter] = {}
        self._beacons: dict[str, _Beacon] = {}
        self._buzzer: DigitalOutputDevice | None = None

    # -- wiring ----------------------------------------------------------------------------------

    def wire(self, station: StationSettings) -> None:
        panel = station.panel
        for button, pin in zip(
            BUTTONS, (panel.start_pin, panel.lap_pin, panel.stop_pin), strict=True
        ):
            if pin is not None:
                self._wire_button(station.name, button, pin)
        if panel.pulse_pin is not None:
            self._wire_meter(station, panel.pulse_pin)
        lamps: dict[int, DigitalOutputDevice] = {}
        for channel, key in enumerate(("red_pin", "green_pin", "blue_pin")):
            pin = panel.pins.get(key)
            lamp = None if pin is None else self._output(pin, f"{key} of {station.name}")
            if lamp is not None:
                lamps[channel] = lamp
        self._beacons[station.name] = _Beacon(lamps)

    def wire_buzzer(self, pin: int | None) -> None:
        if pin is not None:
            self._buzzer = self._output(pin, "buzzer_pin")

    def _wire_button(self, station: str, button: ButtonName, pin: int) -> None:
        closed = self._watch(
            pin,
            text("{button}_pin of {station}", button=button, station=station),
        )
        if closed is not None:
            # The stop button opens its contact, so that a cut wire reads as pressed.
            is_pressed_when_closed = button != "stop"
            level = Button(self._clock.monotonic(), closed == is_pressed_when_closed)
            self._buttons[pin] = _WiredButton(station, button, level, is_pressed_when_closed)

    def _wire_meter(self, station: StationSettings, pin: int) -> None:
        if station.kind == "stair":
            meter = PulseMeter(station.panel.steps_per_pulse, MOST_STEPS_A_MINUTE / 60)
        elif station.panel.metres_per_pulse is not None:
            meter = PulseMeter(station.panel.metres_per_pulse, MOST_KMH / 3.6)
        else:
            self.broken.append(
                text(
                    "The pulses of {station} give no speed without metres_per_pulse: measure "
                    "it and add it to the configuration",
                    station=station.name,
                )
            )
            return
        if self._watch(pin, text("pulse_pin of {station}", station=station.name)) is not None:
            self._meters[pin] = _WiredMeter(station, meter)

    def _watch(self, pin: int, what: str) -> bool | None:
        def changed(closed: bool) -> None:
            self._edges.put((pin, self._clock.monotonic(), closed))

        try:
            closed = self._pins.watch(pin, changed)
        except Exception as error:  # noqa: BLE001 - gpiozero and lgpio have no error in common
            self._break(pin, what, error)
            return None
        self.working += 1
        return closed

    def _output(self, pin: int, what: str) -> "DigitalOutputDevice | None":
        try:
            output = self._pins.output(pin)
        except Exception as error:  # noqa: BLE001 - as above
            self._break(pin, what, error)
            return None
        self.working += 1
        return output

    def _break(self, pin: int, what: str, error: Exception) -> None:
        self.broken.append(
            text(
                "Pin {pin}, {what}, cannot be used ({error}): choose another pin in the "
                "configuration",
                pin=pin,
                what=what,
                error=error,
            )
        )

    # -- from turn to turn -----------------------------------------------------------------------

    def take_edges(self, timeout_s: float) -> None:
        """What has happened on the inputs, waiting `timeout_s` at most for it."""
        try:
            self._take(*self._edges.get(timeout=timeout_s))
            while True:
                self._take(*self._edges.get_nowait())
        except Empty:
            return

    def _take(self, pin: int, at: float, closed: bool) -> None:
        if (wired := self._buttons.get(pin)) is not None:
            wired.level.change(at, closed == wired.is_pressed_when_closed)
        elif closed and (meter := self._meters.get(pin)) is not None:
            meter.meter.pulse(at)

    def events(self, now: float) -> list[Event]:
        found: list[Event] = [
            ButtonPressed(at, wired.button, wired.station)
            for wired in self._buttons.values()
            for at in wired.level.presses(now)
        ]
        for wired in self._meters.values():
            per_s = wired.meter.per_s(now)
            if per_s is not None and now - wired.posted_at >= MOTION_EVERY_S:
                wired.posted_at = now
                found.append(_motion(now, wired.station, per_s))
        return found

    def faults(self, now: float) -> str:
        """What does not work, as one sentence; "" when all does."""
        stuck = [
            text(
                "The {button} button of {station} reads as pressed all the time: release it, "
                "or mend its wire",
                button=named(wired.button),
                station=wired.station,
            )
            for wired in self._buttons.values()
            if wired.level.is_stuck(now)
        ]
        return joined("; ", self.broken + stuck)

    @property
    def signal(self) -> str:
        """How many pulses came, by station; "" without a pulse sensor."""
        return joined(
            "; ",
            [
                text(
                    "{station}: {pulses} pulses, {ignored} ignored",
                    station=wired.station,
                    pulses=wired.meter.pulses,
                    ignored=wired.meter.ignored,
                )
                for wired in self._meters.values()
            ],
        )

    def show(self, zones: Mapping[str, int | None]) -> None:
        for station, beacon in self._beacons.items():
            colour = COLOURS.get(zones.get(station), COLOURS[None])
            if colour != beacon.shown:
                beacon.shown = colour
                for channel, lamp in beacon.lamps.items():
                    lamp.value = colour[channel]

    def beep(self, pattern: BeepPattern) -> None:
        if self._buzzer is not None:
            self._buzzer.blink(*BEEPS[pattern])  # in a thread of gpiozero's


def _motion(now: float, station: StationSettings, per_s: float) -> Motion:
    if station.kind == "stair":
        return Motion(now, "pulses", station.name, cadence_spm=per_s * 60)
    return Motion(now, "pulses", station.name, speed_kmh=per_s * 3.6)

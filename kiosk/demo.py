"""The demonstration: virtual straps and a virtual treadmill on ptys, under the real kiosk."""

import os
import random
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.live import Live

from drivers.virtual.ant import VirtualStick, VirtualStrap
from drivers.virtual.body import Style, VirtualBody, VirtualWill
from drivers.virtual.incline import VirtualIncline
from kiosk.clock import Clock
from kiosk.compose import Kiosk, running_kiosk, set_up_logging
from kiosk.display import has_display
from kiosk.errors import SettingsError
from kiosk.headless import pump_until
from kiosk.history.roster import Roster
from kiosk.session import commands as cmd
from kiosk.session.state import Participant, Phase
from kiosk.settings import AntSettings, InclineSettings, LoadedSettings, Settings, StationSettings
from kiosk.terminal import group_table, plain_lines
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import Protocol, find_protocol
from kiosk.training.workouts import Workouts, load_workouts
from kiosk.workout_folders import protocol_folders

# fmt: off
NAMES = (
    "Anna", "Ben", "Chloe", "David", "Elif", "Farid", "Greta", "Hugo",
    "Ines", "Jonas", "Katja", "Liam", "Mia", "Noah", "Olga", "Paul",
    "Quinn", "Rosa", "Stefan", "Theresa", "Uwe", "Vera", "Wanda", "Xaver",
    "Yasmin", "Zoe", "Aaron", "Birgit", "Carlos", "Dunja", "Emil", "Fatima",
)
# fmt: on
STATION = "Treadmill 1"
FIRST_STRAP = 20_001
DROPOUT_S = (75.0, 120.0)
"""When, after the start, the third athlete's strap is silent."""
LATE_S = 30.0
"""When, after the start, the last athlete arrives."""
PLAIN_EVERY_S = 5.0
RATED = 5
"""Of ten: how hard virtual people find what has no effort of its own."""
WALKED_IN_S, WALKING_SHARE = 180, 0.25
"""Nobody arrives at rest: three minutes at a quarter of the reserve."""


@dataclass(slots=True)
class Actor:
    """One virtual athlete: the roster entry, the body and the strap on it."""

    athlete: Athlete
    body: VirtualBody
    strap: VirtualStrap
    will: VirtualWill


def run(count: int, protocol: str, stop: threading.Event) -> int:
    """Runs until told to stop, in a window or, without a display, as a table in the terminal.

    Raises SettingsError when SWITCHBACK_DATA names the data of a real club.
    """
    set_up_logging()
    status = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="switchback-")))
        data = Path(
            os.environ.get("SWITCHBACK_DATA") or tempfile.mkdtemp(prefix="switchback-demo-")
        )
        settings = _settings(data, folder)
        found = find_protocol(protocol, protocol_folders(settings))
        chosen = plan(found)
        cast = _cast(count)
        stick = VirtualStick(folder / "ant", [actor.strap for actor in cast])
        deck = VirtualIncline(folder / "incline")
        for device in (stick, deck):
            device.start()
            stack.callback(device.stop)
        kiosk = stack.enter_context(
            running_kiosk(
                LoadedSettings(settings, "demonstration"),
                tap_in_by_strap=True,
                shared_stations=True,
                protocols=lambda settings: _workouts(settings, found),
                asks_readiness=True,
            )
        )
        _enrol(kiosk.roster, cast)
        kiosk.start_devices()
        kiosk.app.watchers.append(Director(kiosk, cast, deck, chosen).look)
        _say(f"{count} virtual athletes, a virtual treadmill, {chosen.name}. Data: {data}")
        if has_display():
            from screens.window import run_window  # noqa: PLC0415 - no Qt without a display

            status = run_window(kiosk.app, fullscreen=False, stopped=stop.is_set)
        else:
            _run_in_terminal(kiosk, stop)
    called = Path(sys.argv[0])  # in a clone it is not on the PATH
    program = called if called.name == "switchback" else "switchback"
    _say(f"Ended. What was recorded: SWITCHBACK_DATA={data} {program} sessions list")
    return status


def _settings(data: Path, folder: Path) -> Settings:
    incline = InclineSettings(driver="witmotion", port=str(folder / "incline"))
    return Settings(
        data_directory=str(data),
        ant=AntSettings(port=str(folder / "ant")),
        stations=(StationSettings(name=STATION, incline=incline),),
    )


def _workouts(settings: Settings, chosen: Protocol) -> Workouts:
    """The chosen one first, then all others that come with the program."""
    shipped = load_workouts(protocol_folders(settings)[:1], without=[chosen.id])
    return Workouts((plan(chosen), *shipped.plans), (chosen, *shipped.protocols), shipped.refused)


def _cast(count: int) -> list[Actor]:
    """One athlete overshoots, one's strap drops out, one comes late; the others are themselves."""
    chance = random.Random(7)  # the same people in every demonstration
    cast: list[Actor] = []
    for index, name in enumerate(NAMES[:count]):
        max_hr, resting_hr = chance.randint(172, 200), chance.randint(46, 66)
        strap = VirtualStrap(FIRST_STRAP + index, bpm=resting_hr)
        style: Style = "eager" if index == 1 else "lazy" if index == 4 else "steady"
        body = VirtualBody(resting_hr=resting_hr, max_hr=max_hr, seed=index)
        for _ in range(WALKED_IN_S):
            body.step(1.0, resting_hr + WALKING_SHARE * (max_hr - resting_hr))
        will = VirtualWill(style, resting_hr, max_hr)
        cast.append(
            Actor(Athlete(0, name, (strap.device_number,), max_hr, resting_hr), body, strap, will)
        )
    return cast


def _enrol(roster: Roster, cast: Sequence[Actor]) -> None:
    """On the roster, unless an earlier demonstration in the same data directory did it."""
    present = {athlete.name: athlete for athlete in roster.list()}
    places = {name: FIRST_STRAP + index for index, name in enumerate(NAMES)}
    if any(athlete.straps != (places.get(name),) for name, athlete in present.items()):
        raise SettingsError(
            "SWITCHBACK_DATA holds the people of a club: unset it for the demonstration, or name "
            "an empty folder."
        )
    for actor in cast:
        new = actor.athlete
        known = present.get(new.name) or roster.add(
            new.name, new.straps, max_hr=new.max_hr, resting_hr=new.resting_hr
        )
        actor.athlete = known if known.is_ready else roster.answer_readiness(known.id, True)


class Director:
    """Looks at the kiosk as the athletes would, and lets their bodies answer."""

    def __init__(
        self, kiosk: Kiosk, cast: Sequence[Actor], deck: VirtualIncline, plan: Plan
    ) -> None:
        self._kiosk = kiosk
        self._cast = cast
        self._deck = deck
        self._plan = plan
        self._last = kiosk.clock.monotonic()
        self._began: float | None = None
        self._is_asked = False
        self._late = cast[-1] if len(cast) > 1 else None
        if self._late is not None:
            self._late.strap.muted = True

    def look(self) -> None:
        """Called after every pump; acts once a second."""
        now = self._kiosk.clock.monotonic()
        if now - self._last < 1.0:
            return
        elapsed, self._last = now - self._last, now
        self._start_when_all_are_here(now)
        self._play_the_story(now)
        wanted = 0.0
        for actor in self._cast:
            who = self._kiosk.app.state.participants.get(actor.athlete.id)
            self._rate(who)
            guide = who.guide if who is not None and who.phase is Phase.RUNNING else None
            limits = (None, None) if guide is None else (guide.low, guide.high)
            verdict = "none" if who is None else str(who.verdict)
            target = actor.will.demand(elapsed, *limits, verdict)
            actor.strap.bpm = round(actor.body.step(elapsed, target))
            wanted = max(wanted, who.wanted_grade_percent or 0.0) if who is not None else wanted
        self._deck.grade = wanted

    def _rate(self, who: Participant | None) -> None:
        """Says how hard it is when asked: what was wished for, somewhere in the middle else."""
        if who is not None and who.wants_rating:
            low, high = who.wanted_rpe or (RATED, RATED)
            self._kiosk.app.rate_effort(who.athlete.id, (low + high) // 2)

    def _start_when_all_are_here(self, now: float) -> None:
        here = self._kiosk.app.state.participants
        on_time = [a for a in self._cast if a is not self._late]
        if not self._is_asked and all(actor.athlete.id in here for actor in on_time):
            self._is_asked, self._began = True, now
            self._kiosk.app.start_class(self._plan)

    def _play_the_story(self, now: float) -> None:
        if self._began is None:
            return
        since = now - self._began
        if len(self._cast) > 3:
            self._cast[2].strap.muted = DROPOUT_S[0] <= since < DROPOUT_S[1]
        if self._late is not None and since >= LATE_S:
            self._late.strap.muted = False
            self._let_in(self._late, now)

    def _let_in(self, actor: Actor, now: float) -> None:
        state = self._kiosk.app.state
        who = state.participants.get(actor.athlete.id)
        running = next((s for s in state.sessions.values() if s.phase is Phase.RUNNING), None)
        if who is not None and who.phase is Phase.READY and running is not None:
            self._kiosk.app.command(cmd.Join(now, running.id, actor.athlete.id))
            self._late = None


def _run_in_terminal(kiosk: Kiosk, stop: threading.Event) -> None:
    _say(
        "There is no display here, so this is the table of the group; to see the window, run the "
        "same on a desktop or over `ssh -X`. Ctrl-C ends it."
    )
    console = Console()
    if console.is_terminal:
        with Live(console=console, auto_refresh=False) as live:

            def show() -> bool:
                live.update(group_table(kiosk.app), refresh=True)
                return False

            pump_until(kiosk.app, kiosk.mailbox, stop, _every(kiosk.clock, 1.0, show))
    else:
        pump_until(
            kiosk.app,
            kiosk.mailbox,
            stop,
            _every(kiosk.clock, PLAIN_EVERY_S, lambda: _say(plain_lines(kiosk.app))),
        )


def _every(clock: Clock, seconds: float, action: Callable[[], object]) -> Callable[[], bool]:
    last = 0.0

    def each_round() -> bool:
        nonlocal last
        now = clock.monotonic()
        if now - last >= seconds:
            last = now
            action()
        return False

    return each_round


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()

"""The ways to run the kiosk: with a window, without one, a class by itself, a session resumed."""

import gc
import logging
import sys
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial

from kiosk import __version__
from kiosk.app import App
from kiosk.compose import Kiosk, running_kiosk, set_up_logging
from kiosk.errors import ProtocolError, SettingsError
from kiosk.headless import Entrant, Heard, UnattendedClass, is_over, pump_until
from kiosk.history.recovery import resume_point
from kiosk.release.notes import note_idle
from kiosk.service_manager import Patience, Pulse, ServiceManager
from kiosk.session import rotation
from kiosk.session.commands import ClockKind
from kiosk.session.course import awaits_button, check_group_plan
from kiosk.session.pace import StationFacts
from kiosk.settings import LoadedSettings, Settings
from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import find_protocol
from kiosk.training.workouts import Workouts
from kiosk.workout_folders import protocol_folders

_logger = logging.getLogger(__name__)


def run_window(
    loaded: LoadedSettings, fullscreen: bool, on_idle: Callable[[], None] = lambda: None
) -> int:
    """`switchback run`: the kiosk in a window; its exit status. `on_idle` is the first frame."""
    set_up_logging()
    _say(f"Configuration: {loaded.source}. Data: {loaded.settings.data_path}.")
    need_display()
    from screens.window import run_window as show  # noqa: PLC0415  (headless runs have no Qt)

    with _watched_kiosk(loaded, asks_readiness=True) as (kiosk, manager):
        kiosk.app.asks_set_up = True  # somebody stands before it
        kiosk.start_devices()
        keep_what_is_loaded()
        display = loaded.settings.display
        status = show(
            kiosk.app,
            fullscreen=fullscreen,
            on_first_frame=partial(_each, manager.ready, on_idle),
            diagonal_inch=display.diagonal_inch,
            wall_inch=display.wall_diagonal_inch,
        )
        if status:
            raise SystemExit(status)
    return 0


def _each(*calls: Callable[[], None]) -> None:
    for call in calls:
        call()


@contextmanager
def _watched_kiosk(
    loaded: LoadedSettings, *, asks_readiness: bool = False
) -> Generator[tuple[Kiosk, ServiceManager]]:
    """A kiosk that people come to, and systemd, where it started it, knowing how it is doing."""
    manager = ServiceManager()
    with ExitStack() as stack:
        stack.callback(manager.close)
        with Patience(manager):  # the history may have to be put right or migrated first
            kiosk = stack.enter_context(
                running_kiosk(loaded, tap_in_by_strap=True, asks_readiness=asks_readiness)
            )
        stack.callback(manager.stopping)
        kiosk.app.watchers.append(Pulse(manager, kiosk.app.state).look)
        yield kiosk, manager


def keep_what_is_loaded() -> None:
    """What is there now stays to the end: no collection of garbage need go through all of it again,
    which would hold up a tick by tens of milliseconds.
    """
    gc.collect()
    gc.freeze()


def run_headless(loaded: LoadedSettings, stop: threading.Event) -> None:
    """`switchback run --headless`: the kiosk without a window, until SIGTERM."""
    set_up_logging()
    _say(f"Configuration: {loaded.source}. Data: {loaded.settings.data_path}.")
    with _watched_kiosk(loaded) as (kiosk, manager):
        kiosk.start_devices()
        keep_what_is_loaded()
        _tell_of_cut_sessions(kiosk.app)
        manager.ready()
        with suppress(OSError):  # a full disk: whoever updates the kiosk goes back then
            note_idle(loaded.settings.data_path, __version__)
        pump_until(kiosk.app, kiosk.mailbox, stop, _notices_to_log(kiosk.app))


def run_class(
    loaded: LoadedSettings,
    protocol: str,
    athletes: Sequence[str],
    until_done: bool,
    stop: threading.Event,
) -> None:
    """`switchback run --headless --protocol …`: a class that starts by itself."""
    set_up_logging()
    chosen = plan(find_protocol(protocol, protocol_folders(loaded.settings)))
    _check_no_coach_needed(chosen)
    if until_done and (waiting := _waits_for_button(chosen, "group")) is not None:
        raise ProtocolError(
            f'"{waiting}" of {chosen.name} waits for a button, and nobody is there to press it: '
            "leave out --until-done, or choose a protocol whose steps end by themselves."
        )
    check_group_plan(chosen)
    with running_kiosk(
        loaded, tap_in_by_strap=False, shared_stations=True, protocols=lambda _: Workouts((chosen,))
    ) as kiosk:
        entrants = _entrants(athletes, kiosk)
        places = [StationFacts(s.name, s.kind, s.step_height_m) for s in kiosk.settings.stations]
        rotation.check(places, chosen, len(entrants))  # refused later it would wait for ever
        stations = _sensed_stations(kiosk.settings)
        run = UnattendedClass(kiosk.app, kiosk.clock, entrants, chosen, stations)
        _tell_of_cut_sessions(kiosk.app)
        kiosk.start_devices()
        tell = _notices_to_log(kiosk.app)

        def each_round() -> bool:
            tell()
            run.look()
            return until_done and run.is_done

        pump_until(kiosk.app, kiosk.mailbox, stop, each_round)
    started = run.session_id is not None and run.session_id in kiosk.app.state.sessions
    _say(f"Session {run.session_id}: everything is on disk." if started else "Nothing was started.")


def resume_session(loaded: LoadedSettings, session_id: int, stop: threading.Event) -> None:
    """`switchback sessions resume ID`: goes on like `run --until-done`."""
    set_up_logging()
    with running_kiosk(
        loaded, tap_in_by_strap=False, shared_stations=True, protocols=lambda _: Workouts()
    ) as kiosk:
        point = resume_point(kiosk.engine, session_id, at=0.0)
        _check_no_coach_needed(point.plan)
        if (waiting := _waits_for_button(point.plan, point.clock)) is not None:
            raise ProtocolError(
                f'"{waiting}" of {point.plan.name} waits for a button, and nobody is there to '
                "press it: go on with this session on the kiosk's screen, or close it with "
                f"'switchback sessions close {session_id}'."
            )
        if point.clock == "own":
            check_group_plan(point.plan)  # nobody is there to type a speed
        kiosk.start_devices()
        stations = _sensed_stations(kiosk.settings)
        entrants = [Entrant(saved.athlete, saved.station, saved.strap) for saved in point.athletes]
        heard = Heard(kiosk.app, kiosk.clock, entrants, stations)
        tell = _notices_to_log(kiosk.app)

        def each_round() -> bool:
            tell()
            if heard.is_time:
                kiosk.app.resume_cut(session_id)
            return is_over(kiosk.app, session_id)

        pump_until(kiosk.app, kiosk.mailbox, stop, each_round)
    _say(f"Session {session_id}: everything is on disk.")


def _sensed_stations(settings: Settings) -> list[str]:
    return [s.name for s in settings.stations if s.incline.driver != "none"]


def need_display() -> None:
    """Raises SettingsError when there is nothing to draw on."""
    from kiosk.display import has_display  # noqa: PLC0415

    if not has_display():
        raise SettingsError(
            "There is no display here: start it on the kiosk's own screen, or use "
            "`switchback run --headless`."
        )


def _check_no_coach_needed(chosen: Plan) -> None:
    if chosen.maximal:
        raise ProtocolError(
            f'"{chosen.name}" is all out, and that is only done with a coach present: start it on '
            "the kiosk's screen, or choose a protocol that is not."
        )


def _waits_for_button(chosen: Plan, clock: ClockKind) -> str | None:
    """The first step that somebody has to be there for; None when all end by themselves."""
    return next((step.name for step in chosen.steps if awaits_button(step, clock)), None)


def _entrants(athletes: Sequence[str], kiosk: Kiosk) -> list[Entrant]:
    """NAME or NAME@STATION; a name that contains @ itself is tried whole first."""
    stations = {station.name.casefold(): station.name for station in kiosk.settings.stations}
    first = next(iter(stations.values()), None)
    on_roster = {athlete.name.casefold() for athlete in kiosk.roster.list()}
    entrants: list[Entrant] = []
    for words in athletes:
        name, at, place = words.rpartition("@")
        if not at or words.casefold() in on_roster:
            name, place = words, ""
        if place and place.casefold() not in stations:
            raise SettingsError(
                f'There is no station "{place}": known are {", ".join(stations.values())}.'
            )
        athlete = kiosk.roster.find(name)
        if any(athlete.id == other.athlete.id for other in entrants):
            raise SettingsError(f"{athlete.name} is named twice: name everybody once.")
        entrants.append(Entrant(athlete, stations.get(place.casefold(), first)))
    return entrants


def _tell_of_cut_sessions(app: App) -> None:
    for cut in app.cut_sessions:
        _say(
            f"Session {cut.id} ({cut.protocol_name}, {cut.started:%Y-%m-%d %H:%M}, "
            f"{', '.join(cut.names)}) was cut: `switchback sessions resume {cut.id}` goes on with "
            f"it, `switchback sessions close {cut.id}` closes it."
        )


def _notices_to_log(app: App) -> Callable[[], bool]:
    """Says each new notice once on stderr; what a screen would show."""
    said: set[str] = set()

    def tell() -> bool:
        notices = set(app.notices)
        for notice in notices - said:
            _logger.warning("%s", notice)
        said.intersection_update(notices)
        said.update(notices)
        return False

    return tell


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()

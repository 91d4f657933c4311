"""What people ask of sessions, stations and themselves: commands on their way to the engine."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from kiosk.calibration import Calibration
from kiosk.clock import Clock
from kiosk.desk_port import Answer
from kiosk.events import Event
from kiosk.mailbox import Mailbox
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.seats import missing_lanes
from kiosk.session.state import KioskState, Phase
from kiosk.training.capability import Capability
from kiosk.training.plan import Plan, Side
from kiosk.words import listed, named, text

Post = Event | cmd.Command | Answer


_MACHINES: Final[Mapping[str, str]] = {"treadmill": text("treadmill"), "stair": text("stair")}


class Orders:
    """The actions of the shell that are one command each."""

    def __init__(
        self,
        clock: Clock,
        mailbox: Mailbox[Post],
        stations: Sequence[StationFacts],
        *,
        shared_stations: bool,
        next_session_id: int,
        capabilities: Mapping[str, Capability] | None = None,
        time_zone: tzinfo | None = None,
    ) -> None:
        self.engine = Engine(
            stations,
            shared_stations=shared_stations,
            capabilities=capabilities or {},
            time_zone=time_zone,
        )
        self._facts = tuple(stations)
        self.stations = [station.name for station in stations]
        self.station_kinds = {station.name: str(station.kind) for station in stations}
        self.calibrations: dict[str, Calibration] = {}
        """By station; the ones in use."""
        self.calibrators: list[Callable[[str, Calibration], None]] = []
        """Called with every new calibration: to use it, and to keep it."""
        self._clock = clock
        self._mailbox = mailbox
        self._next_session_id = next_session_id
        self._shared_stations = shared_stations
        self._commanded_at = -math.inf

    @property
    def state(self) -> KioskState:
        return self.engine.state

    def command(self, command: cmd.Command) -> None:
        """Queues a command; it is carried out in order with what the devices say, and never before
        one that was given earlier, whichever of them looked at the clock first.
        """
        self._commanded_at = max(self._commanded_at, command.at)
        self._mailbox.post(replace(command, at=self._commanded_at))

    # -- sessions --------------------------------------------------------------------------------

    def new_session_id(self) -> int:
        self._next_session_id += 1
        return self._next_session_id - 1

    def start_class(self, plan: Plan) -> None:
        """Starts everybody who is ready on one group clock."""
        ready = self._let_in(plan, self._in_phase(Phase.READY, Phase.FINISHED), "group")
        if ready:
            self._tell_missing_lanes(plan)
            self._step_onto_the_only_station(ready)
            at = self._clock.monotonic()
            self.command(cmd.Start(at, self.new_session_id(), plan, tuple(ready)))

    def start_alone(self, plan: Plan, athlete_id: int) -> None:
        """Starts one athlete on an own clock."""
        if not self._let_in(plan, [athlete_id], "own"):
            return
        self._step_onto_the_only_station([athlete_id])
        at = self._clock.monotonic()
        self.command(cmd.Start(at, self.new_session_id(), plan, (athlete_id,), clock="own"))

    def join(self, session_id: int, athlete_id: int) -> None:
        session = self.state.sessions.get(session_id)
        if session is None or self._let_in(session.plan, [athlete_id], "group"):
            self.command(cmd.Join(self._clock.monotonic(), session_id, athlete_id))

    def leave(self, athlete_id: int) -> None:
        """Ends the session for one athlete, who keeps everything recorded so far."""
        self.command(cmd.Leave(self._clock.monotonic(), athlete_id))

    def pause(self, session_id: int, athlete_id: int | None = None) -> None:
        """Pauses the session, or in a class only one athlete."""
        self.command(cmd.Pause(self._clock.monotonic(), session_id, athlete_id))

    def resume(self, session_id: int, athlete_id: int | None = None) -> None:
        self.command(cmd.Resume(self._clock.monotonic(), session_id, athlete_id))

    def skip(self, session_id: int, athlete_id: int | None = None) -> None:
        """Ends the present step, for all or only for one athlete."""
        self.command(cmd.Skip(self._clock.monotonic(), session_id, athlete_id))

    def extend(self, session_id: int, seconds: int, athlete_id: int | None = None) -> None:
        self.command(cmd.Extend(self._clock.monotonic(), session_id, seconds, athlete_id))

    def end(self, session_id: int, reason: str = "ended") -> None:
        self.command(cmd.End(self._clock.monotonic(), session_id, reason))

    def stop_all(self) -> None:
        """Everybody stops and steps off; no belt is touched by it."""
        self.command(cmd.StopAll(self._clock.monotonic()))

    def go_on(self) -> None:
        """What stop_all has paused goes on."""
        self.command(cmd.GoOn(self._clock.monotonic()))

    # -- one athlete -----------------------------------------------------------------------------

    def cool_down(self, athlete_id: int) -> None:
        """To a cool-down of their own, now."""
        self.command(cmd.CoolDown(self._clock.monotonic(), athlete_id))

    def rate_effort(self, athlete_id: int, rpe: int) -> None:
        """How hard it is just now, RPE 1–10."""
        self.command(cmd.RateEffort(self._clock.monotonic(), athlete_id, rpe))

    def confirm_grade(self, athlete_id: int) -> None:
        """The belt is at the grade asked for, by the athlete's word."""
        self.command(cmd.ConfirmGrade(self._clock.monotonic(), athlete_id))

    def log_set(
        self,
        athlete_id: int,
        reps: int | None = None,
        load_kg: float | None = None,
        side: Side | None = None,
        completed: bool = True,
    ) -> None:
        """What was done of the strength step just now or just before; None: as prescribed."""
        at = self._clock.monotonic()
        self.command(cmd.LogSet(at, athlete_id, reps, load_kg, side, completed))

    def touched(self, athlete_id: int) -> None:
        """Somebody touched this athlete's page: they are still here."""
        self.command(cmd.Touch(self._clock.monotonic(), athlete_id))

    # -- stations --------------------------------------------------------------------------------

    def take_station(self, athlete_id: int, station: str | None) -> None:
        """Steps onto a station, or with None off it; whoever was on it steps off."""
        self.command(cmd.TakeStation(self._clock.monotonic(), athlete_id, station))

    def type_speed(
        self, athlete_id: int, speed_kmh: float | None = None, cadence_spm: float | None = None
    ) -> None:
        """The belt's speed as the athlete says it, or a stair machine's steps a minute; nothing at
        all takes it back.
        """
        at = self._clock.monotonic()
        self.command(cmd.TypeSpeed(at, athlete_id, speed_kmh, cadence_spm))

    def vouch(self, station: str, percent: float) -> None:
        """Somebody confirms that the station can do this grade."""
        self.command(cmd.Vouch(self._clock.monotonic(), station, percent))

    def calibrate(self, station: str, calibration: Calibration) -> None:
        """In use from now on."""
        self.calibrations[station] = calibration
        for calibrate in self.calibrators:
            calibrate(station, calibration)

    def _let_in(self, plan: Plan, athlete_ids: list[int], clock: cmd.ClockKind) -> list[int]:
        """Who of these may do this workout."""
        del plan, clock
        return athlete_ids

    def say(self, sentence: str) -> None:
        """A sentence that somebody should read; where nobody is told anything it is dropped."""

    def _tell_missing_lanes(self, plan: Plan) -> None:
        """Of a class that changes places, where a machine is missing here."""
        missing = [] if plan.rotation is None else missing_lanes(plan.rotation, self._facts)
        if missing:
            names = listed([named(lane.name) for lane in missing])
            self.say(
                text(
                    "There is no {machine} here for {names}: those places are left out, "
                    "and their people train on the floor.",
                    machine=_MACHINES.get(missing[0].station_kind, missing[0].station_kind),
                    names=names,
                )
            )

    def _step_onto_the_only_station(self, athlete_ids: Sequence[int]) -> None:
        """A session that ended has freed it: whoever starts again, alone, is on it again."""
        if len(self.stations) != 1 or len(athlete_ids) != 1 or self._shared_stations:
            return
        who = self.state.participants.get(athlete_ids[0])
        if who is not None and who.station is None and not self.state.occupants:
            self.take_station(athlete_ids[0], self.stations[0])

    def _in_phase(self, *phases: Phase) -> list[int]:
        return [i for i, who in self.state.participants.items() if who.phase in phases]

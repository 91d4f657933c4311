"""What the panel's buttons bring about, what its beacons show and when it sounds."""

import math
from collections.abc import Callable, Sequence
from typing import Literal

from kiosk.events import Button
from kiosk.session import commands as cmd
from kiosk.session.course import ends_by_button
from kiosk.session.state import KioskState, Participant, Phase, Session
from kiosk.training.plan import Plan
from kiosk.words import text


def panel_zones(state: KioskState, stations: Sequence[str] = ()) -> dict[str, int | None]:
    """The zone to light at each station, 0 to 5; None, dark, without an occupant who is heard.

    `stations` are those that have nobody on them too.
    """
    taken = (who.station for who in state.participants.values() if who.station is not None)
    names = dict.fromkeys([*stations, *taken])
    there = {name: occupant(state, name) for name in names}
    return {name: None if who is None else who.zone_number for name, who in there.items()}


def occupant(state: KioskState, station: str) -> Participant | None:
    """Who is on a station; nobody where several share it."""
    there = [who for who in state.participants.values() if who.station == station]
    return there[0] if len(there) == 1 else None


class Chime:
    """When the buzzer sounds: a tag was read, or a session's next step has begun."""

    def __init__(self) -> None:
        self._steps: dict[tuple[int, int], tuple[int, int]] = {}
        """By session and athlete: where on their way they are."""
        self._tagged_at = -math.inf

    def look(self, state: KioskState) -> Literal["tap", "step"] | None:
        """What to sound for what has happened since the last look."""
        before, self._steps = (
            self._steps,
            {
                (session.id, athlete_id): (course.place, course.step_index)
                for session in state.sessions.values()
                if session.phase is Phase.RUNNING
                for athlete_id in session.athlete_ids
                for course in [session.course(athlete_id)]
            },
        )
        tagged = [v.at for name, v in state.values.items() if name.startswith("reader:")]
        tagged_before, self._tagged_at = self._tagged_at, max(tagged, default=-math.inf)
        if self._tagged_at > tagged_before:
            return "tap"
        moved = any(before.get(whose, step) != step for whose, step in self._steps.items())
        return "step" if moved else None


def pressed(
    state: KioskState,
    event: Button,
    stations: Sequence[str],
    plans: Sequence[Plan],
    new_session_id: Callable[[], int],
) -> cmd.Command | str | None:
    """What a button asks for, as a command; a sentence where it cannot be, None for nothing.

    Stop pauses the session and is no safety device: nothing here touches a belt.
    """
    station = event.station or (stations[0] if len(stations) == 1 else None)
    who = None if station is None else occupant(state, station)
    if who is None:
        where = text("this station") if station is None else station
        return text(
            "A button was pressed, but nobody is on {where}: tap in and choose it on the screen.",
            where=where,
        )
    athlete_id = who.athlete.id
    session = None if who.session_id is None else state.sessions.get(who.session_id)
    if session is None or who.phase not in (Phase.RUNNING, Phase.PAUSED):
        if event.button != "start":
            return None
        if len(plans) == 1:
            return cmd.Start(event.at, new_session_id(), plans[0], (athlete_id,), clock="own")
        return text("{name}, choose your workout on the screen first.", name=who.athlete.name)
    return _in_session(event, who, session)


def _in_session(event: Button, who: Participant, session: Session) -> cmd.Command | str | None:
    athlete_id, is_running = who.athlete.id, who.phase is Phase.RUNNING
    if event.button == "lap":
        course = session.course(athlete_id)
        if course.clock == "own":
            return cmd.Skip(event.at, session.id, athlete_id)
        if ends_by_button(course):
            return cmd.Skip(event.at, session.id)
        return text("The class goes on together: the coach skips a step on the screen.")
    if is_running:
        return cmd.Pause(event.at, session.id, athlete_id)
    if event.button == "stop":
        return None
    if session.phase is Phase.PAUSED and session.clock == "group":
        return text("The whole class is paused: the coach goes on with it on the screen.")
    return cmd.Resume(event.at, session.id, athlete_id)

"""Last time's curve: of the same workout, asked for once, and gone with whoever has gone."""

from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.desk_port import GhostLoaded, PartLoaded, TakenAway
from kiosk.looking_back import LookingBack, last_time
from kiosk.session.state import Course, KioskState, Participant, Phase, Session, TracePoint
from kiosk.training.past import Past, PastSession
from tests.unit.room import athlete, short_plan

PLAN = short_plan(60, 120, 60)
PLANNED_S = sum(step.planned_s or 0 for step in PLAN.steps)


@dataclass
class Desk:
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])

    def load_ghost(self, athlete_id: int, session_id: int) -> None:
        self.asked.append(("ghost", athlete_id, session_id))

    def look_at(self, athlete_id: int, session_id: int) -> None:
        self.asked.append(("look at", athlete_id, session_id))

    def take_away(self, athlete_id: int) -> None:
        self.asked.append(("take away", athlete_id))


def done(session_id: int, **changes: object) -> PastSession:
    made = PastSession(
        session_id, date(2026, 1, 1), session_id, PLAN.protocol_id, PLAN.name, "", PLANNED_S, True,
        choices=PLAN.choices,
    )  # fmt: skip
    return replace(made, **changes)


def test_the_newest_of_the_same_workout_with_the_same_choices_is_last_time() -> None:
    sessions = (
        done(9, protocol_id="another"),
        done(8, choices=(("steps.0.reps", "8"),)),
        done(7, is_complete=False, duration_s=PLANNED_S // 2),
        done(6, is_complete=False, duration_s=PLANNED_S - 1),
        done(5),
    )
    assert last_time(Past(sessions), PLAN, session_id=10) == 6
    assert last_time(Past(sessions), PLAN, session_id=6) == 5, "not the one that runs"
    assert last_time(Past(sessions[:3]), PLAN, session_id=10) is None


def training() -> tuple[KioskState, LookingBack, Desk]:
    """Athlete 1 has just begun what they did as session 5."""
    state, desk = KioskState(), Desk()
    who = Participant(athlete(1), None, None, phase=Phase.RUNNING, session_id=10)
    state.participants[1] = who
    course = Course(PLAN, "own", tuple(range(len(PLAN.steps))))
    state.sessions[10] = Session(10, PLAN, "own", Phase.RUNNING, [1], course)
    looking = LookingBack(state, lambda _: Past((done(5),)))
    looking.past_desk = desk
    return state, looking, desk


def test_a_ghost_is_asked_for_once_and_goes_with_its_athlete() -> None:
    state, looking, desk = training()
    looking._look_back()
    looking._look_back()
    assert desk.asked == [("ghost", 1, 5)]
    assert looking.ghost(1) == ()
    points = (TracePoint(0, 120, None, None), TracePoint(12, 130, None, None))
    looking._take_past(GhostLoaded(0.0, 1, 5, points))
    assert looking.ghost(1) == points
    state.participants.clear()
    looking._look_back()
    assert looking.ghost(1) == ()
    looking._take_past(GhostLoaded(0.0, 1, 5, points))
    assert looking.ghost(1) == (), "it came too late"


def test_the_next_workout_has_no_ghost_of_the_one_before() -> None:
    state, looking, desk = training()
    looking._look_back()
    looking._take_past(GhostLoaded(0.0, 1, 5, (TracePoint(0, 120, None, None),)))
    state.participants[1].session_id = 11
    other = replace(PLAN, protocol_id="another")
    state.sessions[11] = replace(state.sessions[10], id=11, plan=other)
    looking._look_back()
    assert looking.ghost(1) == ()
    assert len(desk.asked) == 1
    looking._take_past(GhostLoaded(0.0, 1, 5, (TracePoint(0, 120, None, None),)))
    assert looking.ghost(1) == (), "it is of the workout before, and came too late"


def test_what_is_looked_at_is_only_told_to_whoever_asked() -> None:
    _, looking, desk = training()
    looking.look_at(1, 5)
    assert desk.asked == [("look at", 1, 5)]
    assert looking.looked_at(1, 5) is None
    looking._take_past(PartLoaded(0.0, 1, 5, refusal="gone"))
    answer = looking.looked_at(1, 5)
    assert answer is not None
    assert answer.refusal == "gone"
    assert looking.looked_at(1, 6) is None
    assert looking.looked_at(2, 5) is None


def test_one_export_at_a_time_and_another_when_it_is_over() -> None:
    _, looking, desk = training()
    looking.take_away(1)
    looking.take_away(2)
    assert desk.asked == [("take away", 1)]
    assert looking.taken_away(2) is None
    looking._take_past(TakenAway(0.0, 1, folder="/x"))
    looking.take_away(2)
    assert desk.asked[1:] == [("take away", 2)]

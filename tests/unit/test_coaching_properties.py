"""What holds for every workout, every athlete and every order of events.

PROVE_RUNS sets how many random afternoons are lived in all; ten thousand are the proof.
"""

import os
from collections import defaultdict
from itertools import pairwise

import pytest

from kiosk.session.course import main_course
from kiosk.session.follower import Follower
from kiosk.session.journal import replay
from kiosk.session.records import Note, Record, Sample
from kiosk.session.seats import places_of
from kiosk.training.cues import NUDGES, CueCode
from kiosk.training.plan import Plan
from tests.unit.random_sessions import STATIONS, Script, Second

RUNS = int(os.environ.get("PROVE_RUNS", "50"))
CHUNKS = 10
MORE = (CueCode.FASTER, CueCode.TURNOVER)
NUDGE_EVERY_S, SILENT_S, AT_MOST_IN_A_ROW = 30, 90, 3


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_afternoon_keeps_the_rules_and_can_be_lived_again(chunk: int) -> None:
    for seed in range(chunk, RUNS, CHUNKS):
        live(seed)


def live(seed: int) -> None:
    """One afternoon, and once more from its journal."""
    script = Script(seed)
    expected: defaultdict[tuple[int, int], int] = defaultdict(int)
    for second in script.seconds():
        for number, session_id in second.running.items():
            expected[session_id, number] += 1
        check_cues(script, second)
        check_stations(script)
    rows = rows_of(script.records)
    context = f"seed {seed}"
    assert {key: len(found) for key, found in rows.items()} == dict(expected), context
    for (session_id, number), found in rows.items():
        assert [row.elapsed_s for row in found] == list(range(len(found))), context
        notes = notes_about(script.records, session_id, number)
        check_steps(script.plans[session_id], found, notes, context)
    check_nudges(script.records, context)
    again: list[Record] = []
    other = replay(script.lines, again.extend)
    assert again == script.records, context
    assert other.state == script.engine.state, context


def rows_of(records: list[Record]) -> dict[tuple[int, int], list[Sample]]:
    rows: defaultdict[tuple[int, int], list[Sample]] = defaultdict(list)
    for record in records:
        if isinstance(record, Sample):
            rows[record.session_id, record.athlete_id].append(record)
    return rows


def notes_about(records: list[Record], session_id: int, number: int) -> list[Note]:
    """The session's notes that are about everybody or about this athlete, in order."""
    return [
        r
        for r in records
        if isinstance(r, Note) and r.session_id == session_id and r.athlete_id in (None, number)
    ]


# -- no step skipped or counted twice --------------------------------------------------------------

INTERRUPTS = frozenset(
    (
        "skip",
        "button",
        "extend",
        "own-way",
        "cool-down",
        "join",
        "pause",
        "leave",
        "resume",
        "go-on",
    )
)


def check_steps(plan: Plan, rows: list[Sample], notes: list[Note], context: str) -> None:
    """From second to second either the same step goes on or the one after it begins, and whoever
    was there for all of a step was there exactly as long as it lasts.
    """
    after = successors(plan)
    marks = sorted(note.utc_ms for note in notes if note.kind in INTERRUPTS)
    whole = True  # whether the present step has been watched from its start, undisturbed
    length = 0
    for before, row in zip([None, *rows], rows, strict=False):
        calm = before is not None and not any(
            before.utc_ms <= mark <= row.utc_ms + 1000 for mark in marks
        )
        if before is None:
            whole, length = row.step_s == 0, 1
            continue
        goes_on = row.step_index == before.step_index and row.step_s == before.step_s + 1
        if goes_on:
            length += 1
            whole &= calm
            continue
        if calm:
            assert row.step_s == 0 or row.step_index < 0 or before.step_index < 0, context
            if row.step_index >= 0 and before.step_index >= 0:
                assert row.step_index in after[before.step_index], context
                if whole:
                    check_length(plan, before.step_index, length, context)
        whole, length = row.step_s == 0, 1


def successors(plan: Plan) -> dict[int, set[int]]:
    """Which step may come after which, itself again too where a path has it twice in a row."""
    path = main_course(plan, "group").path
    after: defaultdict[int, set[int]] = defaultdict(set)
    for here, following in pairwise(path):
        after[here].add(following)
    rotation = plan.rotation
    if rotation is not None:
        for lane in rotation.lanes:
            last = lane.first + lane.count - 1
            after[rotation.change].add(lane.first)
            after[last] |= {rotation.change, rotation.lead_out}
            for index in range(lane.first, last):
                after[index].add(index + 1)
    return after


def check_length(plan: Plan, index: int, length: int, context: str) -> None:
    step = plan.steps[index]
    if step.duration_s is not None:
        assert length == step.duration_s, context
    elif step.gate is not None:
        assert step.gate.at_least_s <= length <= step.gate.at_most_s, context
    elif step.distance_m is not None:
        assert length >= 1, context
    else:
        assert length == step.planned_s, context


# -- what is said ----------------------------------------------------------------------------------


def check_cues(script: Script, second: Second) -> None:
    """Nobody is asked for more at their ceiling, in a recovery walk, or without a heart rate."""
    for record in second.records:
        if isinstance(record, Note) and record.kind == "cue" and record.detail["code"] in MORE:
            follower = follower_of(script, record.athlete_id or 0)
            control, ceiling = follower.coach.control, follower.participant.ceiling_hr
            assert control is not None, f"seed {script.seed}"
            assert ceiling is None or control < ceiling, f"seed {script.seed}"
            assert not follower.coach.is_walking, f"seed {script.seed}"


def check_nudges(records: list[Record], context: str) -> None:
    said: defaultdict[tuple[int, int | None], list[tuple[int, str]]] = defaultdict(list)
    for record in records:
        if isinstance(record, Note) and record.kind == "cue":
            code = str(record.detail["code"])
            if code in NUDGES:
                said[record.session_id, record.athlete_id].append((record.elapsed_s or 0, code))
    for cues in said.values():
        in_a_row = 1
        for (before_s, before), (at_s, code) in pairwise(cues):
            assert at_s - before_s >= NUDGE_EVERY_S, context
            is_repeated = code == before and at_s - before_s < SILENT_S
            in_a_row = in_a_row + 1 if is_repeated else 1
            assert in_a_row <= AT_MOST_IN_A_ROW, context


# -- who is where ----------------------------------------------------------------------------------


def check_stations(script: Script) -> None:
    state = script.engine.state
    there = [who.station for who in state.participants.values() if who.station is not None]
    assert len(there) == len(set(there)), f"seed {script.seed}"
    assert {
        who.station: number for number, who in state.participants.items() if who.station is not None
    } == state.occupants, f"seed {script.seed}"


def follower_of(script: Script, number: int) -> Follower:
    return script.engine._book.followers[number]


def test_the_random_afternoons_hold_all_that_they_are_meant_to() -> None:
    kinds: set[str] = set()
    ways: set[str] = set()
    for seed in range(30):
        script = Script(seed)
        for _ in script.seconds():
            ways |= {str(who.detour) for who in script.engine.state.participants.values()}
        kinds |= {r.kind for r in script.records if isinstance(r, Note)}
        plan = script.plans[1]
        if plan.rotation is not None:
            assert places_of(plan.rotation, STATIONS)
    assert {"block", "skip", "extend", "pause", "stop", "cue", "own-way", "cool-down"} <= kinds
    assert {"own way", "own cool-down", "recovery walk"} <= ways

"""What a report says, gathered from the history in one pass over the seconds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kiosk.days import day_then
from kiosk.desk_port import PartSeen
from kiosk.export.needs import costs_more, reasons
from kiosk.export.recording import Recording
from kiosk.export.totals import Totals
from kiosk.history.class_table import PartDone
from kiosk.history.curves import MOST_POINTS
from kiosk.history.rows import SecondRow
from kiosk.history.steps import step_name
from kiosk.report_port import GroupReport, PartReport, StepSeen
from kiosk.session.records import SampleFlag
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from kiosk.training.zones import ceiling_for

_NO_HEART = int(SampleFlag.SUSPECT | SampleFlag.NOT_WORN)


def part_report(recording: Recording) -> PartReport:
    """One athlete's. Raises HistoryError when it cannot be read."""
    history, session, who = recording.history, recording.session, recording.who
    seen = history.seen(session.id, who.athlete_id)
    past = _past(recording, seen)
    (done,) = history.class_tables([session.id], who.athlete_id)[session.id]
    measured = {m.key: m.value for m in seen.measures or () if m.value is not None}
    done = replace(done, results=measured)  # also where they are not on the disk yet
    with recording.seconds() as seconds:
        walk = _Walk(recording.plan, seen)
        steps = tuple(walk.steps(seconds))
    (origin,) = (p for p in recording.provenance().parts if p.athlete_id == who.athlete_id)
    return PartReport(
        session=session,
        seen=seen,
        past=past,
        steps=steps,
        grades=walk.grades(),
        straps=tuple(dict.fromkeys(strap.device_number for strap in origin.straps)),
        reasons=_reasons(recording, done),
        effort=done.effort,
        by_effort_s=walk.by_effort_s,
        unsynchronised_s=origin.unsynchronised_s,
    )


def group_report(
    recordings: Sequence[Recording], known: Sequence[tuple[Recording, PartReport]] = ()
) -> GroupReport:
    """Everybody's, of one session; at least one. What is `known` of some is not read again."""
    parts = (
        next((report for known_one, report in known if known_one is one), None) or part_report(one)
        for one in recordings
    )
    return GroupReport(recordings[0].session, tuple(parts))


def _reasons(recording: Recording, done: PartDone) -> tuple[str, ...]:
    session = recording.session
    on = day_then(session.started_utc_ms, session.utc_offset_min)
    entries = {one.id: one for one in recording.history.roster()}
    athlete = entries.get(recording.who.athlete_id)
    ceiling = None if athlete is None else ceiling_for(athlete, on)
    worsens = costs_more(recording.history, session, done)
    return reasons(done, ceiling, economy_worsens=worsens)


def _past(recording: Recording, seen: PartSeen) -> Past:
    past = recording.history.past(seen.athlete_id, recording.session)
    until = seen.started_utc_ms
    return replace(past, sessions=tuple(s for s in past.sessions if s.started_utc_ms <= until))


class _Walk:
    """One way through the seconds: steps, grades, and what was odd."""

    def __init__(self, plan: Plan, seen: PartSeen) -> None:
        self._plan = plan
        self._stride = max(1, -(-seen.duration_s // MOST_POINTS))
        self._grades: dict[int, tuple[int, int]] = {}
        """Sum and count, 1/100 %, of each stretch of so many seconds."""
        self.by_effort_s = 0

    def steps(self, seconds: Iterator[SecondRow]) -> Iterator[StepSeen]:
        has_begun = False
        for index, rows in groupby(seconds, key=lambda second: second.step_index):
            has_begun = has_begun or index >= 0
            yield self._step(index, step_name(self._plan, index, has_begun=has_begun), rows)

    def _step(self, index: int, name: str, rows: Iterator[SecondRow]) -> StepSeen:
        totals, guided, inside, grade_sum, grade_s, seconds = Totals(), 0, 0, 0, 0, 0
        begin_s, low, high = 0, None, None
        for row in rows:
            begin_s = begin_s if seconds else row.elapsed_s
            seconds += 1
            totals.add(row)
            if row.target_low_bpm is not None:
                low, high = row.target_low_bpm, row.target_high_bpm
            bpm, least, most = row.bpm, row.guide_low_deci, row.guide_high_deci
            if bpm is not None and not row.flags & _NO_HEART and None not in (least, most):
                guided += 1
                inside += (least or 0) <= 10 * bpm < (most or 0)
            if row.flags & SampleFlag.BY_EFFORT:
                self.by_effort_s += 1
            stretch = row.elapsed_s // self._stride
            some, count = self._grades.get(stretch, (0, 0))
            if row.grade_centi is not None:
                grade_sum, grade_s = grade_sum + row.grade_centi, grade_s + 1
                some, count = some + row.grade_centi, count + 1
            self._grades[stretch] = some, count
        return StepSeen(
            name=name,
            step=self._plan.steps[index] if 0 <= index < len(self._plan.steps) else None,
            begin_s=begin_s,
            duration_s=seconds,
            target_low_bpm=low,
            target_high_bpm=high,
            mean_bpm=totals.mean_bpm,
            in_band_percent=100 * inside / guided if guided else None,
            mean_grade_percent=grade_sum / grade_s / 100 if grade_s else None,
            mean_kmh=totals.mean_kmh,
        )

    def grades(self) -> tuple[tuple[int, float | None], ...]:
        """() where none was measured."""
        if not any(count for _, count in self._grades.values()):
            return ()
        return tuple(
            (stretch * self._stride, some / count / 100 if count else None)
            for stretch, (some, count) in self._grades.items()
        )

"""Whether something is somebody's best so far: only where there is something to compare with."""

from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.training.fitness_tests import TESTS
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from kiosk.training.trends import Better

_BETTER: Final[dict[str, Better]] = {
    "step_up_score": "higher",
    "steadiness": "lower",
    "beats_per_metre": "lower",
}
"""What says how well it went, whoever did it; how much was climbed or how long it took does not."""


def new_bests(
    measures: Sequence[Measure], past: Past, plan: Plan, session_id: int
) -> frozenset[str]:
    """Keys of the measures that are better, as they are written down, than in every whole session
    before this one of the same workout with the same choices; none where that is the first.
    """
    return frozenset(_bests(measures, past, plan, session_id))


def _bests(measures: Sequence[Measure], past: Past, plan: Plan, session_id: int) -> Iterator[str]:
    test = TESTS.get(plan.test or "")
    better = _BETTER | ({} if test is None else {"test_result": test.better})
    here = next((one.started_utc_ms for one in past.sessions if one.session_id == session_id), None)
    before = [
        session
        for session in past.sessions
        if (session.protocol_id, session.choices) == (plan.protocol_id, plan.choices)
        and session.is_complete
        and session.session_id != session_id
        and (here is None or session.started_utc_ms < here)
    ]
    for measure in measures:
        known = [one.results[measure.key] for one in before if measure.key in one.results]
        if measure.value is None or measure.key not in better or not known:
            continue
        if measure.unit == "passed":
            continue
        now = round(measure.value, measure.digits)
        values = [round(value, measure.digits) for value in known]
        is_higher = better[measure.key] == "higher"
        if now > max(values) if is_higher else now < min(values):
            yield measure.key

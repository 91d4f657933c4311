"""Activities on a stick: which hill homework each of them answers, and what it came to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from itertools import count
from typing import Final

from sqlalchemy import Engine

from kiosk.days import day_of
from kiosk.errors import ActivityError, ImportRefused, RosterError
from kiosk.export.activity_reader import is_our_own, read_activity
from kiosk.history.homework import BroughtBack, TakenBeforeError
from kiosk.history.homework_match import match
from kiosk.imports.findings import HomeworkFinding
from kiosk.imports.folder import FoundFile
from kiosk.training.activity import Activity
from kiosk.training.homework import SAME_START_MS
from kiosk.training.measure import Measure
from kiosk.training.race import day_words
from kiosk.words import Number, Quantity, Text, joined, named, text

MAX_POINTS_KEPT: Final = 300_000
"""Of all activities together, from the look until they are taken over: 83 hours."""


class Activities:
    """Takes the activities of one stick one by one; only what may be taken over is kept."""

    def __init__(self, engine: Engine, today: date, zone: tzinfo | None) -> None:
        """`zone` is the club's; None is the system's."""
        self._engine, self._today, self._zone = engine, today, zone
        self._found: list[HomeworkFinding] = []
        self._points = 0

    def take(self, file: FoundFile) -> None:
        """Raises HistoryError when the history cannot be read."""
        self._found.append(self._finding(file))

    def findings(self) -> list[HomeworkFinding]:
        """What each of them would do."""
        return _rivals(_without_doubles(self._found))

    def _finding(self, file: FoundFile) -> HomeworkFinding:
        shown = "/".join(file.name.split("/")[-2:])
        try:
            activity, on = self._read(file)
            brought, is_sure = match(self._engine, activity, on, file.mark)
            self._keep(activity)
        except TakenBeforeError as before:
            return HomeworkFinding("unchanged", shown, str(before), file.name)
        except (ActivityError, ImportRefused, RosterError) as refusal:
            return HomeworkFinding("refused", shown, str(refusal), file.name)
        first = brought[0]
        if is_sure:
            title, detail = first.athlete.name, _detail(first)
            return HomeworkFinding("new", title, detail, file.name, None, brought)
        names = {one.athlete.name for one in brought}
        title = first.athlete.name if len(names) == 1 else shown
        question = text("which homework is it?") if len(names) == 1 else text("whose is it?")
        detail = joined(" · ", [_done(first), *_came_to(first.measures)[:1], question])
        return HomeworkFinding("ask", title, detail, file.name, None, brought)

    def _read(self, file: FoundFile) -> tuple[Activity, date]:
        if is_our_own(file.content):
            raise ActivityError(
                text(
                    "{source} was recorded by a kiosk and counts there already; take it off the "
                    "stick.",
                    source=file.name,
                )
            )
        activity = read_activity(file.content, file.name)
        on = day_of(activity.started_utc_ms, self._zone)
        if on > self._today + timedelta(1):
            raise ActivityError(
                text(
                    "{source} lies in the future; set the watch's clock, or this kiosk's, first.",
                    source=file.name,
                )
            )
        return activity, on

    def _keep(self, activity: Activity) -> None:
        self._points += len(activity.points)
        if self._points > MAX_POINTS_KEPT:
            raise ImportRefused(
                text(
                    "There are too many activities to look at: leave those of the homework on the "
                    "stick, and take the others off it."
                )
            )


def choice_words(one: BroughtBack) -> Text:
    """One of several things that an activity may be."""
    return joined(" · ", [_given(one), *_came_to(one.measures)[1:]])


def _detail(one: BroughtBack) -> Text:
    return joined(" · ", [_given(one), _done(one), *_came_to(one.measures)])


def _given(one: BroughtBack) -> Text:
    plan, on = one.given.plan, one.given.on
    return text("{workout} of {day}", workout=named(plan.name), day=day_words(on))


def _done(one: BroughtBack) -> Text:
    return text("done on {day}", day=day_words(one.on))


def _came_to(measures: Sequence[Measure]) -> list[str]:
    """Metres and score, or why there are none."""
    values = {one.key: one for one in measures}
    down, done = values["descent_m"], values["homework_done"]
    said: list[str] = []
    if down.value is None:
        said.append(down.missing)
    else:
        said.append(text("{height} down", height=Quantity(down.value, "m")))
    if done.value is not None:
        said.append(text("{share} % of the downhill", share=Number(done.value)))
    elif done.missing not in said:
        said.append(done.missing)
    return said


def _without_doubles(found: Sequence[HomeworkFinding]) -> list[HomeworkFinding]:
    """The same activity of the same person in two files, or formats, counts once."""
    kept: list[HomeworkFinding] = []
    for one in found:
        same = next((other for other in kept if _is_same(one, other)), None)
        if same is None:
            kept.append(one)
        else:
            words = text("The same activity as {file}: it counts once.", file=same.file)
            kept.append(HomeworkFinding("unchanged", one.title, words, one.file))
    return kept


def _is_same(one: HomeworkFinding, other: HomeworkFinding) -> bool:
    if (one.state, other.state) != ("new", "new"):
        return False
    a, b = one.brought[0], other.brought[0]
    apart = abs(a.activity.started_utc_ms - b.activity.started_utc_ms)
    return a.athlete.id == b.athlete.id and apart < SAME_START_MS


def _rivals(found: Sequence[HomeworkFinding]) -> list[HomeworkFinding]:
    """Of several activities that answer one homework the one that did most of it is wanted."""
    numbers = count(1)
    by_given: dict[int, list[int]] = {}
    for place, one in enumerate(found):
        if one.state == "new":
            by_given.setdefault(one.brought[0].given.id, []).append(place)
    marked = list(found)
    for places in by_given.values():
        if len(places) < 2:
            continue
        number, best = next(numbers), max(places, key=lambda place: _share(found[place]))
        for place in places:
            marked[place] = replace(found[place], rivals=number, is_wanted=place == best)
    return marked


def _share(one: HomeworkFinding) -> float:
    values = {measure.key: measure.value for measure in one.brought[0].measures}
    return values.get("homework_done") or 0.0

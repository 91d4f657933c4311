"""A coach at the real shell: a desk that answers when it is told to, and fingers on the glass."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.coach_port import DayPlan, DeskAnswer
from kiosk.desk_port import PastLoaded
from kiosk.training.past import Past
from screens.people_scenes import signed_in
from screens.stage import Stage
from screens.walk import SETTLE_S, Page
from tests.screens.conftest import Glass

Show = Callable[..., Glass]


@dataclass
class SlowDesk:
    """Notes what is asked of the disk, and does it only with `work`."""

    stage: Stage
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])
    refusal: str = ""
    """Of the next request."""
    plans: dict[int, Past] = field(default_factory=dict[int, Past])
    _waiting: list[tuple[int, Callable[[], None]]] = field(
        default_factory=list[tuple[int, Callable[[], None]]]
    )

    def change_person(self, ask: int, athlete_id: int, changes: Mapping[str, Any]) -> None:
        self.asked.append(("change", athlete_id, dict(changes)))

        def change() -> None:
            self.stage.people[:] = [
                replace(who, **changes) if who.id == athlete_id else who
                for who in self.stage.people
            ]

        self._waiting.append((ask, change))

    def remove_person(self, ask: int, athlete_id: int) -> None:
        self.asked.append(("remove", athlete_id))
        self._waiting.append((ask, lambda: self.gone(athlete_id)))

    def gone(self, athlete_id: int) -> None:
        self.stage.people[:] = [who for who in self.stage.people if who.id != athlete_id]

    def plan_days(self, ask: int, days: Sequence[DayPlan]) -> None:
        self.asked.append(("plan", *days))

        def plan() -> None:
            for day in days:
                past = self.plans.get(day.athlete_id, Past())
                rest = tuple(entry for entry in past.plan if entry.on != day.on)
                self.plans[day.athlete_id] = replace(past, plan=(*rest, *day.entries))

        self._waiting.append((ask, plan))

    def work(self) -> None:
        """Everything that was asked is done, or refused, and told."""
        waiting, self._waiting = self._waiting, []
        for ask, write in waiting:
            if not self.refusal:
                write()
                self.stage.reload()
                now = self.stage.clock.monotonic()
                self.stage.mailbox.post(PastLoaded(now, dict(self.plans)))
            now = self.stage.clock.monotonic()
            self.stage.mailbox.post(DeskAnswer(now, ask, self.refusal))
            self.refusal = ""


class CoachVisit:
    """Somebody signed in as a coach, on one of their pages."""

    def __init__(self, glass: Show, page: Page, people: int = 14, size: str = "800x480") -> None:
        self.stage = Stage(by_strap=True)
        if people:
            self.stage.roster(people)
        self.desk = SlowDesk(self.stage)
        self.stage.app.coach_desk.writes = self.desk
        width, height = (int(part) for part in size.split("x"))
        self.screen = glass(self.stage.app, width, height)
        self.go(page)

    def go(self, page: Page, athlete_id: int | None = None) -> None:
        signed_in(self.stage)
        self.screen.handle.board.walk_model.go(page, athlete_id=athlete_id)
        self.waits()

    def waits(self, seconds: float = 1.0) -> None:
        self.stage.run(seconds)
        self.screen.show()
        self.stage.run(SETTLE_S)  # what has moved takes no touch at first
        self.screen.show()

    def tap(self, *names: str) -> None:
        """One thing after the other, each after having looked."""
        for name in names:
            self.screen.tap(name)
            self.waits()

    def twice(self, name: str) -> None:
        """A double tap: the second before anything has settled."""
        place = self.screen.middle(name)
        self.screen.tap_at(place)
        self.screen.show()
        self.screen.tap_at(place)
        self.waits()

    def works(self) -> None:
        """The disk has done what it was asked."""
        self.desk.work()
        self.waits()
        self.waits()  # what has come in place of the sheet takes no touch at first

    @property
    def walk(self) -> tuple[Page, int | None]:
        walk = self.screen.handle.board.walk_model.walk
        return walk.page, walk.athlete_id

    def text(self, name: str) -> str:
        return self.screen.text(name)

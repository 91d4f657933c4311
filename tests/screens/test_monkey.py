"""Random touches on the real window over the real shell: it never ends, warns, loses or strands."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.events import Tag
from kiosk.session.records import Record, Sample
from kiosk.session.state import Phase
from screens.stage import Stage
from screens.walk import HOME_AFTER_S, Page
from screens.window import build_window
from tests.screens.conftest import Touches

TOUCHES = int(os.environ.get("PROVE_TOUCHES", "600"))
"""`make prove-monkey` touches twenty thousand times."""
SEEDS = (1, 2) if TOUCHES == 600 else (1,)
PEOPLE = 8
AWAY_EVERY = 150
"""After so many touches nobody touches the glass until it is home again."""
RESTART_EVERY = 25
LIVE = (Phase.RUNNING, Phase.PAUSED)


class Rows:
    """A recorder that keeps which seconds it was given."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[int, int], list[int]] = defaultdict(list)

    def put(self, records: Sequence[Record]) -> None:
        for record in records:
            if isinstance(record, Sample):
                self.seconds[record.session_id, record.athlete_id].append(record.elapsed_s)


class Monkey(Touches):
    """Fingers without a plan, and the people around them."""

    def __init__(self, seed: int, size: tuple[int, int]) -> None:
        self.rows = Rows()
        self.stage = Stage(recorder=self.rows)
        self.stage.roster(PEOPLE)
        self.stage.people[:] = [replace(one, tags=(_tag(one.id),)) for one in self.stage.people]
        self.stage.reload()
        self.app = self.stage.app
        super().__init__(build_window(self.app, size=size))
        self.random = Random(seed)
        self.handle.window.show()
        self.done: list[str] = []
        self.trained: dict[tuple[int, int], float] = defaultdict(float)
        self.breaks: dict[tuple[int, int], int] = defaultdict(int)
        self.restart()

    @property
    def page(self) -> Page:
        return self.handle.board.walk_model.walk.page

    def live(self, seconds: float) -> None:
        before = self.running()
        self.stage.run(seconds)
        after = self.running()
        for one in before & after:
            self.trained[one] += seconds
        for one in before ^ after:
            self.breaks[one] += 1
        self.handle.board.refresh()
        QGuiApplication.processEvents()
        assert self.handle.complaints == [], self.done[-20:]

    def running(self) -> set[tuple[int, int]]:
        """(session, athlete) of all whose seconds count now."""
        state = self.app.state
        live = {n for n, one in state.sessions.items() if one.phase is Phase.RUNNING}
        return {
            (who.session_id, who.athlete.id)
            for who in state.participants.values()
            if who.session_id in live and who.phase is Phase.RUNNING and not state.stopped
        }

    def restart(self) -> None:
        """Somebody always trains, or nothing could be lost."""
        self.live(2)
        if self.app.state.stopped and not self.shows("go-on"):
            self.live(HOME_AFTER_S[Page.SIGN_IN] + 1)  # somebody is asked for a PIN, and goes
        if self.app.state.stopped:
            assert self.shows("go-on"), (self.page, self.shown(), self.done[-9:])
            self.tap("go-on")
            self.live(2)
            if self.app.state.stopped:  # the glass was dark, and the first touch lit it
                self.tap("go-on")
                self.live(2)
            assert not self.app.state.stopped, (self.page, self.shown(), self.done[-9:])
        if not any(session.phase in LIVE for session in self.app.state.sessions.values()):
            self.stage.tap_in(*range(1, PEOPLE - 2))
            self.app.start_class(self.stage.plan("step-up-80"))
            self.live(1)

    def shown(self) -> list[str]:
        return [item.objectName() for item in self.items() if item.objectName()]

    # -- what a hand does --------------------------------------------------------------------------

    def somewhere(self) -> QPoint:
        """Mostly on something that can be touched, else anywhere."""
        window = self.handle.window
        targets = [item for item in self.items() if _is_target(item)]
        if targets and self.random.random() < 0.75:
            item = self.random.choice(targets)
            part = QPointF(item.width() * self.random.random(), item.height() / 2)
            at = item.mapToScene(part).toPoint()
            if window.contentItem().contains(QPointF(at)):
                return at
        return QPoint(self.random.randrange(window.width()), self.random.randrange(window.height()))

    def act(self) -> None:
        what = self.random.choices(
            ("tap", "double tap", "at once", "two fingers", "hold", "drag", "tag", "slip"),
            (50, 8, 10, 8, 5, 8, 6, 5),
        )[0]
        at = self.somewhere()
        self.done.append(f"{what} {at.x()},{at.y()} on {self.page}")
        if what == "tag":
            self.stage.mailbox.post(
                Tag(self.app.state.now, _tag(self.random.randint(1, PEOPLE + 2)))
            )
        elif what == "hold":
            self.press(at)
            self.live(self.random.choice((0.5, 3)))
            self.lift(at)
        elif what == "two fingers":
            other = self.somewhere()
            self.press(at, other)
            self.lift(at, other)
        elif what in ("drag", "slip"):
            self.drag(at, self.somewhere(), steps=6 if what == "drag" else 1)
        else:
            self.tap_at(at)
            if what == "double tap":
                self.tap_at(at)
            elif what == "at once":  # before what the first has changed is drawn
                self.tap_at(self.somewhere())
        if self.random.random() < 0.4:
            self.live(self.random.choice((0.5, 0.5, 0.5, 1)))
        else:
            QGuiApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint, steps: int) -> None:
        window = self.handle.window
        self.press(start)
        for step in range(1, steps + 1):
            touch = QTest.touchEvent(window, self._finger, False)
            touch.move(0, start + (end - start) * step / steps, window)
            touch.commit()
        self.lift(end)

    # -- what must hold ----------------------------------------------------------------------------

    def everybody_leaves_the_glass(self) -> None:
        """Whatever is shown, it goes by itself: all but who trains alone sees the group again."""
        before = self.page
        alone = len(self.app.state.participants) == 1
        self.live(HOME_AFTER_S.get(self.page, 0) + 1)
        if self.page is not Page.GROUP and not (self.page is Page.MINE and alone):
            self.live(max(HOME_AFTER_S.values()) + 1)  # a page may have come by itself meanwhile
        alone = len(self.app.state.participants) == 1
        assert self.page is Page.GROUP or (self.page is Page.MINE and alone), (
            f"from {before} to {self.page} and no further",
            self.done[-20:],
        )
        self.restart()

    def no_second_is_lost(self) -> None:
        """The seconds of each athlete follow each other, and are as many as they have trained."""
        for (session_id, athlete_id), seconds in self.rows.seconds.items():
            assert seconds == list(range(len(seconds))), (session_id, athlete_id)
        for one, seconds in self.trained.items():
            slack = 1 + self.breaks[one]  # of a second in which somebody paused, a part is theirs
            assert len(self.rows.seconds[one]) >= seconds - slack, (one, self.done[-5:])


def _tag(number: int) -> str:
    return f"{number:064x}"


def _is_target(item: QQuickItem) -> bool:
    return item.isEnabled() and any(
        QObject.inherits(child, "QQuickTapHandler") for child in item.children()
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_no_touch_ends_it_loses_a_second_or_leads_where_nobody_gets_home_from(
    seed: int, qapp: QGuiApplication
) -> None:
    size = ((800, 480), (720, 1280))[seed % 2]
    print(f"seed {seed}, {TOUCHES // len(SEEDS)} touches, {size[0]}×{size[1]}")  # noqa: T201
    monkey = Monkey(seed, size)
    began = monkey.app.state.now
    visited: set[Page] = set()
    try:
        for number in range(1, TOUCHES // len(SEEDS) + 1):
            monkey.act()
            visited.add(monkey.page)
            if number % RESTART_EVERY == 0:
                monkey.restart()
            if number % AWAY_EVERY == 0:
                monkey.everybody_leaves_the_glass()
                monkey.no_second_is_lost()
        monkey.no_second_is_lost()
        complaints = list(monkey.handle.complaints)
    finally:
        monkey.handle.close()
    minutes = (monkey.app.state.now - began) / 60
    print(f"{minutes:.0f} minutes, pages {', '.join(sorted(visited))}")  # noqa: T201
    assert complaints == []
    assert len(visited) >= 6
    assert sum(map(len, monkey.rows.seconds.values())) > 200

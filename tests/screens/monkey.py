"""Fingers without a plan on a whole kiosk, the people around it, and what must always hold."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.events import Button, DeviceStatus, Tag
from kiosk.session.records import Record, Sample
from kiosk.session.state import Phase
from screens.outputs import WallHandle
from screens.stage import FIRST_STRAP, STATION
from screens.walk import HOME_AFTER_S, NEEDS_COACH, SETTLE_S, Page
from screens.window import build_window
from tests.screens.conftest import Touches
from tests.screens.walker import events, is_target
from tests.screens.whole_rig import PIN, WRONG_PIN, WholeKiosk, tag

PEOPLE = 8
LIVE = (Phase.RUNNING, Phase.PAUSED)
ABOUT = (Page.CHOOSE, Page.MINE, Page.SUMMARY, Page.PROGRESS, Page.HISTORY, Page.MY_DATA)
MAY_BRING_SOMEBODY = {Page.TAP_IN, Page.ADD, Page.GUEST}
"""Only there does a touch agree to be recorded."""
ARRIVES_WITHIN_S = 8.0
"""The disk and the shell need a moment each."""
BACK = ("no", "ask-skip", "tag-close", "back", "cancel", "to-group", "summary-done")


class Rows:
    """A recorder that keeps which seconds it was given, and which of them had a heart rate."""

    def __init__(self) -> None:
        self.seconds: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.heard: dict[tuple[int, int], int] = defaultdict(int)

    def put(self, records: Sequence[Record]) -> None:
        for record in records:
            if isinstance(record, Sample):
                one = record.session_id, record.athlete_id
                self.seconds[one].append(record.elapsed_s)
                self.heard[one] += record.heart_rate_bpm is not None


class Monkey(Touches):
    """What a hand does, what happens around it, and what must hold after each of both."""

    def __init__(self, seed: int, size: tuple[int, int], folder: Path, *, wall: bool) -> None:
        self.rows = Rows()
        self.kiosk = WholeKiosk(folder, people=PEOPLE, recorder=self.rows, asks_readiness=seed == 1)
        self.app, self.stage = self.kiosk.app, self.kiosk.stage
        super().__init__(build_window(self.app, size=size, again=True))
        self.handle.window.show()
        self.wall = WallHandle(self.handle.board, again=True) if wall else None
        if self.wall is not None:
            self.wall.window.show()
        self.random = Random(seed)
        self.done: list[str] = []
        self.visited: set[Page] = set()
        self.trained: dict[tuple[int, int], float] = defaultdict(float)
        self.aired: dict[tuple[int, int], float] = defaultdict(float)
        self.breaks: dict[tuple[int, int], int] = defaultdict(int)
        self.invited: set[int] = set()
        """Whoever held a tag, or was tapped in by the test itself."""
        self.here: set[int] = set()
        self.going: dict[int, float] = {}
        """Who is being erased, since when: they are tapped out before another second is over."""
        self.agreed_at = 0.0
        """When a page was touched on which somebody may agree to come."""
        self.stops = 0
        self.restart()

    def close(self) -> None:
        if self.wall is not None:
            self.wall.close()
        self.handle.close()
        self.kiosk.close()

    @property
    def page(self) -> Page:
        return self.handle.board.walk_model.walk.page

    @property
    def story(self) -> object:
        """What led here."""
        shown = [item.objectName() for item in self.items() if item.objectName()]
        return self.page, self.done[-20:], shown

    def live(self, seconds: float) -> None:
        before, heard = self.running(), self.on_air()
        self.kiosk.lives(seconds)
        after, still = self.running(), self.on_air()
        for one in before & after:
            self.trained[one] += seconds
        for one in heard & still:
            self.aired[one] += seconds
        for one in before ^ after | heard ^ still:
            self.breaks[one] += 1
        self.look()

    def look(self) -> None:
        """The windows follow, and everything that must hold is looked at."""
        self.handle.step()
        events()
        self.visited.add(self.page)
        assert self.handle.complaints == [], self.story
        assert self.wall is None or self.wall.complaints == [], self.story
        assert self.page not in NEEDS_COACH or self.app.coach is not None, self.story
        come = set(self.app.state.participants) - self.here
        if self.app.state.now > self.agreed_at + ARRIVES_WITHIN_S:
            assert come <= self.invited, (come, self.story)
        self.here = set(self.app.state.participants)
        unknown = self.here - {who.id for who in self.app.people} - self.erased()
        now = self.app.state.now
        self.going = {number: self.going.get(number, now) for number in unknown}
        assert now - min(self.going.values(), default=now) < 1, (unknown, self.story)

    def erased(self) -> set[int]:
        """Off the roster, and still in a session that has to be ended first."""
        return {n for n, who in self.app.state.participants.items() if who.phase in LIVE}

    def note_touch(self) -> None:
        if self.page in MAY_BRING_SOMEBODY:
            self.agreed_at = self.app.state.now

    def running(self) -> set[tuple[int, int]]:
        """(session, athlete) of all whose seconds count now."""
        state = self.app.state
        live = {n for n, one in state.sessions.items() if one.phase is Phase.RUNNING}
        return {
            (who.session_id, who.athlete.id)
            for who in state.participants.values()
            if who.session_id in live and who.phase is Phase.RUNNING and not state.stopped
        }

    def on_air(self) -> set[tuple[int, int]]:
        """Of those, whoever's strap says something twice a second."""
        people, silent = self.app.state.participants, self.stage.silent
        worn = [who.strap for who in people.values()]
        return {
            one
            for one in self.running()
            if (strap := people[one[1]].strap) is not None
            and strap not in silent
            and worn.count(strap) == 1
        }

    # -- that somebody trains ----------------------------------------------------------------------

    def restart(self) -> None:
        """Somebody always trains, or nothing could be lost."""
        self.live(2)
        if self.app.state.stopped:
            self.go_on()
        if not any(session.phase in LIVE for session in self.app.state.sessions.values()):
            known = {who.id for who in self.app.people}
            self.invited = known & set(range(1, PEOPLE - 2))
            for number in self.invited:
                self.app.tap_in(number)
            self.live(4)
            for question in list(self.app.questions):
                if question.kind == "readiness":
                    self.app.answer(question.athlete_id, "readiness", 1)
            self.app.start_class(self.stage.plan("step-up-80"))
            self.live(1)

    def go_on(self) -> None:
        """Behind the PIN; whoever has locked the coach out waits."""
        for _ in range(4):
            for _ in range(3):
                if self.page is Page.SIGN_IN and self.shows("back"):
                    self.tap("back")
                    self.live(1)
            if self.shows("no"):
                self.tap("no")
                self.live(2)
            if not self.app.state.stopped:  # a touch of before had let them
                return
            assert self.shows("go-on"), self.story
            self.tap("go-on")
            self.live(1)
            if self.page is Page.SIGN_IN and self.sign_in(PIN):
                self.live(1)
            if not self.app.state.stopped:
                return
            locked = any(one.locked_until is not None for one in self.app.coaches)
            self.live(HOME_AFTER_S[Page.SIGN_IN] + 1)
            if locked:
                self.stage.run(1200)  # the longest lock but one
        raise AssertionError(self.story)

    def sign_in(self, pin: str) -> bool:
        """Says whether there were keys to type it with."""
        if self.shows("coach-1"):
            self.tap("coach-1")
            self.live(1)
        if not self.shows("pin-enter"):
            return False
        for digit in pin:
            self.tap(f"pin-{digit}")
        self.tap("pin-enter")
        self.live(1)
        return True

    # -- what a hand does --------------------------------------------------------------------------

    def somewhere(self) -> QPoint:
        """Mostly on something that can be touched, else anywhere."""
        window = self.handle.window
        if self.random.random() < 0.8 and (item := self.target()) is not None:
            part = QPointF(item.width() * self.random.random(), item.height() / 2)
            at = item.mapToScene(part).toPoint()
            if window.contentItem().contains(QPointF(at)):
                return at
        return QPoint(self.random.randrange(window.width()), self.random.randrange(window.height()))

    def target(self) -> QQuickItem | None:
        """One of all that can be touched; to ask every item each time would take longer than it."""
        items = self.items()
        self.random.shuffle(items)
        return next((item for item in items if is_target(item)), None)

    def act(self) -> None:
        what = self.random.choices(
            ("tap", "double", "at once", "two", "hold", "drag", "slip", "go", "pin", "happens"),
            (46, 8, 8, 7, 4, 5, 4, 8, 3, 8),
        )[0]
        at = self.somewhere()
        self.note_touch()
        self.done.append(f"{what} {at.x()},{at.y()} on {self.page}")
        if what == "happens":
            self.happens()
        elif what == "go":
            self.go()
        elif what == "pin":
            if self.page is Page.SIGN_IN and not self.app.state.stopped:
                self.sign_in(PIN if self.random.random() < 0.7 else WRONG_PIN)
        else:
            self.touch(what, at)
        if self.app.state.stopped and self.random.random() < 0.2:
            self.go_on()
        if self.random.random() < 0.4:
            self.live(self.random.choice((0.5, 0.5, 0.5, 1)))
        else:
            self.look()

    def touch(self, what: str, at: QPoint) -> None:
        match what:
            case "hold":
                self.press(at)
                self.live(self.random.choice((0.5, 3)))
                self.lift(at)
            case "two":
                other = self.somewhere()
                self.press(at, other)
                self.lift(at, other)
            case "drag" | "slip":
                self.drag(at, self.somewhere(), steps=6 if what == "drag" else 1)
            case _:
                self.tap_at(at)
                if what == "double":
                    self.tap_at(at)
                elif what == "at once":  # before what the first has changed is drawn
                    self.tap_at(self.somewhere())

    def go(self) -> None:
        """Somebody has found the way to another page; to a coach's by the PIN."""
        page = self.random.choice(list(Page))
        here = list(self.app.state.participants)
        if self.app.state.stopped or (page in ABOUT and not here):
            return
        whom = self.random.choice(here) if page in ABOUT else None
        self.handle.board.walk_model.go(
            page, athlete_id=whom, station=STATION if page is Page.CALIBRATE else None
        )
        self.live(1)
        if page in NEEDS_COACH and self.page is Page.SIGN_IN:
            self.sign_in(PIN)

    def drag(self, start: QPoint, end: QPoint, steps: int) -> None:
        window = self.handle.window
        self.press(start)
        for step in range(1, steps + 1):
            touch = QTest.touchEvent(window, self._finger, False)
            touch.move(0, start + (end - start) * step / steps, window)
            touch.commit()
        self.lift(end)

    # -- what happens around it --------------------------------------------------------------------

    def happens(self) -> None:
        now, pick = self.app.state.now, self.random
        what = pick.choice(
            ("tag", "tag", "strap", "stranger", "machine", "panel", "clock", "choice", "wipe")
        )
        self.done[-1] += f": {what}"
        match what:
            case "tag":
                number = pick.randint(1, PEOPLE + 2)
                self.invited |= {who.id for who in self.app.people if tag(number) in who.tags}
                self.stage.mailbox.post(Tag(now, tag(number)))
            case "strap":
                self.stage.silent ^= {FIRST_STRAP + pick.randint(1, PEOPLE)}
            case "stranger":
                self.stage.stranger(60_000 + pick.randint(1, 3), -50)
            case "machine":
                self.stage.grade = pick.choice((None, 4.0, 15.0))
                state = "lost" if self.stage.grade is None else "live"
                words = f"{STATION}'s sensor is {state}."
                self.stage.mailbox.post(DeviceStatus(now, f"incline:{STATION}", state, words))
            case "panel":
                button = pick.choice(("start", "stop", "lap"))
                self.stage.mailbox.post(Button(now, button, STATION))
            case "clock":
                self.stage.clock.jump_wall(pick.choice((-3600, 3600, -20, 20)))
            case "choice":
                self.app.choose("language", pick.choice(("en", "de")))
                self.app.choose("units", pick.choice(("metric", "imperial")))
                self.app.choose("left_handed", pick.random() < 0.5)
            case _:
                self.handle.board.glass_model.wipe()

    # -- what must hold ----------------------------------------------------------------------------

    def one_touch_stops_everybody(self) -> None:
        """Whatever is shown."""
        stop = self.handle.board.stop_model
        if stop.property("stoppable") and not self.app.state.stopped:
            self.note_touch()
            self.press(sign := self.middle("stop-all"))
            self.lift(sign)
            self.live(0.5)
            assert self.app.state.stopped, self.story
            self.stops += 1

    def everybody_leaves_the_glass(self) -> None:
        """Whatever is shown, it goes by itself: all but who trains alone sees the group again."""
        before = self.page
        self.live(HOME_AFTER_S.get(self.page, 0) + 1)
        if not self.is_home():
            self.live(max(HOME_AFTER_S.values()) + 1)  # a page may have come by itself meanwhile
        assert self.is_home(), (before, self.story)
        self.restart()

    def back_leads_home(self) -> None:
        """Whatever is shown, by what is there to go back with."""
        before = self.page
        if self.app.state.stopped:
            self.go_on()
        for _ in range(12):
            if self.handle.board.glass_model.property("closed"):
                self.live(31)
            way = next((name for name in BACK if self.shows(name)), None)
            if self.is_home() and way is None:
                break
            if way is not None:
                self.note_touch()
                self.tap(way)
            self.live(2 * SETTLE_S)
        assert self.is_home(), (before, self.story)

    def is_home(self) -> bool:
        alone = len(self.app.state.participants) == 1
        return self.page is Page.GROUP or (self.page is Page.MINE and alone)

    def no_second_is_lost(self) -> None:
        """The seconds of each athlete follow each other, and are as many as they have trained."""
        for (session_id, athlete_id), seconds in self.rows.seconds.items():
            assert seconds == list(range(len(seconds))), (session_id, athlete_id)
        for one, seconds in self.trained.items():
            slack = 1 + self.breaks[one]  # of a second in which somebody paused, a part is theirs
            assert len(self.rows.seconds[one]) >= seconds - slack, (one, self.done[-5:])
        for one, seconds in self.aired.items():
            slack = 1 + self.breaks[one]
            assert self.rows.heard[one] >= seconds - slack, (one, self.done[-5:])

"""How many touches and how many seconds it takes to be here and to train, on the real shell."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.desk_port import PersonAnswer, PersonWanted
from kiosk.session.state import Phase
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from screens.greet_scenes import planned
from screens.stage import FIRST_STRAP, Stage
from screens.walk import Page
from tests.screens.conftest import Glass
from tests.unit.app_rig import Desk

Show = Callable[..., Glass]
TOUCHES_A_SECOND = 3
CLUB_STRAP = 30_007
NEW_STRAP = 48_213


@dataclass
class Roster(Desk):
    """Puts people on the roster at once, as a disk does in a moment."""

    stage: Stage = field(init=False)

    def add(self, wanted: PersonWanted) -> None:
        super().add(wanted)
        stage, at = self.stage, self.stage.clock.monotonic()
        straps = () if wanted.strap is None or wanted.guest_on else (wanted.strap,)
        person = Athlete(
            90 + len(self.wanted),
            wanted.name,
            straps,
            birth_year=wanted.birth_year,
            is_effort_only=wanted.guest_on is not None,
            is_ready=wanted.is_ready if wanted.guest_on else None,
            readiness_on=wanted.guest_on,
            guest_on=wanted.guest_on,
        )
        stage.people.append(person)
        stage.reload()
        stage.mailbox.post(PersonAnswer(at, wanted, person))


class Visit:
    """One person in front of the glass: every touch takes a third of a second."""

    def __init__(self, glass: Show) -> None:
        desk = Roster()
        self.stage = desk.stage = Stage(by_strap=True, asks_readiness=True, roster_desk=desk)
        self.stage.roster(12)
        ready = self.stage.app.today()
        self.stage.people = [
            Athlete(
                w.id, w.name, w.straps, w.max_hr, w.resting_hr, is_ready=True, readiness_on=ready
            )
            for w in self.stage.people
        ]
        self.stage.pool = [PoolStrap(number, CLUB_STRAP - 7 + number) for number in range(1, 13)]
        self.stage.reload()
        self.screen = glass(self.stage.app, 800, 480)
        self.look()
        self.touches = 0
        self._virtual = self.stage.clock.monotonic()
        self._real = 0.0

    def look(self, seconds: float = 1.0) -> None:
        """Time passes for whoever reads and waits."""
        self.stage.run(seconds)
        self.screen.show()

    def taps(self, *names: str) -> None:
        for name in names:
            began = time.perf_counter()
            self.screen.tap(name)
            self.stage.run(0.5)
            self.screen.show()
            self.screen.picture()
            self._real += time.perf_counter() - began
            self.touches += 1

    def until(self, done: Callable[[], bool], most: float = 20.0) -> None:
        began = self.stage.clock.monotonic()
        while not done():
            assert self.stage.clock.monotonic() - began < most, "nothing came of it"
            self.look(0.5)

    @property
    def page(self) -> Page:
        return self.screen.handle.board.walk_model.walk.page

    def phase(self, athlete_id: int) -> Phase | None:
        who = self.stage.app.state.participants.get(athlete_id)
        return None if who is None else who.phase

    def took(self, what: str) -> float:
        """Seconds: those of the kiosk's clock, and what drawing took on this machine."""
        seconds = self.stage.clock.monotonic() - self._virtual + self._real
        sys.stdout.write(
            f"{what}: {self.touches} touches, {seconds:.1f} s ({self._real:.1f} s drawing)\n"
        )
        return seconds


def test_a_known_strap_brings_its_owner_onto_the_wall_without_a_touch(glass: Show) -> None:
    anna = Visit(glass)
    anna.stage.stranger(FIRST_STRAP + 1, -60)
    anna.until(lambda: anna.screen.shows("tile-1"))
    assert anna.took("Known athlete on the wall") <= 5
    assert anna.touches == 0


def test_what_is_planned_begins_at_one_touch(glass: Show) -> None:
    anna = Visit(glass)
    planned(anna.stage, 1)
    anna.stage.stranger(FIRST_STRAP + 1, -60)
    anna.until(lambda: anna.screen.shows("greet-1"))
    assert anna.screen.text("greet-action") == "Start: Step-up 80"
    anna.look()
    anna.taps("greet-1")
    anna.until(lambda: anna.phase(1) is Phase.RUNNING)
    (session,) = anna.stage.app.state.sessions.values()
    assert session.plan.protocol_id == "step-up-80"
    assert anna.took("Known athlete training") <= 10
    assert anna.touches == 1


def test_the_class_that_runs_is_joined_at_one_touch(glass: Show) -> None:
    ben = Visit(glass)
    ben.stage.tap_in(1)
    ben.stage.app.start_class(ben.stage.plan("tread-hike"))
    ben.look(130)
    ben.stage.stranger(FIRST_STRAP + 2, -60)
    ben.until(lambda: ben.screen.shows("greet-2"))
    assert ben.screen.text("greet-action") == "Join class: Tread hike, 2 min in"
    ben.look()
    ben.taps("greet-2")
    ben.until(lambda: ben.phase(2) is Phase.RUNNING)
    assert len(ben.stage.app.state.sessions) == 1


def test_a_question_that_waits_comes_before_the_start(glass: Show) -> None:
    cleo = Visit(glass)
    cleo.stage.people[2] = Athlete(3, "Cleo", (FIRST_STRAP + 3,), 190, 50)
    cleo.stage.reload()
    cleo.stage.stranger(FIRST_STRAP + 3, -60)
    cleo.until(lambda: cleo.screen.shows("greet-3"))
    cleo.look()
    cleo.taps("greet-3")
    assert cleo.page is Page.CHOOSE
    assert cleo.phase(3) is Phase.READY
    assert "does any of this apply" in cleo.screen.text("ask-sentence")


def test_a_guest_is_here_after_two_touches(glass: Show) -> None:
    guest = Visit(glass)
    guest.stage.stranger(CLUB_STRAP, -50)
    guest.look(3)
    guest.taps("guest")
    guest.look(0.5)
    assert "erased at midnight" in guest.screen.text("guest-consent")
    guest.taps("guest-strap-7")
    guest.until(lambda: 91 in guest.stage.app.state.participants)
    guest.until(lambda: guest.stage.app.state.participants[91].shown_bpm is not None)
    who = guest.stage.app.state.participants[91]
    assert (who.athlete.name, who.strap, who.athlete.is_effort_only) == (
        "Guest 7",
        CLUB_STRAP,
        True,
    )
    assert not guest.stage.app.questions, "the touch was the answer"
    assert guest.took("Guest") <= 15
    assert guest.touches == 2


def test_something_that_applies_is_said_with_one_touch_more_and_guides_gently(glass: Show) -> None:
    guest = Visit(glass)
    guest.taps("guest", "guest-applies", "guest-strap-3")
    guest.until(lambda: 91 in guest.stage.app.state.participants)
    who = next(one for one in guest.stage.app.people if one.id == 91)
    assert who.is_ready is False


def test_a_full_profile_is_typed_in_a_minute_and_a_half(glass: Show) -> None:
    new = Visit(glass)
    new.stage.stranger(NEW_STRAP, -50)
    new.look(3)
    new.taps("tap-in", "new-person", *(f"key-{letter}" for letter in "Maximiliane"), "key-next")
    new.look(0.5)
    new.taps(f"strap-{NEW_STRAP}")
    new.look(0.5)
    new.taps(*(f"key-{digit}" for digit in "1986"), "save-person")
    new.until(lambda: 91 in new.stage.app.state.participants)
    new.look()
    assert new.page is Page.CHOOSE
    new.taps("answer-0")
    who = next(one for one in new.stage.app.people if one.id == 91)
    assert (who.name, who.birth_year, who.is_ready) == ("Maximiliane", 1986, True)
    assert new.stage.app.state.participants[91].zones is not None
    seconds = new.took("Full profile")
    assert seconds <= 90
    assert new.touches / TOUCHES_A_SECOND <= 90

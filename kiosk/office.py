"""The coach's side of the shell: who has signed in, and what is chosen at the screen."""

from collections.abc import Sequence

from kiosk.choices import Choices, as_kept
from kiosk.clock import Clock
from kiosk.coaches import SIGNED_OUT_AFTER_S, Coach
from kiosk.desk_port import CoachAnswer, RosterDesk, SignInAnswer
from kiosk.words import text


class Office:
    """Mixed into the shell; everything here runs in the pump's thread."""

    def __init__(self, clock: Clock, desk: RosterDesk | None) -> None:
        self.choices = Choices()
        """What is set at the screen, over the configuration."""
        self.coaches: Sequence[Coach] = ()
        """By name."""
        self.coach: Coach | None = None
        """Who has signed in."""
        self.sign_in_answer: SignInAnswer | None = None
        """To the newest sign_in; None while it is being looked at."""
        self.coach_answer: CoachAnswer | None = None
        """To the newest change among the coaches; None while it is being written."""
        self._office_clock = clock
        self._office_desk = desk
        self._awaited: int | None = None
        self._coach_touched_at = 0.0

    def choose(self, key: str, value: object) -> None:
        """In use at once, and on the disk soon. Raises ValueError for what cannot be chosen."""
        wanted = self.choices.with_kept({key: as_kept(value)})
        if getattr(wanted, key, None) != value:
            raise ValueError(f"{value!r} cannot be chosen for {key}")
        self.choices = wanted
        if self._office_desk is not None:
            self._office_desk.keep_choice(key, as_kept(value))

    # -- signing in and out ----------------------------------------------------------------------

    def sign_in(self, coach_id: int, pin: str) -> None:
        """`coach` is whoever it is in a moment, or sign_in_answer says why not."""
        self.sign_in_answer = None
        self._awaited = coach_id
        if self._office_desk is not None:
            self._office_desk.sign_in(coach_id, pin)

    def sign_out(self) -> None:
        """An answer that is still on its way comes too late."""
        self.coach = self.sign_in_answer = self._awaited = None

    def coach_touched(self) -> None:
        """A finger on the glass: the coach is still there."""
        self._coach_touched_at = self._office_clock.monotonic()

    # -- the coaches themselves ------------------------------------------------------------------

    def add_coach(self, name: str, pin: str) -> None:
        """The first by anybody, who is signed in by it; all others by a coach."""
        if self._may_change(first=not self.coaches) and self._office_desk is not None:
            self._office_desk.add_coach(name, pin, only_as_first=self.coach is None)

    def change_pin(self, coach_id: int, pin: str) -> None:
        """Ends a lock too."""
        if self._may_change() and self._office_desk is not None:
            self._office_desk.change_pin(coach_id, pin)

    def remove_coach(self, coach_id: int) -> None:
        """Not the last one: then whoever comes next could make themselves coach."""
        if self._may_change() and self._office_desk is not None:
            self._office_desk.remove_coach(coach_id)

    def _may_change(self, *, first: bool = False) -> bool:
        self.coach_answer = None
        if self.coach is None and not first:
            now = self._office_clock.monotonic()
            self.coach_answer = CoachAnswer(now, refusal=text("Only a coach may do that."))
        return self.coach_answer is None

    # -- what the shell hands over ---------------------------------------------------------------

    def _take_coaches(self, coaches: Sequence[Coach]) -> None:
        self.coaches = coaches
        if self.coach is not None:  # renamed, or removed from the command line
            self.coach = self._coach(self.coach.id)

    def _take_office(self, answer: SignInAnswer | CoachAnswer) -> None:
        if isinstance(answer, CoachAnswer):
            self.coach_answer = answer
            if self.coach is None and answer.is_first and not answer.refusal:
                self._come_in(answer.coach_id)
        elif answer.coach_id == self._awaited:
            self._awaited, self.sign_in_answer = None, answer
            if not answer.refusal:
                self._come_in(answer.coach_id)

    def _come_in(self, coach_id: int | None) -> None:
        self.coach = self._coach(coach_id)
        self.coach_touched()

    def _coach(self, coach_id: int | None) -> Coach | None:
        return next((one for one in self.coaches if one.id == coach_id), None)

    def _look_at_the_coach(self, now: float) -> None:
        """After every pump: whoever has walked away is signed out."""
        if self.coach is not None and now - self._coach_touched_at >= SIGNED_OUT_AFTER_S:
            self.sign_out()

"""The coach's side of the shell: who has signed in, and what is chosen at the screen."""

from collections.abc import Sequence

from kiosk.choices import Choices, as_kept
from kiosk.clock import Clock
from kiosk.coaches import SIGNED_OUT_AFTER_S, Coach
from kiosk.desk_port import ChoiceAnswer, CoachAnswer, RosterDesk, SignInAnswer
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
        self.choice_answer: ChoiceAnswer | None = None
        """Whether all that was chosen is kept; None while it is being written."""
        self._office_clock = clock
        self._office_desk = desk
        self._asks = 0
        self._signs_in: int | None = None
        """The number of the request whose answer may sign somebody in: a PIN, or the first coach;
        None when whoever asked has gone."""
        self._changes: int | None = None
        """The number of the newest change among the coaches."""
        self._chosen: int | None = None
        """The number of the newest choice."""
        self._coach_touched_at = 0.0

    def choose(self, key: str, value: object) -> None:
        """In use at once, and on the disk soon: choice_answer says so. Raises ValueError for what
        cannot be chosen.
        """
        wanted = self.choices.with_kept({key: as_kept(value)})
        if getattr(wanted, key, None) != value:
            raise ValueError(f"{value!r} cannot be chosen for {key}")
        self.choices = wanted
        if self._office_desk is not None:
            self.choice_answer, self._chosen = None, self._next_ask()
            self._office_desk.keep_choice(self._chosen, key, as_kept(value))

    # -- signing in and out ----------------------------------------------------------------------

    def sign_in(self, coach_id: int, pin: str) -> None:
        """`coach` is whoever it is in a moment, or sign_in_answer says why not."""
        self.sign_in_answer = None
        self._signs_in = self._next_ask()
        if self._office_desk is not None:
            self._office_desk.sign_in(self._signs_in, coach_id, pin)

    def sign_out(self) -> None:
        """An answer that is still on its way comes too late."""
        self.coach = self.sign_in_answer = self._signs_in = None

    def coach_touched(self) -> None:
        """A finger on the glass: the coach is still there."""
        self._coach_touched_at = self._office_clock.monotonic()

    # -- the coaches themselves ------------------------------------------------------------------

    def add_coach(self, name: str, pin: str) -> None:
        """The first by anybody, who is signed in by it; all others by a coach."""
        ask = self._change(first=not self.coaches)
        if ask is not None and self._office_desk is not None:
            is_first = self.coach is None
            self._signs_in = ask if is_first else None
            self._office_desk.add_coach(ask, name, pin, only_as_first=is_first)

    def change_pin(self, coach_id: int, pin: str) -> None:
        """Ends a lock too."""
        ask = self._change()
        if ask is not None and self._office_desk is not None:
            self._office_desk.change_pin(ask, coach_id, pin)

    def remove_coach(self, coach_id: int) -> None:
        """Not the last one: then whoever comes next could make themselves coach."""
        ask = self._change()
        if ask is not None and self._office_desk is not None:
            self._office_desk.remove_coach(ask, coach_id)

    def _change(self, *, first: bool = False) -> int | None:
        """The number of the request; None when it may not be made, and that is the answer."""
        self.coach_answer = None
        self._changes = self._next_ask()
        if self.coach is not None or first:
            return self._changes
        now, why = self._office_clock.monotonic(), text("Only a coach may do that.")
        self.coach_answer = CoachAnswer(now, self._changes, refusal=why)
        return None

    def _next_ask(self) -> int:
        self._asks += 1
        return self._asks

    # -- what the shell hands over ---------------------------------------------------------------

    def _take_coaches(self, coaches: Sequence[Coach]) -> None:
        self.coaches = coaches
        if self.coach is not None:  # renamed, or removed from the command line
            self.coach = self._coach(self.coach.id)

    def _take_office(self, answer: SignInAnswer | CoachAnswer | ChoiceAnswer) -> None:
        """An answer to whoever has asked before, and has gone, is nobody's."""
        if isinstance(answer, ChoiceAnswer):
            if answer.ask == self._chosen:
                self.choice_answer = answer
            return
        if isinstance(answer, CoachAnswer):
            if answer.ask == self._changes:
                self.coach_answer = answer
        elif answer.ask == self._signs_in:
            self.sign_in_answer = answer
        if answer.ask == self._signs_in:
            self._signs_in = None
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

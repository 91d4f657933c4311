"""The coach's side of the shell: who has signed in, and what is chosen at the screen."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.choices import Choices, as_kept
from kiosk.clock import Clock
from kiosk.coaches import SIGNED_OUT_AFTER_S, Coach
from kiosk.desk_port import ChoiceAnswer, CoachAnswer, CodeAnswer, RosterDesk, SignInAnswer
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
        self.code_answer: CodeAnswer | None = None
        """To the newest new_code or recover; None while it is being made, and once it is read."""
        self.asks_set_up = False
        """There is a screen whose first start asks what the kiosk has to know."""
        self.configured: frozenset[str] = frozenset()
        """What of the club stands in the configuration, and is not asked again."""
        self._is_empty = False
        """There is nobody on the roster."""
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
        self._codes: int | None = None
        """The number of the newest request for a recovery code."""
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

    # -- the administrator -------------------------------------------------------------------------

    @property
    def admin(self) -> Coach | None:
        """Who looks after the kiosk; None before there is one."""
        return next((one for one in self.coaches if one.is_admin), None)

    @property
    def may_administer(self) -> bool:
        """What the administrator may any coach may where there is none."""
        return self.coach is not None and (self.coach.is_admin or self.admin is None)

    @property
    def is_new(self) -> bool:
        """Nobody has set this kiosk up, and nobody trains here yet; False before that is known."""
        asks = self.asks_set_up and not self.choices.is_set_up
        return asks and self._is_empty and not self.coaches

    def make_admin(self, pin: str) -> None:
        """The first by anybody where there is no coach yet, else by a coach; who then is it."""
        ask = self._change(may=not self.coaches or self.may_administer)
        if ask is not None and self._office_desk is not None:
            self._signs_in = ask
            self._office_desk.make_admin(ask, pin)

    def new_code(self) -> None:
        """`code_answer` has it in a moment; by the administrator alone."""
        self.code_answer, self._codes = None, self._next_ask()
        if self._office_desk is not None and self.coach is not None and self.coach.is_admin:
            self._office_desk.new_code(self._codes)
        else:
            self._refuse_code(text("Only the administrator may do that."))

    def recover(self, stick: Path | None, pin: str) -> None:
        """A new PIN by the recovery code on this stick; by anybody who has it."""
        self.code_answer, self._codes = None, self._next_ask()
        if self._office_desk is not None and stick is not None:
            self._office_desk.recover(self._codes, stick, pin)
        else:
            self._refuse_code(text("No stick is in: put one in and try again."))

    def code_read(self) -> None:
        """It has been written down, or nobody waits for it: it is known to nobody any more."""
        self.code_answer = self._codes = None

    def _refuse_code(self, why: str) -> None:
        now, ask = self._office_clock.monotonic(), self._codes or 0
        self.code_answer = CodeAnswer(now, ask, refusal=why)

    # -- the coaches themselves ------------------------------------------------------------------

    def add_coach(self, name: str, pin: str) -> None:
        """The first by anybody, who is signed in by it; all others by the administrator, or by a
        coach where there is none.
        """
        ask = self._change(may=self.may_administer or not self.coaches)
        if ask is not None and self._office_desk is not None:
            is_first = self.coach is None
            self._signs_in = ask if is_first else None
            self._office_desk.add_coach(ask, name, pin, only_as_first=is_first)

    def change_pin(self, coach_id: int, pin: str) -> None:
        """Ends a lock too; one's own, or by who may add coaches."""
        is_own = self.coach is not None and self.coach.id == coach_id
        ask = self._change(may=is_own or self.may_administer)
        if ask is not None and self._office_desk is not None:
            self._office_desk.change_pin(ask, coach_id, pin)

    def remove_coach(self, coach_id: int) -> None:
        """Not the last one: then whoever comes next could make themselves coach."""
        ask = self._change(may=self.may_administer)
        if ask is not None and self._office_desk is not None:
            self._office_desk.remove_coach(ask, coach_id)

    def _change(self, *, may: bool) -> int | None:
        """The number of the request; None when it may not be made, and that is the answer."""
        self.coach_answer = None
        self._changes = self._next_ask()
        if may:
            return self._changes
        who = text("Only the administrator may do that.")
        now = self._office_clock.monotonic()
        why = who if self.admin is not None else text("Only a coach may do that.")
        self.coach_answer = CoachAnswer(now, self._changes, refusal=why)
        return None

    def _next_ask(self) -> int:
        self._asks += 1
        return self._asks

    # -- what the shell hands over ---------------------------------------------------------------

    def _take_coaches(self, coaches: Sequence[Coach], *, is_empty: bool) -> None:
        self._is_empty = is_empty
        self.coaches = coaches
        if self.coach is not None:  # renamed, or removed from the command line
            self.coach = self._coach(self.coach.id)

    def _take_office(self, answer: SignInAnswer | CoachAnswer | CodeAnswer | ChoiceAnswer) -> None:
        """An answer to whoever has asked before, and has gone, is nobody's."""
        if isinstance(answer, CodeAnswer):
            if answer.ask == self._codes:
                self.code_answer = answer
            return
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

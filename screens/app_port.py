"""What the window needs of the kiosk's shell: the state to draw and the actions to ask for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Protocol

from kiosk.app import PersonAnswer, PersonWanted
from kiosk.asking import Question
from kiosk.attention import Attention
from kiosk.calibration import Calibration
from kiosk.choices import Choices
from kiosk.coach_desk import CoachDesk
from kiosk.coaches import Coach
from kiosk.desk_port import (
    ChoiceAnswer,
    CoachAnswer,
    CodeAnswer,
    ErasedAnswer,
    PartLoaded,
    SignInAnswer,
    TakenAway,
)
from kiosk.session.state import KioskState, StrapHeard, TracePoint
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.measure import Measure
from kiosk.training.offers import Offer
from kiosk.training.past import Past, Planned
from kiosk.training.plan import Plan, Side
from kiosk.training.progress import Progress
from kiosk.training.suggestion import Suggestion
from kiosk.training.workouts import Workouts


class CutSession(Protocol):
    """A session that a power cut or crash left open, waiting for somebody to decide."""

    @property
    def id(self) -> int: ...
    @property
    def protocol_name(self) -> str: ...
    @property
    def started(self) -> datetime:
        """Local time."""
        ...

    @property
    def stopped(self) -> datetime:
        """Local time at the end of its last recorded second."""
        ...

    @property
    def names(self) -> tuple[str, ...]: ...


class StrapQuestion(Protocol):
    """A strap has come on the air that may be worn by any of these."""

    @property
    def strap(self) -> int: ...
    @property
    def athletes(self) -> tuple[Athlete, ...]: ...


class Enrolment(Protocol):
    """Somebody wants a tag of theirs to be known from now on."""

    @property
    def athlete_id(self) -> int: ...
    @property
    def outcome(self) -> Literal["waiting", "done", "refused"]: ...
    @property
    def sentence(self) -> str:
        """What came of it, or what to do."""
        ...


class TagSeen(Protocol):
    """Somebody known held their tag to the kiosk's reader."""

    @property
    def at(self) -> float:
        """Monotonic seconds."""
        ...

    @property
    def athlete_id(self) -> int: ...


class KioskApp(Protocol):
    """The shell as screens see it: actions are asked for, the state says what came of them."""

    @property
    def state(self) -> KioskState: ...
    @property
    def plans(self) -> Sequence[Plan]:
        """The workouts to choose from."""
        ...

    @property
    def workouts(self) -> Workouts:
        """The same with what they are made of, and whose they are."""
        ...

    @property
    def refused_protocols(self) -> Sequence[str]:
        """What is wrong with the workouts' files that cannot be used: file, line and reason."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the bar at the top: what is wrong and what to do."""
        ...

    @property
    def accounts(self) -> Sequence[str]:
        """What happened to the history while nobody looked, told until somebody has seen it."""
        ...

    def accounts_read(self) -> None:
        """Somebody has: it is not told again, after a restart neither."""
        ...

    @property
    def cut_sessions(self) -> Sequence[CutSession]: ...

    @property
    def people(self) -> Sequence[Athlete]:
        """The roster, by name."""
        ...

    @property
    def person_answer(self) -> PersonAnswer | None:
        """To the newest add_person; None while it is being written."""
        ...

    def new_straps(self) -> Sequence[tuple[int, StrapHeard]]:
        """Straps of nobody on the roster, the likeliest first."""
        ...

    def pump(self) -> None:
        """Drains, advances, records; cheap, called ten times a second."""
        ...

    @property
    def attention(self) -> Attention:
        """Whom the coach should look at first; screens only read it."""
        ...

    @property
    def evening_ascent_m(self) -> float:
        """Climbed by everybody together in the sessions that began today, metres."""
        ...

    @property
    def is_night(self) -> bool:
        """Whether nobody is expected at this hour."""
        ...

    @property
    def darken(self) -> Callable[[bool], None]:
        """The panel's own light goes down, or is as it was."""
        ...

    def clock_text(self) -> str:
        """Local wall time, "18:08", or "clock not set"."""
        ...

    def start_class(self, plan: Plan) -> None:
        """Everybody who is ready, on one group clock."""
        ...

    def start_alone(self, plan: Plan, athlete_id: int) -> None:
        """One athlete on an own clock."""
        ...

    def tap_in(self, athlete_id: int) -> None: ...
    def tap_out(self, athlete_id: int) -> None:
        """Goes home, strap still on."""
        ...

    def add_guest(self, pool_number: int | None, *, is_ready: bool = True) -> None:
        """Somebody for one evening, with a strap of the club's or without one."""
        ...

    def claim(self, athlete_id: int, name: str) -> None:
        """A guest becomes a member; `person_answer` says in a moment what became of it."""
        ...

    @property
    def erased_answer(self) -> ErasedAnswer | None:
        """To the newest erase_person; None while it is being written."""
        ...

    def erase_person(self, athlete_id: int) -> None:
        """Everything of somebody goes, for good."""
        ...

    def add_person(self, wanted: PersonWanted) -> None:
        """Puts somebody on the roster; person_answer says in a moment what became of it."""
        ...

    def join(self, session_id: int, athlete_id: int) -> None: ...
    def leave(self, athlete_id: int) -> None:
        """Ends the session for one athlete, who keeps everything recorded so far."""
        ...

    def pause(self, session_id: int, athlete_id: int | None = None) -> None:
        """The whole session, or in a class only one athlete."""
        ...

    def resume(self, session_id: int, athlete_id: int | None = None) -> None: ...
    def skip(self, session_id: int, athlete_id: int | None = None) -> None:
        """Ends the present step; with an athlete only theirs."""
        ...

    def extend(self, session_id: int, seconds: int, athlete_id: int | None = None) -> None: ...
    def end(self, session_id: int) -> None: ...
    def resume_cut(self, session_id: int) -> None: ...
    def close_cut(self, session_id: int) -> None: ...

    # -- coaching --------------------------------------------------------------------------------

    def offers(self, athlete_id: int) -> Sequence[Offer]:
        """Every workout, with what speaks against it for this athlete; cheap to ask for."""
        ...

    def suggestion(self, athlete_id: int) -> Suggestion | None:
        """What somebody will most likely train today, to be started at one touch; None: ask."""
        ...

    def offer_of(self, athlete_id: int, plan: Plan) -> Offer:
        """The same for one plan, with what was chosen in it."""
        ...

    def plan_with(self, protocol_id: str, choices: Mapping[str, str]) -> Plan:
        """The workout with these chosen from its ranges."""
        ...

    def vouch(self, station: str, percent: float) -> None:
        """Somebody confirms that the station can do this grade."""
        ...

    def take_home(self, athlete_id: int, plan: Plan) -> None:
        """Notes that a downhill goes home with somebody, to be done outside."""
        ...

    @property
    def questions(self) -> Sequence[Question]:
        """What there is to ask anybody, the most urgent first."""
        ...

    def answer(
        self, athlete_id: int, kind: str, value: float, session_id: int | None = None
    ) -> None: ...
    def skip_question(self, athlete_id: int, kind: str) -> None: ...
    def past(self, athlete_id: int) -> Past: ...
    def results(self, session_id: int, athlete_id: int) -> tuple[Measure, ...] | None:
        """What a session came to; None while it is being measured."""
        ...

    def week(self, athlete_id: int) -> Sequence[Planned]:
        """The next seven days, as planned or as suggested."""
        ...

    def progress(self, athlete_id: int) -> Progress: ...
    def is_past_known(self, athlete_id: int) -> bool:
        """Whether the disk has told anything of them yet."""
        ...

    def ghost(self, athlete_id: int) -> Sequence[TracePoint]:
        """Last time's heart rate of the same workout, by its own seconds; nothing without one."""
        ...

    def look_at(self, athlete_id: int, session_id: int) -> None:
        """Fetches a session of old; `looked_at` has it in a moment."""
        ...

    def looked_at(self, athlete_id: int, session_id: int) -> PartLoaded | None:
        """None while it is being read."""
        ...

    def take_away(self, athlete_id: int) -> None:
        """Writes everything of theirs into a folder; `taken_away` says how far it has come."""
        ...

    def taken_away(self, athlete_id: int) -> TakenAway | None:
        """None when nobody has asked."""
        ...

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        """What others see of somebody's heart, from now on."""
        ...

    def countdown(self, athlete_id: int) -> str:
        """How far away the race is and what is due until then; empty without one."""
        ...

    @property
    def stop_list(self) -> Sequence[str]:
        """When to stop at once."""
        ...

    def rate_effort(self, athlete_id: int, rpe: int) -> None: ...
    def confirm_grade(self, athlete_id: int) -> None: ...
    def log_set(
        self,
        athlete_id: int,
        reps: int | None = None,
        load_kg: float | None = None,
        side: Side | None = None,
        completed: bool = True,
    ) -> None: ...
    def cool_down(self, athlete_id: int) -> None: ...
    def stop_all(self) -> None:
        """Everybody stops and steps off, at once."""
        ...

    def go_on(self) -> None: ...
    def touched(self, athlete_id: int) -> None:
        """Somebody has touched their page."""
        ...

    # -- stations --------------------------------------------------------------------------------

    @property
    def stations(self) -> Sequence[str]:
        """Their names, in the order of the configuration."""
        ...

    @property
    def station_kinds(self) -> Mapping[str, str]:
        """ "treadmill" or "stair", by station."""
        ...

    def take_station(self, athlete_id: int, station: str | None) -> None:
        """Steps onto a station, or with None off it; whoever was on it steps off."""
        ...

    def type_speed(
        self, athlete_id: int, speed_kmh: float | None = None, cadence_spm: float | None = None
    ) -> None:
        """The belt's speed as the athlete says it, or a stair machine's steps a minute; nothing at
        all takes it back.
        """
        ...

    @property
    def calibrations(self) -> Mapping[str, Calibration]:
        """By station."""
        ...

    def calibrate(self, station: str, calibration: Calibration) -> None: ...

    @property
    def device_titles(self) -> Mapping[str, str]:
        """What the configuration asks for and what people call it, by device."""
        ...

    # -- straps ----------------------------------------------------------------------------------

    @property
    def strap_questions(self) -> Sequence[StrapQuestion]:
        """Straps whose wearer only people can tell."""
        ...

    def answer_strap(self, strap: int, athlete_id: int | None) -> None:
        """None: nobody of these."""
        ...

    def wear(self, athlete_id: int, strap: int | None) -> None:
        """From now on this strap is this athlete's; None: they take theirs off."""
        ...

    def remember_strap(self, athlete_id: int, strap: int) -> None:
        """One more strap of somebody's own; a notice says if it cannot be."""
        ...

    @property
    def pool(self) -> Sequence[PoolStrap]:
        """The club's own straps, by number."""
        ...

    def today(self) -> date | None:
        """The local day; None while the clock has not been set."""
        ...

    def days_since(self, utc_ms: int) -> int | None:
        """Local calendar days from then until today; None while the clock has not been set."""
        ...

    def shelf_answer(self, ask: int) -> str | None:
        """To the request to the shelf of this number: None while it is being written, "" when it
        was done, else why not.
        """
        ...

    def lend(self, number: int, athlete_id: int) -> int:
        """The athlete wears this strap of the club from now on; the number of the request."""
        ...

    def give_back(self, number: int) -> int: ...
    def add_pool_strap(self, number: int, device_number: int) -> int: ...
    def drop_pool_strap(self, number: int) -> int: ...

    # -- coaches' pages --------------------------------------------------------------------------

    @property
    def coach_desk(self) -> CoachDesk:
        """What coaches ask of the disk, and what is known of the answers."""
        ...

    # -- tags ------------------------------------------------------------------------------------

    @property
    def enrolment(self) -> Enrolment | None:
        """The tag that is being made known; None when nobody asked."""
        ...

    def enrol_tag(self, athlete_id: int) -> None:
        """The next tag held to the reader is this athlete's."""
        ...

    def cancel_enrolment(self) -> None: ...

    @property
    def tag_seen(self) -> TagSeen | None:
        """The newest tag of somebody known at the kiosk's reader."""
        ...

    def tag_typed(self, number: str) -> None:
        """A reader that acts as a keyboard typed this tag's number into the window."""
        ...

    # -- coaches and choices ---------------------------------------------------------------------

    @property
    def choices(self) -> Choices:
        """What is set at the screen."""
        ...

    def choose(self, key: str, value: object) -> None:
        """In use at once; `key` is a field of Choices."""
        ...

    @property
    def choice_answer(self) -> ChoiceAnswer | None:
        """Whether all that was chosen is kept; None while it is being written."""
        ...

    @property
    def coaches(self) -> Sequence[Coach]:
        """By name; nobody at all before the first has been made."""
        ...

    @property
    def coach(self) -> Coach | None:
        """Who has signed in."""
        ...

    @property
    def sign_in_answer(self) -> SignInAnswer | None:
        """To the newest sign_in; None while it is being looked at."""
        ...

    @property
    def coach_answer(self) -> CoachAnswer | None:
        """To the newest change among the coaches; None while it is being written."""
        ...

    def sign_in(self, coach_id: int, pin: str) -> None: ...
    def sign_out(self) -> None: ...
    def coach_touched(self) -> None:
        """A finger on the glass: whoever has signed in is still there."""
        ...

    def add_coach(self, name: str, pin: str) -> None:
        """The first by anybody, who is signed in by it; all others by a coach."""
        ...

    @property
    def admin(self) -> Coach | None:
        """Who looks after the kiosk; None before there is one."""
        ...

    @property
    def may_administer(self) -> bool:
        """Whoever has signed in is the administrator, or a coach where there is none."""
        ...

    @property
    def asks_set_up(self) -> bool:
        """A first start asks what the kiosk has to know."""
        ...

    @property
    def configured(self) -> frozenset[str]:
        """What of the club stands in the configuration, and is not asked again."""
        ...

    @property
    def is_new(self) -> bool:
        """Nobody has set this kiosk up, and nobody trains here yet; False before that is known."""
        ...

    def make_admin(self, pin: str) -> None:
        """The first administrator, who is signed in by it; `coach_answer` says what came of it."""
        ...

    @property
    def code_answer(self) -> CodeAnswer | None:
        """To the newest new_code or recover; None while it is being made."""
        ...

    def new_code(self) -> None:
        """A recovery code instead of the one of before; by the administrator."""
        ...

    def recover(self, stick: Path | None, pin: str) -> None:
        """A new PIN for the administrator, by the recovery code on this stick."""
        ...

    def code_read(self) -> None:
        """Nobody needs the newest code any more."""
        ...

    def change_pin(self, coach_id: int, pin: str) -> None: ...
    def remove_coach(self, coach_id: int) -> None: ...

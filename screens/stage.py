"""A kiosk without devices, to take pictures of: the real shell, and people who are made up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from math import sin
from pathlib import Path

from kiosk.app import App, Post, RecordSink, RosterLoaded
from kiosk.clock import ManualClock
from kiosk.coaches import Coach
from kiosk.desk_port import RosterDesk
from kiosk.events import Grade, HeartRate, Motion, StrapInfo
from kiosk.mailbox import Mailbox
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record
from kiosk.session.state import Participant, Phase
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from kiosk.training.capability import Capability
from kiosk.training.plan import Plan
from kiosk.training.workouts import Workouts, load_workouts

# fmt: off
NAMES = (
    "Anna", "Ben", "Chloe", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katja",
    "Liam", "Mia", "Noah", "Olga", "Paul", "Quinn", "Rosa", "Stefan", "Theresa", "Uwe", "Vera",
    "Wanda", "Xaver",
)
# fmt: on
PROTOCOLS = Path(__file__).parent.parent / "config" / "protocols"
EVENING_MS = 1_767_290_880_000
"""18:08 UTC."""
STATION = "Treadmill 1"
FIRST_STRAP = 20_001
HALF_SECOND_SHARE = 0.02
"""Of the way that is still to go."""
FINE_S = 40
"""The end of a long time, of which every detail may be seen."""
HELD_BACK = "demo"
"""A workout that is too short to stand in a picture."""


class _Forgetful:
    def put(self, records: Sequence[Record]) -> None:
        """Nothing is kept."""


class Stage:
    """People come, straps are heard, time passes: what pictures show has happened."""

    def __init__(
        self,
        plans: Sequence[Plan] | None = None,
        *,
        stations: Sequence[StationFacts] = (StationFacts(STATION),),
        by_strap: bool = False,
        capabilities: Mapping[str, Capability] | None = None,
        asks_readiness: bool = False,
        recorder: RecordSink | None = None,
        roster_desk: RosterDesk | None = None,
        clock: ManualClock | None = None,
        mailbox: Mailbox[Post] | None = None,
    ) -> None:
        self.clock = ManualClock(EVENING_MS) if clock is None else clock
        self.mailbox: Mailbox[Post] = Mailbox() if mailbox is None else mailbox
        self.app = App(
            clock=self.clock,
            mailbox=self.mailbox,
            recorder=recorder or _Forgetful(),
            roster_desk=roster_desk,
            plans=shipped_workouts() if plans is None else plans,
            stations=stations,
            tap_in_by_strap=by_strap,
            time_zone=UTC,
            capabilities=capabilities,
            asks_readiness=asks_readiness,
        )
        self.people: list[Athlete] = []
        self.silent: set[int] = set()
        """Straps that are not heard."""
        self.bend: dict[int, float] = {}
        """By athlete id: how many bpm above the middle of the band somebody is."""
        self.grade: float | None = None
        self.motions: list[Motion] = []
        """Said again and again."""
        self.batteries: dict[int, str] = {}
        """By strap: the battery's state."""
        self.pool: list[PoolStrap] = []
        self.coaches: list[Coach] = []
        self._hearts: dict[int, float] = {}
        self._beat_s = 0.5
        self._strangers: dict[int, int] = {}

    def plan(self, protocol_id: str) -> Plan:
        return next(one for one in self.app.plans if one.protocol_id == protocol_id)

    def roster(self, count: int, *, known: bool = True) -> None:
        """Puts `count` people on the roster; without `known` nothing is said of their hearts."""
        for number in range(1, count + 1):
            turn, place = divmod(number - 1, len(NAMES))
            name = NAMES[place] + (f" {chr(65 + turn)}." if count > len(NAMES) else "")
            straps = (FIRST_STRAP + number,)
            heart = (190.0 - number % 7, 50.0) if known else (None, None)
            self.people.append(Athlete(number, name, straps, *heart))
        self.reload()

    def reload(self) -> None:
        """The roster and the shelf as they now are."""
        at = self.clock.monotonic()
        coaches = tuple(self.coaches)
        self.mailbox.post(RosterLoaded(at, tuple(self.people), tuple(self.pool), coaches))
        self.run(0.2)

    def coach(self, name: str = "Maria") -> None:
        """A coach who has signed in, for the pages that need one; others just stand in the list."""
        self.coaches.append(Coach(len(self.coaches) + 1, name))
        self.reload()
        self.app.coach = self.app.coach or self.coaches[0]
        self.app.coach_touched()

    def tap_in(self, *athlete_ids: int) -> None:
        for athlete_id in athlete_ids:
            self.app.tap_in(athlete_id)
        self.run(4)

    def stranger(self, strap: int, rssi_dbm: int) -> None:
        """A strap of nobody on the roster."""
        self._strangers[strap] = rssi_dbm

    def run(self, seconds: float) -> None:
        """Time passes; every strap is heard twice a second, and of a long time once a second until
        shortly before its end.
        """
        whole = max(0, round(seconds - FINE_S))
        for beat in range(whole + max(1, round((seconds - whole) * 2))):
            self._beat_s = 1.0 if beat < whole else 0.5
            self.clock.advance(self._beat_s)
            now = self.clock.monotonic()
            for who in self.app.state.participants.values():
                strap = who.strap or next(iter(who.athlete.straps), None)
                if strap is not None and strap not in self.silent:
                    self.mailbox.post(HeartRate(now, strap, self._heart(who), rssi_dbm=-60))
            for strap, rssi_dbm in self._strangers.items():
                self.mailbox.post(HeartRate(now, strap, 90, rssi_dbm=rssi_dbm))
            for strap, status in self.batteries.items():
                self.mailbox.post(StrapInfo(now, strap, battery_status=status))
            for motion in self.motions:
                self.mailbox.post(replace(motion, at=now))
            if self.grade is not None:
                self.mailbox.post(Grade(now, STATION, self.grade))
            self.app.pump()

    def run_until(self, done: Callable[[], bool], most_s: float = 6000) -> None:
        for _ in range(round(most_s)):
            if done():
                return
            self.run(1)

    def _heart(self, who: Participant) -> int:
        """No heart jumps: it follows within seconds."""
        aim = self._bpm(who)
        heart = self._hearts.get(who.athlete.id, float(aim))
        heart += (aim - heart) * HALF_SECOND_SHARE * 2 * self._beat_s
        self._hearts[who.athlete.id] = heart
        return round(heart)

    def _bpm(self, who: Participant) -> int:
        """About where the athlete is guided to; slow waves, each their own."""
        now = self.clock.monotonic()
        wave = 2.5 * sin(now / 23 + who.athlete.id) + 1.2 * sin(now / 7)
        if who.guide is not None:
            middle = (who.guide.low + who.guide.high) / 2 + self.bend.get(who.athlete.id, 0.0)
        elif who.phase is Phase.RUNNING:
            middle = 118.0
        else:
            middle = 84.0 + who.athlete.id % 9
        return round(middle + wave)


def shipped_workouts() -> Workouts:
    """The workouts that come with the program."""
    return load_workouts([PROTOCOLS], without=[HELD_BACK])


def shipped_plans() -> list[Plan]:
    """The same, with nothing chosen from their ranges."""
    return list(shipped_workouts().plans)

"""An app on a manual clock with its ends open, for tests of the shell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from pathlib import Path

from kiosk.app import App, PersonWanted, Post, RosterLoaded, StationFacts
from kiosk.clock import ManualClock
from kiosk.events import HeartRate, Tag
from kiosk.mailbox import Mailbox
from kiosk.session.records import Note, Record, Sample
from kiosk.session.state import Participant
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.plan import Plan
from kiosk.training.workouts import Workouts
from tests.unit.room import athlete, short_plan


@dataclass
class Sink:
    """Where records go."""

    records: list[Record] = field(default_factory=list[Record])

    def put(self, records: Sequence[Record]) -> None:
        self.records += records

    @property
    def samples(self) -> list[Sample]:
        return [record for record in self.records if isinstance(record, Sample)]

    def notes(self, kind: str) -> list[Note]:
        return [r for r in self.records if isinstance(r, Note) and r.kind == kind]


@dataclass
class Desk:
    """Remembers what was asked of the roster and the shelf."""

    wanted: list[PersonWanted] = field(default_factory=list[PersonWanted])
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])
    ask: int = 0
    """The number of what was asked last."""

    def add(self, wanted: PersonWanted) -> None:
        self.wanted.append(wanted)

    def add_tag(self, ask: int, athlete_id: int, digest: str) -> None:
        self.ask = ask
        self.asked.append(("tag", athlete_id, digest))

    def remember_strap(self, ask: int, athlete_id: int, strap: int) -> None:
        self.ask = ask
        self.asked.append(("remember", athlete_id, strap))

    def lend(self, ask: int, number: int, athlete_id: int) -> None:
        self.ask = ask
        self.asked.append(("lend", number, athlete_id))

    def give_back(
        self, ask: int, number: int, battery_percent: int | None, battery_status: str | None
    ) -> None:
        self.ask = ask
        self.asked.append(("give back", number, battery_percent, battery_status))

    def add_pool_strap(self, ask: int, number: int, device_number: int) -> None:
        self.ask = ask
        self.asked.append(("add", number, device_number))

    def drop_pool_strap(self, ask: int, number: int) -> None:
        self.ask = ask
        self.asked.append(("drop", number))

    def erase(self, athlete_id: int) -> None:
        self.asked.append(("erase", athlete_id))

    def claim(self, athlete_id: int, name: str) -> None:
        self.asked.append(("claim", athlete_id, name))

    def date_guest(self, athlete_id: int, day: date) -> None:
        self.asked.append(("date_guest", athlete_id, day))

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        self.asked.append(("show as", athlete_id, shows))

    def answer_readiness(self, athlete_id: int, ready: bool) -> None:
        self.asked.append(("readiness", athlete_id, ready))

    def sign_in(self, ask: int, coach_id: int, pin: str) -> None:
        self.ask = ask
        self.asked.append(("sign in", coach_id))

    def add_coach(self, ask: int, name: str, pin: str, *, only_as_first: bool = False) -> None:
        self.ask = ask
        self.asked.append(("add coach", name, only_as_first))

    def change_pin(self, ask: int, coach_id: int, pin: str) -> None:
        self.ask = ask
        self.asked.append(("change pin", coach_id))

    def remove_coach(self, ask: int, coach_id: int) -> None:
        self.ask = ask
        self.asked.append(("remove coach", coach_id))

    def make_admin(self, ask: int, pin: str) -> None:
        self.ask = ask
        self.asked.append(("make admin",))

    def new_code(self, ask: int) -> None:
        self.ask = ask
        self.asked.append(("new code",))

    def recover(self, ask: int, stick: Path, pin: str) -> None:
        self.ask = ask
        self.asked.append(("recover", stick))

    def keep_choice(self, ask: int, key: str, value: str) -> None:
        self.ask = ask
        self.asked.append(("keep", key, value))


class Kiosk:
    """Drives an app: straps on the air are heard four times a second."""

    def __init__(
        self,
        *,
        by_strap: bool = False,
        stations: Sequence[StationFacts | str] = ("Treadmill 1",),
        shared_stations: bool = False,
        plans: Sequence[Plan] | Workouts | None = None,
        asks_readiness: bool = False,
        time_zone: tzinfo = UTC,
    ) -> None:
        self.clock = ManualClock()
        self.mailbox: Mailbox[Post] = Mailbox()
        self.sink = Sink()
        self.desk = Desk()
        self.app = App(
            clock=self.clock,
            mailbox=self.mailbox,
            recorder=self.sink,
            roster_desk=self.desk,
            plans=[short_plan(30)] if plans is None else plans,
            stations=stations,
            shared_stations=shared_stations,
            tap_in_by_strap=by_strap,
            time_zone=time_zone,
            asks_readiness=asks_readiness,
        )
        self.on_air: dict[int, int] = {}
        self.rssi: dict[int, int] = {}

    @property
    def here(self) -> list[int]:
        return list(self.app.state.participants)

    def who(self, athlete_id: int) -> Participant:
        return self.app.state.participants[athlete_id]

    def hear(self, strap: int, bpm: int = 120, ago: float = 0.0) -> None:
        rssi = self.rssi.get(strap)
        self.mailbox.post(HeartRate(self.clock.monotonic() - ago, strap, bpm, rssi_dbm=rssi))

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            for strap, bpm in self.on_air.items():
                self.hear(strap, bpm)
            self.clock.advance(0.25)
            self.app.pump()

    def tap(self, digest: str, station: str | None = None) -> None:
        """Holds a tag to a reader for a moment."""
        self.mailbox.post(Tag(self.clock.monotonic(), digest, station))
        self.run(0.5)

    def roster(self, *numbers: int) -> None:
        self.load(*(athlete(number) for number in numbers))

    def load(self, *people: Athlete, pool: Sequence[PoolStrap] = ()) -> None:
        self.mailbox.post(RosterLoaded(self.clock.monotonic(), people, tuple(pool)))
        self.app.pump()

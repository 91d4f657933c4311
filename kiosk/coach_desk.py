"""What coaches ask of the disk at the screen, and what is known of the answers."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from kiosk.coach_port import (
    Archive,
    CoachAnswers,
    CoachWrites,
    DayPlan,
    DeskAnswer,
    ExportStep,
    ProtocolWrites,
    ReplayLoaded,
    SessionsListed,
)
from kiosk.health_port import HealthRead, MachineDesk, SupportWritten
from kiosk.import_port import NONE_PICKED, ImportAnswers, Imports, ImportSeen, ImportTaken
from kiosk.requests import Requests
from kiosk.stick import Stick


class CoachDesk:
    """Runs in the pump's thread and never waits: requests go out, `take` gets the answers."""

    def __init__(self, writes: CoachWrites | None = None, archive: Archive | None = None) -> None:
        self.writes = writes
        self.archive = archive
        self.protocols: ProtocolWrites | None = None
        """None where workouts cannot be written: in the demonstration."""
        self.listed: SessionsListed | None = None
        """The past sessions; None while they are being looked for."""
        self.exported: ExportStep | None = None
        """How far the newest export has come; None before the first."""
        self.replayed: ReplayLoaded | None = None
        """The session asked for last; None while it is being read."""
        self.imports: Imports | None = None
        """None where nothing can be taken over: in the demonstration."""
        self.seen: ImportSeen | None = None
        """What lies on the stick; None while it is being looked at."""
        self.taken: ImportTaken | None = None
        """What became of taking it over; None before, and while it is being done."""
        self.is_taking_over = False
        self._import_ask = 0
        self.stick: Stick | None = None
        """The stick that is in, or why none can be; None before the first look."""
        self._requests = Requests()
        self.machine: MachineDesk | None = None
        """None where nothing is known of the machine: in the demonstration."""
        self.machine_read: HealthRead | None = None
        """How the machine was at the newest look; None before the first."""
        self.support: SupportWritten | None = None
        """What became of the newest file for whoever helps; None while it is being written."""
        self._support_ask: int | None = None
        self._replaying: int | None = None

    # -- requests ----------------------------------------------------------------------------------

    def change_person(self, athlete_id: int, changes: Mapping[str, object]) -> int:
        """New values for these fields of Athlete; `answer` of the number says what came of it."""
        ask = self._requests.new()
        if self.writes is not None:
            self.writes.change_person(ask, athlete_id, changes)
        return ask

    def remove_person(self, athlete_id: int) -> int:
        """Off the roster; recorded sessions stay."""
        ask = self._requests.new()
        if self.writes is not None:
            self.writes.remove_person(ask, athlete_id)
        return ask

    def plan_days(self, days: Sequence[DayPlan]) -> int:
        """All of them or none."""
        ask = self._requests.new()
        if self.writes is not None:
            self.writes.plan_days(ask, days)
        return ask

    def save_protocol(self, content: str, own_id: str) -> int:
        """The text of a protocol file, instead of the own workout of this id or "" as a new one."""
        ask = self._requests.new()
        if self.protocols is not None:
            self.protocols.save_protocol(ask, content, own_id)
        return ask

    def delete_protocol(self, own_id: str) -> int:
        """An own workout; what has been trained by it stays."""
        ask = self._requests.new()
        if self.protocols is not None:
            self.protocols.delete_protocol(ask, own_id)
        return ask

    def answer(self, ask: int) -> str | None:
        """None while it is being written, "" when it is kept, else why not."""
        return self._requests.answer(ask)

    def list_sessions(self, coach_id: int | None = None) -> None:
        """Looks for past sessions, new ones too; what was listed stays until then."""
        if self.listed is not None and self.listed.trouble:
            self.listed = None
        if self.archive is not None:
            self.archive.list_sessions(coach_id)

    @property
    def is_exporting(self) -> bool:
        return self.exported is not None and not self.exported.is_over

    def export(self, session_ids: Sequence[int], now: float, coach_id: int | None = None) -> None:
        """One export at a time; it goes on whatever page is looked at."""
        is_busy = self.is_exporting or self.is_writing_support  # there is but one stick
        if self.archive is not None and session_ids and not is_busy:
            self.exported = ExportStep(now, 0, len(session_ids))
            self.archive.export(session_ids, coach_id)

    def load_replay(self, session_id: int) -> None:
        self.replayed, self._replaying = None, session_id
        if self.archive is not None:
            self.archive.load_replay(session_id)

    def look_at_stick(self) -> None:
        """What was seen before is forgotten; while something is taken over nothing is looked at."""
        if self.imports is not None and not self.is_taking_over:
            self.seen = self.taken = None
            self._import_ask = self._requests.new()
            self.imports.look(self._import_ask)

    def take_over(
        self,
        keys: Collection[int],
        coach_id: int | None,
        picks: Mapping[int, int] = NONE_PICKED,
    ) -> None:
        """Of what was seen, once; `picks` as kiosk.import_port has them."""
        if self.imports is not None and keys and not self.is_taking_over and self.taken is None:
            self.is_taking_over = True
            self._import_ask = self._requests.new()
            self.imports.take_over(self._import_ask, keys, coach_id, picks)

    def look_at_machine(self) -> None:
        if self.machine is not None:
            self.machine.look()

    def update(self) -> None:
        """To the release that was seen on the stick; a kiosk that is installed so is started anew
        when nobody trains.
        """
        offer = None if self.machine_read is None else self.machine_read.update
        if self.machine is not None and offer is not None and not offer.refusal:
            self.machine.update(offer)

    @property
    def is_writing_support(self) -> bool:
        return self._support_ask is not None

    def write_support(self) -> None:
        """One at a time, onto the stick that is in."""
        if self.machine is not None and not self.is_writing_support and not self.is_exporting:
            self.support, self._support_ask = None, self._requests.new()
            self.machine.write_support(self._support_ask)

    @property
    def stick_folder(self) -> Path | None:
        """Where the stick that is in can be read; None where none is, or one is being written."""
        stick = self.stick
        return Path(stick.folder) if stick is not None and stick.state == "ready" else None

    # -- answers -----------------------------------------------------------------------------------

    def take(self, item: CoachAnswers) -> None:
        match item:
            case DeskAnswer():
                self._requests.answered(item.ask, item.refusal)
            case SessionsListed():
                if item.is_whole or self.listed is None or not self.listed.is_whole:
                    self.listed = item  # no list that is looked at gets shorter for a moment
            case ExportStep():
                self.exported = item
            case Stick():
                self.stick = item
            case HealthRead() | SupportWritten():
                self._take_health(item)
            case ImportSeen() | ImportTaken():
                self._take_import(item)
            case ReplayLoaded():
                if item.session_id == self._replaying:  # another may have been asked for since
                    self.replayed = item

    def _take_health(self, item: HealthRead | SupportWritten) -> None:
        if isinstance(item, HealthRead):
            self.machine_read = item
        elif item.ask == self._support_ask:
            self.support, self._support_ask = item, None

    def _take_import(self, item: ImportAnswers) -> None:
        if isinstance(item, ImportTaken):
            self.taken, self.is_taking_over = item, False
        elif item.ask == self._import_ask:  # the stick may have been looked at again since
            self.seen = item

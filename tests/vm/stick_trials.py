"""What is done to sticks in the machine, and what must be true of them afterwards."""

import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from drivers.stick_words import NOT_OURS, SLOW, TWO
from kiosk.export.target import NO_BACKUP
from kiosk.stick import FULL, PULLED
from tests.rigs.stick_judge import complaints, had, sessions_of
from tests.vm import stick_media
from tests.vm.stick_bench import Bench, Look
from tests.vm.stick_media import Kind

FILM: Final = "film"
SMALL_MEGABYTES: Final = 8
CALM_S: Final = 5.0
"""After which nothing more is told of a stick."""
SLOW_BYTES_A_SECOND: Final = 150_000
_ENDS: Final = {"": "all written", PULLED: "cut", NO_BACKUP: "cut in the backup"}
"""What an export may say of a stick that is pulled."""


@dataclass
class Row:
    """One line of the table."""

    what: str
    moments: int = 0
    found: str = ""
    complaints: list[str] = field(default_factory=list[str])
    spread: dict[str, int] = field(default_factory=dict[str, int])
    """How often each thing was said."""

    def count(self, said: str, times: int = 1) -> None:
        self.spread[said] = self.spread.get(said, 0) + times

    def add(self, other: "Row") -> None:
        """What another machine has found of the same."""
        self.moments += other.moments
        self.found = self.found or other.found
        self.complaints += other.complaints
        for said, times in other.spread.items():
            self.count(said, times)

    @property
    def told(self) -> str:
        """What was found, with how often each thing was said."""
        said = ", ".join(f"{times} × {what}" for what, times in sorted(self.spread.items()))
        return f"{self.found} ({said})" if said else self.found


class Trials:
    """One kiosk, and sticks of one kind."""

    def __init__(self, bench: Bench, kind: Kind, folder: Path, dice: random.Random) -> None:
        self._bench = bench
        self.kind: Kind = kind
        self._folder = folder
        self._dice = dice
        self._template = folder / f"{kind}.template"
        self._stick = folder / f"{kind}.stick"
        stick_media.formatted(self._template, kind)
        self.wanted: dict[str, str] = {}
        self.took_s = 0.0
        self.hasty: list[str] = []
        """What was said of sticks that were good a moment later."""

    # -- the ordinary ------------------------------------------------------------------------------

    def learn(self) -> Row:
        """What an export lays down when nobody pulls anything, and how long it takes."""
        row = Row(f"{self.kind}: left in", 1)
        self._new()
        if not self._ready(row):
            return row
        began = time.monotonic()
        answer = self._bench.ask("export")
        self.took_s = time.monotonic() - began
        if answer["refusal"] or answer["new"]:
            row.complaints.append(f"it said: {answer['refusal']}")
        self._out()
        look = self._looked(row)
        self.wanted = sessions_of(look.there)
        if not self.wanted or look.backup != "ok":
            row.complaints.append(f"not everything is there: {sorted(look.there)} {look.backup}")
        row.found = f"{len(look.there)} files in {self.took_s:.1f} s, fsck clean"
        if look.fsck:
            row.complaints.append(f"fsck: {look.fsck}")
        return row

    def pulled(self, row: Row) -> None:
        """Once more, at a random moment of an export."""
        moment_s = self._dice.uniform(0.0, 1.05 * self.took_s)
        row.moments += 1
        self._new()
        if not self._ready(row):
            return
        timer = threading.Timer(moment_s, self._bench.pull)
        timer.start()
        answer = self._bench.ask("export")
        timer.join()
        row.count(_ENDS.get(answer["refusal"], "strange"))
        if answer["refusal"] not in _ENDS:
            row.complaints.append(f"it said: {answer['refusal']}")
        self._bench.stick("none", "safe")
        look = self._judged(row, answer["new"], is_backup_needed=not answer["refusal"])
        if look.fsck:
            row.count("fsck has something to mend")
        self._goes_on(row, answer["new"])
        row.found = "no partial file, the next export completes"

    def _goes_on(self, row: Row, new: list[int]) -> None:
        """The stick is put in again, and everything else lies there."""
        if not new:
            return
        if not self._ready(row):
            return
        answer = self._bench.ask("export")
        if answer["refusal"] or answer["new"]:
            row.complaints.append(f"it did not go on: {answer['refusal']} {answer['new']}")
        self._out()
        self._judged(row, [], is_backup_needed=True)

    def _judged(self, row: Row, new: list[int], *, is_backup_needed: bool) -> Look:
        look = self._looked(row)
        there = sessions_of(look.there)
        row.complaints += complaints(self.wanted, there, had(self.wanted, new))
        if look.backup != "ok" and (is_backup_needed or look.backup):
            row.complaints.append(f"the backup: {look.backup or 'missing'}")
        return look

    # -- the rest ----------------------------------------------------------------------------------

    def pulled_while_it_waits(self, count: int) -> Row:
        """Mounted for reading only: nothing on it may have changed."""
        row = Row(f"{self.kind}: pulled while it waits", count, "nothing on it has changed")
        self._new()
        before = self._stick.read_bytes()
        for _ in range(count):
            if self._ready(row):
                self._out()
        if self._stick.read_bytes() != before:
            row.complaints.append("something was written")
        return row

    def full_in_the_middle(self, count: int) -> Row:
        row = Row(f"{self.kind}: full in the middle", count, FULL)
        for number in range(count):
            self._new()
            if not self._ready(row):
                continue
            answer = self._bench.ask("export", fill_at=number % 3)
            if answer["refusal"] != FULL:
                row.complaints.append(f"it said: {answer['refusal']}")
            self._out()
            look = self._judged(row, answer["new"], is_backup_needed=False)
            if look.beside != [FILM]:
                row.complaints.append(f"beside it: {look.beside}")
        return row

    def too_small(self) -> Row:
        """Refused before anything is written."""
        row = Row(f"{self.kind}: too little room", 1)
        self._bench.ask("new_coach")
        stick_media.formatted(self._stick, self.kind, SMALL_MEGABYTES)
        if self._ready(row):
            row.found = self._bench.ask("export")["refusal"]
            self._out()
            if "MB free" not in row.found or self._looked(row).there:
                row.complaints.append("it did not say how much is free, or wrote all the same")
        return row

    def write_protected(self) -> Row:
        """By the switch that shops no longer sell: the drive says so itself."""
        row = Row(f"{self.kind}: write-protected", 1)
        self._new()
        self._bench.plug_in(self._stick, read_only=True)
        return self._refused(row, "write-protected")

    def slow(self) -> Row:
        row = Row(f"{self.kind}: slow", 1)
        self._new()
        if self._ready(row, bytes_a_second=SLOW_BYTES_A_SECOND):
            answer = self._bench.ask("export")
            row.found = f"{answer['took_s']:.0f} s: {' '.join(answer['said'])}"
            if answer["refusal"] or SLOW not in answer["said"]:
                row.complaints.append(f"it said: {answer['refusal']} {answer['said']}")
            self._out()
            self._judged(row, [], is_backup_needed=True)
        return row

    def two_at_once(self) -> Row:
        """The second is pulled again, and the first serves as if nothing had been."""
        row = Row(f"{self.kind}: two at once", 1)
        self._new()
        other = self._folder / "other.stick"
        stick_media.copied(self._template, other)
        if not self._ready(row):
            return row
        self._bench.plug_in(other, "other")
        row.found = self._bench.stick("refused")["sentence"]
        self._bench.pull("other")
        if row.found != TWO or self._bench.stick("ready")["state"] != "ready":
            row.complaints.append("the first one does not serve any more")
        answer = self._bench.ask("export")
        if answer["refusal"]:
            row.complaints.append(f"it said: {answer['refusal']}")
        self._out()
        self._judged(row, [], is_backup_needed=True)
        return row

    def unformatted(self) -> Row:
        stick_media.unformatted(self._stick)
        self._bench.plug_in(self._stick)
        return self._refused(Row("unformatted", 1), "not formatted")

    def rubbish(self) -> Row:
        stick_media.rubbish(self._stick, self._dice)
        self._bench.plug_in(self._stick)
        row = Row("a table of rubbish", 1)
        return self._refused(row, "format it")

    def somebody_elses(self) -> Row:
        """ext4 as its maker leaves it belongs to root."""
        self._new()
        self._bench.plug_in(self._stick)
        return self._refused(Row("ext4 of another computer", 1), NOT_OURS)

    def _refused(self, row: Row, words: str) -> Row:
        told = self._bench.stick("refused", "ready", calm_s=CALM_S)
        row.found = told["sentence"] or told["state"]
        if words not in row.found:
            row.complaints.append(f"expected: {words}")
        self._out()
        return row

    # -- hands -------------------------------------------------------------------------------------

    def _new(self) -> None:
        """An empty stick, and a coach who has nothing yet."""
        stick_media.copied(self._template, self._stick)
        self._bench.ask("new_coach")

    def _ready(self, row: Row, bytes_a_second: int = 0) -> bool:
        self._bench.plug_in(self._stick, bytes_a_second=bytes_a_second)
        told = self._bench.stick("ready")
        for sentence in told["passed"]:
            self.hasty.append(sentence)
        if told["state"] == "ready":
            return True
        row.complaints.append(f"it cannot be used: {told}")
        self._out()
        return False

    def _out(self) -> None:
        self._bench.pull()
        self._bench.stick("none", "safe")

    def _looked(self, row: Row) -> Look:
        look = self._bench.look(self._stick)
        if look.trouble or look.unreadable:
            row.complaints.append(f"elsewhere: {look.trouble} {look.unreadable}")
        strange = [name for name in look.beside if name not in (FILM, "lost+found")]
        if [name for name in strange if not name.startswith((".", "System Volume"))]:
            row.complaints.append(f"beside our folder: {strange}")
        return look

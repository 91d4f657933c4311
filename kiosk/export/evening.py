"""The coach's evening: what lies on a stick as pages to look at, and sorted by athlete."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.days import day_then, time_then
from kiosk.export.athlete_folders import (
    FOLDER,
    INDEX,
    AthleteFolders,
    copy_if_other,
    files_in,
    folders_in,
    write_if_other,
)
from kiosk.export.bundle import GROUP_FILES, folder_name, stems_of
from kiosk.export.evening_html import Voice
from kiosk.export.evening_pages import (
    Class,
    Done,
    Evening,
    File,
    Line,
    Older,
    athlete_page,
    coach_page,
)
from kiosk.export.evening_tables import PLAN_FILE, ROSTER_FILE, write_plan, write_roster
from kiosk.export.needs import costs_more, reasons
from kiosk.export.safe_file import make_folder
from kiosk.history.class_table import PartDone
from kiosk.history.queries import History, SessionSummary
from kiosk.training.athlete import Athlete
from kiosk.training.zones import ceiling_for
from kiosk.words import Text

IN_FULL: Final = 40
"""Sessions that the coach's page shows with everybody in them; links lead to those before."""
FORMATS: Final = ("pdf", "fit", "tcx", "csv", "json")
"""Of an athlete's files, in the order in which they are offered."""
_NUMBERED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}-.*-[0-9]+")
_PAGE: Final = 500
More = Callable[[History, int], Iterable[tuple[str, Callable[[BinaryIO], None]]]]
"""Files of an athlete that belong to no session: their names, and how to write them."""


def _nothing(_history: History, _athlete_id: int) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class There:
    """A session of which there is a folder."""

    session: SessionSummary
    folder: str
    names: frozenset[str]
    """Of the files in it."""

    def files_of(self, stem: str) -> list[str]:
        return [name for form in FORMATS if (name := f"{stem}.{form}") in self.names]


def write_evening(
    history: History,
    out: Path,
    session_ids: Sequence[int] | None = None,
    *,
    today: date,
    voice: Voice | None = None,
    more: More = _nothing,
    tell: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] = bool,
) -> list[Path]:
    """After sessions were exported into `out`: `Athletes/NAME/` with copies of everybody's files
    and a page, `roster.csv` and `plan.csv` to edit, and at last `index.html`, which links to all.

    `session_ids` are those just exported, None all: their files are compared with the copies, of
    all others it is enough that there are copies. Only what has changed is written, every file
    whole, and the folder of somebody who was erased goes; whatever is cut is caught up by the next
    call. `today`: plans are told from that day on.
    `tell` hears athletes done and to be done, before each; `stop` ends it between two files.

    Gives what was written. Raises ExportError when the disk does not take it, HistoryError when
    the history cannot be read.
    """
    return _Writer(history, out, voice or Voice()).write(
        session_ids, today, more, tell or (lambda _done, _of: None), stop
    )


class _Writer:
    """One evening being written."""

    def __init__(self, history: History, out: Path, voice: Voice) -> None:
        make_folder(out)
        self._history = history
        self._out = out
        self._voice = voice
        self._people = history.people_known()
        self._folders = AthleteFolders(out, self._people, history.erased_marks())
        self._roster = history.roster()
        self._there = list(_sessions_there(history, out))
        self._written: list[Path] = []

    def write(
        self,
        session_ids: Sequence[int] | None,
        today: date,
        more: More,
        tell: Callable[[int, int], None],
        stop: Callable[[], bool],
    ) -> list[Path]:
        copies = self._copies(None if session_ids is None else frozenset(session_ids))
        extra = {who.id: list(more(self._history, who.id)) for who in self._roster}
        concerned = sorted({*copies, *(number for number, files in extra.items() if files)})
        for done, athlete_id in enumerate(concerned):
            if stop():
                return self._written
            tell(done, len(concerned))
            folder = self._folders.made(athlete_id, self._voice)
            for source, name in copies.get(athlete_id, ()):
                if stop():
                    return self._written
                self._note(copy_if_other(source, folder / name), folder / name)
            for name, write in extra.get(athlete_id, ()):
                content = BytesIO()
                write(content)  # what was given anew may be another workout under the same name
                self._note(write_if_other(folder / name, content.getvalue()), folder / name)
            self._write_page(athlete_id, folder)
        self._tables(today)
        index = self._out / INDEX
        self._note(write_if_other(index, coach_page(self._voice, self._evening())), index)
        return self._written

    def _note(self, was_written: bool, path: Path) -> None:
        if was_written:
            self._written.append(path)

    def _copies(self, fresh: frozenset[int] | None) -> dict[int, list[tuple[Path, str]]]:
        """By athlete: what to copy from where, or at least to compare."""
        copies: dict[int, list[tuple[Path, str]]] = {}
        had: dict[int, frozenset[str]] = {}
        known = {one.athlete_id for one in self._people}
        for there in self._there:
            is_fresh = fresh is None or there.session.id in fresh
            for who, stem in zip(there.session.athletes, stems_of(there.session), strict=True):
                number = who.athlete_id
                if number not in known:
                    continue
                if number not in had:
                    path = self._folders.path(number)
                    had[number] = frozenset() if path is None else files_in(path)
                for name in there.files_of(stem):
                    copy = there.folder + name.removeprefix(stem)
                    if is_fresh or copy not in had[number]:
                        source = self._out / there.folder / name
                        copies.setdefault(number, []).append((source, copy))
        return copies

    def _tables(self, today: date) -> None:
        names = {who.id: who.name for who in self._roster}
        for name, content in (
            (ROSTER_FILE, write_roster(self._roster, today)),
            (PLAN_FILE, write_plan(names, self._history.planned_from(today))),
        ):
            self._note(write_if_other(self._out / name, content), self._out / name)

    # -- pages -------------------------------------------------------------------------------------

    def _write_page(self, athlete_id: int, folder: Path) -> None:
        who = next(one for one in self._people if one.athlete_id == athlete_id)
        names = files_in(folder)
        theirs = [
            there
            for there in self._there
            if any(one.athlete_id == athlete_id for one in there.session.athletes)
        ]
        tables = self._history.class_tables([one.session.id for one in theirs], athlete_id)
        sessions: list[Done] = []
        used = {INDEX}
        for there in theirs:
            files = [name for form in FORMATS if (name := f"{there.folder}.{form}") in names]
            used.update(files)
            for part in tables[there.session.id]:
                links = tuple(File(name, _label(name)) for name in files)
                sessions.append(
                    Done(
                        there.session.protocol_name,
                        _began(there.session),
                        Line(part, (), "", links),
                    )
                )
        more = [File(name, name) for name in sorted(names - used) if not name.startswith(".")]
        page = athlete_page(self._voice, who.name, who.mark, sessions, more)
        self._note(write_if_other(folder / INDEX, page), folder / INDEX)

    def _evening(self) -> Evening:
        pages = {
            one.athlete_id: f"{FOLDER}/{path.name}/{INDEX}"
            for one in self._people
            if (path := self._folders.path(one.athlete_id)) is not None
        }
        names = {one.athlete_id: one.name for one in self._people}
        recent, older = self._there[:IN_FULL], self._there[IN_FULL:]
        tables = self._history.class_tables([one.session.id for one in recent])
        who_is = {who.id: who for who in self._roster}
        return Evening(
            classes=[self._class(one, tables[one.session.id], pages, who_is) for one in recent],
            older=[
                Older(
                    one.session.protocol_name,
                    _began(one.session),
                    len(one.session.athletes),
                    f"{one.folder}/",
                )
                for one in older
            ],
            people=sorted(
                (File(path, names[number]) for number, path in pages.items()),
                key=lambda file: file.label.casefold(),
            ),
            unknown=self._folders.unknown,
            has_roster=(self._out / ROSTER_FILE).is_file(),
            has_plan=(self._out / PLAN_FILE).is_file(),
        )

    def _class(
        self,
        there: There,
        parts: Sequence[PartDone],
        pages: dict[int, str],
        roster: dict[int, Athlete],
    ) -> Class:
        session = there.session
        people = (one.athlete_id for one in session.athletes)
        stems = dict(zip(people, stems_of(session), strict=True))
        lines = tuple(
            Line(
                part,
                self._reasons(session, part, roster.get(part.athlete_id)),
                pages.get(part.athlete_id, ""),
                _links(there, there.files_of(stems[part.athlete_id])),
            )
            for part in sorted(parts, key=lambda part: part.name.casefold())
            if part.athlete_id in stems
        )
        group = [name for name in GROUP_FILES.values() if name in there.names]
        files = tuple(File(f"{there.folder}/{name}", name) for name in group)
        return Class(session.protocol_name, _began(session), session.state, lines, files)

    def _reasons(
        self, session: SessionSummary, part: PartDone, who: Athlete | None
    ) -> tuple[Text, ...]:
        on = day_then(session.started_utc_ms, session.utc_offset_min)
        ceiling = None if who is None else ceiling_for(who, on)
        worsens = costs_more(self._history, session, part)
        return reasons(part, ceiling, economy_worsens=worsens)


def _sessions_there(history: History, out: Path) -> Iterable[There]:
    """The newest first."""
    folders = {name for name in folders_in(out) if _NUMBERED.fullmatch(name)}
    before: int | None = None
    while folders:
        some = history.newest(_PAGE, before)
        for session in some:
            name = folder_name(session)
            if name in folders:
                folders.remove(name)
                yield There(session, name, files_in(out / name))
        if len(some) < _PAGE:
            return
        before = some[-1].id


def _links(there: There, names: Iterable[str]) -> tuple[File, ...]:
    return tuple(File(f"{there.folder}/{name}", _label(name)) for name in names)


def _label(name: str) -> str:
    return name.rpartition(".")[2].upper()


def _began(session: SessionSummary) -> datetime:
    return time_then(session.started_utc_ms, session.utc_offset_min)

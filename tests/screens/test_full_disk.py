"""A disk without room, or that may only be read: what is asked of it at the screen, and again."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from kiosk.history.choices import KeptChoices
from kiosk.history.database import writing
from kiosk.history.schema import PlannedRow
from screens.settings_view import settings
from screens.walk import Page
from tests.screens.walker import READY, Walker
from tests.screens.whole_rig import PIN

FULL, READ_ONLY = "full", "read-only"
GUEST, LEAVING, AWAY = -1, -2, -3
"""Other people each time: one has stayed, the others have gone."""
WRITES = ("INSERT", "UPDATE", "DELETE")


class Disk:
    """The kiosk's own SQLite, which has room for nothing more or may not be written at all."""

    def __init__(self, engine: Engine) -> None:
        self.state = ""
        with writing(engine) as connection:
            connection.exec_driver_sql("CREATE TABLE filler (stuff BLOB)")
        event.listen(engine, "before_cursor_execute", self._execute, retval=True)
        event.listen(engine, "checkout", self._check_out)

    def _check_out(self, connection: Any, *_: object) -> None:
        connection.execute(f"PRAGMA query_only={int(self.state == READ_ONLY)}")

    def _execute(
        self, _connection: object, cursor: Any, statement: str, parameters: object,
        _context: object, executemany: bool,
    ) -> tuple[str, object]:  # fmt: skip
        """Every write then needs more pages than there may be."""
        if not statement.lstrip().upper().startswith(WRITES):
            return statement, parameters
        is_full = self.state == FULL
        cursor.execute(f"PRAGMA max_page_count={1 if is_full else 2**30}")
        if not is_full:
            return statement, parameters
        return "INSERT INTO filler VALUES (zeroblob(1000000))", [()] if executemany else ()


@pytest.fixture(scope="module")
def kiosk(
    qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Walker, Disk]]:
    walker = Walker(tmp_path_factory.mktemp("full"))
    yield walker, Disk(walker.kiosk.engine)
    assert walker.handle.complaints == []
    walker.close()


def taps(walker: Walker, *names: str) -> None:
    for name in names:
        walker.lives(0.5)
        walker.tap(name)
        walker.lives(1)
    walker.lives(1)


# By what is asked for: where, about whom, what is touched before the disk is asked, what asks it,
# and where its sentence is read.
ERRANDS = {
    "a coach changes a maximum": (
        Page.PEOPLE,
        READY,
        ("card-max-hr", "plus-1"),
        ("sheet-save",),
        "sheet-said",
    ),
    "a coach plans a day": (
        Page.PLANNER,
        None,
        ("plan-1-1",),
        ("option-words:rest",),
        "plan-trouble",
    ),
    "a guest agrees": (Page.GUEST, None, (), ("guest-without",), "prompt"),
    "a guest stays": (Page.GUEST, GUEST, ("key-?", "key-o"), ("guest-stay",), "prompt"),
    "a coach erases somebody who is away": (
        Page.PEOPLE,
        AWAY,
        (),
        ("erase-person", "yes"),
        "people-trouble",
    ),
    "somebody is erased": (Page.MY_DATA, LEAVING, (), ("erase", "yes"), "notice-0"),
}


def on_disk(walker: Walker) -> object:
    """What any of them would change."""
    with Session(walker.kiosk.engine) as session:
        planned = session.scalars(select(PlannedRow.athlete_id)).all()
    return walker.kiosk.roster.list(), planned


@pytest.mark.parametrize("state", [FULL, READ_ONLY])
@pytest.mark.parametrize("errand", ERRANDS)
def test_what_cannot_be_kept_is_said_in_one_sentence_and_can_be_asked_for_again(
    kiosk: tuple[Walker, Disk], errand: str, state: str, caplog: pytest.LogCaptureFixture
) -> None:
    walker, disk = kiosk
    page, whom, before, asks, sentence = ERRANDS[errand]
    is_first = state == FULL
    who = {GUEST: walker.guest, LEAVING: 4 if is_first else 5, AWAY: 6 if is_first else 7}.get(
        whom or 0, whom
    )
    before = tuple(name.replace("?", "Z" if is_first else "R") for name in before)
    if whom == LEAVING:
        walker.app.tap_in(who or 0)
    walker.open(page, athlete_id=who)
    if page is Page.MY_DATA:
        walker.hold_tag(who or 0)
        walker.lives(1)
    taps(walker, *before)
    known, here = on_disk(walker), set(walker.app.state.participants)
    disk.state = state
    taps(walker, *asks)
    said = walker.text(sentence).removeprefix("! ")
    assert said.endswith(("is full: make room on it.", "for it and for its folder."))
    assert said.count("history.sqlite3") == 1
    assert on_disk(walker) == known
    assert set(walker.app.state.participants) <= here, "nobody is here whom the disk does not know"
    disk.state = ""
    if walker.page is not page:  # erasing leads home whatever came of it
        walker.app.tap_in(who or 0)
        walker.open(page, athlete_id=who)
    taps(walker, *(before if page is Page.PLANNER else ()), *asks)  # there the day is shut again
    assert on_disk(walker) != known
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("state", [FULL, READ_ONLY])
def test_a_coach_signs_in_whatever_the_disk_does_and_a_wrong_pin_locks(
    kiosk: tuple[Walker, Disk], state: str
) -> None:
    walker, disk = kiosk
    disk.state = state
    enter = (*(f"pin-{n}" for n in PIN), "pin-enter")
    walker.open(Page.SIGN_IN)
    taps(walker, *enter)
    assert walker.app.coach is not None
    walker.open(Page.SIGN_IN)
    assert walker.app.coach is None
    taps(walker, *(f"pin-{n}" for n in reversed(PIN)), "pin-enter")
    assert walker.text("pin-sentence").startswith("Too many wrong PINs.")
    taps(walker, *enter)
    assert walker.app.coach is None
    disk.state = ""
    walker.lives(60)
    walker.open(Page.SIGN_IN)
    taps(walker, *enter)
    assert walker.app.coach is not None


@pytest.mark.parametrize("state", [FULL, READ_ONLY])
def test_what_is_set_at_the_screen_is_in_use_and_kept_as_soon_as_there_is_room(
    kiosk: tuple[Walker, Disk], state: str
) -> None:
    walker, disk = kiosk
    kept = KeptChoices(walker.kiosk.engine)
    walker.open(Page.SETTINGS)
    disk.state = state
    wanted = "metric" if walker.app.choices.units == "imperial" else "imperial"
    line = next(n for n, one in enumerate(settings()) if one.row.key == "units")
    place = [value for value, _ in settings()[line].options].index(wanted)
    taps(walker, f"option-{line}-{place}")
    assert walker.app.choices.units == wanted
    assert kept.load().get("units") != wanted
    (said,) = walker.kiosk.told
    assert (said or "").startswith("What is set at the screen is not kept yet: ")
    assert walker.text("settings-kept") == said
    disk.state = ""
    walker.kiosk.desk.look()
    walker.lives(1)
    assert walker.text("settings-kept") == "Kept: it stays like this after a restart."
    assert kept.load()["units"] == wanted
    assert walker.kiosk.told[1:] == [None]
    walker.kiosk.told.clear()

"""The administrator on the disk: a PIN apart from the coaches', its lock, and the recovery code."""

import json
import os
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner
from sqlalchemy import Engine, select

from kiosk import desk_care
from kiosk.cli import cli
from kiosk.clock import ManualClock
from kiosk.coaches import LOCKS_S, TRIES
from kiosk.errors import RosterError
from kiosk.history.admin import Staff
from kiosk.history.coaches import RECOVERY
from kiosk.history.database import DATABASE_NAME, open_engine, reading
from kiosk.history.schema import CoachRow
from kiosk.recovery_code import cleaned, new_code, read_code

PIN, NEW_PIN, WRONG, COACHS = "739105", "480276", "826413", "7391"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def staff(engine: Engine, clock: ManualClock) -> Staff:
    return Staff(engine, clock, QUICK)


@pytest.fixture
def admin(staff: Staff) -> int:
    return staff.make_admin(PIN)


def restarted(clock: ManualClock, after_s: float, *, synchronised: bool = True) -> ManualClock:
    later = ManualClock(clock.utc_ms() + round(after_s * 1000), monotonic=3.0)
    later.is_synchronised = synchronised
    return later


def code_hash(engine: Engine) -> str:
    with reading(engine) as connection:
        column = select(CoachRow.pin_hash).where(CoachRow.role == RECOVERY)
        return str(connection.execute(column).scalar_one())


def test_there_is_one_administrator_beside_the_coaches(staff: Staff, admin: int) -> None:
    maria = staff.add("Maria", COACHS)
    assert {(one.id, one.name, one.is_admin) for one in staff.list()} == {
        (admin, "Administrator", True),
        (maria, "Maria", False),
    }
    with pytest.raises(RosterError, match="an administrator already"):
        staff.make_admin(NEW_PIN)
    with pytest.raises(RosterError, match="The administrator stays"):
        staff.remove(admin)
    assert staff.sign_in(admin, PIN) == ""
    assert "4 more tries" in staff.sign_in(maria, PIN)


def test_a_coachs_pin_is_too_short_for_the_administrator(staff: Staff) -> None:
    for pin in ("7391", "73910", "123456", "739739"):
        with pytest.raises(RosterError):
            staff.make_admin(pin)
    assert staff.list() == []


def test_wrong_pins_lock_the_administrator_as_they_lock_a_coach(
    engine: Engine, staff: Staff, clock: ManualClock, admin: int
) -> None:
    for _ in range(TRIES):
        staff.sign_in(admin, WRONG)
    assert staff.sign_in(admin, PIN) == "Too many wrong PINs."
    for later in (restarted(clock, 1.0, synchronised=False), restarted(clock, -86_400.0)):
        again = Staff(engine, later, QUICK)
        assert again.sign_in(admin, PIN) == "Too many wrong PINs.", "neither plug nor clock"
        later.advance(LOCKS_S[0] - 1)
        assert again.list()[0].locked_until is not None
    later.advance(2)
    assert again.sign_in(admin, PIN) == ""


# -- the recovery code ---------------------------------------------------------------------------


def test_the_code_has_eighty_bits_and_only_its_hash_is_kept(engine: Engine, staff: Staff) -> None:
    code = staff.new_code()
    assert len(cleaned(code)) * 5 >= 80
    assert len({new_code() for _ in range(100)}) == 100
    kept = code_hash(engine)
    assert kept.startswith("$argon2id$")
    assert cleaned(code) not in kept
    assert code not in Path(str(engine.url.database)).read_bytes().decode("latin-1")


def test_the_code_gives_a_new_pin_once_and_then_another_code_counts(
    staff: Staff, admin: int
) -> None:
    code = cleaned(staff.new_code())
    fresh = staff.recover(code, NEW_PIN)
    assert staff.sign_in(admin, NEW_PIN) == ""
    assert "4 more tries" in staff.sign_in(admin, PIN)
    with pytest.raises(RosterError, match="not this kiosk's recovery code"):
        staff.recover(code, PIN)
    staff.recover(cleaned(fresh), PIN)
    assert staff.sign_in(admin, PIN) == ""


def test_a_lost_pin_is_recovered_while_it_is_locked(staff: Staff, admin: int) -> None:
    code = cleaned(staff.new_code())
    for _ in range(TRIES):
        staff.sign_in(admin, WRONG)
    staff.recover(code, NEW_PIN)
    assert staff.sign_in(admin, NEW_PIN) == ""


def test_wrong_codes_lock_across_restarts_and_the_right_one_does_not_help_then(
    engine: Engine, staff: Staff, clock: ManualClock, admin: int
) -> None:
    code = cleaned(staff.new_code())
    for _ in range(TRIES):
        with pytest.raises(RosterError):
            staff.recover("0" * 16, NEW_PIN)
    later = restarted(clock, 1.0, synchronised=False)
    again = Staff(engine, later, QUICK)
    with pytest.raises(RosterError, match="Too many wrong recovery codes"):
        again.recover(code, NEW_PIN)
    later.advance(LOCKS_S[0] + 1)
    again.recover(code, NEW_PIN)
    assert again.sign_in(admin, NEW_PIN) == ""


def test_without_a_code_the_sentence_names_the_command(staff: Staff, admin: int) -> None:
    with pytest.raises(RosterError, match="switchback pin reset"):
        staff.recover("0" * 16, NEW_PIN)


# -- the file on a stick -------------------------------------------------------------------------

CODE = "7K3M-QX2V-9D0P-HZ4T"


@pytest.mark.parametrize(
    "content",
    [
        CODE.encode(),
        f"Switchback recovery code\r\n\r\n  {CODE.lower()}\r\n".encode("utf-8-sig"),
        b"7K3M QX2V 9DOP HZ4T",
    ],
    ids=["plain", "as a laptop's editor writes it", "an O for a 0"],
)
def test_the_code_is_read_as_people_write_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "switchback-recovery.txt").write_bytes(content)
    assert read_code(tmp_path) == "7K3MQX2V9D0PHZ4T"


def hostile(folder: Path) -> list[Path]:
    """Sticks with something else under the file's name."""
    sticks = [folder / name for name in ("none", "empty", "large", "link", "folder", "pipe", "bin")]
    for stick in sticks:
        stick.mkdir()
    name = "switchback-recovery.txt"
    (folder / "elsewhere").write_text(CODE)
    (sticks[1] / name).touch()
    (sticks[2] / name).write_text("x" * 2000 + "\n" + CODE)
    (sticks[3] / name).symlink_to(folder / "elsewhere")
    (sticks[4] / name).mkdir()
    os.mkfifo(sticks[5] / name)
    (sticks[6] / name).write_bytes(bytes(range(256)))
    return sticks


def test_anything_else_under_that_name_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for stick in hostile(tmp_path):
        with pytest.raises(RosterError, match="switchback-recovery"):
            read_code(stick)


# -- the command ---------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SWITCHBACK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("kiosk.history.coaches.Coaches.__init__.__defaults__", (None, QUICK))
    return tmp_path / "data"


def test_only_root_resets_a_pin(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    done = CliRunner().invoke(cli, ["pin", "reset"], input=NEW_PIN)
    assert isinstance(done.exception, RosterError)
    assert "sudo switchback pin reset" in str(done.exception)
    assert not data.exists()


def test_a_reset_is_noted_in_the_journal_and_in_a_file(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("os.geteuid", lambda: 0)

    def syslog(_level: int, line: str) -> None:
        said.append(line)

    monkeypatch.setattr("syslog.syslog", syslog)
    monkeypatch.setenv("SUDO_USER", "pia")
    run = CliRunner().invoke
    assert run(cli, ["pin", "reset"], input=PIN, catch_exceptions=False).exit_code == 0
    engine = open_engine(data / DATABASE_NAME)
    staff = Staff(engine, None, QUICK)
    maria = staff.add("Maria", COACHS)
    run(cli, ["pin", "reset"], input=NEW_PIN, catch_exceptions=False)
    run(cli, ["pin", "reset", "--coach", "maria"], input="9042", catch_exceptions=False)
    admin = next(one for one in staff.list() if one.is_admin)
    assert (staff.sign_in(admin.id, NEW_PIN), staff.sign_in(maria, "9042")) == ("", "")
    engine.dispose()
    events = data / desk_care.EVENTS
    noted = [json.loads(line) for line in events.read_text("utf-8").splitlines()]
    assert [(one["what"], one["whose"], one["by"]) for one in noted] == [
        ("pin set", "the administrator", "pia"),
        ("pin reset", "the administrator", "pia"),
        ("pin reset", "coach Maria", "pia"),
    ]
    assert events.stat().st_mode & 0o777 == 0o600
    assert len(said) == 3
    assert "by pia" in said[1]
    assert NEW_PIN not in events.read_text("utf-8") + "".join(said)

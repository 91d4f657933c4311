"""Coaches on the disk: PINs, the lock after wrong ones, and what neither plug nor clock undoes."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select, update

from kiosk.clock import ManualClock
from kiosk.coaches import LOCKS_S, TRIES, pin_refusal
from kiosk.errors import RosterError
from kiosk.history import coaches as on_disk
from kiosk.history.coaches import Coaches
from kiosk.history.database import open_engine, reading, writing
from kiosk.history.schema import CoachRow

PIN, WRONG = "7391", "8264"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HOUR_S = 3600


def opened(engine: Engine, clock: ManualClock) -> Coaches:
    """As a program does that has just started."""
    return Coaches(engine, clock, QUICK)


@pytest.fixture
def coaches(engine: Engine, clock: ManualClock) -> Coaches:
    return opened(engine, clock)


@pytest.fixture
def maria(coaches: Coaches) -> int:
    return coaches.add("Maria", PIN)


def fail(coaches: Coaches, coach_id: int, times: int = TRIES) -> str:
    return [coaches.sign_in(coach_id, WRONG) for _ in range(times)][-1]


def left_s(coaches: Coaches, clock: ManualClock) -> float | None:
    """How long the first coach is locked from now on."""
    until = coaches.list()[0].locked_until
    return None if until is None else until - clock.monotonic()


def row_of(engine: Engine) -> tuple[str, int, int | None]:
    with reading(engine) as connection:
        columns = (CoachRow.pin_hash, CoachRow.failures, CoachRow.locked_until_utc_ms)
        digest, failures, until = connection.execute(select(*columns)).one()
        return digest, failures, until


def restarted(clock: ManualClock, after_s: float, *, synchronised: bool = True) -> ManualClock:
    """Another start of the machine: its monotonic clock begins anew."""
    later = ManualClock(clock.utc_ms() + round(after_s * 1000), monotonic=3.0)
    later.is_synchronised = synchronised
    return later


# -- the PIN -------------------------------------------------------------------------------------


@pytest.mark.parametrize("pin", ["7391", "20417", "31415926", "80085", "1357", "9042"])
def test_four_to_eight_digits_are_a_pin(pin: str) -> None:
    assert pin_refusal(pin) == ""


@pytest.mark.parametrize("pin", ["", "739", "739173917", "73a1", "73 1", "٧٣٩١", "-731"])
def test_anything_else_is_none_and_a_sentence_says_what_is(pin: str) -> None:
    assert pin_refusal(pin) == "A PIN has 4 to 8 digits: choose another."


@pytest.mark.parametrize(
    "pin",
    ["0000", "1111", "1234", "4321", "7890", "0987", "1212", "121212", "12121", "123123", "2580"],
)
def test_a_pin_that_anybody_would_try_first_is_refused(pin: str) -> None:
    assert "first that anybody would try" in pin_refusal(pin)


def test_a_pin_is_kept_as_argon2id_and_never_as_it_is(engine: Engine, maria: int) -> None:
    digest, _, _ = row_of(engine)
    assert digest.startswith("$argon2id$")
    assert PIN not in digest


def test_a_hash_of_cheaper_times_is_made_anew_when_the_pin_is_right(
    engine: Engine, clock: ManualClock, maria: int
) -> None:
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    assert Coaches(engine, clock, dearer).sign_in(maria, PIN) == ""
    assert "m=16,t=2,p=1" in row_of(engine)[0]
    assert opened(engine, clock).sign_in(maria, PIN) == ""


def test_the_hash_in_use_fits_a_small_machine_and_is_no_toy() -> None:
    digest = on_disk._HASHER.hash(PIN)
    assert "m=32768,t=3,p=1" in digest


# -- the lock ------------------------------------------------------------------------------------


def test_five_wrong_pins_lock_for_a_minute_and_the_right_one_does_not_help(
    coaches: Coaches, clock: ManualClock, maria: int
) -> None:
    said = [coaches.sign_in(maria, WRONG) for _ in range(TRIES)]
    assert said == [
        "That is not the PIN. 4 more tries.",
        "That is not the PIN. 3 more tries.",
        "That is not the PIN. 2 more tries.",
        "That is not the PIN. One more try.",
        "Too many wrong PINs.",
    ]
    assert coaches.sign_in(maria, PIN) == "Too many wrong PINs."
    clock.advance(59)
    assert coaches.sign_in(maria, PIN) == "Too many wrong PINs."
    clock.advance(1)
    assert coaches.sign_in(maria, PIN) == ""


def test_each_lock_is_longer_and_an_hour_is_the_longest(
    coaches: Coaches, clock: ManualClock, maria: int
) -> None:
    for seconds in (*LOCKS_S, LOCKS_S[-1]):
        fail(coaches, maria)
        assert left_s(coaches, clock) == seconds
        clock.advance(seconds)
        assert left_s(coaches, clock) is None
    assert LOCKS_S == (60, 300, 900, 3600)


def test_the_right_pin_begins_the_count_anew(coaches: Coaches, engine: Engine, maria: int) -> None:
    fail(coaches, maria, TRIES - 1)
    assert coaches.sign_in(maria, PIN) == ""
    assert row_of(engine)[1:] == (0, None)
    assert fail(coaches, maria, TRIES - 1) == "That is not the PIN. One more try."


def test_one_coach_s_wrong_pins_lock_no_other(coaches: Coaches, maria: int) -> None:
    jonas = coaches.add("Jonas", "80085")
    fail(coaches, maria)
    assert coaches.sign_in(jonas, "80085") == ""


def test_a_try_is_on_the_disk_before_it_is_looked_at(
    coaches: Coaches, engine: Engine, maria: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So a plug pulled in the middle costs the try, right or wrong."""

    def pulled(*_: object) -> bool:
        raise KeyboardInterrupt

    fail(coaches, maria, TRIES - 1)
    monkeypatch.setattr(coaches, "_is_right", pulled)
    with pytest.raises(KeyboardInterrupt):
        coaches.sign_in(maria, WRONG)
    _, failures, until = row_of(engine)
    assert failures == TRIES
    assert until is not None


@contextmanager
def full(engine: Engine) -> Generator[None]:
    """A disk that takes nothing of the coaches."""
    with writing(engine) as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE UPDATE ON coach BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    try:
        yield
    finally:
        with writing(engine) as connection:
            connection.exec_driver_sql("DROP TRIGGER full")


def test_a_coach_signs_in_while_the_disk_is_full(
    coaches: Coaches, engine: Engine, maria: int
) -> None:
    with full(engine):
        assert coaches.sign_in(maria, PIN) == ""
        assert coaches.sign_in(maria, PIN) == ""
    assert row_of(engine)[1:] == (0, None)


def test_while_the_disk_is_full_every_wrong_pin_locks_and_the_right_one_waits_too(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    with full(engine):
        for seconds in (*LOCKS_S, LOCKS_S[-1]):
            assert coaches.sign_in(maria, WRONG) == "Too many wrong PINs."
            assert coaches.sign_in(maria, PIN) == "Too many wrong PINs."
            assert left_s(coaches, clock) == seconds
            clock.advance(seconds)
            assert left_s(coaches, clock) is None
        assert coaches.sign_in(maria, PIN) == ""
        assert coaches.sign_in(maria, WRONG) == "Too many wrong PINs."
        assert left_s(coaches, clock) == LOCKS_S[0]


def test_what_was_counted_in_memory_is_on_the_disk_once_there_is_room_and_outlives_a_restart(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria, TRIES - 3)
    with full(engine):
        coaches.sign_in(maria, WRONG)
        clock.advance(LOCKS_S[0])
        coaches.sign_in(maria, WRONG)
    clock.advance(100)
    assert left_s(coaches, clock) == 200
    assert row_of(engine)[1] == 2 * TRIES
    later = restarted(clock, 50)
    assert left_s(opened(engine, later), later) == pytest.approx(150, abs=0.1)
    assert left_s(coaches, clock) == 200


def test_filling_the_disk_forgets_no_wrong_pin_of_before(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria)
    with full(engine):
        assert coaches.sign_in(maria, PIN) == "Too many wrong PINs."
        clock.advance(LOCKS_S[0])
        assert left_s(coaches, clock) is None, "everybody is listed though no lock is taken away"
        assert coaches.sign_in(maria, WRONG) == "Too many wrong PINs."
        assert left_s(coaches, clock) == LOCKS_S[1]
        clock.advance(LOCKS_S[1])
        again = opened(engine, restarted(clock, 1))
        assert again.sign_in(maria, WRONG) == "Too many wrong PINs."


def test_the_next_counted_try_takes_what_was_counted_in_memory_along(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    with full(engine):
        coaches.sign_in(maria, WRONG)
        clock.advance(LOCKS_S[0])
    assert coaches.sign_in(maria, WRONG) == "That is not the PIN. 4 more tries."
    assert row_of(engine)[1] == TRIES + 1


def test_a_lock_outlives_a_restart_for_what_is_left_of_it(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria, 2 * TRIES - 1)
    clock.advance(LOCKS_S[0])
    fail(coaches, maria, TRIES)
    later = restarted(clock, 100)
    again = opened(engine, later)
    assert left_s(again, later) == pytest.approx(200, abs=0.1)
    assert again.sign_in(maria, PIN) == "Too many wrong PINs."
    later.advance(201)
    assert again.sign_in(maria, PIN) == ""


def test_wrong_pins_before_a_restart_count_after_it(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria, TRIES - 1)
    assert fail(opened(engine, restarted(clock, 5)), maria, 1) == "Too many wrong PINs."


def test_a_clock_that_is_not_set_after_a_restart_makes_the_lock_begin_anew(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria)
    later = restarted(clock, 50, synchronised=False)
    again = opened(engine, later)
    assert left_s(again, later) == LOCKS_S[0]
    later.advance(LOCKS_S[0])
    assert left_s(again, later) is None


def test_a_clock_that_is_set_later_ends_a_lock_that_is_over(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria)
    later = restarted(clock, -40 * 24 * HOUR_S, synchronised=False)
    again = opened(engine, later)
    assert left_s(again, later) == LOCKS_S[0]
    later.jump_wall(41 * 24 * HOUR_S)
    later.is_synchronised = True
    assert left_s(again, later) is None


@pytest.mark.parametrize("jump_s", [-10 * 365 * 24 * HOUR_S, -HOUR_S, HOUR_S, 365 * 24 * HOUR_S])
def test_a_clock_that_jumps_changes_no_lock_of_this_program(
    coaches: Coaches, clock: ManualClock, maria: int, jump_s: float
) -> None:
    fail(coaches, maria)
    clock.jump_wall(jump_s)
    assert left_s(coaches, clock) == LOCKS_S[0]
    clock.advance(LOCKS_S[0])
    assert coaches.sign_in(maria, PIN) == ""


def test_a_clock_that_jumped_back_over_a_restart_keeps_nobody_out_for_longer_than_the_lock(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    fail(coaches, maria)
    later = restarted(clock, -365 * 24 * HOUR_S)
    again = opened(engine, later)
    assert left_s(again, later) == LOCKS_S[0]
    later.advance(LOCKS_S[0])
    assert again.sign_in(maria, PIN) == ""


def test_a_lock_from_a_time_without_a_clock_outlives_a_restart_with_one(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    clock.is_synchronised = False
    clock.jump_wall(-50 * 365 * 24 * HOUR_S)
    fail(coaches, maria)
    later = restarted(clock, 55 * 365 * 24 * HOUR_S)
    assert left_s(opened(engine, later), later) == LOCKS_S[0]


def test_a_lock_that_is_over_is_not_renewed_by_a_restart(
    coaches: Coaches, engine: Engine, clock: ManualClock, maria: int
) -> None:
    clock.is_synchronised = False
    fail(coaches, maria)
    clock.advance(LOCKS_S[0])
    assert left_s(coaches, clock) is None
    assert row_of(engine)[1:] == (TRIES, None)
    later = restarted(clock, 1, synchronised=False)
    again = opened(engine, later)
    assert left_s(again, later) is None
    fail(again, maria)
    assert left_s(again, later) == LOCKS_S[1]


def test_another_pin_ends_the_lock(coaches: Coaches, maria: int) -> None:
    fail(coaches, maria)
    coaches.change_pin(maria, "60421")
    assert coaches.sign_in(maria, "60421") == ""
    assert coaches.sign_in(maria, PIN).startswith("That is not the PIN")


# -- who there is --------------------------------------------------------------------------------


def test_two_coaches_have_two_names_whatever_their_case(coaches: Coaches, maria: int) -> None:
    with pytest.raises(RosterError, match="MARIA already"):
        coaches.add("MARIA", PIN)
    assert [one.name for one in coaches.list()] == ["Maria"]


def test_the_first_coach_is_made_only_while_there_is_none(coaches: Coaches, maria: int) -> None:
    with pytest.raises(RosterError, match="sign in first"):
        coaches.add("Jonas", PIN, only_as_first=True)


def test_the_last_coach_stays_unless_the_command_line_says_otherwise(
    coaches: Coaches, maria: int
) -> None:
    with pytest.raises(RosterError, match="only coach"):
        coaches.remove(maria)
    coaches.remove(maria, even_the_last=True)
    assert coaches.list() == []


def test_a_removed_coach_cannot_sign_in(coaches: Coaches, maria: int) -> None:
    coaches.add("Jonas", "80085")
    coaches.remove(maria)
    with pytest.raises(RosterError, match="removed"):
        coaches.sign_in(maria, PIN)


def test_a_hash_that_is_damaged_says_what_to_do(
    coaches: Coaches, engine: Engine, maria: int
) -> None:
    with writing(engine) as connection:
        connection.execute(update(CoachRow).values(pin_hash="$argon2id$torn"))
    with pytest.raises(RosterError, match="another coach sets a new one"):
        coaches.sign_in(maria, PIN)


def test_no_pin_is_in_any_log_or_error(
    coaches: Coaches, maria: int, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = [coaches.sign_in(maria, WRONG) for _ in range(TRIES + 1)]
    for refused in ("0000", "123", WRONG * 3):
        with pytest.raises(RosterError) as error:
            coaches.add("Jonas", refused)
        said.append(str(error.value))
    engine = open_engine(path)
    engine.dispose()
    everything = " ".join([*said, caplog.text])
    assert "A wrong PIN for coach Maria, 5 in a row" in caplog.text
    assert "Coach Maria is locked for 60 s" in caplog.text
    assert [pin for pin in (PIN, WRONG, "0000") if pin in everything] == []
    on_the_disk = b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())
    assert [pin for pin in (PIN, WRONG) if pin.encode() in on_the_disk] == []

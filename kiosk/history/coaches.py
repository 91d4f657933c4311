"""The coaches on the disk: PINs as Argon2id, and locks that no plug, clock or full disk undoes."""

import logging
from contextlib import suppress
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

from kiosk.clock import Clock, SystemClock
from kiosk.coaches import ADMIN_SHORTEST, SHORTEST, TRIES, Coach, length_s, lock_s, pin_refusal
from kiosk.errors import HistoryError, RosterError
from kiosk.history.database import reading, writing
from kiosk.history.names import cleaned, name_key, nearest
from kiosk.history.schema import CoachRow
from kiosk.words import text

COACH, ADMIN, RECOVERY = "coach", "admin", "recovery"
"""What a row is of."""
UNDATED = 0
"""`locked_until_utc_ms` of a lock whose end no clock knew."""
NOTICEABLE_S = 1.0
"""Two clocks that drift apart by less change no lock."""
_HASHER = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
"""RFC 9106's low-memory profile has 64 MiB and four lanes. Half of it, in one lane: a Pi Zero 2 has
512 MiB for the window and everything else, and its other cores draw. About half a second there.
Ten thousand PINs are few for any hash, so the lock is what guards; this guards a copied disk.
"""

_logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Lock:
    """As this process counts it, by the monotonic clock."""

    written: int
    """Its `locked_until_utc_ms`, by which it is known again."""
    failures: int
    ends: float
    is_own: bool
    """Begun in this process, which therefore needs no other clock."""


@dataclass(frozen=True, slots=True)
class _Try:
    """One more PIN that is looked at, already counted."""

    name: str
    digest: str
    failures: int
    """Wrong ones in a row if this is one too."""
    seconds: int
    """How long it then locks; 0: not at all."""
    until: int
    """The lock's `locked_until_utc_ms`."""
    is_kept: bool
    """On the disk, not only in memory."""


class Coaches:
    """Reads and changes the coaches; safe beside a running kiosk, used by one thread.

    A lock that began in this process is counted by the monotonic clock alone. One that is found on
    the disk lasts its whole length from then on, or until the time that is written there if that
    is sooner and the clock is synchronised now as it was then. So a clock that is not set, or
    jumps back, makes a lock begin anew at the worst, and never last longer than it is long.

    A disk that takes nothing keeps no coach out: tries are counted in memory until it takes them.
    Because a restart would forget that count, every wrong one is then the last before a lock: who
    fills the disk and pulls the plug has one try, not five.

    Every method raises HistoryError when the history cannot be read or written, and RosterError
    as it says.
    """

    def __init__(
        self, engine: Engine, clock: Clock | None = None, hasher: PasswordHasher = _HASHER
    ) -> None:
        self._engine = engine
        self._clock = clock or SystemClock()
        self._hasher = hasher
        self._locks: dict[int, _Lock] = {}
        self._unkept: dict[int, _Lock] = {}
        """By coach id: failures and the lock that the disk has not taken yet."""

    def list(self) -> list[Coach]:
        """Everybody, by name; a lock that is over is taken away, or a restart would renew it."""
        self._keep_tries()
        with reading(self._engine) as connection, Session(connection) as session:
            people = select(CoachRow).where(CoachRow.role != RECOVERY).order_by(CoachRow.name_key)
            rows = session.scalars(people).all()
            coaches = [
                Coach(row.id, _name(row), self._locked_until(row), row.role == ADMIN)
                for row in rows
            ]
        over = [
            row.id
            for row, coach in zip(rows, coaches, strict=True)
            if row.locked_until_utc_ms is not None and coach.locked_until is None
        ]
        if over:
            with suppress(HistoryError):  # tried again with the next look
                self._unlock(over)
        return coaches

    def add(self, name: str, pin: str, *, only_as_first: bool = False) -> int:
        """The new coach's id; RosterError when the name is taken or the PIN cannot be one."""
        name, digest = cleaned(name), self._hashed(pin, SHORTEST)
        with writing(self._engine) as connection, Session(connection) as session:
            known = session.scalars(select(CoachRow)).all()
            if known and only_as_first:
                raise RosterError(text("There is a coach already: sign in first."))
            if any(row.name_key == name_key(name) for row in known):
                raise RosterError(
                    text("There is a coach called {name} already: add a letter.", name=name)
                )
            row = CoachRow(
                name=name,
                name_key=name_key(name),
                pin_hash=digest,
                failures=0,
                created_utc_ms=self._clock.utc_ms(),
            )
            session.add(row)
            session.flush()
            return row.id

    def change_pin(self, coach_id: int, pin: str) -> None:
        """Ends a lock too; RosterError when the PIN cannot be one or there is no such coach."""
        with reading(self._engine) as connection, Session(connection) as session:
            is_admin = _present(session, coach_id).role == ADMIN
        self._replace(coach_id, self._hashed(pin, ADMIN_SHORTEST if is_admin else SHORTEST))

    def _replace(self, coach_id: int, digest: str) -> None:
        with writing(self._engine) as connection, Session(connection) as session:
            row = _present(session, coach_id)
            row.pin_hash, row.failures, row.locked_until_utc_ms = digest, 0, None
            session.flush()
        self._unkept.pop(coach_id, None)

    def remove(self, coach_id: int, *, even_the_last: bool = False) -> None:
        """RosterError when there is no such coach, or no other."""
        with writing(self._engine) as connection, Session(connection) as session:
            row = _present(session, coach_id)
            people = select(func.count()).select_from(CoachRow).where(CoachRow.role != RECOVERY)
            if row.role == ADMIN:
                raise RosterError(text("The administrator stays: somebody has to look after it."))
            if session.scalar(people) == 1 and not even_the_last:
                raise RosterError(
                    text("{name} is the only coach: add another one first.", name=row.name)
                )
            session.delete(row)
            session.flush()

    def find(self, name: str) -> Coach:
        """RosterError, naming similar names, when there is nobody of that name."""
        coaches = [one for one in self.list() if not one.is_admin]
        for coach in coaches:
            if name_key(coach.name) == name_key(name):
                return coach
        alike = nearest(name, [coach.name for coach in coaches])
        meant = f"did you mean {' or '.join(alike)}? " if alike else ""
        raise RosterError(f"{name} is no coach; {meant}'switchback coach list' shows who is.")

    # -- signing in ------------------------------------------------------------------------------

    def sign_in(self, coach_id: int, pin: str) -> str:
        """Empty when the PIN is right, else why nobody is signed in.

        The try is counted on the disk before it is looked at, and taken back when it was right:
        whoever pulls the plug while a PIN is being looked at has lost that try.
        """
        left = self._left(coach_id, pin)
        if isinstance(left, str):
            return left
        if left == 0:
            return text("Too many wrong PINs.")
        if left == 1:
            return text("That is not the PIN. One more try.")
        return text("That is not the PIN. {left} more tries.", left=left)

    def _left(self, coach_id: int, secret: str) -> int | str:
        """What is left after one more try: a number of tries, 0 while it is locked; or as _let_in
        says, when it was right.
        """
        try:
            tried = self._count_on_disk(coach_id)
        except HistoryError:
            tried = self._count_in_memory(coach_id)
        if tried is None:
            return 0
        if self._is_right(tried.name, tried.digest, secret):
            return self._let_in(coach_id, tried.digest, secret)
        _logger.warning("A wrong PIN for coach %s, %d in a row", tried.name, tried.failures)
        if tried.seconds:
            ends = self._clock.monotonic() + tried.seconds
            locks = self._locks if tried.is_kept else self._unkept
            locks[coach_id] = _Lock(tried.until, tried.failures, ends, is_own=True)
            _logger.warning("Coach %s is locked for %d s", tried.name, tried.seconds)
            return 0
        return TRIES - tried.failures % TRIES

    def _count_on_disk(self, coach_id: int) -> "_Try | None":
        """None: locked."""
        with writing(self._engine) as connection, Session(connection) as session:
            row = _present(session, coach_id)
            if self._locked_until(row) is not None:
                return None
            row.failures = self._failures(row) + 1
            seconds = lock_s(row.failures)
            row.locked_until_utc_ms = self._end_on_disk(seconds) if seconds else None
            until = row.locked_until_utc_ms or UNDATED
            tried = _Try(_name(row), row.pin_hash, row.failures, seconds, until, is_kept=True)
            session.flush()
        self._unkept.pop(coach_id, None)
        return tried

    def _count_in_memory(self, coach_id: int) -> "_Try | None":
        """The same while the disk takes nothing: this try is the last before a lock."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = _present(session, coach_id)
            if self._locked_until(row) is not None:
                return None
            failures = (self._failures(row) // TRIES + 1) * TRIES
            return _Try(
                _name(row), row.pin_hash, failures, lock_s(failures), UNDATED, is_kept=False
            )

    def _failures(self, row: CoachRow) -> int:
        unkept = self._unkept.get(row.id)
        return row.failures if unkept is None else max(row.failures, unkept.failures)

    def _keep_tries(self) -> None:
        """What was counted in memory goes onto the disk as soon as it takes it."""
        for coach_id, lock in list(self._unkept.items()):
            left = lock.ends - self._clock.monotonic()
            until = self._end_on_disk(left) if left > 0 else None
            counted = (CoachRow.id == coach_id) & (CoachRow.failures < lock.failures)
            changes = {"failures": lock.failures, "locked_until_utc_ms": until}
            try:
                with writing(self._engine) as connection:
                    connection.execute(update(CoachRow).where(counted).values(changes))
            except HistoryError:
                return
            del self._unkept[coach_id]
            if until is not None:
                self._locks[coach_id] = _Lock(until, lock.failures, lock.ends, is_own=True)

    def _is_right(self, name: str, digest: str, pin: str) -> bool:
        try:
            return self._hasher.verify(digest, pin)
        except VerifyMismatchError:
            return False
        except (VerificationError, InvalidHashError) as error:
            raise RosterError(
                text("The PIN of {name} cannot be read: another coach sets a new one.", name=name)
            ) from error

    def _let_in(self, coach_id: int, digest: str, pin: str) -> str:
        kept = self._hasher.hash(pin) if self._hasher.check_needs_rehash(digest) else digest
        same = (CoachRow.id == coach_id) & (CoachRow.pin_hash == digest)
        change = update(CoachRow).where(same)
        try:
            with writing(self._engine) as connection:
                done = connection.execute(
                    change.values(failures=0, locked_until_utc_ms=None, pin_hash=kept)
                )
            found = done.rowcount
        except HistoryError:  # whom the disk cannot forgive is let in all the same
            with reading(self._engine) as connection:
                found = connection.scalar(select(func.count()).select_from(CoachRow).where(same))
        if not found:  # changed or removed while it was looked at
            return text("The PIN has just been changed: try again.")
        self._unkept.pop(coach_id, None)
        return ""

    def _hashed(self, pin: str, shortest: int) -> str:
        refusal = pin_refusal(pin, shortest)
        if refusal:
            raise RosterError(refusal)
        return self._hasher.hash(pin)

    # -- locks -----------------------------------------------------------------------------------

    def _end_on_disk(self, seconds: float) -> int:
        if not self._clock.synchronised():
            return UNDATED
        return self._clock.utc_ms() + round(seconds * 1000)

    def _locked_until(self, row: CoachRow) -> float | None:
        """Monotonic seconds; None when there is no lock, or it is over."""
        written, now = row.locked_until_utc_ms, self._clock.monotonic()
        unkept = self._unkept.get(row.id)
        if unkept is not None and unkept.ends > now:
            return unkept.ends
        if written is None:
            self._locks.pop(row.id, None)
            return None
        lock = self._locks.get(row.id)
        if lock is None or (lock.written, lock.failures) != (written, row.failures):
            ends = now + length_s(row.failures)
            lock = self._locks[row.id] = _Lock(written, row.failures, ends, is_own=False)
        if not lock.is_own and written != UNDATED and self._clock.synchronised():
            by_the_wall = now + (written - self._clock.utc_ms()) / 1000
            if by_the_wall < lock.ends - NOTICEABLE_S:
                lock.ends = by_the_wall
        return lock.ends if lock.ends > now else None

    def _unlock(self, ids: "list[int]") -> None:
        with writing(self._engine) as connection, Session(connection) as session:
            for row in session.scalars(select(CoachRow).where(CoachRow.id.in_(ids))):
                if self._locked_until(row) is None:  # not locked again meanwhile
                    row.locked_until_utc_ms = None
            session.flush()


def _name(row: CoachRow) -> str:
    """As people call them."""
    return {ADMIN: text("Administrator"), RECOVERY: text("Recovery code")}.get(row.role, row.name)


def _present(session: Session, coach_id: int) -> CoachRow:
    row = session.get(CoachRow, coach_id)
    if row is None:
        raise RosterError(text("That coach has been removed."))
    return row

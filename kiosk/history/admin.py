"""The administrator on the disk: one PIN apart from the coaches', and the code that recovers it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk import recovery_code
from kiosk.coaches import ADMIN_SHORTEST
from kiosk.errors import RosterError
from kiosk.history.coaches import ADMIN, RECOVERY, Coaches
from kiosk.history.database import reading, writing
from kiosk.history.schema import CoachRow
from kiosk.words import text


class Staff(Coaches):
    """The coaches and the administrator: the same hashes, tries and locks for all, the recovery
    code's too. Raises as Coaches does.
    """

    def make_admin(self, pin: str) -> int:
        """The first administrator's id; RosterError when there is one, or for such a PIN."""
        digest = self._hashed(pin, ADMIN_SHORTEST)
        with writing(self._engine) as connection, Session(connection) as session:
            if _row_of(session, ADMIN) is not None:
                raise RosterError(text("There is an administrator already: sign in first."))
            row = self._made(ADMIN, digest)
            session.add(row)
            session.flush()
            return row.id

    def new_code(self) -> str:
        """A new recovery code, to be shown once; the one before is worth nothing from now on."""
        code = recovery_code.new_code()
        digest = self._hasher.hash(recovery_code.cleaned(code))
        with writing(self._engine) as connection, Session(connection) as session:
            row = _row_of(session, RECOVERY)
            if row is None:
                session.add(self._made(RECOVERY, digest))
            else:
                row.pin_hash, row.failures, row.locked_until_utc_ms = digest, 0, None
            session.flush()
        return code

    def recover(self, code: str, pin: str) -> str:
        """With the code's letters the administrator gets this PIN, and a new code, which this
        returns: the one that lay on a stick is known to too many. Five wrong codes lock as five
        wrong PINs do. Raises RosterError with what to do.
        """
        digest = self._hashed(pin, ADMIN_SHORTEST)
        with reading(self._engine) as connection, Session(connection) as session:
            row, admin = _row_of(session, RECOVERY), _row_of(session, ADMIN)
            if row is None or admin is None:
                raise RosterError(
                    text(
                        "No recovery code was ever made here: whoever set the kiosk up gives the"
                        " command 'sudo switchback pin reset'."
                    )
                )
            code_id, admin_id = row.id, admin.id
        left = self._left(code_id, code)
        if left == 0:
            raise RosterError(
                text("Too many wrong recovery codes: wait an hour, then try the right one.")
            )
        if isinstance(left, int):
            raise RosterError(
                text("That is not this kiosk's recovery code: look at its set-up sheet again.")
            )
        if left:
            raise RosterError(left)
        self._replace(admin_id, digest)
        return self.new_code()

    def reset_admin(self, pin: str) -> bool:
        """From the command line: a new PIN, whether there was one before or not, which it says."""
        with reading(self._engine) as connection, Session(connection) as session:
            row = _row_of(session, ADMIN)
            admin_id = None if row is None else row.id
        if admin_id is None:
            self.make_admin(pin)
            return False
        self._replace(admin_id, self._hashed(pin, ADMIN_SHORTEST))
        return True

    def _made(self, role: str, digest: str) -> CoachRow:
        # No name begins with a space, so no coach can be called as this row is.
        name = f" {role}"
        now = self._clock.utc_ms()
        return CoachRow(
            name=name, name_key=name, pin_hash=digest, failures=0, created_utc_ms=now, role=role
        )


def _row_of(session: Session, role: str) -> CoachRow | None:
    return session.scalars(select(CoachRow).where(CoachRow.role == role)).one_or_none()

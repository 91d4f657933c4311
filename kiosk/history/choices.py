"""What is chosen at the screen, kept in the history."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kiosk.history.database import reading, writing
from kiosk.history.schema import ChoiceRow


class KeptChoices:
    """Reads and writes the choices; raises HistoryError when the history cannot be used."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def load(self) -> dict[str, str]:
        """Everything that was ever chosen, by key."""
        with reading(self._engine) as connection, Session(connection) as session:
            return {row.key: row.value for row in session.scalars(select(ChoiceRow))}

    def keep(self, key: str, value: str) -> None:
        with writing(self._engine) as connection, Session(connection) as session:
            session.merge(ChoiceRow(key=key, value=value))
            session.flush()

"""What coaching needs: more of a person, answers, results, the week, what stations can do."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Written out, not imported from the schema: the schema moves on, this script must not.
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOUBLE = sa.Double[float]().with_variant(sa.REAL(), "sqlite")
_CATEGORIES = {"step-up-80": "step-up", "step-up-30": "step-up", "tread-hike": "hike"}
"""Of the workouts that came with the program until now; a club's own had none."""
_UNMEASURED = "closed_utc_ms IS NOT NULL AND measured_utc_ms IS NULL"


def upgrade() -> None:
    # Every column is added in place: no table of the past is made anew, so no child loses its
    # parent on the way.
    _people()
    _sessions()
    _answers()
    _results()
    op.create_table(
        "station_shown",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("utc_ms", BIG, nullable=False),
        sa.Column("lowest_percent", DOUBLE, nullable=False),
        sa.Column("highest_percent", DOUBLE, nullable=False),
        sa.Column("shown_by", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _people() -> None:
    for name in ("weight_kg", "vo2max", "marathon_pace_s_per_km", "test_ceiling_hr"):
        op.add_column("athlete", sa.Column(name, DOUBLE))
    for name in ("cleared_on", "guardian_on", "readiness_on", "race_on"):
        op.add_column("athlete", sa.Column(name, sa.Text()))
    op.add_column("athlete", sa.Column("is_ready", sa.Integer()))
    op.add_column("athlete", _with_default("is_effort_only", sa.Integer(), "0"))
    op.add_column("athlete", _with_default("race_name", sa.Text(), "''"))
    op.create_table(
        "planned",
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), primary_key=True),
        sa.Column("day", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("protocol_id", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _sessions() -> None:
    op.add_column("session", _with_default("category", sa.Text(), "''"))
    op.add_column("session", _with_default("choices", sa.Text(), "'[]'"))
    op.add_column("session", sa.Column("test", sa.Text()))
    session = sa.table("session", sa.column("protocol_id"), sa.column("category"))
    for protocol_id, category in _CATEGORIES.items():
        op.execute(
            session.update().where(session.c.protocol_id == protocol_id).values(category=category)
        )
    op.add_column("session_athlete", sa.Column("measured_utc_ms", BIG))
    op.add_column("session_athlete", sa.Column("complete", sa.Integer()))
    _partial_index("ix_session_athlete_unmeasured", "session_athlete", "closed_utc_ms", _UNMEASURED)
    _partial_index("ix_event_set", "event", "session_athlete_id", "kind = 'set'")


def _answers() -> None:
    op.create_table(
        "answer",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), nullable=False, index=True),
        sa.Column("session_id", BIG, sa.ForeignKey("session.id")),
        sa.Column("utc_ms", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", DOUBLE, nullable=False),
        sqlite_strict=True,
    )


def _results() -> None:
    op.create_table(
        "result",
        sa.Column("session_athlete_id", BIG, sa.ForeignKey("session_athlete.id"), primary_key=True),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", DOUBLE),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("digits", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "hike_window",
        sa.Column("session_athlete_id", BIG, sa.ForeignKey("session_athlete.id"), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("grade_percent", DOUBLE, nullable=False),
        sa.Column("speed_kmh", DOUBLE, nullable=False),
        sa.Column("heart_rate_bpm", DOUBLE, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _with_default(name: str, kind: sa.Integer | sa.Text, default: str) -> sa.Column[Any]:
    """A column that rows of the past need a value for."""
    return sa.Column(name, kind, nullable=False, server_default=sa.text(default))


def _partial_index(name: str, table: str, column: str, where: str) -> None:
    wanted = sa.text(where)
    op.create_index(name, table, [column], sqlite_where=wanted, postgresql_where=wanted)

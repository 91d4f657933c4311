"""Sessions that are over are kept as packed minutes; what was climbed stands beside the counts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Written out, not imported from the schema: the schema moves on, this script must not.
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNPACKED = "packed_utc_ms IS NULL"
BEATS = "beats_dropped_utc_ms IS NULL"
OPEN = "closed_utc_ms IS NULL"


def upgrade() -> None:
    op.add_column("session_athlete", sa.Column("ascent_mm", BIG))
    op.add_column("session_athlete", sa.Column("packed_utc_ms", BIG))
    op.create_index(
        "ix_session_athlete_unpacked",
        "session_athlete",
        ["session_id"],
        sqlite_where=sa.text(UNPACKED),
        postgresql_where=sa.text(UNPACKED),
    )
    op.create_table(
        "minute",
        sa.Column("session_athlete_id", BIG, sa.ForeignKey("session_athlete.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("seconds", sa.LargeBinary(), nullable=False),
        sa.Column("beats", sa.LargeBinary()),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    # Beside a table of their own the beats of a second would cost a page more every second.
    op.add_column("live", sa.Column("intervals", sa.LargeBinary()))
    _look_back()
    _forget()
    _homework()
    op.add_column("coach", sa.Column("role", sa.Text(), nullable=False, server_default="coach"))


def _look_back() -> None:
    """What looking back over years needs, and what each coach has taken."""
    op.create_index("ix_session_opened_utc_ms", "session", ["opened_utc_ms"])
    op.create_index("ix_session_protocol_name", "session", ["protocol_name"])
    op.create_index(
        "ix_session_open",
        "session",
        ["opened_utc_ms"],
        sqlite_where=sa.text(OPEN),
        postgresql_where=sa.text(OPEN),
    )
    op.create_index("ix_planned_day", "planned", ["day"])
    op.create_table(
        "coach_taken",
        sa.Column(
            "coach_id",
            BIG,
            sa.ForeignKey("coach.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "session_id",
            BIG,
            sa.ForeignKey("session.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("utc_ms", BIG, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_coach_taken_session_id", "coach_taken", ["session_id"])


def _forget() -> None:
    """Raw beats go after their time; of entries that were merged only the numbers are kept."""
    op.add_column("athlete", sa.Column("merged", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("session_athlete", sa.Column("beats_dropped_utc_ms", BIG))
    op.create_index(
        "ix_session_athlete_beats",
        "session_athlete",
        ["session_id"],
        sqlite_where=sa.text(BEATS),
        postgresql_where=sa.text(BEATS),
    )


def _homework() -> None:
    """Downhills that somebody took home, and what was brought back of them."""
    op.create_table(
        "homework",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), nullable=False),
        sa.Column("given_utc_ms", BIG, nullable=False),
        sa.Column("given_on", sa.Text(), nullable=False),
        sa.Column("protocol_id", sa.Text(), nullable=False),
        sa.Column("protocol_name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("plan_json", sa.Text(), nullable=False),
        sa.Column("taken_utc_ms", BIG),
        sa.Column("started_utc_ms", BIG),
        sa.Column("done_on", sa.Text()),
        sa.Column("duration_s", sa.Integer()),
        sa.Column("complete", sa.Integer()),
        sa.Column("source", sa.Text()),
        sa.Column("measures", sa.Text(), nullable=False, server_default="[]"),
        sqlite_strict=True,
    )
    op.create_index("ix_homework_athlete_id", "homework", ["athlete_id"])

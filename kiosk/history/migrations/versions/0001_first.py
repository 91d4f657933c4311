"""The first schema: people, sessions, seconds, beats and events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Written out, not imported from the schema: the schema moves on, this script must not.
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOUBLE = sa.Double[float]().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    _people()
    _sessions()
    _seconds()
    op.create_table(
        "event",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("session_id", BIG, sa.ForeignKey("session.id"), nullable=False, index=True),
        sa.Column("session_athlete_id", BIG, sa.ForeignKey("session_athlete.id")),
        sa.Column("utc_ms", BIG, nullable=False),
        sa.Column("elapsed_s", sa.Integer()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sqlite_strict=True,
    )


def _people() -> None:
    op.create_table(
        "athlete",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text()),
        sa.Column("birth_year", sa.Integer()),
        sa.Column("max_hr", DOUBLE),
        sa.Column("resting_hr", DOUBLE),
        sa.Column("threshold_hr", DOUBLE),
        sa.Column("threshold_on", sa.Text()),
        sa.Column("zone_edges", sa.Text()),
        sa.Column("ceiling_hr", DOUBLE),
        sa.Column("consent_on", sa.Text(), nullable=False),
        sa.Column("consent_by", sa.Text(), nullable=False),
        sa.Column("created_utc_ms", BIG, nullable=False),
        sa.Column("removed_utc_ms", BIG),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_athlete_name_key_present",
        "athlete",
        ["name_key"],
        unique=True,
        sqlite_where=sa.text("removed_utc_ms IS NULL"),
        postgresql_where=sa.text("removed_utc_ms IS NULL"),
    )
    op.create_table(
        "athlete_strap",
        sa.Column("device_number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )


def _sessions() -> None:
    op.create_table(
        "session",
        sa.Column("id", BIG, primary_key=True, autoincrement=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("protocol_id", sa.Text(), nullable=False),
        sa.Column("protocol_name", sa.Text(), nullable=False),
        sa.Column("plan_json", sa.Text(), nullable=False),
        sa.Column("opened_utc_ms", BIG, nullable=False),
        sa.Column("utc_offset_min", sa.Integer(), nullable=False),
        sa.Column("synchronised", sa.Integer(), nullable=False),
        sa.Column("supervised", sa.Integer(), nullable=False),
        sa.Column("software_version", sa.Text(), nullable=False),
        sa.Column("closed_utc_ms", BIG),
        sa.Column("close_reason", sa.Text()),
        sa.Column("recovered", sa.Integer(), nullable=False),
        sa.Column("live_from", BIG, nullable=False),
        sa.Column("live_to", BIG),
        sa.Column("beat_from", BIG, nullable=False),
        sa.Column("beat_to", BIG),
        sqlite_strict=True,
    )
    op.create_table(
        "session_athlete",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("session_id", BIG, sa.ForeignKey("session.id"), nullable=False),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), nullable=False, index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("station", sa.Text()),
        sa.Column("strap", sa.Integer()),
        sa.Column("zone_model", sa.Text()),
        sa.Column("zone_inputs", sa.Text(), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("joined_utc_ms", BIG, nullable=False),
        sa.Column("closed_utc_ms", BIG),
        sa.Column("close_reason", sa.Text()),
        sa.Column("samples", sa.Integer()),
        sa.Column("missing_s", sa.Integer()),
        sa.UniqueConstraint("session_id", "athlete_id"),
        sqlite_strict=True,
    )


def _seconds() -> None:
    op.create_table(
        "live",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("session_athlete_id", BIG, nullable=False),
        sa.Column("elapsed_s", sa.Integer(), nullable=False),
        sa.Column("utc_ms", BIG, nullable=False),
        sa.Column("step_index", sa.Integer(), nullable=False),
        sa.Column("step_s", sa.Integer(), nullable=False),
        sa.Column("bpm", sa.Integer()),
        sa.Column("grade_centi", sa.Integer()),
        sa.Column("speed_centi", sa.Integer()),
        sa.Column("speed_source", sa.Integer()),
        sa.Column("target_low_bpm", sa.Integer()),
        sa.Column("target_high_bpm", sa.Integer()),
        sa.Column("guide_low_deci", sa.Integer()),
        sa.Column("guide_high_deci", sa.Integer()),
        sa.Column("flags", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "beat",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("session_athlete_id", BIG, nullable=False),
        sa.Column("elapsed_s", sa.Integer(), nullable=False),
        sa.Column("intervals", sa.LargeBinary(), nullable=False),
        sqlite_strict=True,
    )

"""Straps that several people may own, foot pods, tags, the club's straps, cadence and ascent."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Written out, not imported from the schema: the schema moves on, this script must not.
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _straps_for_several()
    _belongings("athlete_foot_pod")
    op.create_table(
        "athlete_tag",
        sa.Column("digest", sa.Text(), primary_key=True),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), nullable=False, index=True),
        sa.Column("added_utc_ms", BIG, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "pool_strap",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("device_number", sa.Integer(), nullable=False, unique=True),
        sa.Column("battery_percent", sa.Integer()),
        sa.Column("battery_status", sa.Text()),
        sa.Column("last_used_utc_ms", BIG),
        sa.Column("holder_athlete_id", BIG, sa.ForeignKey("athlete.id")),
        sqlite_strict=True,
    )
    # Columns that may be missing are added in place: no second of the past is written anew.
    for name in ("cadence_deci", "cadence_source", "ascent_mm"):
        op.add_column("live", sa.Column(name, sa.Integer()))


def _straps_for_several() -> None:
    """The key is made of number and person: SQLite changes a key only by making the table anew."""
    op.drop_index("ix_athlete_strap_athlete_id", "athlete_strap")
    op.rename_table("athlete_strap", "former_strap")
    _belongings("athlete_strap")
    op.execute(
        "INSERT INTO athlete_strap (device_number, athlete_id, position)"
        " SELECT device_number, athlete_id, position FROM former_strap"
    )
    op.drop_table("former_strap")


def _belongings(table: str) -> None:
    op.create_table(
        table,
        sa.Column("device_number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("athlete_id", BIG, sa.ForeignKey("athlete.id"), primary_key=True, index=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sqlite_strict=True,
    )

"""Coaches with PINs, what is set at the screen, guests, and what others see of somebody's heart."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Written out, not imported from the schema: the schema moves on, this script must not.
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "athlete", sa.Column("shows", sa.Text(), nullable=False, server_default=sa.text("'bpm'"))
    )
    op.add_column("athlete", sa.Column("guest_on", sa.Text()))
    op.create_table(
        "coach",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("locked_until_utc_ms", BIG),
        sa.Column("created_utc_ms", BIG, nullable=False),
        sa.UniqueConstraint("name_key"),
        sqlite_strict=True,
    )
    op.create_table(
        "choice",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sqlite_strict=True,
    )

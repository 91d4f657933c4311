"""The tables: people and sessions as typed ORM classes, seconds and beats as plain tables.

Only what both SQLite's STRICT tables and PostgreSQL take: integers, text, doubles and bytes.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

BIG = BigInteger().with_variant(Integer(), "sqlite")
"""Milliseconds since 1970 and row numbers; SQLite's INTEGER is 64 bits wide anyway."""
DOUBLE = Double[float]().with_variant(REAL(), "sqlite")
STRICT = {"sqlite_strict": True}


class Flag(TypeDecorator[bool]):
    """A yes or no, stored as 1 or 0: STRICT tables know no boolean."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        del dialect
        return None if value is None else bool(value)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map = {str: Text, float: DOUBLE, bool: Flag}  # noqa: RUF012 - SQLAlchemy's name


class AthleteRow(Base):
    """A person. Taken off the roster the row stays, so that sessions keep pointing at someone."""

    __tablename__ = "athlete"

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    name: Mapped[str]
    """As typed."""
    name_key: Mapped[str]
    """kiosk.history.names.name_key of it: unique among those present."""
    sex: Mapped[str | None]
    birth_year: Mapped[int | None]
    max_hr: Mapped[float | None]
    resting_hr: Mapped[float | None]
    threshold_hr: Mapped[float | None]
    threshold_on: Mapped[str | None]
    """ISO date."""
    zone_edges: Mapped[str | None]
    """JSON array, bpm."""
    ceiling_hr: Mapped[float | None]
    weight_kg: Mapped[float | None]
    vo2max: Mapped[float | None]
    marathon_pace_s_per_km: Mapped[float | None]
    is_effort_only: Mapped[bool] = mapped_column(server_default=text("0"))
    test_ceiling_hr: Mapped[float | None]
    cleared_on: Mapped[str | None]
    """ISO date, like the other days here."""
    guardian_on: Mapped[str | None]
    readiness_on: Mapped[str | None]
    is_ready: Mapped[bool | None]
    race_on: Mapped[str | None]
    race_name: Mapped[str] = mapped_column(server_default=text("''"))
    shows: Mapped[str] = mapped_column(server_default=text("'bpm'"))
    guest_on: Mapped[str | None]
    consent_on: Mapped[str]
    """ISO date on which the athlete agreed to heart rates being stored."""
    consent_by: Mapped[str]
    """Who recorded that: "staff"."""
    created_utc_ms: Mapped[int] = mapped_column(BIG)
    removed_utc_ms: Mapped[int | None] = mapped_column(BIG)
    merged: Mapped[str] = mapped_column(server_default=text("'[]'"))
    """JSON array of [id, created_utc_ms]: entries that turned out to be this person."""

    straps: Mapped[list["StrapRow"]] = relationship(
        cascade="all, delete-orphan", order_by="StrapRow.position", lazy="selectin"
    )
    foot_pods: Mapped[list["FootPodRow"]] = relationship(
        cascade="all, delete-orphan", order_by="FootPodRow.position", lazy="selectin"
    )
    tags: Mapped[list["TagRow"]] = relationship(
        cascade="all, delete-orphan",
        order_by="TagRow.added_utc_ms, TagRow.digest",
        lazy="selectin",
    )

    __table_args__ = (
        Index(
            "uq_athlete_name_key_present",
            "name_key",
            unique=True,
            sqlite_where=text("removed_utc_ms IS NULL"),
            postgresql_where=text("removed_utc_ms IS NULL"),
        ),
        STRICT,
    )


class Belonging(Base):
    """An ANT device of one person's own."""

    __abstract__ = True

    device_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """20 bits: two people may have the same, hence the key of both."""
    athlete_id: Mapped[int] = mapped_column(
        BIG, ForeignKey("athlete.id"), primary_key=True, index=True
    )
    position: Mapped[int]
    """Order in which they were given."""

    __table_args__ = (STRICT,)


class StrapRow(Belonging):
    __tablename__ = "athlete_strap"


class FootPodRow(Belonging):
    __tablename__ = "athlete_foot_pod"


class TagRow(Base):
    """Whose an RFID tag is; the tag's own number is nowhere."""

    __tablename__ = "athlete_tag"

    digest: Mapped[str] = mapped_column(primary_key=True)
    """As events.Tag has it."""
    athlete_id: Mapped[int] = mapped_column(BIG, ForeignKey("athlete.id"), index=True)
    added_utc_ms: Mapped[int] = mapped_column(BIG)

    __table_args__ = (STRICT,)


class PoolStrapRow(Base):
    """A strap of the club, as kiosk.shelf.PoolStrap; nobody's own."""

    __tablename__ = "pool_strap"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device_number: Mapped[int] = mapped_column(unique=True)
    battery_percent: Mapped[int | None]
    battery_status: Mapped[str | None]
    last_used_utc_ms: Mapped[int | None] = mapped_column(BIG)
    holder_athlete_id: Mapped[int | None] = mapped_column(BIG, ForeignKey("athlete.id"))

    __table_args__ = (STRICT,)


class CoachRow(Base):
    """Somebody who may do what the staff does, by a PIN; or what the administrator's PIN is
    recovered by.
    """

    __tablename__ = "coach"

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    pin_hash: Mapped[str]
    """Argon2id, with its salt and costs in it."""
    failures: Mapped[int] = mapped_column(server_default=text("0"))
    """Wrong PINs since the last right one."""
    locked_until_utc_ms: Mapped[int | None] = mapped_column(BIG)
    created_utc_ms: Mapped[int] = mapped_column(BIG)
    role: Mapped[str] = mapped_column(server_default=text("'coach'"))
    """coach | admin | recovery: of the last two there is one at most."""

    __table_args__ = (STRICT,)


class ChoiceRow(Base):
    """What was set at the screen, over the configuration: kiosk.choices says what there is."""

    __tablename__ = "choice"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]

    __table_args__ = (STRICT,)


_OPEN = "closed_utc_ms IS NULL"


class SessionRow(Base):
    """One session: opened, closed once, marked when a cut came between."""

    __tablename__ = "session"

    id: Mapped[int] = mapped_column(BIG, primary_key=True, autoincrement=False)
    clock: Mapped[str]
    protocol_id: Mapped[str]
    protocol_name: Mapped[str]
    plan_json: Mapped[str] = mapped_column(deferred=True)
    """Plan.to_json; only read when asked for, because lists of sessions have no use for it."""
    opened_utc_ms: Mapped[int] = mapped_column(BIG)
    utc_offset_min: Mapped[int]
    """Local time minus UTC at the start, minutes."""
    synchronised: Mapped[bool]
    supervised: Mapped[bool]
    software_version: Mapped[str]
    closed_utc_ms: Mapped[int | None] = mapped_column(BIG)
    close_reason: Mapped[str | None]
    recovered: Mapped[bool]
    """A cut (power, crash) came before the end."""
    live_from: Mapped[int] = mapped_column(BIG)
    """The session's rows in live and beat have ids from …_from to …_to: a table that is only
    appended to needs no index when every reader knows where to look."""
    live_to: Mapped[int | None] = mapped_column(BIG)
    beat_from: Mapped[int] = mapped_column(BIG)
    beat_to: Mapped[int | None] = mapped_column(BIG)
    category: Mapped[str] = mapped_column(server_default=text("''"))
    """Of the plan, like choices and test: so that looking back over a year parses no plan."""
    choices: Mapped[str] = mapped_column(server_default=text("'[]'"))
    """JSON array of [key, value]."""
    test: Mapped[str | None]
    """Which fitness test it was."""

    athletes: Mapped[list["SessionAthleteRow"]] = relationship(
        order_by="SessionAthleteRow.id", lazy="selectin"
    )

    __table_args__ = (
        Index("ix_session_opened_utc_ms", "opened_utc_ms"),
        Index("ix_session_protocol_name", "protocol_name"),
        Index(
            "ix_session_open",
            "opened_utc_ms",
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        STRICT,
    )


_UNMEASURED = "closed_utc_ms IS NOT NULL AND measured_utc_ms IS NULL"
_UNPACKED = "packed_utc_ms IS NULL"
_BEATS = "beats_dropped_utc_ms IS NULL"


class SessionAthleteRow(Base):
    """One athlete's part in a session, with name, zones and strap as they were then."""

    __tablename__ = "session_athlete"

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    session_id: Mapped[int] = mapped_column(BIG, ForeignKey("session.id"))
    athlete_id: Mapped[int] = mapped_column(BIG, ForeignKey("athlete.id"), index=True)
    name: Mapped[str]
    station: Mapped[str | None]
    strap: Mapped[int | None]
    zone_model: Mapped[str | None]
    zone_inputs: Mapped[str]
    """JSON object."""
    late: Mapped[bool]
    joined_utc_ms: Mapped[int] = mapped_column(BIG)
    closed_utc_ms: Mapped[int | None] = mapped_column(BIG)
    close_reason: Mapped[str | None]
    samples: Mapped[int | None]
    """Rows recorded; filled when the session closes, like missing_s."""
    missing_s: Mapped[int | None]
    """Rows without a heart rate."""
    measured_utc_ms: Mapped[int | None] = mapped_column(BIG)
    """When the results were made of the rows; None: they are still to be made, or made anew."""
    complete: Mapped[bool | None]
    """Did all of the plan; filled together with measured_utc_ms."""
    ascent_mm: Mapped[int | None] = mapped_column(BIG)
    """Climbed; filled like samples. None too where no second knows it."""
    packed_utc_ms: Mapped[int | None] = mapped_column(BIG)
    """When the rows left live and beat for minute, whole; None: they are there still."""
    beats_dropped_utc_ms: Mapped[int | None] = mapped_column(BIG)
    """When the raw beats went, because their time was over."""

    __table_args__ = (
        UniqueConstraint("session_id", "athlete_id"),
        Index(
            "ix_session_athlete_unpacked",
            "session_id",
            sqlite_where=text(_UNPACKED),
            postgresql_where=text(_UNPACKED),
        ),
        Index(
            "ix_session_athlete_beats",
            "session_id",
            sqlite_where=text(_BEATS),
            postgresql_where=text(_BEATS),
        ),
        Index(
            "ix_session_athlete_unmeasured",
            "closed_utc_ms",
            sqlite_where=text(_UNMEASURED),
            postgresql_where=text(_UNMEASURED),
        ),
        STRICT,
    )


class PlannedRow(Base):
    """One entry of somebody's week; a day may have several."""

    __tablename__ = "planned"

    athlete_id: Mapped[int] = mapped_column(BIG, ForeignKey("athlete.id"), primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    """ISO date."""
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Order within the day."""
    protocol_id: Mapped[str | None]
    words: Mapped[str]

    __table_args__ = (Index("ix_planned_day", "day"), STRICT)


class TakenRow(Base):
    """Which coach took which session with them, and when last; it goes with either of them."""

    __tablename__ = "coach_taken"

    coach_id: Mapped[int] = mapped_column(
        BIG, ForeignKey("coach.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    session_id: Mapped[int] = mapped_column(
        BIG,
        ForeignKey("session.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    )
    utc_ms: Mapped[int] = mapped_column(BIG)

    __table_args__ = (STRICT,)


class HomeworkRow(Base):
    """A downhill that somebody took home, and what was brought back of it: training.homework."""

    __tablename__ = "homework"

    id: Mapped[int] = mapped_column(BIG, primary_key=True)
    athlete_id: Mapped[int] = mapped_column(BIG, ForeignKey("athlete.id"), index=True)
    given_utc_ms: Mapped[int] = mapped_column(BIG)
    given_on: Mapped[str]
    """ISO date."""
    protocol_id: Mapped[str]
    protocol_name: Mapped[str]
    category: Mapped[str]
    choices: Mapped[str]
    """JSON array of [key, value]."""
    plan_json: Mapped[str]
    taken_utc_ms: Mapped[int | None] = mapped_column(BIG)
    """When it was brought back, and with it all below; None: it is still to do."""
    started_utc_ms: Mapped[int | None] = mapped_column(BIG)
    """Of the activity; its seconds stay with the watch."""
    done_on: Mapped[str | None]
    """ISO date."""
    duration_s: Mapped[int | None]
    complete: Mapped[bool | None]
    source: Mapped[str | None]
    """fit | tcx"""
    measures: Mapped[str] = mapped_column(server_default=text("'[]'"))
    """JSON array of training.measure.Measure, sentences as in result."""

    __table_args__ = (STRICT,)


# No foreign keys on live and beat: the writer looks the number up anyway, and erasing a session
# would have to search them row by row.
live = Table(
    "live",
    Base.metadata,
    Column("id", BIG, primary_key=True),
    Column("session_athlete_id", BIG, nullable=False),
    Column("elapsed_s", Integer, nullable=False),
    Column("utc_ms", BIG, nullable=False),
    Column("step_index", Integer, nullable=False),
    Column("step_s", Integer, nullable=False),
    Column("bpm", Integer),
    Column("grade_centi", Integer),  # 1/100 %
    Column("speed_centi", Integer),  # 1/100 km/h
    Column("speed_source", Integer),  # kiosk.history.rows says which
    Column("target_low_bpm", Integer),
    Column("target_high_bpm", Integer),
    Column("guide_low_deci", Integer),  # 1/10 bpm
    Column("guide_high_deci", Integer),  # 1/10 bpm
    Column("flags", Integer, nullable=False),  # SampleFlag
    Column("cadence_deci", Integer),  # 1/10 steps a minute
    Column("cadence_source", Integer),
    Column("ascent_mm", Integer),
    Column("intervals", LargeBinary),  # the beats in it, as in beat; NULL: none, or there
    sqlite_strict=True,
)

beat = Table(
    "beat",
    Base.metadata,
    Column("id", BIG, primary_key=True),
    Column("session_athlete_id", BIG, nullable=False),
    Column("elapsed_s", Integer, nullable=False),
    Column("intervals", LargeBinary, nullable=False),  # 16-bit little-endian, 1/1024 s
    sqlite_strict=True,
)
"""Beats that came without their second, or before schema 0005. The others lie in its row: a second
table would write a page of its own every second."""

minute = Table(
    "minute",
    Base.metadata,
    Column("session_athlete_id", BIG, ForeignKey("session_athlete.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # elapsed_s // 60
    Column("seconds", LargeBinary, nullable=False),
    Column("beats", LargeBinary),  # NULL: none were heard, or they were dropped after their time
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What live and beat had of a session that is over, packed as kiosk.history.minutes says."""

event = Table(
    "event",
    Base.metadata,
    Column("id", BIG, primary_key=True),
    Column("session_id", BIG, ForeignKey("session.id"), nullable=False, index=True),
    Column("session_athlete_id", BIG, ForeignKey("session_athlete.id")),
    Column("utc_ms", BIG, nullable=False),
    Column("elapsed_s", Integer),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),  # JSON object
    Index(
        "ix_event_set",
        "session_athlete_id",
        sqlite_where=text("kind = 'set'"),
        postgresql_where=text("kind = 'set'"),
    ),
    sqlite_strict=True,
)

answer = Table(
    "answer",
    Base.metadata,
    Column("id", BIG, primary_key=True),
    Column("athlete_id", BIG, ForeignKey("athlete.id"), nullable=False, index=True),
    Column("session_id", BIG, ForeignKey("session.id")),  # what it is about; NULL: the day
    Column("utc_ms", BIG, nullable=False),
    Column("kind", Text, nullable=False),  # training.past.AnswerKind
    Column("value", DOUBLE, nullable=False),
    sqlite_strict=True,
)
"""Somebody who answers again is believed the last time."""

station_shown = Table(
    "station_shown",
    Base.metadata,
    Column("id", BIG, primary_key=True),
    Column("station", Text, nullable=False),
    Column("utc_ms", BIG, nullable=False),
    Column("lowest_percent", DOUBLE, nullable=False),
    Column("highest_percent", DOUBLE, nullable=False),
    Column("shown_by", Text, nullable=False),  # sensor | person
    sqlite_strict=True,
)

# One athlete's results lie side by side, because they are read together.
result = Table(
    "result",
    Base.metadata,
    Column("session_athlete_id", BIG, ForeignKey("session_athlete.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # these and the next as training.measure.Measure
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("value", DOUBLE),
    Column("unit", Text, nullable=False),
    Column("digits", Integer, nullable=False),
    Column("missing", Text, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

hike_window = Table(
    "hike_window",
    Base.metadata,
    Column("session_athlete_id", BIG, ForeignKey("session_athlete.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("grade_percent", DOUBLE, nullable=False),
    Column("speed_kmh", DOUBLE, nullable=False),
    Column("heart_rate_bpm", DOUBLE, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

"""Which local day it is, and on which a session began: the only place that knows time zones."""

from datetime import UTC, date, datetime, timedelta, tzinfo


def local_time(utc_ms: int, time_zone: tzinfo | None) -> datetime:
    """With its zone; `time_zone` None is the system's."""
    return datetime.fromtimestamp(utc_ms / 1000, UTC).astimezone(time_zone)


def day_of(utc_ms: int, time_zone: tzinfo | None) -> date:
    """The local day; `time_zone` None is the system's."""
    return local_time(utc_ms, time_zone).date()


def offset_min(utc_ms: int, time_zone: tzinfo | None) -> int:
    """Local time minus UTC at that moment, minutes; what a session keeps of where it began."""
    offset = local_time(utc_ms, time_zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)


def time_then(utc_ms: int, utc_offset_min: int) -> datetime:
    """What clocks on the wall said, to the second, without a zone: whatever zone is set today."""
    utc = datetime.fromtimestamp(utc_ms // 1000, UTC).replace(tzinfo=None)
    return utc + timedelta(minutes=utc_offset_min)


def day_then(utc_ms: int, utc_offset_min: int) -> date:
    """The day on which a session began, also when it went on over midnight."""
    return time_then(utc_ms, utc_offset_min).date()

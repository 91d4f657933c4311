"""The club's own straps on their shelf: numbered, lent and given back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PoolStrap:
    """One strap of the club, as the shelf knows it."""

    number: int
    """As written on the strap, 1 to 99."""
    device_number: int
    """20-bit ANT device number."""
    holder_id: int | None = None
    """Athlete who has it now."""
    battery_percent: int | None = None
    battery_status: str | None = None
    """new | good | ok | low | critical; None while it has never said."""
    last_used_utc_ms: int | None = None
    """When it was last given back or lent."""

"""Who trains: what the roster knows of a person that training needs."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sex = Literal["f", "m"]
Shows = Literal["bpm", "percent", "zone"]
"""What others see of somebody's heart: the rate, its share of their maximum, or only the zone."""


@dataclass(frozen=True, slots=True)
class Athlete:
    """A roster entry. Heart rates in bpm; None where nobody has said."""

    id: int
    name: str
    straps: tuple[int, ...] = ()
    """20-bit ANT device numbers of their own straps; a borrowed one is not in here."""
    max_hr: float | None = None
    resting_hr: float | None = None
    threshold_hr: float | None = None
    threshold_on: date | None = None
    """When the threshold was tested or entered; older than 90 days it is no longer preferred."""
    birth_year: int | None = None
    sex: Sex | None = None
    zone_edges: tuple[float, ...] | None = None
    """Custom zones: strictly increasing lower edges and the top, bpm."""
    ceiling_hr: float | None = None
    """Set by the coach; None means the default of training.zones.ceiling_for."""
    foot_pods: tuple[int, ...] = ()
    """20-bit ANT device numbers."""
    tags: tuple[str, ...] = ()
    """Keyed hashes of RFID tags, as events.Tag has them."""
    weight_kg: float | None = None
    vo2max: float | None = None
    """Ml/kg/min, as tested."""
    marathon_pace_s_per_km: float | None = None
    is_effort_only: bool = False
    """A beta-blocker, a pacemaker, or by choice: guided by effort, tests by heart rate locked."""
    test_ceiling_hr: float | None = None
    """Set by the coach for all-out tests alone, where it replaces every other ceiling."""
    cleared_on: date | None = None
    """When a clearance for maximal tests was recorded; such tests are locked without one."""
    guardian_on: date | None = None
    """When a guardian's consent was recorded; needed under 18."""
    readiness_on: date | None = None
    """When the readiness questions were answered; None: not yet."""
    is_ready: bool | None = None
    """What came of them: True, nothing speaks against training."""
    race_on: date | None = None
    race_name: str = ""
    shows: Shows = "bpm"
    """On the group's page and on the wall; their own page always has the rate."""
    guest_on: date | None = None
    """The evening on which a guest came: erased when that day is over, unless claimed."""

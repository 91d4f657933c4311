"""What seconds add up to: of a lap, and of laps a session."""

from dataclasses import dataclass
from math import sqrt

from kiosk.history.rows import SecondRow
from kiosk.session.records import SampleFlag

_NO_HEART = int(SampleFlag.SUSPECT | SampleFlag.NOT_WORN)
_CENTI_A_METRE = 360
"""1/100 km/h for a second."""


@dataclass(slots=True)
class Totals:
    """Sums, of the disk's whole numbers as far as they go; where `…_s` is 0 nothing is known."""

    timer_s: int = 0
    """Without pauses; a second that the history has lost counts."""
    heart_s: int = 0
    heart_sum: int = 0
    """bpm, of worn, unsuspicious readings, like the highest."""
    heart_max: int = 0
    speed_s: int = 0
    speed_sum_centi: int = 0
    speed_max_centi: int = 0
    climb_s: int = 0
    ascent_mm: int = 0
    descent_m: float = 0.0
    """Downhill as far as grade and speed are known."""
    cadence_s: int = 0
    cadence_sum_deci: int = 0
    cadence_max_deci: int = 0

    def add(self, second: SecondRow) -> None:
        """All but timer_s, which its owner keeps."""
        bpm, speed, climbed = second.bpm, second.speed_centi, second.ascent_mm
        if bpm is not None and not second.flags & _NO_HEART:
            self.heart_s += 1
            self.heart_sum += bpm
            if bpm > self.heart_max:  # noqa: PLR1730 - quicker
                self.heart_max = bpm
        if speed is not None:
            self.speed_s += 1
            self.speed_sum_centi += speed
            if speed > self.speed_max_centi:  # noqa: PLR1730 - quicker
                self.speed_max_centi = speed
        if climbed is not None:
            self.climb_s += 1
            self.ascent_mm += climbed
            grade = second.grade_centi
            if grade is not None and grade < 0 and speed is not None:
                self.descent_m -= speed / _CENTI_A_METRE * grade / sqrt(1e8 + grade * grade)
        if (cadence := second.cadence_deci) is not None:
            self.cadence_s += 1
            self.cadence_sum_deci += cadence
            if cadence > self.cadence_max_deci:  # noqa: PLR1730 - quicker
                self.cadence_max_deci = cadence

    def merge(self, other: "Totals") -> None:
        """Adds what `other` came to."""
        self.timer_s += other.timer_s
        self.heart_s += other.heart_s
        self.heart_sum += other.heart_sum
        self.heart_max = max(self.heart_max, other.heart_max)
        self.speed_s += other.speed_s
        self.speed_sum_centi += other.speed_sum_centi
        self.speed_max_centi = max(self.speed_max_centi, other.speed_max_centi)
        self.climb_s += other.climb_s
        self.ascent_mm += other.ascent_mm
        self.descent_m += other.descent_m
        self.cadence_s += other.cadence_s
        self.cadence_sum_deci += other.cadence_sum_deci
        self.cadence_max_deci = max(self.cadence_max_deci, other.cadence_max_deci)

    @property
    def distance_m(self) -> float:
        return self.speed_sum_centi / _CENTI_A_METRE

    @property
    def ascent_m(self) -> float:
        return self.ascent_mm / 1000

    @property
    def height_m(self) -> float:
        """Above where it began."""
        return self.ascent_mm / 1000 - self.descent_m

    @property
    def mean_bpm(self) -> float | None:
        return self.heart_sum / self.heart_s if self.heart_s else None

    @property
    def max_bpm(self) -> int | None:
        return self.heart_max if self.heart_s else None

    @property
    def mean_kmh(self) -> float | None:
        return self.speed_sum_centi / self.speed_s / 100 if self.speed_s else None

    @property
    def max_kmh(self) -> float | None:
        return self.speed_max_centi / 100 if self.speed_s else None

    @property
    def mean_spm(self) -> float | None:
        return self.cadence_sum_deci / self.cadence_s / 10 if self.cadence_s else None

    @property
    def max_spm(self) -> float | None:
        return self.cadence_max_deci / 10 if self.cadence_s else None

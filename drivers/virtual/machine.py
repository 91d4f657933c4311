"""What a virtual treadmill or stair machine is doing: set by whoever plays, told by its twins."""

from dataclasses import dataclass


@dataclass(slots=True)
class VirtualMachine:
    """One machine; its values may be set at any time from any thread. None: it does not say."""

    grade_percent: float | None = 0.0
    speed_kmh: float | None = 0.0
    cadence_spm: float | None = None
    """Steps a minute: of both feet on a belt, of the stairs on a stair machine."""
    heart_rate_bpm: float | None = None

    @property
    def is_moving(self) -> bool:
        return bool(self.speed_kmh) or bool(self.cadence_spm)

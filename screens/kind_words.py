"""One sentence at the end of a workout that is kind, because it is true."""

from dataclasses import dataclass

from screens import wording
from screens.tongue import tr

HELD_WELL = 85
"""Percent of the judged time inside the band."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did, as far as it is known."""

    seconds: int = 0
    is_whole: bool = False
    """All of the plan."""
    held_percent: float | None = None
    """Of the judged time inside the band."""
    is_best: bool = False
    """Better than ever before in this workout."""
    in_a_week: int = 0
    """Workouts in the seven days that end with it, this one too; 0 where nobody knows."""


def kind_words(deed: Deed) -> str:
    """The best that can truly be said; empty where there is hardly anything."""
    if deed.seconds < 60:
        return ""
    if deed.is_best:
        return tr("Your best in this workout so far.")
    if deed.held_percent is not None and round(deed.held_percent) >= HELD_WELL:
        share = f"{round(deed.held_percent)}{wording.THIN}%"
        return tr("You held your heart where you wanted it for {share} of the time.", share=share)
    if deed.in_a_week > 1:
        return tr("That makes {count} workouts in seven days.", count=deed.in_a_week)
    if deed.is_whole:
        return tr("You did all of it, to the last second.")
    return tr("{time} done, and every minute counts.", time=wording.rough_span(deed.seconds))

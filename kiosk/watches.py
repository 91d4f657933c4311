"""What looks at the state at every step, and sees to something outside it."""

from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Literal

from kiosk.app import App
from kiosk.panel import Chime, panel_zones
from kiosk.release.notes import TRAINING
from kiosk.session.state import KioskState, Phase
from kiosk.sounding import Sounding


def past_watch(app: App, wanted: Callable[[int], None]) -> Callable[[], None]:
    """Whoever is here before their past has come is asked for, once."""
    asked: set[int] = set()

    def look() -> None:
        asked.intersection_update(app.state.participants)
        for athlete_id in app.state.participants:
            if athlete_id not in asked and not app.is_past_known(athlete_id):
                asked.add(athlete_id)
                wanted(athlete_id)

    return look


def sound_watch(app: App, play: Callable[[str], None]) -> Callable[[], None]:
    """The kiosk's own sounds, unless somebody has turned them off."""
    sounding = Sounding()

    def look() -> None:
        sound = sounding.look(app.state, app.attention.needs)
        if sound is not None and app.choices.sounds:
            play(sound)

    return look


def panel_watch(
    app: App,
    show: Callable[[dict[str, int | None]], None],
    beep: Callable[[Literal["tap", "step"]], None],
) -> Callable[[], None]:
    """The beacons follow the zones of whoever is on the stations; the buzzer follows the steps."""
    shown: dict[str, int | None] = {}
    chime = Chime()

    def look() -> None:
        zones = panel_zones(app.state, app.stations)
        if zones != shown:
            shown.clear()
            shown.update(zones)
            show(zones)
        sound = chime.look(app.state)
        if sound is not None:
            beep(sound)

    return look


def mark_of_training(app: App, data: Path, disk: Executor) -> Callable[[], None]:
    """Whoever updates the program sees by a file that somebody trains, and waits."""
    mark = data / TRAINING
    disk.submit(mark.unlink, missing_ok=True)  # of a kiosk that was killed
    was = False

    def look() -> None:
        nonlocal was
        now = trains(app.state)
        if now != was:
            was = now
            if now:
                disk.submit(mark.touch, 0o600)
            else:
                disk.submit(mark.unlink, missing_ok=True)

    return look


def trains(state: KioskState) -> bool:
    """Whether any session runs."""
    over = (Phase.FINISHED, Phase.LEFT)
    return any(session.phase not in over for session in state.sessions.values())

"""`switchback import`: what a folder would bring, and after a yes, taking it over."""

from collections.abc import Callable
from pathlib import Path

from kiosk.answers import history, say, today
from kiosk.clock import SystemClock
from kiosk.history.roster import Roster
from kiosk.import_port import ImportItem
from kiosk.imports.preview import look
from kiosk.imports.takeover import Places, take_over
from kiosk.workout_folders import protocol_folders


def import_folder(config: Path | None, folder: Path, ask: Callable[[str], None]) -> int:
    """1 when anything was refused; ceilings change at the kiosk alone, where a coach signs in."""
    with history(config) as (engine, settings):
        day, folders = today(settings), protocol_folders(settings)
        zone = settings.time_zone
        preview = look(folder, engine, folders, day, by_coach=False, time_zone=zone)
        items = preview.items
        for note in preview.notes:
            say(f"Note: {note}")
        for item in items:
            if item.state != "unchanged" or item.detail:
                say(_line(item))
            if item.choices:
                names = ", ".join(dict.fromkeys(choice.title for choice in item.choices))
                say(f"  It may be {names}: switchback homework take FILE --athlete NAME.")
        wanted = [item.key for item in items if item.can_be_taken and item.is_wanted]
        if same := sum(item.state == "unchanged" for item in items):
            say(f"Unchanged: {same}.")
        is_refused = any(item.state in ("refused", "ask") for item in items)
        if not wanted:
            say("There is nothing to take over.")
            return 1 if is_refused else 0
        new = sum(item.kind == "person" and item.state == "new" for item in items)
        consent = f" {new} new on the roster: have they consented to be recorded?" if new else ""
        ask(f"Take over {len(wanted)}?{consent}")
        places = Places(
            engine, Roster(engine, time_zone=zone), folders, day, SystemClock().utc_ms()
        )
        done, refused = take_over(preview, wanted, places)
    for item in refused:
        say(_line(item))
    say(f"Taken over: {done}.")
    return 1 if is_refused or refused else 0


def _line(item: ImportItem) -> str:
    where = item.file if item.line is None else f"{item.file}, line {item.line}"
    return f"{item.state}: {item.title} ({where}): {item.detail}".removesuffix(": ")

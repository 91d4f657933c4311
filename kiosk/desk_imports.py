"""`switchback import`: what a folder would bring, and after a yes, taking it over."""

from collections.abc import Callable
from pathlib import Path

from kiosk.answers import history, say, today
from kiosk.history.roster import Roster
from kiosk.import_port import ImportItem
from kiosk.imports.preview import look
from kiosk.imports.takeover import Places, take_over


def import_folder(config: Path | None, folder: Path, ask: Callable[[str], None]) -> int:
    """1 when anything was refused; ceilings change at the kiosk alone, where a coach signs in."""
    from kiosk.compose import protocol_folders  # noqa: PLC0415 - it needs every driver

    with history(config) as (engine, settings):
        day, folders = today(settings), protocol_folders(settings)
        preview = look(folder, engine, folders, day, by_coach=False)
        items = preview.items
        for note in preview.notes:
            say(f"Note: {note}")
        for item in items:
            if item.state != "unchanged":
                say(_line(item))
        wanted = [item.key for item in items if item.can_be_taken]
        if same := sum(item.state == "unchanged" for item in items):
            say(f"Unchanged: {same}.")
        is_refused = any(item.state == "refused" for item in items)
        if not wanted:
            say("There is nothing to take over.")
            return 1 if is_refused else 0
        new = sum(item.kind == "person" and item.state == "new" for item in items)
        consent = f" {new} new on the roster: have they consented to be recorded?" if new else ""
        ask(f"Take over {len(wanted)}?{consent}")
        places = Places(engine, Roster(engine, time_zone=settings.time_zone), folders, day)
        done, refused = take_over(preview, wanted, places)
    for item in refused:
        say(_line(item))
    say(f"Taken over: {done}.")
    return 1 if is_refused or refused else 0


def _line(item: ImportItem) -> str:
    where = item.file if item.line is None else f"{item.file}, line {item.line}"
    return f"{item.state}: {item.title} ({where}): {item.detail}".removesuffix(": ")

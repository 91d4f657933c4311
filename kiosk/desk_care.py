"""The commands for whoever looks after the kiosk: a lost PIN, and a file for whoever helps."""

import json
import logging
import os
import syslog
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from kiosk import doctor
from kiosk.answers import history, say, utc
from kiosk.clock import SystemClock
from kiosk.coaches import ADMIN_SHORTEST, SHORTEST
from kiosk.desk_coaches import asked_pin
from kiosk.errors import ExportError, RosterError
from kiosk.export.safe_file import whole_file
from kiosk.health_desk import look_at
from kiosk.history.admin import Staff
from kiosk.machine_health import machine_rows
from kiosk.settings import load_settings
from kiosk.support_bundle import Seen, write_bundle

EVENTS: Final = "security-events.jsonl"
"""In the data directory: a line for each PIN that was reset."""


def reset_pin(config: Path | None, coach: str | None) -> None:
    """`switchback pin reset`. Raises RosterError for anybody but root, and for such a PIN."""
    if os.geteuid() != 0:
        raise RosterError("Only root resets a PIN: give the command 'sudo switchback pin reset'.")
    with history(config) as (engine, settings):
        staff = Staff(engine)
        if coach is None:
            had_one = staff.reset_admin(asked_pin(ADMIN_SHORTEST))
            whose = "the administrator"
        else:
            found = staff.find(coach)
            staff.change_pin(found.id, asked_pin(SHORTEST))
            had_one, whose = True, f"coach {found.name}"
        _note(settings.data_path, "pin reset" if had_one else "pin set", whose)
    say(f"A new PIN is set for {whose}; a lock is ended.")


def _note(data: Path, what: str, whose: str) -> None:
    """Into the journal and a file beside the history, so that nobody does it unseen."""
    by = os.environ.get("SUDO_USER", "root")
    syslog.openlog("switchback", facility=syslog.LOG_AUTH)
    syslog.syslog(syslog.LOG_WARNING, f"{what} for {whose} from the command line by {by}")
    now_ms = SystemClock().utc_ms()
    line = json.dumps({"utc": utc(now_ms), "what": what, "whose": whose, "by": by})
    path = data / EVENTS
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
        with suppress(OSError):  # root's own file is nothing that the kiosk could read
            owner = data.stat()
            os.fchown(file.fileno(), owner.st_uid, owner.st_gid)


def write_support(config: Path | None, file: Path) -> None:
    """`switchback support FILE`. Raises ExportError when the disk does not take it."""
    logging.getLogger().setLevel(logging.ERROR)
    loaded, clock = load_settings(config), SystemClock()
    if file.is_dir():
        raise ExportError(f"{file} is a folder: name the file too, such as {file}/support.zip.")
    findings = [
        asdict(finding)
        for finding in doctor.examine(loaded.settings, loaded.source, clock)
        if not finding.what.startswith("strap")
    ]
    machine = machine_rows(look_at(loaded.settings, clock))
    with whole_file(file) as content:
        write_bundle(content, loaded.settings, Seen(findings, machine))
    say(f"{file} is written: it has no names, no straps' numbers and no heart rates in it.")

"""`switchback doctor`: looks at what can be wrong, one line each, with what to do about it."""

import json
import shutil
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from drivers.ant.radio import AntRadio
from drivers.hotplug import Hotplug
from drivers.incline.probe import probe
from drivers.supervisor import Device, Supervisor
from kiosk.clock import Clock, SystemClock
from kiosk.compose import devices
from kiosk.display import has_display
from kiosk.errors import HistoryError
from kiosk.events import DeviceStatus, Event
from kiosk.health import (
    DeviceRow,
    Verdict,
    as_sentence,
    device_rows,
    device_titles,
    names_by_strap,
    span,
    strap_rows,
)
from kiosk.health_desk import look_at
from kiosk.health_port import HealthLine
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import is_locked
from kiosk.history.recovery import cut_sessions
from kiosk.history.rescue import accounts
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.machine import lacks, stick_lack
from kiosk.machine_health import machine_rows
from kiosk.mailbox import Mailbox
from kiosk.session.engine import Engine
from kiosk.session.state import KioskState
from kiosk.settings import Settings, load_settings
from kiosk.training.protocols import load_folders
from kiosk.workout_folders import DEMO_ID, protocol_folders

LOOK_S = 5.0
COMPARE_S = 15.0
"""So long where a belt can be compared with its console."""
LEAST_S = 1.5
"""So long even when all is well at once: there may be more straps."""
PROBE_S = 7.0
LOW_DISK_MB = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer."""

    what: str
    verdict: Verdict
    message: str
    title: str | None = None
    """What people call it, where that is not `what`."""
    port: str | None = None
    firmware: str | None = None
    last_value: str | None = None
    age_s: float | None = None
    signal: str | None = None
    configuration: str | None = None
    """Lines to write."""


def run(config: Path | None, as_json: bool, probe_port: str | None) -> int:
    """Prints the findings; 1 when something needs mending."""
    clock = SystemClock()
    if probe_port is not None:
        findings = [_probe(probe_port, clock)]
    else:
        settings, source = _configuration(config)
        findings = examine(settings, source, clock)
    if as_json:
        sys.stdout.write(json.dumps([asdict(f) for f in findings], ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(_line(finding) for finding in findings)
    return 1 if any(finding.verdict == "problem" for finding in findings) else 0


def examine(settings: Settings, source: str, clock: Clock) -> list[Finding]:
    """Everything but a single port."""
    names, history = _look_at_history(settings)
    findings = [Finding("configuration", "ok", source), *history]
    findings += _look_at_protocols(settings)
    findings += _look_at_devices(settings, names, clock)
    findings += _look_at_machine(settings, findings)
    findings += [_of_machine(line) for line in machine_rows(look_at(settings, clock))]
    findings.append(_look_at_surroundings(clock))
    return findings


def _configuration(config: Path | None) -> tuple[Settings, str]:
    loaded = load_settings(config)
    return loaded.settings, loaded.source


def _line(finding: Finding) -> str:
    mark = {"ok": "ok     ", "note": "note   ", "problem": "PROBLEM"}[finding.verdict]
    value = finding.last_value or ""
    if finding.age_s is not None:
        value += ("; heard " if value else "heard ") + f"{span(finding.age_s)} ago"
    known = {
        "Last": value,
        "Port": "" if (finding.port or "") in finding.message else finding.port,
        "Firmware": finding.firmware,
        "Signal": finding.signal,
    }
    facts = "".join(f" {name}: {words}." for name, words in known.items() if words)
    lines = "".join(f"           {line}\n" for line in (finding.configuration or "").splitlines())
    return f"{mark}  {finding.title or finding.what}: {finding.message}{facts}\n{lines}"


# -- what is on the disk ---------------------------------------------------------------------------


def _look_at_history(settings: Settings) -> tuple[Mapping[int, str], list[Finding]]:
    """Also says whose every known strap is."""
    path = settings.data_path
    try:
        engine = open_engine(path / DATABASE_NAME)
    except HistoryError as error:
        return {}, [Finding("history", "problem", str(error))]
    try:
        names = names_by_strap(Roster(engine).list(), {}, Shelf(engine).list())
        cut = [] if is_locked(path) else cut_sessions(engine)
    except HistoryError as error:
        return {}, [Finding("history", "problem", str(error))]
    finally:
        engine.dispose()
    free_mb = shutil.disk_usage(path).free // 1_000_000
    findings = [Finding("history", "ok", f"{path / DATABASE_NAME}, {free_mb} MB free.")]
    if free_mb < LOW_DISK_MB:
        findings.append(
            Finding("disk", "problem", f"only {free_mb} MB are free: export and make room.")
        )
    findings += [Finding("history", "note", a.sentence) for a in accounts(path)]
    findings.append(_backups(path))
    findings += [
        Finding(
            "history",
            "note",
            f"session {session.id} was cut: `switchback sessions resume {session.id}` goes on "
            f"with it, `switchback sessions close {session.id}` closes it.",
        )
        for session in cut
    ]
    return names, findings


def _backups(path: Path) -> Finding:
    newest = next(iter(backups_in(path / FOLDER)), None)
    if newest is None:
        return Finding("backup", "note", "there is none yet: `switchback backup` makes one.")
    return Finding("backup", "ok", f"the newest is {newest.path}.")


def _look_at_protocols(settings: Settings) -> list[Finding]:
    protocols, errors = load_folders(protocol_folders(settings))
    count = sum(protocol.id != DEMO_ID for protocol in protocols)
    broken = [Finding("protocols", "problem", str(error)) for error in errors]
    return [Finding("protocols", "ok", f"{count} can be chosen."), *broken]


# -- devices ---------------------------------------------------------------------------------------


def _look_at_devices(settings: Settings, names: Mapping[int, str], clock: Clock) -> list[Finding]:
    if is_locked(settings.data_path):
        return [
            Finding(
                "devices",
                "note",
                "a kiosk is running here and uses them; the page Devices on its screen shows how "
                "they are. Stop it to have them looked at here.",
            )
        ]
    titles = device_titles(settings)
    del titles["history"]  # that has been looked at
    engine = Engine()
    mailbox: Mailbox[Event] = Mailbox()
    began_at = clock.monotonic()
    compares = _compares(settings)

    def rows() -> list[DeviceRow]:
        engine.refresh(clock.monotonic())
        return device_rows(engine.state, list(titles), titles, patient_s=0.0)

    def take(event: Event | None) -> bool:
        if event is not None:
            engine.handle(event)
        long_enough = clock.monotonic() - began_at >= (COMPARE_S if compares else LEAST_S)
        return long_enough and all(row.state == "ok" for row in rows())

    look_s = COMPARE_S if compares else LOOK_S
    _listen(devices(settings, mailbox.post, clock), mailbox, clock, look_s, take)
    found = [_with_numbers(row, engine.state) for row in rows()]
    found += strap_rows(engine.state, names, with_pulse_of_strangers=True)
    return [_finding(row) for row in found]


def _compares(settings: Settings) -> bool:
    """Whether a belt can be compared with its console."""
    return any(
        station.panel.pulse_pin is not None and station.incline.driver != "none"
        for station in settings.stations
    )


def _with_numbers(row: DeviceRow, state: KioskState) -> DeviceRow:
    if not row.device.startswith("ant") or row.value is None:
        return row
    said = ", ".join(
        f"{number} ({'not worn' if strap.bpm is None else strap.bpm})"
        for number, strap in sorted(state.straps.items())
    )
    return replace(row, value=f"{row.value}: {said}" if said else row.value)


def _finding(row: DeviceRow) -> Finding:
    return Finding(
        row.device,
        row.state,
        row.message,
        title=row.title,
        port=row.port,
        firmware=row.firmware,
        last_value=row.value,
        age_s=None if row.age_s is None else round(row.age_s, 1),
        signal=row.signal,
    )


def _listen(
    tried: Sequence[Device],
    mailbox: Mailbox[Event],
    clock: Clock,
    seconds: float,
    take: Callable[[Event | None], bool],
) -> None:
    """Runs devices for so long, or until `take` has seen enough; it is also asked at every pause
    in what they say.
    """
    deadline = clock.monotonic() + seconds
    with Supervisor(tried, mailbox.post, clock):
        done = False
        while not done and clock.monotonic() < deadline:
            mailbox.wait(0.2)
            # In order, as the kiosk takes them: the engine's seconds never go back.
            for event in sorted(mailbox.drain(), key=lambda event: event.at):
                done = take(event) or done
            done = take(None) or done


# -- one port --------------------------------------------------------------------------------------


def _probe(port: str, clock: Clock) -> Finding:
    """Says what is speaking there: a sensor or a console, else an ANT module."""
    probed = probe(port, clock, threading.Event())
    if probed.is_known:
        lines = f'[stations.incline]\nport = "{_stable_name(port)}"\n{probed.configuration}'
        return Finding(port, "ok", as_sentence(probed.sentence), port=port, configuration=lines)
    if probed.kind not in ("silent", "noise"):
        return Finding(port, "problem", as_sentence(probed.sentence), port=port)
    mailbox: Mailbox[Event] = Mailbox()
    live: list[str] = []

    def take(event: Event | None) -> bool:
        if isinstance(event, DeviceStatus) and event.state == "live":
            live.append(event.message)
        return bool(live)

    _listen([AntRadio(port, mailbox.post, clock)], mailbox, clock, PROBE_S, take)
    if live:
        lines = f'[ant]\nport = "{_stable_name(port)}"'
        return Finding(port, "ok", as_sentence(live[0]), port=port, configuration=lines)
    return Finding(port, "problem", as_sentence(probed.sentence), port=port)


def _stable_name(port: str, folder: Path = Path("/dev/serial/by-id")) -> str:
    """The name of the same port that stays when it is plugged in elsewhere, if it has one; else its
    whole path, for the kiosk runs in another directory.
    """
    real = Path(port).resolve()
    named = sorted(folder.iterdir()) if folder.is_dir() else []
    return next((str(name) for name in named if name.resolve() == real), str(Path(port).absolute()))


# -- the machine -----------------------------------------------------------------------------------


def _look_at_machine(settings: Settings, so_far: Sequence[Finding]) -> list[Finding]:
    """What a device has not said itself already."""
    said = " ".join(finding.message for finding in so_far)
    found = [
        Finding(lack.what, "problem", lack.sentence)
        for lack in lacks(settings)
        if lack.command not in said
    ]
    hotplug = Hotplug()
    hotplug.start(lambda: None)
    hotplug.stop()
    if hotplug.missing is not None:
        found.append(Finding("hot-plug", "note", as_sentence(hotplug.missing)))
    without_sticks = stick_lack()
    if without_sticks is not None:
        found.append(Finding("exports", "note", as_sentence(without_sticks)))
    else:
        found.append(Finding("exports", "ok", "USB sticks are noticed when they are plugged in."))
    return found


def _of_machine(line: HealthLine) -> Finding:
    return Finding(
        line.what, line.verdict, line.message, title=line.title, last_value=line.value or None
    )


def _look_at_surroundings(clock: Clock) -> Finding:
    if not clock.synchronised():
        return Finding("clock", "note", "no time service has set it yet; records are marked so.")
    if not has_display():
        return Finding("display", "note", "none here; `switchback run --headless` needs none.")
    return Finding("clock", "ok", "set by a time service.")

"""`switchback doctor`: looks at what can be wrong, one line each, with what to do about it."""

import json
import shutil
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from drivers.ant.radio import AntRadio
from drivers.incline.port import InclinePort
from drivers.supervisor import Device, Supervisor
from kiosk.clock import Clock, SystemClock
from kiosk.compose import DEMO_ID, devices, protocol_folders
from kiosk.display import has_display
from kiosk.errors import HistoryError
from kiosk.events import DeviceStatus, Event, Grade, HeartRate
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import is_locked
from kiosk.history.recovery import cut_sessions
from kiosk.mailbox import Mailbox
from kiosk.settings import Settings, load_settings
from kiosk.training.protocols import load_folders

LOOK_S = 4.0
PROBE_S = 7.0
LOW_DISK_MB = 500

Verdict = Literal["ok", "note", "problem"]


@dataclass(slots=True)
class Finding:
    """One line of the answer."""

    what: str
    verdict: Verdict
    message: str
    port: str | None = None
    last_value: str | None = None
    age_s: float | None = None
    heard_at: float | None = field(default=None, repr=False)


def run(config: Path | None, as_json: bool, probe: str | None) -> int:
    """Prints the findings; 1 when something needs mending."""
    clock = SystemClock()
    if probe is not None:
        findings = [_probe(probe, clock)]
    else:
        loaded = load_settings(config)
        findings = [Finding("configuration", "ok", loaded.source)]
        findings += _look_at_disk(loaded.settings)
        findings += _look_at_protocols(loaded.settings)
        findings += _look_at_devices(loaded.settings, clock)
        findings.append(_look_at_surroundings(clock))
    if as_json:
        sys.stdout.write(json.dumps([_as_json(f) for f in findings], ensure_ascii=False) + "\n")
    else:
        for finding in findings:
            sys.stdout.write(_line(finding))
    return 1 if any(finding.verdict == "problem" for finding in findings) else 0


def _as_json(finding: Finding) -> dict[str, object]:
    return {name: value for name, value in asdict(finding).items() if name != "heard_at"}


def _line(finding: Finding) -> str:
    mark = {"ok": "ok     ", "note": "note   ", "problem": "PROBLEM"}[finding.verdict]
    value = "" if finding.last_value is None else f" Last: {finding.last_value}"
    age = "" if finding.age_s is None else f", {finding.age_s:.1f} s ago."
    return f"{mark}  {finding.what}: {finding.message}{value}{age}\n"


def _look_at_disk(settings: Settings) -> list[Finding]:
    path = settings.data_path
    try:
        engine = open_engine(path / DATABASE_NAME)
    except HistoryError as error:
        return [Finding("history", "problem", str(error))]
    try:
        cut = [] if is_locked(path) else cut_sessions(engine)
    except HistoryError as error:
        return [Finding("history", "problem", str(error))]
    finally:
        engine.dispose()
    free_mb = shutil.disk_usage(path).free // 1_000_000
    findings = [Finding("history", "ok", f"{path / DATABASE_NAME}, {free_mb} MB free.")]
    if free_mb < LOW_DISK_MB:
        findings.append(
            Finding("disk", "problem", f"only {free_mb} MB are free: export and make room.")
        )
    findings += [
        Finding(
            "history",
            "note",
            f"session {session.id} was cut: `switchback sessions resume {session.id}` goes on "
            f"with it, `switchback sessions close {session.id}` closes it.",
        )
        for session in cut
    ]
    return findings


def _look_at_protocols(settings: Settings) -> list[Finding]:
    protocols, errors = load_folders(protocol_folders(settings))
    count = sum(protocol.id != DEMO_ID for protocol in protocols)
    broken = [Finding("protocols", "problem", str(error)) for error in errors]
    return [Finding("protocols", "ok", f"{count} can be chosen."), *broken]


def _look_at_devices(settings: Settings, clock: Clock) -> list[Finding]:
    if is_locked(settings.data_path):
        return [
            Finding(
                "devices",
                "note",
                "a kiosk is running here and uses them; its screen shows how they are. Stop it to "
                "have them looked at here.",
            )
        ]
    mailbox: Mailbox[Event] = Mailbox()
    ports = {"ant": settings.ant.port}
    for station in settings.stations:
        if station.incline.driver == "none":
            continue
        ports[f"incline:{station.name}"] = str(station.incline.port)
    found = {name: Finding(name, "problem", "no answer yet.", port) for name, port in ports.items()}
    straps: dict[int, HeartRate] = {}

    def take(event: Event) -> bool:
        _take(found, straps, event)
        others = [f for name, f in found.items() if name != "ant"]
        return bool(straps) and all(f.last_value is not None for f in others)

    _listen(devices(settings, mailbox.post, clock), mailbox, clock, LOOK_S, take)
    _add_straps(found["ant"], straps)
    for finding in found.values():
        if finding.heard_at is not None:
            finding.age_s = round(clock.monotonic() - finding.heard_at, 1)
    return list(found.values())


def _take(found: dict[str, Finding], straps: dict[int, HeartRate], event: Event) -> None:
    if isinstance(event, DeviceStatus) and event.device in found:
        finding = found[event.device]
        finding.verdict = "ok" if event.state == "live" else "problem"
        finding.message = event.message + "."
    elif isinstance(event, HeartRate):
        straps[event.device_number] = event
    elif isinstance(event, Grade):
        finding = found[f"incline:{event.station}"]
        finding.last_value, finding.heard_at = f"{event.percent:.1f} %", event.at


def _add_straps(finding: Finding, straps: dict[int, HeartRate]) -> None:
    if finding.verdict == "ok" and not straps:
        finding.message += " No strap on the air: put one on and wet its electrodes."
    if straps:
        newest = max(straps.values(), key=lambda reading: reading.at)
        said = ", ".join(
            f"{number} ({'not worn' if reading.bpm is None else reading.bpm})"
            for number, reading in sorted(straps.items())
        )
        finding.last_value = f"straps {said}"
        finding.heard_at = newest.at


def _probe(port: str, clock: Clock) -> Finding:
    """Tries what this version can read, one after the other: an incline sensor, an ANT module."""
    mailbox: Mailbox[Event] = Mailbox()
    tries: list[Device] = [
        InclinePort("probe", port, "auto", axis="pitch", post=mailbox.post, clock=clock),
        AntRadio(port, mailbox.post, clock),
    ]
    said = "nothing was heard."
    for device in tries:
        heard: list[str] = []

        def take(event: Event, heard: list[str] = heard) -> bool:
            nonlocal said
            if isinstance(event, DeviceStatus):
                said = event.message + "."
                if event.state == "live":
                    heard.append(event.message)
            return bool(heard)

        _listen([device], mailbox, clock, PROBE_S, take)
        if heard:
            return Finding(port, "ok", heard[0] + ".", port)
    return Finding(port, "problem", said, port)


def _listen(
    tried: list[Device],
    mailbox: Mailbox[Event],
    clock: Clock,
    seconds: float,
    take: Callable[[Event], bool],
) -> None:
    """Runs devices for so long, or until `take` has seen enough."""
    deadline = clock.monotonic() + seconds
    done = threading.Event()
    with Supervisor(tried, mailbox.post, clock):
        while not done.is_set() and clock.monotonic() < deadline:
            mailbox.wait(0.2)
            for event in mailbox.drain():
                if take(event):
                    done.set()


def _look_at_surroundings(clock: Clock) -> Finding:
    if not clock.synchronised():
        return Finding("clock", "note", "no time service has set it yet; records are marked so.")
    if not has_display():
        return Finding("display", "note", "none here; `switchback run --headless` needs none.")
    return Finding("clock", "ok", "set by a time service.")

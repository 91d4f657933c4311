"""Looks at the machine for the health page, and writes what to take along for whoever helps."""

import io
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Final, Protocol

from kiosk import __version__
from kiosk.clock import Clock, SystemClock
from kiosk.errors import ExportError
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.export.target import opened_target
from kiosk.health_port import HealthLine, HealthRead, SupportWritten, UpdateOffer
from kiosk.history.backups import FOLDER, backups_in
from kiosk.log_tail import tail
from kiosk.machine_health import MachineLook, machine_rows, read_machine
from kiosk.pi_health import ROOT
from kiosk.private_files import open_to_others, refusal
from kiosk.release import notes, system_part
from kiosk.release.notes import Outcome
from kiosk.release.told import newest_outcome, offered, own_home
from kiosk.settings import Settings
from kiosk.starts import Starts
from kiosk.stick import StickPort
from kiosk.support_bundle import Seen, read_journal, write_bundle
from kiosk.words import text

NAME: Final = "switchback-support.zip"
_logger = logging.getLogger(__name__)


class OneAfterAnother(Protocol):
    """The thread of exports, which alone opens sticks."""

    def beside(self, work: Callable[[], None]) -> None: ...


def look_at(settings: Settings, clock: Clock | None = None, root: Path = ROOT) -> MachineLook:
    """The machine, and what the program knows about itself on it."""
    clock, data = clock or SystemClock(), settings.data_path
    newest = next(iter(backups_in(data / FOLDER)), None)
    fault = Starts(data, clock, __version__).newest
    return replace(
        read_machine(data, root),
        version=__version__,
        qt=_version_of("PySide6_Essentials"),
        is_synchronised=clock.synchronised(),
        utc_s=clock.utc_ms() / 1000,
        backup_utc_s=None if newest is None else newest.made.timestamp(),
        last_fault="" if fault is None else fault.error,
        private_trouble=refusal(data) if open_to_others(data) else "",
        system_trouble=(system_part.trouble() or "") if own_home() is not None else "",
    )


class HealthDesk:
    """The MachineDesk of a kiosk. `disk` looks; `exports` writes, because it alone opens sticks.
    `devices` is asked in the pump's thread.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        post: Callable[[HealthRead | SupportWritten], None],
        disk: Executor,
        exports: OneAfterAnother,
        *,
        sticks: StickPort | None,
        devices: Callable[[], Sequence[Mapping[str, object]]],
        stick_folder: Callable[[], Path | None] = lambda: None,
    ) -> None:
        """`stick_folder` is asked in the pump's thread: where a release may lie; None where a
        program is not installed by releases, too.
        """
        self._settings = settings
        self._clock = clock
        self._post = post
        self._disk = disk
        self._exports = exports
        self._sticks = sticks
        self._devices = devices
        self._stick_folder = stick_folder
        self._offer: UpdateOffer | None = None
        """By the disk's thread alone, as what follows."""
        self._before: Outcome | None = None
        """Of updates, what was told last when this one was asked for."""
        self._refused: dict[str, str] = {}
        """By file: what became of it, until the stick is pulled."""

    def look(self) -> None:
        self._disk.submit(self._look, self._stick_folder())

    def update(self, offer: UpdateOffer) -> None:
        self._disk.submit(self._ask_for, offer)

    def write_support(self, ask: int) -> None:
        devices = self._devices()
        self._exports.beside(lambda: self._write(ask, devices))

    # -- their threads -----------------------------------------------------------------------------

    def _look(self, stick: Path | None) -> None:
        if self._offer is not None and self._offer.is_asked:
            self._hear(self._offer)
        elif stick is None:
            self._offer = None
            self._refused.clear()
        else:
            offer = _offer_on(stick)
            if offer is not None and offer.file in self._refused:
                offer = replace(offer, refusal=self._refused[offer.file])
            self._offer = offer
        self._post(HealthRead(self._clock.monotonic(), self._lines(), self._offer))

    def _hear(self, offer: UpdateOffer) -> None:
        """An update that failed before the switch leaves this kiosk running, which says so."""
        outcome = newest_outcome(self._settings.data_path)
        if outcome is not None and outcome != self._before:
            self._refused[offer.file] = outcome.sentence
            self._offer = replace(offer, refusal=outcome.sentence, is_asked=False)

    def _ask_for(self, offer: UpdateOffer) -> None:
        self._offer = replace(offer, is_asked=True)
        self._before = newest_outcome(self._settings.data_path)
        try:
            notes.ask(self._settings.data_path, notes.Request("update", offer.file))
        except OSError as error:
            why = text("It could not be asked for ({why}).", why=error.strerror or "")
            self._offer = replace(offer, refusal=why)
        self._post(HealthRead(self._clock.monotonic(), self._lines(), self._offer))

    def _lines(self) -> tuple[HealthLine, ...]:
        try:
            return tuple(machine_rows(look_at(self._settings, self._clock)))
        except Exception:  # a reading nobody has thought of must not close the page
            _logger.exception("The machine cannot be looked at")
            message = text("The machine cannot be looked at: start the kiosk again.")
            return (HealthLine("machine", text("Machine"), "problem", message),)

    def _write(self, ask: int, devices: Sequence[Mapping[str, object]]) -> None:
        name, refused = "", ""
        try:
            name = self._written(Seen(devices, self._lines()))
        except ExportError as error:
            refused = str(error)
        except Exception:  # whoever asked waits for an answer
            _logger.exception("The file for whoever helps cannot be written")
            refused = text("It could not be written because of a fault in the program.")
        self._post(SupportWritten(self._clock.monotonic(), ask, name, refused))

    def _written(self, seen: Seen) -> str:
        content = io.BytesIO()  # small; and a stick is open for no longer than it must be
        write_bundle(content, self._settings, seen, lambda: [*read_journal(), *tail()])
        with opened_target(self._settings.data_path, self._sticks) as target:
            if target.stick is None:
                raise ExportError(text("No stick is in: put one in and try again."))
            make_folder(target.folder)
            target.check()
            with whole_file(target.folder / NAME) as file:
                file.write(content.getvalue())
        return NAME


def _offer_on(stick: Path) -> UpdateOffer | None:
    found = offered(stick, __version__)
    return None if found is None else UpdateOffer(found.version, found.file, found.refusal)


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""

"""The update: beside the old release, tried on a copy, switched in one step, and taken back unless
the new one reaches its idle screen. Whatever moment it is cut at, `recover` ends it.
"""

import logging
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.files import write_whole
from kiosk.release import journal, notes
from kiosk.release.archive import ReleaseFile, opened
from kiosk.release.environment import check_machine, make_environment
from kiosk.release.journal import Journal
from kiosk.release.layout import CURRENT, KEY_FILE, MANIFEST, Home, version_key
from kiosk.release.manifest import Manifest, parse_manifest
from kiosk.release.notes import Outcome
from kiosk.release.owner import HistoryOwner, Owner
from kiosk.release.services import Services
from kiosk.words import text

UNPACKED: Final = 5
"""Times the size of its wheels is what a release takes while it is installed."""
SPARE_BYTES: Final = 100_000_000
HISTORY_COPIES: Final = 3
"""At a time: the trial's with its own safety copy, or the backup beside them."""
LAST: Final = "last-update.json"
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds."""

    idle: float = 240.0
    """Until the new version's idle screen: a Pi Zero 2 with years of history takes a minute."""
    training: float = 0.0
    """How long it is waited that nobody trains any more; 0: then nothing is done."""
    look: float = 0.5


class Updater:
    """Updates and takes back; one at a time, which `alone` in `carrying` sees to."""

    def __init__(
        self,
        home: Home,
        data: Path,
        services: Services,
        *,
        limits: Limits = Limits(),
        make: Callable[[Path, Path, Manifest], None] = make_environment,
        sleep: Callable[[float], None] = time.sleep,
        owner: HistoryOwner | None = None,
    ) -> None:
        self._home = home
        self._data = data
        self._services = services
        self._limits = limits
        self._make = make
        self._sleep = sleep
        self._owner: HistoryOwner = owner or Owner(home, data)

    def check(self, file: Path, key: Path = KEY_FILE) -> Manifest:
        """Reads the whole release and changes nothing. Raises ReleaseError."""
        with opened(file, key) as release:
            self._check_wanted(release.manifest)
            release.unpack(None)
        return release.manifest

    def update(self, file: Path, key: Path = KEY_FILE) -> Outcome:
        """To the release in `file`. Raises ReleaseError with everything as it was; what failed only
        after the switch is an outcome, `back`.
        """
        old = self._running()
        with opened(file, key) as release:
            new = release.manifest.version
            for folder, needed in self._needs(release.manifest):
                if folder == self._data:
                    self._owner.make_room(old, needed)
            self._check_wanted(release.manifest)
            self._check_nobody_trains(old)
            try:
                journal.save(self._home.journal, Journal("preparing", old, new))
                self._install(release)
                self._owner.trial(new)
                self._wait_for_the_last(old)
            except (ReleaseError, OSError) as error:
                self._give_up(new)
                raise _as_release_error(error) from error
        return self._switch(old, new)

    def go_back(self) -> Outcome:
        """To the release before the running one. Raises ReleaseError where there is none."""
        new = self._running()
        old = next((one for one in self._home.installed() if _older(one, new)), None)
        if old is None:
            raise ReleaseError(text("There is no earlier version on this kiosk to go back to."))
        backup = self._backup_of_before(new)
        if backup is None and self._schema(old) != self._schema(new):
            raise ReleaseError(
                text(
                    "Version {version} cannot read the history any more, and the backup of before "
                    "is gone: stay with this version.",
                    version=old,
                )
            )
        self._check_nobody_trains(new)
        way = Journal("switched", old, new, backup)
        journal.save(self._home.journal, Journal("stopping", new, new))
        try:
            self._services.stop()
            notes.remove(self._data, notes.IDLE)
            journal.save(self._home.journal, way)
            self._take_back(way)
        finally:
            self._services.start()
        return self._back(old, text("Version {version} runs again, as you asked.", version=old))

    def recover(self) -> Outcome | None:
        """Ends an update that was cut, on the disk alone: no kiosk may run, and none is started.

        None when there was none. Raises ReleaseError when the history cannot be put back yet; it is
        tried again at the next start.
        """
        cut = journal.load(self._home.journal)
        if cut is None:
            self._home.journal.unlink(missing_ok=True)  # it never was whole
            return None
        if cut.step == "switched" and notes.idle_of(self._data) == (cut.new, False):
            return self._finish(cut)
        if cut.step == "switched":
            self._take_back(cut)
            return self._back(
                cut.old,
                text(
                    "The update to {version} was interrupted and taken back: try it again.",
                    version=cut.new,
                ),
            )
        self._give_up(cut.new)
        return Outcome(
            "failed",
            cut.old,
            text(
                "The update to {version} was interrupted, and nothing has changed: try it again.",
                version=cut.new,
            ),
            _utc_ms(),
        )

    # -- before the switch: the old version runs ---------------------------------------------------

    def _running(self) -> str:
        version = self._home.version_of(CURRENT)
        if version is None or not self._home.python(version).exists():
            raise ReleaseError(
                text(
                    "{folder} has no release that runs: only a kiosk that was set up by its "
                    "installer can be updated.",
                    folder=self._home.path,
                )
            )
        return version

    def _check_wanted(self, manifest: Manifest) -> None:
        check_machine(manifest)
        running = self._running()
        if version_key(manifest.version) <= version_key(running):
            raise ReleaseError(
                text(
                    "The file has version {version}, and {running} is installed already.",
                    version=manifest.version,
                    running=running,
                )
            )
        for folder, needed in self._needs(manifest):
            self._check_room(folder, needed)

    def _needs(self, manifest: Manifest) -> list[tuple[Path, int]]:
        """Bytes that an update takes for a while, on each disk that it takes them of."""
        program = manifest.size * UNPACKED + SPARE_BYTES
        history = [*self._data.glob("history.sqlite3*")]
        copies = sum(part.stat().st_size for part in history) * HISTORY_COPIES
        data = self._data if self._data.exists() else self._data.parent
        if data.stat().st_dev == self._home.path.stat().st_dev:
            return [(self._data, program + copies)]
        return [(self._home.path, program), (self._data, copies + SPARE_BYTES)]

    def _check_room(self, folder: Path, needed: int) -> None:
        free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
        if free < needed:
            raise ReleaseError(
                text(
                    "The update needs {needed} MB on the disk of {folder}, and {free} MB are free: "
                    "make room there.",
                    needed=-(-needed // 1_000_000),
                    folder=folder,
                    free=free // 1_000_000,
                )
            )

    def _check_nobody_trains(self, version: str) -> None:
        if not self._limits.training and self._owner.is_busy(version):
            raise _somebody_trains()

    def _wait_for_the_last(self, version: str) -> None:
        left = self._limits.training
        while self._owner.is_busy(version):
            if left <= 0:
                raise _somebody_trains()
            left -= 5.0
            self._sleep(5.0)

    def _install(self, release: ReleaseFile) -> None:
        manifest = release.manifest
        folder = self._home.folder(manifest.version)
        shutil.rmtree(folder, ignore_errors=True)
        wheels = folder / "wheels"
        wheels.mkdir(parents=True)
        release.unpack(wheels)
        self._make(folder, wheels, manifest)
        shutil.rmtree(wheels)
        os.sync()  # thousands of files, before the one that says that they are all there
        write_whole(folder / MANIFEST, manifest.to_bytes())

    def _give_up(self, new: str) -> None:
        if new != self._home.version_of(CURRENT):
            shutil.rmtree(self._home.folder(new), ignore_errors=True)
        journal.forget(self._home.journal)

    # -- the switch --------------------------------------------------------------------------------

    def _switch(self, old: str, new: str) -> Outcome:
        under_way = Journal("stopping", old, new)
        try:
            journal.save(self._home.journal, under_way)
            self._services.stop()
            under_way = replace(under_way, backup=self._owner.backup(old))
            notes.remove(self._data, notes.IDLE)
            under_way = replace(under_way, step="switched")
            journal.save(self._home.journal, under_way)
            self._home.point(CURRENT, new)
            self._renew(new)
        except (ReleaseError, OSError) as error:
            if self._running() != old:
                self._home.point(CURRENT, old)
            self._give_up(new)
            self._services.start()
            raise _as_release_error(error) from error
        if self._comes_up(new):
            return self._finish(under_way)
        self._services.stop()
        try:
            self._take_back(under_way)
        finally:
            self._services.start()
        return self._back(
            old,
            text(
                "Version {new} did not reach its idle screen: {old} runs again, and nothing is "
                "lost. Tell whoever made the release.",
                new=new,
                old=old,
            ),
        )

    def _comes_up(self, new: str) -> bool:
        try:
            self._services.start()
        except ReleaseError as error:
            _logger.warning("%s", error)
            return False
        ends = time.monotonic() + self._limits.idle
        while time.monotonic() < ends:
            seen = notes.idle_of(self._data)
            if seen is not None and seen != (new, False):
                return False  # the safe screen, after it has failed again and again
            if seen is not None and self._services.is_ready():
                return True
            self._sleep(self._limits.look)
        return False

    def _finish(self, done: Journal) -> Outcome:
        self._home.settle(done.new)
        write_whole(self._home.path / LAST, (done.backup or "").encode())
        journal.forget(self._home.journal)
        self._home.thin({done.old, done.new})
        return Outcome(
            "done",
            done.new,
            text("Version {version} has been installed.", version=done.new),
            _utc_ms(),
        )

    # -- back --------------------------------------------------------------------------------------

    def _take_back(self, cut: Journal) -> None:
        """Any number of times over: whatever part of it is done already stays done."""
        self._home.settle(cut.old)
        self._renew(cut.old)
        self._owner.put_back(cut.old, cut.backup)
        notes.remove(self._data, notes.IDLE)
        self._give_up(cut.new)

    def _renew(self, version: str) -> None:
        """A program runs with another version's units, too: what fails here is told on Health."""
        try:
            self._services.renew(version)
        except ReleaseError as error:
            _logger.warning("The system's part is not that of %s: %s", version, error)

    def _back(self, old: str, sentence: str) -> Outcome:
        return Outcome("back", old, sentence, _utc_ms())

    def _backup_of_before(self, new: str) -> str | None:
        """What the update to `new` made, if it is still there."""
        if self._home.installed()[:1] != [new]:
            return None
        try:
            path = (self._home.path / LAST).read_text("utf-8")
        except (OSError, ValueError):
            return None
        return path if path and Path(path).is_file() else None

    def _schema(self, version: str) -> str:
        try:
            return parse_manifest((self._home.folder(version) / MANIFEST).read_bytes()).schema
        except (OSError, ReleaseError):
            return ""


def _older(one: str, than: str) -> bool:
    return version_key(one) < version_key(than)


def _somebody_trains() -> ReleaseError:
    return ReleaseError(text("Somebody is training: try the update again when nobody is."))


def _as_release_error(error: ReleaseError | OSError) -> ReleaseError:
    if isinstance(error, ReleaseError):
        return error
    return ReleaseError(
        text(
            "The update could not be written to the disk ({why}), and nothing has changed: make "
            "room and try again.",
            why=error.strerror or "",
        )
    )


def _utc_ms() -> int:
    return time.time_ns() // 1_000_000

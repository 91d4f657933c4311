"""Where releases lie on the kiosk's disk, which of them runs, and how that changes in one step."""

import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.files import keep_names
from kiosk.words import text

HOME: Final = Path("/opt/switchback")
KEY_FILE: Final = Path("/etc/switchback/release.pub")
"""Of whoever makes releases, PEM: what this kiosk takes must be signed with its other half."""
CURRENT: Final = "current"
"""The release that runs."""
UPDATER: Final = "updater"
"""The release whose program carries updates out: the newest that has proven itself, so that a new
one that cannot even start is still taken back.
"""
MANIFEST: Final = "release.json"
"""Written last: a folder without it is not whole, and is swept away."""
_VERSION: Final = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")


def version_key(version: str) -> tuple[int, ...]:
    """What versions are compared by. Raises ReleaseError for anything but numbers and dots."""
    if not (version.isascii() and _VERSION.fullmatch(version)):
        raise ReleaseError(
            text('"{version}" is not the version of a release, like 1.4.0.', version=version[:40])
        )
    return tuple(int(number) for number in version.split(".")) + (0,) * (3 - version.count("."))


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of all releases; nothing in it belongs to the kiosk's own user."""

    path: Path = HOME

    @property
    def releases(self) -> Path:
        return self.path / "releases"

    @property
    def journal(self) -> Path:
        return self.path / "update.json"

    @property
    def outcome(self) -> Path:
        return self.path / "outcome.json"

    def folder(self, version: str) -> Path:
        version_key(version)
        return self.releases / version

    def python(self, version: str) -> Path:
        return self.folder(version) / ".venv" / "bin" / "python"

    def installed(self) -> list[str]:
        """The versions that are whole, the newest first."""
        there = [path.parent.name for path in self.releases.glob(f"*/{MANIFEST}")]
        return sorted(filter(_is_version, there), key=version_key, reverse=True)

    def version_of(self, link: str) -> str | None:
        """Which version a link names, None where it names none."""
        try:
            name = (self.path / link).readlink().name
        except OSError:
            return None
        return name if _is_version(name) else None

    def point(self, link: str, version: str) -> None:
        """The link names `version` from now on, whenever the power fails. Raises OSError."""
        new = self.path / f".{link}.new"
        new.unlink(missing_ok=True)
        new.symlink_to(self.folder(version).relative_to(self.path))
        new.replace(self.path / link)
        keep_names(self.path)

    def settle(self, version: str) -> None:
        """`version` runs and has proven itself: the program of updates is its own from now on."""
        self.point(CURRENT, version)
        self.point(UPDATER, version)

    def sweep(self, keep: Collection[str] = ()) -> None:
        """Takes away what is not whole, but not those of `keep`."""
        whole = {*self.installed(), *keep}
        for path in [*self.releases.glob("*")]:
            if path.name not in whole:
                shutil.rmtree(path, ignore_errors=True)

    def thin(self, keep: Collection[str]) -> None:
        """Takes away all releases but those of `keep`: first what makes them one."""
        for version in self.installed():
            if version not in keep:
                (self.folder(version) / MANIFEST).unlink(missing_ok=True)
        self.sweep()


def home_of(prefix: Path) -> Home | None:
    """The home of the program that runs from the environment `prefix`; None where it is a clone."""
    places = prefix.parents
    if prefix.name == ".venv" and len(places) > 2 and places[1].name == "releases":
        return Home(places[2])
    return None


def _is_version(name: str) -> bool:
    return name.isascii() and _VERSION.fullmatch(name) is not None

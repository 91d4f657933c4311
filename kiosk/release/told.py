"""What the kiosk tells of updates: what became of the newest, and what is on the stick."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.files import write_whole
from kiosk.release import notes
from kiosk.release.archive import opened
from kiosk.release.environment import check_machine
from kiosk.release.layout import KEY_FILE, Home, home_of, version_key
from kiosk.stick import FOLDER

READ: Final = "update-read"
"""In the data directory: which outcome somebody has read."""
_MOST: Final = 20
"""Files that are looked at; a stick with more is no stick with a release."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A release on the stick that could be installed, or why it cannot."""

    version: str
    file: str
    refusal: str = ""


def newest_outcome(data: Path, home: Home | None = None) -> notes.Outcome | None:
    """What kept the newest update from being installed, until `outcome_read`; None where it was."""
    home = home or own_home()
    outcome = None if home is None else notes.outcome_in(home.outcome)
    if outcome is None or outcome.kind == "done":
        return None
    is_read = notes.read_small(data, READ) == str(outcome.utc_ms).encode()
    return None if is_read else outcome


def outcome_read(data: Path, home: Home | None = None) -> None:
    """Somebody has. Raises OSError."""
    outcome = newest_outcome(data, home)
    if outcome is not None:
        write_whole(data / READ, str(outcome.utc_ms).encode(), 0o600)


def own_home() -> Home | None:
    """Where this program was installed by a release; None for a clone, which is updated by hand."""
    return home_of(Path(sys.prefix))


def offered(stick: Path, running: str, key: Path = KEY_FILE) -> Offered | None:
    """The newest release on the stick whose signature is good; else why the only one is refused;
    None where there is none, or it is installed already.
    """
    found: list[Offered] = []
    for file in _releases(stick):
        try:
            with opened(file, key) as release:
                check_machine(release.manifest)
                version = release.manifest.version
        except ReleaseError as error:
            found.append(Offered("", str(file), str(error)))
        else:
            if version_key(version) > version_key(running):
                found.append(Offered(version, str(file)))
    good = [one for one in found if not one.refusal]
    if good:
        return max(good, key=lambda one: version_key(one.version))
    return found[0] if found else None


def _releases(stick: Path) -> list[Path]:
    try:
        places = [*stick.glob("*.release"), *(stick / FOLDER).glob("*.release")]
    except OSError:
        return []
    return sorted(path for path in places if not path.name.startswith("."))[:_MOST]

"""What is said of sticks that cannot be used, and what to do about each."""

import errno
from typing import Final

from drivers.udisks import NoBusError, RefusedError
from kiosk.errors import DeviceError
from kiosk.stick import FULL, PULLED
from kiosk.words import text

NO_BUS: Final = text(
    "USB sticks are not noticed here, because D-Bus does not run: run `sudo apt install dbus "
    "udisks2`, then restart."
)
NO_SERVICE: Final = text(
    "USB sticks are not noticed here, because UDisks2 is missing: run `sudo apt install udisks2`."
)
TWO: Final = text("Two sticks are in: pull one of them.")
NOT_OURS: Final = text(
    "The stick belongs to another computer's user: take one that is formatted as exFAT or FAT32."
)
PUT_IN_AGAIN: Final = text("Pull the stick and put it in again: then more can be written to it.")
SLOW: Final = text("This stick is slow: a newer one saves minutes.")
ENDS: Final = text("The kiosk ends: export again later.")
ONLY_READ: Final = text("The stick can only be read: look for a switch on it, or take another one.")
_FORBIDDEN: Final = text(
    "The kiosk may not open sticks yet: copy systemd/50-switchback-sticks.rules to "
    "/etc/polkit-1/rules.d/."
)
_BUSY: Final = text("Something still reads the stick: wait until it has ended, then try again.")
_STRANGE: Final = text(
    "The stick cannot be opened: look at it with a laptop, or take one that is formatted as exFAT "
    "or FAT32."
)


def missing(error: DeviceError) -> str:
    """Why sticks cannot be noticed at all."""
    return NO_BUS if isinstance(error, NoBusError) else NO_SERVICE


def why_not(error: Exception) -> str:
    """Why a stick that is in cannot be used; what UDisks2 said itself is in the log."""
    if isinstance(error, OSError):
        return _why_no_file(error)
    name = error.name if isinstance(error, RefusedError) else ""
    if name.startswith("NotAuthorized"):
        return _FORBIDDEN
    if name == "DeviceBusy":
        return _BUSY
    return PULLED if name.startswith(("Unknown", "NoReply")) else _STRANGE


def why_no_longer(error: Exception) -> str:
    """The same of one that could be opened and written to a moment ago."""
    sentence = why_not(error)
    return PULLED if sentence in (_STRANGE, ONLY_READ) else sentence


def _why_no_file(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return FULL
        case errno.EROFS:
            return ONLY_READ
        case errno.EACCES | errno.EPERM:
            return NOT_OURS
        case _:
            return PULLED

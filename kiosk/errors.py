"""Every error of ours: a sentence a gym employee understands, ending in what to do next."""


class KioskError(Exception):
    """Root of all errors; ``str(error)`` is the sentence shown on screen or printed on stderr."""

    exit_status = 2


class SettingsError(KioskError):
    """The configuration file or an option cannot be used; names file, key and mend."""


class ProtocolError(KioskError):
    """A protocol file cannot be used; names file, key and mend."""


class RosterError(KioskError):
    """A name or strap that cannot be used."""


class HistoryError(KioskError):
    """The history cannot be opened, read or written."""


class DeviceError(KioskError):
    """A device cannot be opened or answered wrongly; the supervisor retries."""


class DeviceAbsent(DeviceError):
    """Nothing is plugged in (yet): a reason to go on looking, not a fault."""


class ActivityError(KioskError):
    """A file of an activity from outside cannot be used; names file and mend."""


class ExportError(KioskError):
    """An export cannot be written."""


class ImportRefused(KioskError):
    """Something on a stick cannot be taken over."""


class ReleaseError(KioskError):
    """A release cannot be installed, or put back."""

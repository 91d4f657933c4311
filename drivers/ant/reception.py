"""How one stick is doing, in words: what it hears, how it is connected, what to do about it."""

from collections.abc import Callable

from drivers.ant.frames import AntMessage
from drivers.ant.guard import Guard
from kiosk.events import DeviceFacts
from kiosk.words import Number, joined, text

FACTS_EVERY_S = 5.0
SILENT_S = 10.0
"""Nothing heard for longer is worth a word."""


class Reception:
    """Of one connection: `note` in the reader's thread, all else in the device's."""

    def __init__(self, now: float) -> None:
        self._heard_at = now
        self._messages = 0
        self._strongest_dbm: int | None = None

    def note(self, message: AntMessage) -> None:
        """A message has been heard."""
        self._heard_at = message.at
        self._messages += 1
        rssi_dbm, strongest_dbm = message.rssi_dbm, self._strongest_dbm
        if rssi_dbm is not None and (strongest_dbm is None or rssi_dbm > strongest_dbm):
            self._strongest_dbm = rssi_dbm

    def silent_s(self, now: float) -> float:
        """Seconds since the last message, or since the connection began."""
        return now - self._heard_at

    def words(self, now: float, damaged: int) -> str:
        """The strongest signal since these words were last asked for, and what was damaged."""
        strongest_dbm, self._strongest_dbm = self._strongest_dbm, None
        silent_s = self.silent_s(now)
        if silent_s >= SILENT_S:
            strength = text("nothing heard for {silent_s} s, ", silent_s=Number(silent_s))
        else:
            strength = (
                ""
                if strongest_dbm is None
                else text("{strongest_dbm} dBm at best, ", strongest_dbm=strongest_dbm)
            )
        return text(
            "{strength}{damaged:,} damaged stretches in {messages:,} messages",
            strength=strength,
            damaged=damaged,
            messages=self._messages,
        )


class Reporter:
    """Tells the supervisor and whoever looks for a fault how a connection is doing.

    A stick that has heard nothing for `deaf_after_s` is live all the same: perhaps nobody is there.
    """

    def __init__(
        self,
        *,
        device: str,
        port: str,
        guard: Guard,
        reception: Reception,
        ready: Callable[[str], None],
        post: Callable[[DeviceFacts], None],
        deaf_after_s: float,
    ) -> None:
        self._device = device
        self._port = port
        self._guard = guard
        self._reception = reception
        self._ready = ready
        self._post = post
        self._deaf_after_s = deaf_after_s
        self._began_at = 0.0
        self._told_at = 0.0
        self._is_deaf = False

    def begin(self, now: float) -> None:
        """The stick scans."""
        self._began_at = now
        self._ready(self._how_connected())
        self._tell(now)

    def look(self, now: float) -> None:
        """To be called about twice a second."""
        silent_s = min(now - self._began_at, self._reception.silent_s(now))
        is_deaf = silent_s >= self._deaf_after_s
        if is_deaf != self._is_deaf:
            self._is_deaf = is_deaf
            self._ready(self._hears_nothing() if is_deaf else self._how_connected())
        if now - self._told_at >= FACTS_EVERY_S:
            self._tell(now)

    def _tell(self, now: float) -> None:
        """Something has always changed: at least what was heard, or for how long nothing was."""
        self._told_at = now
        guard = self._guard
        serial = guard.serial_number
        known = (
            guard.version,
            None if serial is None else text("serial number {serial}", serial=serial),
        )
        firmware = joined(", ", [word for word in known if word]) or None
        signal = self._reception.words(now, guard.damaged)
        self._post(DeviceFacts(now, self._device, self._port, firmware, signal))

    def _how_connected(self) -> str:
        serial = self._guard.serial_number
        if serial is None:
            return text("ANT stick on {port}", port=self._port)
        return text("ANT stick on {port}, serial number {serial}", port=self._port, serial=serial)

    def _hears_nothing(self) -> str:
        return text(
            "The ANT stick on {port} answers but hears nothing: put a strap on and wet its "
            "electrodes; if somebody wears one, move the stick away from metal and from "
            "USB 3 devices with an extension cable",
            port=self._port,
        )

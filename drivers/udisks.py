"""What we ask of UDisks2 over D-Bus, one method each; the only user of dbus-fast."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, cast

from dbus_fast import BusType, Message, MessageType, Variant, unpack_variants
from dbus_fast.aio import MessageBus

from drivers.stick_seen import DRIVE, FILESYSTEM, Objects, Seen
from kiosk.errors import DeviceError

SERVICE: Final = "org.freedesktop.UDisks2"
ROOT: Final = "/org/freedesktop/UDisks2"
_BUS: Final = "org.freedesktop.DBus"
ANSWER_S: Final = 60.0
UNMOUNT_S: Final = 300.0
"""What is not on the stick yet is written before; a slow one may take minutes."""
BUSY_TRIES, BUSY_REST_S = 20, 0.5
"""Somebody may read the stick at this moment."""

_logger = logging.getLogger(__name__)


class NoBusError(DeviceError):
    """There is nobody to ask."""


class RefusedError(DeviceError):
    """UDisks2 answered with an error; `name` is its last word, such as "DeviceBusy"."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class Udisks:
    """A connection; every method raises DeviceError where no answer comes."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self.gone = asyncio.ensure_future(bus.wait_for_disconnect())

    @classmethod
    async def connect(cls, address: str | None) -> "Udisks":
        """`address` None: the system's bus. Raises NoBusError where there is none."""
        try:
            return cls(await MessageBus(bus_address=address, bus_type=BusType.SYSTEM).connect())
        except Exception as error:  # each transport has errors of its own
            raise NoBusError(str(error)) from error

    async def disconnect(self) -> None:
        self._bus.disconnect()
        with suppress(Exception):  # why it went is nobody's business any more
            await asyncio.wait_for(self.gone, 1.0)

    async def listen(self, changed: Callable[[], None]) -> None:
        """`changed` is called when a drive or the service changes, and at the bus's end."""

        def hear(message: Message) -> None:
            if message.message_type is MessageType.SIGNAL and message.member != "NameAcquired":
                changed()

        self.gone.add_done_callback(lambda _: changed())
        self._bus.add_message_handler(hear)
        for rule in (
            f"type='signal',sender='{SERVICE}',path_namespace='{ROOT}'",
            f"type='signal',sender='{_BUS}',member='NameOwnerChanged',arg0='{SERVICE}'",
        ):
            asked = Message(
                destination=_BUS,
                path="/org/freedesktop/DBus",
                interface=_BUS,
                member="AddMatch",
                signature="s",
                body=[rule],
            )
            await self._answer(asked)

    async def objects(self) -> Objects:
        """Everything it knows; this also starts a service that sleeps."""
        asked = Message(
            destination=SERVICE,
            path=ROOT,
            interface=f"{_BUS}.ObjectManager",
            member="GetManagedObjects",
        )
        return cast("Objects", unpack_variants((await self._answer(asked))[0]))

    async def mount(self, one: Seen, *, read_only: bool) -> str:
        """Gives the path."""
        options = {"options": Variant("s", "ro")} if read_only else {}
        said = await self._do(one.filesystem, FILESYSTEM, "Mount", options)
        return str(said[0])

    async def unmount(self, one: Seen) -> None:
        """All that was written is on the stick then; nothing to do is no error."""
        for tries_left in reversed(range(BUSY_TRIES)):
            try:
                await self._do(one.filesystem, FILESYSTEM, "Unmount", {}, UNMOUNT_S)
            except RefusedError as refusal:
                if refusal.name == "NotMounted":
                    return
                if refusal.name != "DeviceBusy" or not tries_left:
                    raise
                await asyncio.sleep(BUSY_REST_S)
            else:
                return

    async def power_off(self, one: Seen) -> None:
        await self._do(one.drive, DRIVE, "PowerOff", {})

    async def _do(
        self,
        path: str,
        interface: str,
        member: str,
        options: dict[str, Variant],
        patience_s: float = ANSWER_S,
    ) -> list[Any]:
        asked = Message(
            destination=SERVICE,
            path=path,
            interface=interface,
            member=member,
            signature="a{sv}",
            body=[options],
        )
        return await self._answer(asked, patience_s)

    async def _answer(self, asked: Message, patience_s: float = ANSWER_S) -> list[Any]:
        try:
            reply = await asyncio.wait_for(self._bus.call(asked), patience_s)
        except TimeoutError as error:
            raise DeviceError(f"no answer to {asked.member} in {patience_s:.0f} s") from error
        except (OSError, EOFError) as error:
            raise DeviceError(f"the bus has gone: {error}") from error
        if reply.message_type is MessageType.ERROR:
            _logger.info("%s: %s %s", asked.member, reply.error_name, reply.body)
            name = str(reply.error_name).rpartition(".")[2]
            raise RefusedError(name, " ".join(map(str, reply.body)))
        return list(reply.body)

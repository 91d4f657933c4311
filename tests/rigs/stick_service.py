"""A UDisks2 of straw on a bus of its own: sticks come and go, and their mounts act on folders."""

import asyncio
import shutil
import subprocess
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from drivers.stick_seen import BLOCK, DRIVE, FILESYSTEM
from drivers.udisks import ROOT, SERVICE

_ERROR: Final = f"{SERVICE}.Error"
_PROPERTIES: Final = "org.freedesktop.DBus.ObjectManager"
_PEER: Final = "org.freedesktop.DBus.Peer"
Interfaces = dict[str, dict[str, Variant]]


class Medium(Protocol):
    """What a stick's file system is here."""

    def mount(self, *, read_only: bool) -> Path:
        """OSError where it cannot be."""
        ...

    def unmount(self) -> None: ...


@dataclass
class FolderMedium:
    """A folder: what was written to it is there, mounted or not."""

    place: Path

    def mount(self, *, read_only: bool) -> Path:
        del read_only
        self.place.mkdir(parents=True, exist_ok=True)
        return self.place

    def unmount(self) -> None:
        return


@dataclass
class FakeStick:
    """One drive with at most one file system; change it before it is plugged in."""

    medium: Medium | None
    """None: unformatted."""
    name: str = "sdb1"
    label: str = "CLUB"
    uuid: str = "1234-ABCD"
    bus: str = "usb"
    is_read_only: bool = False
    can_power_off: bool = True
    has_table: bool = True
    usage: str = ""
    """Of one without a file system: "", "crypto"."""
    is_mounted_first: bool = False
    """By a desktop, in the moment in which the kiosk would."""
    refuses: dict[str, str] = field(default_factory=dict[str, str])
    """By method, the last word of the error it answers with."""
    calls: list[str] = field(default_factory=list[str])
    mounted: str = ""

    @property
    def drive(self) -> str:
        return f"{ROOT}/drives/{self.name}"

    @property
    def block(self) -> str:
        return f"{ROOT}/block_devices/{self.name}"

    def objects(self) -> dict[str, Interfaces]:
        points = [self.mounted.encode() + b"\0"] if self.mounted else []
        block: Interfaces = {
            BLOCK: {
                "Drive": Variant("o", self.drive),
                "IdLabel": Variant("s", self.label),
                "IdUUID": Variant("s", self.uuid),
                "IdUsage": Variant("s", "filesystem" if self.medium else self.usage),
                "ReadOnly": Variant("b", self.is_read_only),
                "HintSystem": Variant("b", False),
                "HintIgnore": Variant("b", False),
                "Size": Variant("t", 16_000_000_000),
            }
        }
        if self.medium is not None:
            block[FILESYSTEM] = {"MountPoints": Variant("aay", points)}
        elif self.has_table:
            block[f"{SERVICE}.PartitionTable"] = {"Type": Variant("s", "dos")}
        return {
            self.drive: {
                DRIVE: {
                    "ConnectionBus": Variant("s", self.bus),
                    "MediaAvailable": Variant("b", True),
                    "Optical": Variant("b", False),
                    "CanPowerOff": Variant("b", self.can_power_off),
                    "Vendor": Variant("s", "Straw"),
                    "Model": Variant("s", "Disk"),
                }
            },
            self.block: block,
        }


class FakeUdisks:
    """The service; every method may be called from any thread."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sticks: list[FakeStick] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="straw-udisks")
        self._thread.start()
        self._bus = self._do(self._connect())

    def end(self) -> None:
        # Once the bus has answered, nothing that came before waits for an answer of ours.
        self._do(self._bus.call(Message("org.freedesktop.DBus", ROOT, _PEER, "Ping")))
        self._loop.call_soon_threadsafe(self._bus.disconnect)
        self._do(asyncio.sleep(0))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def plug_in(self, stick: FakeStick) -> None:
        def come() -> None:
            self.sticks.append(stick)
            self._signal("InterfacesAdded", "oa{sa{sv}}", [stick.drive, {}])

        self._do(self._soon(come))

    def pull(self, stick: FakeStick) -> None:
        """At once, whatever it was doing."""

        def go() -> None:
            if stick in self.sticks:
                self.sticks.remove(stick)
            stick.mounted = ""
            self._tell_gone(stick)

        self._do(self._soon(go))

    # -- inside ------------------------------------------------------------------------------------

    def _do(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    @staticmethod
    async def _soon(act: Callable[[], None]) -> None:
        act()

    async def _connect(self) -> MessageBus:
        bus = await MessageBus(bus_address=self.address, bus_type=BusType.SYSTEM).connect()
        bus.add_message_handler(self._answer)
        await bus.request_name(SERVICE)
        return bus

    def _tell_gone(self, stick: FakeStick) -> None:
        nothing: list[str] = []
        self._signal("InterfacesRemoved", "oas", [stick.drive, nothing])

    def _signal(self, member: str, signature: str, body: list[Any]) -> None:
        message = Message.new_signal(ROOT, _PROPERTIES, member, signature, body)
        self._bus.send(message)

    def _answer(self, asked: Message) -> Message | None:
        if asked.message_type is not MessageType.METHOD_CALL:
            return None
        if asked.member == "GetManagedObjects":
            objects: dict[str, Interfaces] = {}
            for stick in self.sticks:
                objects |= stick.objects()
            return Message.new_method_return(asked, "a{oa{sa{sv}}}", [objects])
        for stick in self.sticks:
            if asked.path in (stick.drive, stick.block):
                return self._act(stick, asked)
        if asked.member in ("Mount", "Unmount", "PowerOff"):
            unknown = "org.freedesktop.DBus.Error.UnknownObject"
            return Message.new_error(asked, unknown, "no such object")
        return None

    def _act(self, stick: FakeStick, asked: Message) -> Message:
        member = str(asked.member)
        read_only = member == "Mount" and "options" in asked.body[0]
        stick.calls.append(f"{member} ro" if read_only else member)
        if stick.is_mounted_first and stick.medium is not None:
            stick.is_mounted_first = False
            stick.mounted = str(stick.medium.mount(read_only=False))
            return Message.new_error(asked, f"{_ERROR}.AlreadyMounted", "by somebody else")
        if member in stick.refuses:
            return Message.new_error(asked, f"{_ERROR}.{stick.refuses[member]}", "as told")
        medium = stick.medium
        try:
            if member == "Mount" and medium is not None:
                stick.mounted = str(medium.mount(read_only=read_only))
                return Message.new_method_return(asked, "s", [stick.mounted])
            if member == "Unmount" and medium is not None:
                if not stick.mounted:
                    return Message.new_error(asked, f"{_ERROR}.NotMounted", "it is not")
                medium.unmount()
                stick.mounted = ""
            elif member == "PowerOff":
                self.sticks.remove(stick)
                self._loop.call_soon(self._tell_gone, stick)
        except (OSError, subprocess.CalledProcessError) as error:
            said = str(getattr(error, "stderr", "") or error)
            name = "DeviceBusy" if "busy" in said else "Failed"
            return Message.new_error(asked, f"{_ERROR}.{name}", said)
        return Message.new_method_return(asked)


@contextmanager
def private_bus(started: Callable[[subprocess.Popen[str]], None] | None = None) -> Generator[str]:
    """The address of a bus that nobody else is on."""
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        if started is not None:
            started(process)
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def fake_udisks(address: str) -> Generator[FakeUdisks]:
    service = FakeUdisks(address)
    try:
        yield service
    finally:
        service.end()


def why_no_bus() -> str | None:
    """The reason to skip; None where a bus can be had."""
    return None if shutil.which("dbus-daemon") else "there is no dbus-daemon here"

"""The USB stick that files go to: noticed, opened for writing, and made safe to pull."""

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from drivers.stick_seen import Seen, seen
from drivers.stick_words import (
    ENDS,
    NOT_OURS,
    ONLY_READ,
    PUT_IN_AGAIN,
    SLOW,
    TWO,
    missing,
    why_no_longer,
    why_not,
)
from drivers.udisks import NoBusError, RefusedError, Udisks
from kiosk.clock import Clock
from kiosk.errors import DeviceError, ExportError
from kiosk.stick import PULLED, Stick, StickState

SETTLE_S: Final = 0.3
"""A stick's drive, table and partitions are told one after another."""
DOUBT_S = 3.0
"""So long one without a file system is only looked at: a slow machine tells of a drive seconds
before its partitions, and nobody should be told to format a good stick.
"""
REST_S: Final = 60.0
"""Between two looks where there is no bus or no service; a service that comes tells so itself."""
SAFE_S: Final = 600.0
"""One whose power is off says no more: so long it is told that it may be pulled."""
LEAVE_S: Final = 2.0
"""At the kiosk's end."""
TRIAL_NAME: Final = ".switchback-trial"
TRIAL_BYTES: Final = 1 << 18
SLOW_S = 1.0
"""For that many bytes: a class's evening takes minutes then."""

_logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Held:
    """The stick that is looked after."""

    one: Seen
    mount: str = ""
    """Where we had it mounted; "" while it is not."""
    root: tuple[int, int] | None = None
    """Device and inode of what is mounted there: an empty mount point has others."""

    is_dark: bool = False
    """Its power is off: it must be put in again."""

    @property
    def is_there(self) -> bool:
        return self.root is not None and _root_of(self.mount) == self.root


class Sticks:
    """The StickPort of a kiosk, and what notices sticks: one thread with a loop of its own.

    A stick is mounted read-only while it waits, so that one pulled then has nothing to repair, and
    writable only while files are being written. `post` is told of every change.
    """

    def __init__(
        self, post: Callable[[Stick], None], clock: Clock, address: str | None = None
    ) -> None:
        """`address` is the bus; None for the system's own."""
        self._post = post
        self._clock = clock
        self._address = address
        self._thread = threading.Thread(target=self._run, name="sticks", daemon=True)
        self._runs = threading.Event()
        self._told = Stick(clock.monotonic(), "unavailable")  # until the first look
        self._held: _Held | None = None
        self._doubts_until = 0.0
        self._ends = False
        self._stop: Callable[[], None] = lambda: None
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self._runs.wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop()
        self._thread.join(LEAVE_S + 1.0)  # a stick that hangs keeps nobody waiting for longer

    # -- for the thread of exports: see kiosk.stick.StickPort --------------------------------------

    @property
    def is_usable(self) -> bool:
        return self._told.state != "unavailable"

    @property
    def is_plugged_in(self) -> bool:
        return self._told.state in ("looking", "ready", "writing", "safe")

    def open(self) -> Path | None:
        place = self._ask(self._open())
        if place is None:
            return None
        began = self._clock.monotonic()
        try:
            _try_to_write(place)
        except OSError as error:
            with suppress(ExportError):
                self.close()
            raise ExportError(why_no_longer(error)) from error
        if self._clock.monotonic() - began > SLOW_S:
            self._ask(self._call_slow())
        return place

    @property
    def is_in(self) -> bool:
        held = self._held
        return self._told.state == "writing" and held is not None and held.is_there

    def close(self) -> None:
        self._ask(self._close())

    def _ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Does it in the loop's thread."""
        loop = self._loop
        if loop is None or not loop.is_running():
            work.close()
            raise ExportError(ENDS)
        try:
            return asyncio.run_coroutine_threadsafe(work, loop).result()
        except (asyncio.CancelledError, RuntimeError) as error:
            raise ExportError(ENDS) from error

    # -- the thread --------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            with suppress(asyncio.CancelledError):
                asyncio.run(self._main())
        finally:
            self._loop = None

    async def _main(self) -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def end() -> None:
            """Python 3.11 forgets a cancelling that comes with an answer: hence the flag too."""
            self._ends = True
            self._look.set()
            if task is not None:
                task.cancel()

        def stop() -> None:
            with suppress(RuntimeError):  # it has ended by itself
                loop.call_soon_threadsafe(end)

        self._loop, self._stop = loop, stop
        self._lock, self._look = asyncio.Lock(), asyncio.Event()
        self._udisks: Udisks | None = None
        self._runs.set()
        while not self._ends:
            try:
                self._udisks = await Udisks.connect(self._address)
            except DeviceError as error:
                self._tell_missing(error)
            else:
                await self._serve(self._udisks)
                self._tell_missing(NoBusError("it has gone"))
            if not self._ends:
                await asyncio.sleep(REST_S)

    async def _serve(self, udisks: Udisks) -> None:
        """Until the bus goes."""
        try:
            await udisks.listen(self._look.set)
            while not udisks.gone.done() and not self._ends:
                self._look.clear()
                await self._look_around(udisks)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._look.wait(), self._rest_s())
                await asyncio.sleep(SETTLE_S)
        except DeviceError as error:
            self._tell_missing(error)
        finally:
            await self._leave(udisks)

    def _rest_s(self) -> float | None:
        """Until the next look if nothing is told."""
        rests = {"unavailable": REST_S, "safe": SAFE_S, "looking": DOUBT_S}
        return rests.get(self._told.state)

    async def _leave(self, udisks: Udisks) -> None:
        """Whatever we have mounted is unmounted, as far as that takes no time."""
        held, self._held, self._udisks = self._held, None, None
        if held is not None and held.mount and not udisks.gone.done():
            with suppress(DeviceError, TimeoutError):
                await asyncio.wait_for(udisks.unmount(held.one), LEAVE_S)
        await udisks.disconnect()

    async def _look_around(self, udisks: Udisks) -> None:
        """Reads everything anew: nothing can be missed, and nothing is taken for what it was."""
        async with self._lock:
            try:
                objects = await udisks.objects()
            except DeviceError as error:
                self._tell_missing(error)
            else:
                await self._judge(udisks, seen(objects))

    async def _judge(self, udisks: Udisks, found: Sequence[Seen]) -> None:
        held = self._held
        if self._told.state == "writing" and held is not None:
            if not held.is_there or all(one.drive != held.one.drive for one in found):
                self._held = None
                self._tell("none")
        elif not found:
            self._held = None
            if self._told.state != "safe" or self._clock.monotonic() - self._told.at >= SAFE_S:
                self._tell("none")
        elif len(found) > 1:
            self._tell("refused", sentence=TWO)
        elif held is None or _is_another(held.one, found[0]) or self._told.sentence == TWO:
            await self._take(udisks, found[0])
        elif self._told.state == "looking" and _now() >= self._doubts_until:
            self._tell("refused", held.one.label, sentence=held.one.refusal)

    async def _take(self, udisks: Udisks, one: Seen) -> None:
        """A stick has come; what is wrong with it is said once, and not tried again."""
        self._held = _Held(one)
        if one.refusal and one.filesystem:
            self._tell("refused", one.label, sentence=one.refusal)
            return
        self._tell("looking", one.label)
        if one.refusal:
            self._doubts_until = _now() + DOUBT_S
            return
        try:
            mount = one.mounts[0] if one.mounts else await udisks.mount(one, read_only=True)
            self._held = _Held(one, mount)
            if _belongs_to_us(mount):
                self._tell("ready", one.label, mount, _free(mount))
            else:
                self._tell("refused", one.label, sentence=NOT_OURS)
        except (DeviceError, OSError) as error:
            if isinstance(error, RefusedError) and error.name == "AlreadyMounted":
                self._held = None  # a desktop was quicker: the next look finds where
                self._look.set()
            else:
                self._tell("refused", one.label, sentence=why_not(error))

    async def _open(self) -> Path | None:
        async with self._lock:
            held, udisks, told = self._held, self._udisks, self._told
            if told.state == "refused":
                raise ExportError(told.sentence)
            if told.state == "safe" and (held is None or held.is_dark):
                raise ExportError(PUT_IN_AGAIN)
            if held is None or udisks is None or told.state not in ("ready", "safe"):
                return None
            try:
                if held.mount:
                    await udisks.unmount(held.one)
                mount = await udisks.mount(held.one, read_only=False)
                self._held = _Held(held.one, mount, _root_of(mount))
                free, is_read_only = _free(mount), _is_read_only(mount)
            except (DeviceError, OSError) as error:
                self._held = None  # whatever it is now is looked at anew
                self._look.set()
                raise ExportError(why_no_longer(error)) from error
            if is_read_only:
                self._tell("refused", held.one.label, sentence=ONLY_READ)
                raise ExportError(ONLY_READ)
            self._tell("writing", held.one.label, mount, free)
            return Path(mount)

    async def _call_slow(self) -> None:
        told = self._told
        if told.state == "writing":
            self._tell("writing", told.label, told.folder, told.free_bytes, SLOW)

    async def _close(self) -> None:
        async with self._lock:
            held, udisks = self._held, self._udisks
            if held is None or udisks is None or self._told.state != "writing":
                raise ExportError(PULLED)
            try:
                await udisks.unmount(held.one)
            except DeviceError as error:
                self._held = None
                self._tell("none")
                self._look.set()
                raise ExportError(why_not(error)) from error
            self._held = _Held(held.one)
            if held.one.can_power_off:
                with suppress(DeviceError):  # unmounted it may be pulled; dark it also looks so
                    await udisks.power_off(held.one)
                    self._held = _Held(held.one, is_dark=True)
            self._tell("safe", held.one.label)

    # -- telling -----------------------------------------------------------------------------------

    def _tell_missing(self, error: DeviceError) -> None:
        self._held = None
        if self.is_usable:
            _logger.info("No sticks here: %s", error)
        self._tell("unavailable", sentence=missing(error))

    def _tell(
        self,
        state: StickState,
        label: str = "",
        folder: str = "",
        free_bytes: int = 0,
        sentence: str = "",
    ) -> None:
        stick = Stick(self._clock.monotonic(), state, label, folder, free_bytes, sentence)
        if stick != replace(self._told, at=stick.at):
            self._told = stick
            self._post(stick)


def _now() -> float:
    """Seconds of the loop: nobody else measures these."""
    return asyncio.get_running_loop().time()


def _is_another(one: Seen, other: Seen) -> bool:
    return (one.drive, one.filesystem, one.uuid) != (other.drive, other.filesystem, other.uuid)


def _root_of(mount: str) -> tuple[int, int] | None:
    try:
        found = Path(mount).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _free(mount: str) -> int:
    disk = os.statvfs(mount)
    return disk.f_bavail * disk.f_frsize


def _is_read_only(mount: str) -> bool:
    """Whether the kernel has mounted it so although it was asked not to."""
    return bool(os.statvfs(mount).f_flag & os.ST_RDONLY)


def _belongs_to_us(mount: str) -> bool:
    """Whether its rights let us write; asked while it is mounted read-only."""
    found = Path(mount).stat()
    if os.geteuid() in (0, found.st_uid):
        return True
    in_group = found.st_gid in (os.getegid(), *os.getgroups())
    return bool(found.st_mode & (0o020 if in_group else 0o002))


def _try_to_write(place: Path) -> None:
    trial = place / TRIAL_NAME
    with trial.open("wb") as file:
        file.write(bytes(TRIAL_BYTES))
        file.flush()
        os.fsync(file.fileno())
    trial.unlink()

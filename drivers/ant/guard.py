"""The driver that openant sees: guards it from bad bytes, lost sticks and waiting for nothing."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drivers.ant.frames import DATA_IDS, AntMessage, FrameReader, build_frame, parse_data
from drivers.ant.transport import Transport
from kiosk.clock import Clock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.words import text

RESET = 0x4A
REQUEST = 0x4D
REPLY = 0x40
START_UP = 0x6F
SERIAL_NUMBER = 0x61
VERSION = 0x3E
_CHANNEL_EVENT = 0x01
_CHANNEL_CLOSED = 7
_NO_ERROR = 0
_WRONG_STATE = 21
_CLOSE_ALL_CHANNELS = 25
_GIVEN_UP = 40  # "invalid message": the answer we make up so that openant stops waiting

ASK_AGAIN_S = 0.1
RESET_AGAIN_S = 0.5
MOST_TRIES = 20
_IDLE_S = 0.005


def hung(port: str) -> DeviceError:
    """The stick on `port` has worked, is still plugged in and says nothing any more."""
    return DeviceError(
        text(
            "The ANT stick on {port} no longer answers, though it is plugged in: unplug it, "
            "wait five seconds, plug it in again",
            port=port,
        )
    )


@dataclass(slots=True)
class _Pending:
    """A command on its way to the stick, until the stick answers it."""

    frame: bytes
    sent_at: float
    tries: int = 1

    @property
    def message_id(self) -> int:
        return self.frame[2]

    @property
    def patience_s(self) -> float:
        return RESET_AGAIN_S if self.message_id == RESET else ASK_AGAIN_S


class Guard:
    """openant's `Driver`, over a transport.

    Data messages go straight to `on_data`, stamped with their arrival, in openant's reader thread.
    openant gets nothing but the answers to its own commands, and each command gets exactly one:
    the stick's, or one made up here when the stick is lost, silent or to be let go.
    `ended` is set when the stick can no longer be used; `fault` then says why, or is None if
    `stop` asked for the end.
    """

    def __init__(
        self,
        transport: Transport,
        on_data: Callable[[AntMessage], None],
        clock: Clock,
        stop: threading.Event,
    ) -> None:
        self._transport = transport
        self._on_data = on_data
        self._clock = clock
        self._stop = stop
        self._reader = FrameReader()
        self._lock = threading.Lock()
        self._pending: _Pending | None = None
        self._on_close: Callable[[], None] = lambda: None
        self._leaving = False
        self._never = threading.Event()
        self.started = threading.Event()
        """The stick has said that it started up after our reset."""
        self.ended = threading.Event()
        self.fault: Exception | None = None
        self.last_frame_at = clock.monotonic()
        self.serial_number: int | None = None
        self.version: str | None = None
        """The stick's firmware in its own words."""
        self.scanning = False
        """The radio sets it once all is configured."""
        self.restarted = False
        """The stick started up once more, so all that was configured is gone."""
        self._resets = 0
        self._start_ups = 0

    # What openant calls

    def open(self) -> None:
        """Raises DeviceError with the reason."""
        self._transport.open()
        self.last_frame_at = self._clock.monotonic()

    def close(self) -> None:
        self._transport.close()
        self._on_close()

    def write(self, data: Iterable[int]) -> None:
        """Sends a command; nothing but the reset until the stick has started up."""
        frame = bytes(data)
        message_id = frame[2]
        if self.ended.is_set() and message_id != REQUEST:
            # Nobody would answer any more, so openant is answered at once by its next read.
            with self._lock:
                self._pending = _Pending(frame, self._clock.monotonic())
            return
        if not self.started.is_set() and message_id != RESET:
            return
        if message_id != REQUEST:
            with self._lock:
                self._pending = _Pending(frame, self._clock.monotonic())
        self._send(frame)

    def read(self) -> bytes:
        """Blocks until there is an answer for openant; b"" only while being let go."""
        while True:
            if self.ended.is_set():
                return self._give_up() or self._nothing()
            answer = self._turn()
            if answer:
                return answer
            if self._leaving:
                return self._nothing()

    # What the radio asks and calls

    @property
    def damaged(self) -> int:
        """Stretches of bytes, so far, that were no frame."""
        return self._reader.damaged

    def abort(self, fault: Exception | None = None) -> None:
        """Ends the stick's use; the first reason counts. Any thread."""
        with self._lock:
            if not self.ended.is_set():
                self.fault = fault
                self.ended.set()

    def let_go(self, on_close: Callable[[], None]) -> None:
        """From now on openant's reader comes back from every read; call before Node.stop()."""
        self.abort()
        self._on_close = on_close
        self._leaving = True

    # Inside

    def _turn(self) -> bytes:
        """Reads once; what openant is to get of it."""
        if self._stop.is_set():
            self.abort()
            return b""
        try:
            data = self._transport.read()
        except OSError:
            self.abort(self._lost())
            return b""
        now = self._clock.monotonic()
        answers = b"".join([self._sort(frame, now) for frame in self._reader.feed(data)])
        return answers or self._chase(now)

    def _sort(self, frame: bytes, now: float) -> bytes:
        self.last_frame_at = now
        message_id = frame[2]
        if message_id in DATA_IDS:
            self._hand_over(frame, now)
        elif message_id == START_UP:
            return self._start_up()
        elif message_id == REPLY:
            return self._reply(frame)
        elif message_id == SERIAL_NUMBER:
            self.serial_number = int.from_bytes(frame[3:7], "little")
        elif message_id == VERSION:
            text = frame[3:-1].partition(b"\0")[0].decode("ascii", "replace")
            self.version = text if text.isprintable() else None
        return b""

    def _hand_over(self, frame: bytes, now: float) -> None:
        message = parse_data(frame, now) if self.started.is_set() else None
        if message is None:
            return
        try:
            self._on_data(message)
        except Exception as error:  # noqa: BLE001 - our own bug; told by the device's thread
            self.abort(error)

    def _start_up(self) -> bytes:
        self._start_ups += 1
        if not self.started.is_set():
            with self._lock:
                self._pending = None
            self.started.set()
        elif self.scanning and self._start_ups > self._resets:
            self.abort(
                DeviceError(text("The ANT stick restarted by itself: it is being set up again"))
            )
        else:  # a late answer to a second reset, or a wobbly plug: what was set up so far is gone
            self.restarted = True
            return self._give_up()
        return b""

    def _reply(self, frame: bytes) -> bytes:
        """The answer to the command under way; late ones and events are not for openant."""
        channel, message_id, code = frame[3:6]
        if message_id == _CHANNEL_EVENT:
            if code == _CHANNEL_CLOSED and self.scanning:
                self.abort(
                    DeviceError(text("The ANT stick stopped listening: it is being set up again"))
                )
            return b""
        with self._lock:
            pending = self._pending
            if pending is None or pending.message_id != message_id:
                return b""
            self._pending = None
        if pending.tries > 1 and code in (_WRONG_STATE, _CLOSE_ALL_CHANNELS):
            # The first try was carried out and only its answer got lost.
            return build_frame(REPLY, bytes((channel, message_id, _NO_ERROR)))
        return frame

    def _chase(self, now: float) -> bytes:
        """Sends a command again when its answer is overdue; gives up in the end."""
        with self._lock:
            pending = self._pending
            if pending is None or now - pending.sent_at < pending.patience_s:
                return b""
            pending.sent_at = now
            pending.tries += 1
        if pending.tries > MOST_TRIES:
            self.abort(hung(self._transport.name))
            return b""
        self._send(pending.frame)
        return b""

    def _send(self, frame: bytes) -> None:
        self._resets += frame[2] == RESET
        try:
            self._transport.write(frame)
        except OSError:
            self.abort(self._lost())

    def _give_up(self) -> bytes:
        """A refusal of the command under way, made up: openant waits for nothing any longer."""
        with self._lock:
            pending, self._pending = self._pending, None
        if pending is None:
            return b""
        return build_frame(REPLY, bytes((0, pending.message_id, _GIVEN_UP)))

    def _nothing(self) -> bytes:
        self._never.wait(_IDLE_S)  # openant asks again at once: do not let it spin
        return b""

    def _lost(self) -> DeviceError:
        return DeviceAbsent(
            text(
                "The ANT stick on {transport} was lost: plug it in again",
                transport=self._transport.name,
            )
        )

"""An ANT stick in continuous scan mode, through openant: one channel hears every strap."""

import logging
import threading
from collections.abc import Callable
from typing import cast

from openant.base import ant as openant_ant
from openant.base.message import Message
from openant.devices import ANTPLUS_NETWORK_KEY
from openant.easy import node as openant_node
from openant.easy.channel import Channel
from openant.easy.node import Node

from drivers.ant.ears import Ears
from drivers.ant.frames import AntMessage
from drivers.ant.guard import Guard, hung
from drivers.ant.reception import Reception, Reporter
from drivers.ant.transport import SerialTransport, Transport, UsbSticks, UsbTransport
from kiosk.clock import Clock
from kiosk.errors import DeviceAbsent, DeviceError
from kiosk.events import Event
from kiosk.words import text

NETWORK = 0
ANY_DEVICE = (0, 0, 0)
RF_2457_MHZ = 57
EVERYTHING_EXTENDED = [0, 0xE0]  # device number, signal strength and time stamp with each message

START_UP_LIMIT_S = 2.0
MOST_RESTARTS = 3
_TURN_S = 0.5

_injection = threading.Lock()


class AntRadio:
    """An ANT stick as a device for the supervisor. `port` is "auto" for a USB stick, else a serial
    port; `place` 0 is the device "ant", 1 is "ant:2". All sticks of a kiosk share `ears` and, on
    the USB, `sticks`.

    Asks a stick that has been silent for `probe_after_s` whether it is still there, and takes it
    for dead when nothing at all comes within `reply_within_s`. One that answers and hears nothing
    for `deaf_after_s` stays live and says so.
    """

    def __init__(
        self,
        port: str,
        post: Callable[[Event], None],
        clock: Clock,
        ears: Ears | None = None,
        *,
        place: int = 0,
        sticks: UsbSticks | None = None,
        optional: bool = False,
        probe_after_s: float = 10.0,
        reply_within_s: float = 3.0,
        deaf_after_s: float = 30.0,
    ) -> None:
        self.name = "ant" if place == 0 else f"ant:{place + 1}"
        self.spoken = text("the ANT stick") if place == 0 else text("the second ANT stick")
        self.optional = optional
        self._port = port
        self._post = post
        self._clock = clock
        self._ears = ears or Ears(post)
        self._place = place
        self._sticks = sticks or UsbSticks()
        self._probe_after_s = probe_after_s
        self._reply_within_s = reply_within_s
        self._deaf_after_s = deaf_after_s
        self._one_way = True
        self._has_worked = False
        """The stick that is plugged in now has been live: if it is silent now, it hangs."""

    def run(self, ready: Callable[[str], None], stop: threading.Event) -> None:
        try:
            self._run(ready, stop)
        except DeviceAbsent:
            self._has_worked = False
            raise

    def _run(self, ready: Callable[[str], None], stop: threading.Event) -> None:
        transport = self._transport()
        reception = Reception(self._clock.monotonic())

        def on_data(message: AntMessage) -> None:
            reception.note(message)
            self._ears.hear(self.name, message)

        guard = Guard(transport, on_data, self._clock, stop)
        node = _build_node(guard)
        reporter = Reporter(
            device=self.name,
            port=transport.name,
            guard=guard,
            reception=reception,
            ready=ready,
            post=self._post,
            deaf_after_s=self._deaf_after_s,
        )
        try:
            self._await_start_up(guard, transport.name)
            while not guard.ended.is_set():
                self._start(node, guard)
                if not guard.ended.is_set():
                    self._has_worked = True
                    self._watch(node, guard, transport.name, reporter)
        finally:
            guard.let_go(on_close=cast("_Ant", node.ant).wake)
            node.stop()
        if guard.fault is not None:
            raise guard.fault

    def _transport(self) -> Transport:
        if self._port == "auto":
            return UsbTransport(self._sticks, self._place)
        return SerialTransport(self._port)

    def _await_start_up(self, guard: Guard, port: str) -> None:
        deadline = self._clock.monotonic() + START_UP_LIMIT_S
        while not guard.started.wait(0.02) and not guard.ended.is_set():
            if self._clock.monotonic() > deadline:
                guard.abort(hung(port) if self._has_worked else self._mute(port))

    def _mute(self, port: str) -> DeviceError:
        if self._port == "auto":
            return DeviceError(
                text(
                    "The ANT stick on {port} has never answered: plug it into another USB "
                    "port, and if this stays, use another stick",
                    port=port,
                )
            )
        return DeviceError(
            text(
                "{port} does not answer as an ANT stick does: check its cable and its power, "
                "or correct the port in the configuration",
                port=port,
            )
        )

    def _start(self, node: Node, guard: Guard) -> None:
        """From start-up to the open scan, again from the top for a stick that starts twice."""
        for _ in range(MOST_RESTARTS):
            guard.scanning = guard.restarted = False
            try:
                self._configure(node)
                guard.scanning = True
            except Exception as error:  # openant refuses by a bare Exception
                if guard.ended.is_set():
                    return
                if not guard.restarted:
                    raise self._refused(error) from error
            if not guard.restarted:
                return
        raise DeviceError(
            text("The ANT stick keeps restarting: use another USB port or a powered hub for it")
        )

    def _configure(self, node: Node) -> None:
        node.ant.request_message(0, Message.ID.RESPONSE_SERIAL_NUMBER)
        node.ant.request_message(0, Message.ID.RESPONSE_ANT_VERSION)
        node.set_network_key(NETWORK, ANTPLUS_NETWORK_KEY)
        channel = self._new_channel(node)
        channel.set_id(*ANY_DEVICE)
        channel.set_rf_freq(RF_2457_MHZ)
        node.ant.write_message(Message(Message.ID.LIB_CONFIG, EVERYTHING_EXTENDED))
        channel.wait_for_response(Message.ID.LIB_CONFIG)
        channel.open_rx_scan_mode()

    def _new_channel(self, node: Node) -> Channel:
        """Channel 0, preferably one that can never acknowledge anything."""
        node.channels.clear()  # a refused channel would keep its number
        if self._one_way:
            try:
                return node.new_channel(Channel.Type.UNIDIRECTIONAL_RECEIVE_ONLY, NETWORK)
            except Exception:  # noqa: BLE001 - openant refuses by a bare Exception
                node.channels.clear()
        return node.new_channel(Channel.Type.BIDIRECTIONAL_RECEIVE, NETWORK)

    def _refused(self, error: Exception) -> DeviceError:
        # Some sticks take a one-way channel and then refuse to scan on it: the next try is other.
        self._one_way = not self._one_way
        return DeviceError(
            text(
                "The ANT stick cannot scan ({error}): unplug it, wait five seconds, plug it in "
                "again; if this stays, use an ANTUSB2 or ANTUSB-m stick",
                error=error,
            )
        )

    def _watch(self, node: Node, guard: Guard, port: str, reporter: Reporter) -> None:
        """Until the stick ends or restarts; a silent one is asked, and must say something."""
        turn_s = min(_TURN_S, self._reply_within_s / 4)
        reporter.begin(self._clock.monotonic())
        while not guard.ended.wait(turn_s) and not guard.restarted:
            now = self._clock.monotonic()
            silent_s = now - guard.last_frame_at
            if silent_s >= self._probe_after_s + self._reply_within_s:
                guard.abort(hung(port))
            elif silent_s >= self._probe_after_s:
                node.get_capabilities()
            reporter.look(now)


class _Ant(openant_ant.Ant):
    """Openant's Ant, without its sleep of a second after the reset: we await the stick's answer."""

    _RESET_WAIT = 0.0

    def wake(self) -> None:
        """Ends a wait of up to a second for the next event, when it is already told to stop."""
        self._events.put(("event", (0, 0, b"\0")))


def _build_node(guard: Guard) -> Node:
    """A Node that has our guard for a driver. Raises DeviceError when it cannot be opened."""
    for name in ("openant.base.driver", "openant.base.ant", "openant.easy"):
        logging.getLogger(name).setLevel(logging.WARNING)  # at DEBUG, megabytes a second
    with _injection:
        find_driver, ant = openant_ant.find_driver, openant_node.Ant
        openant_ant.find_driver, openant_node.Ant = lambda: guard, _Ant
        try:
            return Node()
        finally:
            openant_ant.find_driver, openant_node.Ant = find_driver, ant

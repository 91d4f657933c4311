"""What all sticks hear together: one set of decoders, and one message where two sticks hear it."""

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from drivers.ant import fitness_equipment, foot_pod, heart_rate
from drivers.ant.fitness_equipment import EquipmentDecoder
from drivers.ant.foot_pod import FootPodDecoder
from drivers.ant.frames import AntMessage
from drivers.ant.heart_rate import HeartRateDecoder
from kiosk.events import Event

SAME_S = 0.2
"""Two sticks hand on the same message within this; a strap's next one takes 0.246 s."""
STRENGTH_S = 2.0
"""How long a stick's signal strength counts beside another's."""
MOST_SENDERS = 2000

_Sender = tuple[int, int]
"""Device type and device number."""


@dataclass(slots=True)
class _Copies:
    """One message and the sticks that have handed it on."""

    at: float
    sticks: list[str]


class Ears:
    """Takes messages from the threads of all sticks and posts what they mean, each once.

    Lives longer than a connection, so that straps are known again at once after a replug.
    `equipment`: station by the 20-bit device number of the machine that stands there.
    """

    def __init__(
        self, post: Callable[[Event], None], equipment: Mapping[int, str] | None = None
    ) -> None:
        self._post = post
        self._lock = threading.Lock()
        self._decoders: dict[int, Callable[[AntMessage], Sequence[Event]]] = {
            heart_rate.DEVICE_TYPE: HeartRateDecoder().decode,
            foot_pod.DEVICE_TYPE: FootPodDecoder().decode,
            fitness_equipment.DEVICE_TYPE: EquipmentDecoder(equipment or {}).decode,
        }
        self._recent: dict[tuple[_Sender, bytes], list[_Copies]] = {}
        self._order: deque[tuple[float, tuple[_Sender, bytes]]] = deque()
        self._strengths: dict[_Sender, dict[str, tuple[float, int]]] = {}
        """When each stick last heard a sender, and how strong in dBm."""

    def hear(self, stick: str, message: AntMessage) -> None:
        """A message that `stick` has handed on; posts from the caller's thread."""
        decode = self._decoders.get(message.device_type)
        if decode is None:
            return
        with self._lock:
            message = self._at_its_best(stick, message)
            if not self._is_copy(stick, message):
                for event in decode(message):
                    self._post(event)

    def _is_copy(self, stick: str, message: AntMessage) -> bool:
        """Whether another stick was first; a stick's own repetitions are messages of their own."""
        at = message.at
        while self._order and at - self._order[0][0] > SAME_S:
            self._drop_oldest()
        key = ((message.device_type, message.device_number), message.payload)
        heard = self._recent.setdefault(key, [])
        for copies in heard:
            if stick not in copies.sticks:
                copies.sticks.append(stick)
                return True
        heard.append(_Copies(at, [stick]))
        self._order.append((at, key))
        return False

    def _drop_oldest(self) -> None:
        _, key = self._order.popleft()
        heard = self._recent[key]
        del heard[0]
        if not heard:
            del self._recent[key]

    def _at_its_best(self, stick: str, message: AntMessage) -> AntMessage:
        """The message with the strength at whichever stick has its sender stronger just now."""
        if message.rssi_dbm is None:
            return message
        sender = (message.device_type, message.device_number)
        by_stick = self._strengths.get(sender)
        if by_stick is None:
            while len(self._strengths) >= MOST_SENDERS:
                del self._strengths[next(iter(self._strengths))]
            by_stick = self._strengths[sender] = {}
        by_stick[stick] = (message.at, message.rssi_dbm)
        if len(by_stick) == 1:
            return message
        best = max(dbm for at, dbm in by_stick.values() if message.at - at <= STRENGTH_S)
        return message if best == message.rssi_dbm else replace(message, rssi_dbm=best)

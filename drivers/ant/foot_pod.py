"""ANT+ foot pods (stride-based speed and distance, device type 124): pages in, motion out; no I/O.

Layout as in the profile's own words in Nordic's `ant_sdm` (nRF5 SDK) and in the ANT+ plugin API of
thisisant.com (`AntPlusStrideSdmPcc`). Cadence is sent in strides a minute, and a stride is "two
footfalls": steps a minute are twice that. 0 means "not used" as well as "none".
"""

from collections import deque
from dataclasses import dataclass, field

from drivers.ant.belief import Belief, Heard
from drivers.ant.frames import AntMessage
from kiosk.events import Motion

DEVICE_TYPE = 124
SPEED_RANGE_KMH = (0.0, 45.0)
CADENCE_RANGE_SPM = (0.0, 300.0)
STEPS_IN_A_STRIDE = 2
HOLD_S = 3.0
"""Pages 1 and 2 take turns: what only one of them carries holds this long."""
STOPPED_S = 5.0
"""So long without a stride is standing still; a pod that still sends a speed then is stuck."""
STRIDING_S = 2.0
COUNT_SPAN_S = (3.0, 8.0)
"""Strides are counted over at least, and about, so long."""
FORGET_S = 600.0
MOST_PODS = 1000

_MAIN_PAGE = 1
_BASE_PAGES = range(2, 16)  # further pages with cadence, speed and status in the same bytes
_KMH = 3.6 / 256
_FAULTY = 1


@dataclass(slots=True)
class _Pod:
    seen_at: float
    speed: Belief = field(default_factory=lambda: Belief(2.5, 5.0, SPEED_RANGE_KMH))
    """km/h"""
    cadence: Belief = field(default_factory=lambda: Belief(25.0, 25.0, CADENCE_RANGE_SPM))
    """Steps a minute."""
    strides: Belief = field(default_factory=lambda: Belief(2.0, 2.5))
    """Counted on past 255."""
    health: Belief = field(default_factory=lambda: Belief(0.0, 0.0))
    changes: deque[tuple[float, float]] = field(default_factory=deque[tuple[float, float]])
    """When the count of strides changed of late, and to what."""
    counts: bool = False
    """It was seen to count: some never do."""
    changed_at: float = 0.0
    """When the count changed last, or was heard anew."""


class FootPodDecoder:
    """Follows every foot pod in the room; takes any eight bytes and never raises."""

    def __init__(self) -> None:
        self._pods: dict[int, _Pod] = {}  # the one heard longest ago comes first

    def decode(self, message: AntMessage) -> list[Motion]:
        """What this message tells; nothing for a first, doubtful or foreign one."""
        payload = message.payload
        if (
            message.device_type != DEVICE_TYPE
            or message.device_number == 0
            or len(payload) != 8
            or not (payload[0] == _MAIN_PAGE or payload[0] in _BASE_PAGES)
        ):
            return []
        pod = self._pod(message.device_number, message.at)
        speed_kmh = ((payload[4] & 0x0F) << 8 | payload[5]) * _KMH
        is_believed = pod.speed.hear(message.at, speed_kmh)
        if payload[0] == _MAIN_PAGE:
            _count(pod, message.at, payload[6])
        else:
            cadence_spm = (payload[3] + (payload[4] >> 4) / 16) * STEPS_IN_A_STRIDE
            pod.cadence.hear(message.at, cadence_spm)
            pod.health.hear(message.at, payload[7] >> 2 & 0x03)
        return [_motion(pod, message)] if is_believed else []

    def _pod(self, device_number: int, at: float) -> _Pod:
        pod = self._pods.pop(device_number, None)
        if pod is None:
            pod = _Pod(at)
            self._forget(at)
        pod.seen_at = at
        self._pods[device_number] = pod
        return pod

    def _forget(self, now: float) -> None:
        """Makes room for a pod; phantoms that a wrong byte made up go this way too."""
        while self._pods:
            oldest = next(iter(self._pods))
            if now - self._pods[oldest].seen_at <= FORGET_S and len(self._pods) < MOST_PODS:
                return
            del self._pods[oldest]


def _count(pod: _Pod, at: float, raw: int) -> None:
    """Follows the count of strides, which rolls over at 256."""
    before = pod.strides.value
    count = float(raw) if before is None else before + ((raw - int(before)) & 0xFF)
    heard = pod.strides.hear(at, count)
    if heard is Heard.ANEW:
        pod.changes.clear()
        pod.changed_at = at
    elif heard is Heard.FOLLOWS and count != before:
        pod.changes.append((at, count))
        pod.counts, pod.changed_at = True, at
        while at - pod.changes[0][0] > COUNT_SPAN_S[1]:
            pod.changes.popleft()


def _motion(pod: _Pod, message: AntMessage) -> Motion:
    at = message.at
    speed_kmh, cadence_spm = pod.speed.value, pod.cadence.since(at - HOLD_S) or None
    if pod.health.value == _FAULTY:
        speed_kmh = cadence_spm = None
    elif _has_stopped(pod):  # one that goes on sending a speed is stuck
        speed_kmh = cadence_spm = None if speed_kmh else 0.0
    elif pod.changes and at - pod.changes[-1][0] <= STRIDING_S:
        speed_kmh = speed_kmh or None  # striding at speed 0: a pod that measures none
        cadence_spm = cadence_spm or _counted_spm(pod)
    elif not speed_kmh and cadence_spm is None:
        cadence_spm = 0.0
    return Motion(
        at,
        "foot pod",
        device_number=message.device_number,
        speed_kmh=speed_kmh,
        cadence_spm=cadence_spm,
    )


def _has_stopped(pod: _Pod) -> bool:
    return pod.counts and pod.strides.at - pod.changed_at > STOPPED_S


def _counted_spm(pod: _Pod) -> float | None:
    """Steps a minute from the strides counted, the one field that every pod must send."""
    (began, first), (ended, last) = pod.changes[0], pod.changes[-1]
    if ended - began < COUNT_SPAN_S[0]:
        return None
    spm = (last - first) * STEPS_IN_A_STRIDE * 60 / (ended - began)
    return spm if spm <= CADENCE_RANGE_SPM[1] else None

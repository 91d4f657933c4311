"""What a serial port makes of bytes that were sent at another baud rate."""

_FRAME_BITS = 10  # start, eight of data, stop
_MIDDLE = 0.5
"""A receiver samples each bit in its middle."""


def resample(data: bytes, sent_baud: int, read_baud: int) -> bytes:
    """The bytes that a receiver at `read_baud` sees while `data` goes by at `sent_baud`, both 8N1.

    The line is high before and after `data`, whose bytes follow each other without a pause. A
    falling edge starts a byte if the line is still low in the middle of the start bit; then every
    bit is sampled once in its middle. A byte with a wrong stop bit is handed on as it was sampled,
    as Linux does unless told otherwise, and the next one waits for the line to be high again.
    """
    if sent_baud == read_baud:
        return data
    line = [bit for byte in data for bit in _bits(byte)]
    step = sent_baud / read_baud  # bits on the line to one of the receiver
    received = bytearray()
    at = 0
    while (start := _falling_edge(line, at)) is not None:
        samples = [_level(line, start + (index + _MIDDLE) * step) for index in range(_FRAME_BITS)]
        if samples[0]:  # too short for a start bit
            at = start + 1
            continue
        received.append(sum(bit << place for place, bit in enumerate(samples[1:9])))
        at = max(start + 1, int(start + (_FRAME_BITS - 1 + _MIDDLE) * step))
    return bytes(received)


def _bits(byte: int) -> list[int]:
    return [0, *(byte >> place & 1 for place in range(8)), 1]


def _level(line: list[int], at: float) -> int:
    return line[int(at)] if at < len(line) else 1


def _falling_edge(line: list[int], at: int) -> int | None:
    """The first bit from `at` on that is low after a high one; the line is high before all."""
    for index in range(at, len(line)):
        if not line[index] and (index == 0 or line[index - 1]):
            return index
    return None

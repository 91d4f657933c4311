"""Inclinometers that speak Modbus RTU: minimalmodbus builds and checks frames, we read."""

import minimalmodbus

from drivers.incline.readings import Angle, Reading
from kiosk.errors import SettingsError
from kiosk.settings import ModbusSettings
from kiosk.words import text

ASK_EVERY_S = 0.1
ANSWER_S = 0.5
"""Without an answer for this long, the question is asked again."""
PAUSE_S = 0.2
"""An answer that stops for this long is all that comes: a refusal is shorter than an answer."""
MOST_REGISTERS = 125


class ModbusReader:
    """Asks ten times a second for the registers of a table, takes answers in any chunks.

    Only functions 3 and 4, which read, can be asked for. Raises SettingsError when the table's
    registers lie too far apart for one question.
    """

    def __init__(self, table: ModbusSettings) -> None:
        registers = (table.pitch_register, table.roll_register)
        self._table = table
        self._first = min(registers)
        self._count = max(registers) - self._first + table.registers
        self._is_witmotion = (*registers, table.registers) == (0x3E, 0x3D, 1)
        if self._is_witmotion:
            self._count += 1  # yaw, which never quite stands still while the sensor is alive
        if self._count > MOST_REGISTERS:
            raise SettingsError(
                text(
                    "pitch_register and roll_register lie too far apart to be asked for "
                    "together: correct them, at most {most_registers} registers go into one "
                    "question",
                    most_registers=MOST_REGISTERS,
                )
            )
        self._wire = _Wire()
        self._library = minimalmodbus.Instrument(self._wire, table.slave)
        self._read(b"")
        self._question = self._wire.asked
        self.asks = frozenset({self._question})
        self._buffer = b""
        self._length = 0
        self._heard_at = self._asked_at = 0.0
        self._waits = False
        self._due = 0.0
        self._newest: list[int] = []
        self._changes = 0
        self._refused = False
        self.frames = 0
        self.damaged = 0

    @property
    def changes(self) -> int | None:
        """Other tables' sensors may be too coarse to show that they are alive."""
        return self._changes if self._is_witmotion else None

    @property
    def complaint(self) -> str:
        if self._refused:
            return text(
                "refuses our question: compare function and registers under "
                "[stations.incline.modbus] with the sensor's manual"
            )
        return text(
            "sends angles beyond 180°: correct degrees_per_unit or registers under "
            "[stations.incline.modbus]"
        )

    def ask(self, at: float) -> bytes:
        """What is to be sent at `at` (monotonic seconds), if anything."""
        if self._waits:
            self._go_on_waiting(at)
        if self._waits or at < self._due:
            return b""
        self._buffer, self._length = b"", 0
        self._waits = True
        self._asked_at = self._heard_at = at
        self._due = at + ASK_EVERY_S
        return self._question

    def feed(self, data: bytes) -> list[Reading]:
        """The angles of an answer that these bytes complete; never raises."""
        self._buffer += data
        start = self._buffer.find(self._table.slave)
        self._buffer = b"" if start < 0 else self._buffer[start:]
        if self._question.startswith(self._buffer):
            return []
        # Some RS-485 adapters hear themselves.
        self._buffer = self._buffer.removeprefix(self._question)
        if len(self._buffer) < self._wire.wanted:
            return []
        return self._judged()

    def _go_on_waiting(self, at: float) -> None:
        if len(self._buffer) != self._length:
            self._length, self._heard_at = len(self._buffer), at
        if self._buffer and at - self._heard_at >= PAUSE_S:
            self._judged()
        elif at - self._asked_at >= ANSWER_S:
            self._waits = False

    def _judged(self) -> list[Reading]:
        answer, self._buffer, self._waits = self._buffer, b"", False
        registers = self._read(answer)
        if registers is None:
            return []
        self.frames += 1
        self._changes += registers != self._newest
        self._newest = registers
        pitch = self._degrees(registers, self._table.pitch_register)
        roll = self._degrees(registers, self._table.roll_register)
        if abs(pitch) > 180 or abs(roll) > 180:
            return []
        return [Angle(roll_deg=roll, pitch_deg=pitch)]

    def _read(self, answer: bytes) -> list[int] | None:
        """The registers as minimalmodbus finds them in an answer."""
        self._wire.answer = answer
        try:
            return self._library.read_registers(self._first, self._count, self._table.function)
        except minimalmodbus.NoResponseError:
            return None
        except minimalmodbus.SlaveReportedException:
            self._refused = True
            self.frames += 1
        except (minimalmodbus.ModbusException, TypeError, ValueError):
            self.damaged += 1
        return None

    def _degrees(self, registers: list[int], register: int) -> float:
        """A value's words, high word first, as a signed number in degrees."""
        words = registers[register - self._first :][: self._table.registers]
        raw = b"".join(word.to_bytes(2, "big") for word in words)
        return int.from_bytes(raw, "big", signed=True) * self._table.degrees_per_unit


class _Wire:
    """What minimalmodbus takes for an open port: keeps its question, has the answer ready.

    So the library builds and checks frames, while unplugging, stopping and time stay with whoever
    reads the real port.
    """

    port = None
    is_open = True
    timeout = 0.0
    baudrate = 1_000_000
    """The library would sleep between messages at a slow line's pace; ours are far apart."""

    def __init__(self) -> None:
        self.asked = b""
        self.answer = b""
        self.wanted = 0
        """Bytes in a whole answer."""

    def write(self, data: bytes) -> int:
        self.asked = bytes(data)
        return len(data)

    def read(self, size: int) -> bytes:
        self.wanted = size
        return self.answer[:size]

    def open(self) -> None:
        """Always is."""

    def close(self) -> None:
        """Nothing to close."""

    def reset_input_buffer(self) -> None:
        """Nothing is left over."""

    def reset_output_buffer(self) -> None:
        """Nothing is left over."""

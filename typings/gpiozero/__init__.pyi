# The part of gpiozero 2.0 that we use; it ships no types of its own.

from collections.abc import Callable

from gpiozero.pins import Factory

class GPIOZeroError(Exception): ...
class PinUnknownPi(GPIOZeroError): ...

class DigitalInputDevice:
    when_activated: Callable[[], object] | None
    when_deactivated: Callable[[], object] | None
    def __init__(
        self,
        pin: int,
        *,
        pull_up: bool | None = ...,
        bounce_time: float | None = ...,
        pin_factory: Factory | None = ...,
    ) -> None: ...
    @property
    def is_active(self) -> bool: ...
    def close(self) -> None: ...

class DigitalOutputDevice:
    value: float
    def __init__(self, pin: int, *, pin_factory: Factory | None = ...) -> None: ...
    def off(self) -> None: ...
    def blink(self, on_time: float, off_time: float, n: int | None = ...) -> None: ...
    def close(self) -> None: ...

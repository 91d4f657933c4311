# Only what drivers/ant uses of pyusb, which ships no types.
from collections.abc import Iterable

class Device:
    bus: int
    address: int
    idProduct: int  # noqa: N815 - the library's name

def find(*, find_all: bool, idVendor: int) -> Iterable[Device] | None: ...

class USBError(OSError):
    def __init__(
        self, strerror: str, error_code: int | None = None, errno: int | None = None
    ) -> None: ...

class USBTimeoutError(USBError): ...
class NoBackendError(ValueError): ...

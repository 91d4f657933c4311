from collections.abc import Iterator

class FieldData:
    name: str
    value: object

class DataMessage:
    name: str
    def __iter__(self) -> Iterator[FieldData]: ...

class FitFile:
    def __init__(self, fileish: bytes, *, check_crc: bool = True) -> None: ...
    def get_messages(self) -> Iterator[DataMessage]: ...

from collections.abc import Iterator
from enum import Enum
from types import TracebackType
from typing import Self

class CrcCheck(Enum):
    RAISE = ...
    DISABLED = ...

class ErrorHandling(Enum):
    RAISE = ...

class FieldDefinition:
    def_num: int
    @property
    def is_dev(self) -> bool: ...

class FieldData:
    field_def: FieldDefinition | None
    value: object
    raw_value: object
    @property
    def name(self) -> str: ...

class FitHeader: ...

class FitDefinitionMessage:
    field_defs: list[FieldDefinition]
    dev_field_defs: list[FieldDefinition] | None

class FitCRC: ...

class FitDataMessage:
    global_mesg_num: int
    name: str
    fields: list[FieldData]
    def __iter__(self) -> Iterator[FieldData]: ...

class FitReader:
    def __init__(
        self,
        fileish: bytes,
        *,
        processor: object | None = ...,
        check_crc: CrcCheck = ...,
        error_handling: ErrorHandling = ...,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def __iter__(self) -> Iterator[FitHeader | FitDefinitionMessage | FitDataMessage | FitCRC]: ...

class FitError(Exception): ...

class BaseType:
    name: str
    identifier: int

BASE_TYPES: dict[int, BaseType]

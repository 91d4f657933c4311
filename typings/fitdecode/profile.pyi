from fitdecode.types import BaseType

class FieldType:
    name: str
    enum: dict[int, str]

class Field:
    name: str
    base_type: BaseType
    scale: float | None
    offset: float | None

class MessageType:
    name: str
    fields: dict[int, Field]

MESSAGE_TYPES: dict[int, MessageType]
FIELD_TYPES: dict[str, FieldType]

class Message:
    class ID:
        LIB_CONFIG: int
        RESPONSE_SERIAL_NUMBER: int
        RESPONSE_ANT_VERSION: int

    def __init__(self, mId: int, data: list[int]) -> None: ...

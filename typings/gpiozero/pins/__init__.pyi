class BoardInfo:
    @property
    def description(self) -> str: ...

class PinInfo:
    name: str

class Factory:
    @property
    def board_info(self) -> BoardInfo: ...
    def close(self) -> None: ...

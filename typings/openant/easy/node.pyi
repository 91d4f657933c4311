from openant.base.ant import Ant as _Ant
from openant.easy.channel import Channel

Ant: type[_Ant]

class Node:
    ant: _Ant
    channels: list[Channel]
    def new_channel(
        self, ctype: int, network_number: int = 0, ext_assign: int | None = None
    ) -> Channel: ...
    def get_capabilities(self) -> None: ...
    def set_network_key(self, network: int, key: list[int]) -> object: ...
    def stop(self) -> None: ...

"""What an item holds goes with it.

PySide keeps the Python side of an item that QML has made, also when the item is gone (6.11): a few
hundred bytes a visit, and all that it holds. A painted curve holds pictures of half a megabyte.
"""

from PySide6.QtCore import QObject


def let_go(item: QObject) -> None:
    """Empties `item` of its attributes as soon as QML has taken it away; to be called last in its
    `__init__`.
    """
    held = vars(item)

    def empty() -> None:
        held.clear()

    item.destroyed.connect(empty)

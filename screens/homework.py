"""The card of a downhill that goes home with somebody: on the glass, and as a code to keep."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.homework_card import Card
from screens import units
from screens.qr import MOST_BYTES
from screens.rows import Rows
from screens.tongue import said, tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CardBlock:
    """The roles of one part of the card."""

    heading: str = ""
    words: str = ""


def blocks(card: Card) -> list[CardBlock]:
    """The parts of the card, in the order in which they are read."""
    files = tr("The workout for your watch goes onto your coach's stick with the next export.")
    return [
        CardBlock(tr("Where"), said(card.where)),
        CardBlock(tr("What"), "\n".join(map(said, card.steps))),
        CardBlock(tr("How"), "\n".join(map(said, card.how))),
        CardBlock(tr("Not"), said(card.never)),
        CardBlock(tr("After"), f"{said(card.back)} {files}"),
    ]


def code_text(card: Card) -> str:
    """What the QR code says: as many of the card's short lines as 300 bytes of UTF-8 hold, of which
    the last, by when to bring it back, is always one.
    """
    *lines, last = [said(line) for line in card.code]
    while lines and len("\n".join([*lines, last]).encode()) > MOST_BYTES:
        lines.pop()
    text = "\n".join([*lines, last])
    for special in (units.THIN, units.KEPT):
        text = text.replace(special, " ")
    return text


@QmlElement
class HomeworkModel(QObject):
    """The card that is open on the choose page, or none."""

    changed = Signal()
    never = Signal()

    def __init__(self, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._card: Card | None = None
        self._told = ("", "", "")
        self.block_rows = Rows(CardBlock, self)

    def open(self, card: Card) -> None:
        self._show(card)

    def shut(self) -> None:
        """The page is left."""
        if self._card is not None:
            self._show(None)

    @Slot()
    def close(self) -> None:
        """Somebody has seen enough."""
        if self._walk.is_settled():
            self._walk.hold()
            self.shut()

    def _show(self, card: Card | None) -> None:
        self._card = card
        rows: Sequence[CardBlock] = [] if card is None else blocks(card)
        self.block_rows.show(rows)
        words = "\n".join(row.words for row in rows)
        self._told = ("", "", "") if card is None else (said(card.title), code_text(card), words)
        self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._card is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._told[0]

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._told[1]

    @Property(str, notify=changed)
    def words(self) -> str:
        """All of it, to find the size in which it has room."""
        return self._told[2]

    @Property(Rows, notify=never)
    def blocks(self) -> Rows:
        return self.block_rows

"""A list model whose roles are the fields of a frozen dataclass; it emits only what changed."""

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, Qt
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NO_PARENT = QModelIndex()


@QmlElement
class Rows(QAbstractListModel):
    """Rows of one dataclass. Rows are told apart by their place: they change, come and go there."""

    def __init__(self, row_type: "type[DataclassInstance]", parent: QObject) -> None:
        super().__init__(parent)
        self._names = tuple(field.name for field in fields(row_type))
        self._rows: list[DataclassInstance] = []

    @property
    def rows(self) -> "Sequence[DataclassInstance]":
        return self._rows

    def show(self, rows: "Sequence[DataclassInstance]") -> None:
        """Makes the model say `rows`, with as few signals as that takes."""
        for place, (old, new) in enumerate(zip(self._rows, rows, strict=False)):
            if old is not new and old != new:
                self._change(place, old, new)
        have, want = len(self._rows), len(rows)
        if want > have:
            self.beginInsertRows(_NO_PARENT, have, want - 1)
            self._rows.extend(rows[have:])
            self.endInsertRows()
        elif want < have:
            self.beginRemoveRows(_NO_PARENT, want, have - 1)
            del self._rows[want:]
            self.endRemoveRows()

    def _change(self, place: int, old: object, new: "DataclassInstance") -> None:
        self._rows[place] = new
        roles = [
            _FIRST_ROLE + number
            for number, name in enumerate(self._names)
            if getattr(old, name) != getattr(new, name)
        ]
        index = self.index(place)
        self.dataChanged.emit(index, index, roles)

    # -- what Qt asks for ------------------------------------------------------------------------

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Any, role: int = 0) -> Any:
        number = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= number < len(self._names):
            return None
        row = self._rows[int(index.row())]
        return getattr(row, self._names[number])

    def roleNames(self) -> dict[int, QByteArray]:
        return {
            _FIRST_ROLE + number: QByteArray(name.encode())
            for number, name in enumerate(self._names)
        }

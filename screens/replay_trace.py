"""Paints one athlete's curve over a whole past session."""

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.coach_port import Replay
from screens.replay_view import curve

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReplaySource(QObject):
    """Where the curves' seconds are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.replay: Replay | None = None


@QmlElement
class ReplayTrace(QQuickPaintedItem):
    """Painted once for a session: the now-line moves beside it."""

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source: ReplaySource | None = None
        self._athlete = 0
        self._color = QColor("white")
        self.changed.connect(self.update)

    def paint(self, painter: QPainter) -> None:
        replay = None if self._source is None else self._source.replay
        if replay is None:
            return
        who = next((one for one in replay.athletes if one.athlete_id == self._athlete), None)
        if who is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._color, max(1.5, self.height() / 40))
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.setPen(pen)
        for run in curve(who, replay, self.width(), self.height()):
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in run]))

    def _get_source(self) -> ReplaySource | None:
        return self._source

    def _set_source(self, source: ReplaySource | None) -> None:
        self._source = source
        self.changed.emit()

    source = Property(ReplaySource, _get_source, _set_source, notify=changed)

    def _get_athlete(self) -> int:
        return self._athlete

    def _set_athlete(self, athlete: int) -> None:
        self._athlete = athlete
        self.changed.emit()

    athlete = Property(int, _get_athlete, _set_athlete, notify=changed)

    def _get_color(self) -> QColor:
        return self._color

    def _set_color(self, color: QColor) -> None:
        self._color = color
        self.changed.emit()

    color = Property(QColor, _get_color, _set_color, notify=changed)

"""Paints one athlete's curve over a whole past session: band, zones, gaps and words needed."""

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.coach_port import Replay, ReplayAthlete
from screens.curve import Curve, by_zone, height_of, scale_of, whole_curve
from screens.let_go import let_go
from screens.replay_view import gaps_of, points_of, steps_of
from screens.tongue import tr

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

STRIPE = 0.16
"""How much of its colour a zone behind a large curve has."""


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
        self._stroke = 2.0
        self._large = False
        self._line = QColor("white")
        self._faint = QColor("grey")
        self._alarm = QColor("red")
        self._zones: list[QColor] = []
        self.changed.connect(self.update)
        let_go(self)

    def paint(self, painter: QPainter) -> None:
        replay = None if self._source is None else self._source.replay
        if replay is None or replay.seconds < 1:
            return
        who = next((one for one in replay.athletes if one.athlete_id == self._athlete), None)
        if who is None:
            return
        points = points_of(who, replay.seconds)
        scale = scale_of(points)
        zones = who.zones.edges[:-1] if who.zones is not None and self._zones else ()
        edges = [height_of(bpm, scale) * self.height() for bpm in zones]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._large:
            self._paint_stripes(painter, edges)
        self._paint_steps(painter, replay)
        self._paint_gaps(painter, who, replay.seconds)
        curve = whole_curve(points, self.width(), self.height())
        self._paint_band(painter, curve)
        self._paint_line(painter, curve, edges)
        self._paint_words(painter, who, replay.seconds)

    def _paint_stripes(self, painter: QPainter, edges: list[float]) -> None:
        """The zones lie behind it, the easiest at the bottom."""
        below = self.height()
        for level, edge in enumerate([*edges, 0.0]):
            top = min(max(0.0, edge), below)
            colour = QColor(self._zones[min(level, len(self._zones) - 1)]) if edges else QColor()
            colour.setAlphaF(STRIPE if edges else 0.0)
            painter.fillRect(QRectF(0.0, top, self.width(), below - top), colour)
            below = top

    def _paint_steps(self, painter: QPainter, replay: Replay) -> None:
        """Where a step begins a thin line stands, as on the axis below."""
        painter.setPen(QPen(self._faint, max(1.0, self._stroke / 2)))
        for block in steps_of(replay)[1:]:
            x = block.begin * self.width()
            painter.drawLine(QPointF(x, 0.0), QPointF(x, self.height()))

    def _paint_gaps(self, painter: QPainter, who: ReplayAthlete, seconds: int) -> None:
        """Hatched: they were there, and nothing was measured."""
        words, letters = tr("not measured"), QFontMetricsF(painter.font())
        for begin, end in gaps_of(who):
            x, until = begin / seconds * self.width(), end / seconds * self.width()
            box = QRectF(x, 0.0, max(2.0, until - x), self.height())
            painter.fillRect(box, QBrush(self._faint, Qt.BrushStyle.BDiagPattern))
            if self._large and letters.horizontalAdvance(words) + 12 < box.width():
                painter.setPen(self._line)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_band(self, painter: QPainter, curve: Curve) -> None:
        band = QColor(self._line)
        band.setAlphaF(0.24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        for run in curve.band:
            top = [QPointF(x, high) for x, high, _ in run]
            bottom = [QPointF(x, low) for x, _, low in reversed(run)]
            painter.drawPolygon(QPolygonF(top + bottom))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_line(self, painter: QPainter, curve: Curve, edges: list[float]) -> None:
        """Each piece in the colour of its zone; without zones all of it in the line's."""
        for run in curve.line:
            pieces = by_zone(run, edges) if edges else [(-1, list(run))]
            for level, piece in pieces:
                colour = self._line if level < 0 else self._zones[min(level, len(self._zones) - 1)]
                pen = QPen(colour, self._stroke)
                pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
                painter.setPen(pen)
                painter.drawPolyline([QPointF(x, y) for x, y in piece])

    def _paint_words(self, painter: QPainter, who: ReplayAthlete, seconds: int) -> None:
        """A flag from the top where they needed a word."""
        wide = self._stroke * 3
        for word in who.words:
            x = word.at_s / seconds * self.width()
            painter.setPen(QPen(self._alarm, self._stroke))
            painter.drawLine(QPointF(x, 0.0), QPointF(x, self.height()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._alarm)
            tip = QPointF(x + 2 * wide, wide)
            painter.drawPolygon(QPolygonF([QPointF(x, 0.0), tip, QPointF(x, 2 * wide)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- what QML sets -----------------------------------------------------------------------------

    def _get_source(self) -> ReplaySource | None:
        return self._source

    def _set_source(self, source: ReplaySource | None) -> None:
        self._source = source
        self.changed.emit()

    def _get_athlete(self) -> int:
        return self._athlete

    def _set_athlete(self, athlete: int) -> None:
        self._athlete = athlete
        self.changed.emit()

    def _get_stroke(self) -> float:
        return self._stroke

    def _set_stroke(self, stroke: float) -> None:
        self._stroke = stroke
        self.changed.emit()

    def _get_large(self) -> bool:
        return self._large

    def _set_large(self, large: bool) -> None:
        self._large = large
        self.changed.emit()

    def _get_colours(self) -> str:
        every = (self._line, self._faint, self._alarm, *self._zones)
        return " ".join(colour.name() for colour in every)

    def _set_colours(self, colours: str) -> None:
        """By name: the line's, what is faint, the alarm's, then from below the first zone up."""
        self._line, self._faint, self._alarm, *self._zones = map(QColor, colours.split())
        self.changed.emit()

    source = Property(ReplaySource, _get_source, _set_source, notify=changed)
    athlete = Property(int, _get_athlete, _set_athlete, notify=changed)
    stroke = Property(float, _get_stroke, _set_stroke, notify=changed)
    large = Property(bool, _get_large, _set_large, notify=changed)
    colours = Property(str, _get_colours, _set_colours, notify=changed)

"""Paints an athlete's curve over the band they were guided by; asks for points once a second."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.session.state import Participant, TracePoint
from screens.curve import (
    Curve,
    Grown,
    Point,
    by_zone,
    curve_of,
    height_of,
    is_other,
    scale_of,
    whole_curve,
)

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

DOT = 1.8
"""Radius of the dot at the end of the curve, in widths of its stroke."""


@QmlElement
class Traces(QObject):
    """Where the curves' points are: the state's own, read while painting and not kept."""

    def __init__(
        self,
        parent: QObject,
        ghost: Callable[[int], Sequence[TracePoint]] = lambda _athlete: (),
    ) -> None:
        super().__init__(parent)
        self.participants: Mapping[int, Participant] = {}
        self.ghost = ghost
        """Last time's curve of the same workout, by athlete."""

    def of(self, athlete: int) -> Sequence[TracePoint]:
        """The points of an athlete, or none when they have gone."""
        participant = self.participants.get(athlete)
        return participant.trace if participant is not None else ()

    def edges(self, athlete: int) -> Sequence[float]:
        """The lower edges of their zones, bpm; none when there are no zones."""
        participant = self.participants.get(athlete)
        zones = None if participant is None else participant.zones
        return () if zones is None else zones.edges[:-1]


@QmlElement
class Trace(QQuickPaintedItem):
    """The curve of `athlete` out of `source`; looked at when `revision` changes, and repainted when
    that can be seen.

    The newest minutes, with a dot at their end; or with `whole` all there is, from edge to edge,
    and with `zones` (colours by name, from below the first zone up) in the colours of the zones. In
    the colour `ghost`, unless it is transparent, last time's heart rate is a thin line under it.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source: Traces | None = None
        self._athlete = 0
        self._revision = 0
        self._line = QColor("white")
        self._band = QColor("grey")
        self._stroke = 2.0
        self._whole = False
        self._ghost = QColor("transparent")
        self._zones: list[QColor] = []
        self._grown = Grown()
        self._painted: tuple[Curve, TracePoint] | None = None
        """And the point it ends at."""
        self.setAntialiasing(True)

    def paint(self, painter: QPainter) -> None:
        if self._source is None:
            return
        edge = 0.0 if self._whole else self._stroke * DOT  # the dot at the end must not be cut
        points = self._source.of(self._athlete)
        ghost = self._source.ghost(self._athlete) if self._ghost.alpha() else ()
        width, height = self.width() - 2 * edge, self.height() - 2 * edge
        if self._whole:
            curve = whole_curve(points, width, height, ghost)
        else:
            curve = curve_of(points, width, height, ghost, self._grown)
        self._painted = (curve, points[-1]) if points else None
        painter.translate(edge, edge)
        self._paint_band(painter, curve)
        if curve.ghost:
            self._paint_runs(painter, curve.ghost, QPen(self._ghost, max(1.0, self._stroke * 0.6)))
        if self._zones and self._whole:
            scale = scale_of(points, ghost)
            edges = [
                height_of(bpm, scale) * self.height() for bpm in self._source.edges(self._athlete)
            ]
            self._paint_zones(painter, curve, edges)
        else:
            self._paint_line(painter, curve)

    def _paint_band(self, painter: QPainter, curve: Curve) -> None:
        """Its soft edges need no smoothing, which costs as much as all the rest of a curve."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=self._whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._band)
        for run in curve.band:
            top = [QPointF(x, high) for x, high, _ in run]
            bottom = [QPointF(x, low) for x, _, low in reversed(run)]
            painter.drawPolygon(top + bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_runs(self, painter: QPainter, runs: Sequence[Sequence[Point]], pen: QPen) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round ones cost twice as much
        painter.setPen(pen)
        for run in runs:
            painter.drawPolyline(list(starmap(QPointF, run)))

    def _paint_zones(self, painter: QPainter, curve: Curve, edges: Sequence[float]) -> None:
        """Each piece in the colour of its zone; without zones all of it in the line's."""
        if not edges:
            self._paint_runs(painter, curve.line, QPen(self._line, self._stroke))
            return
        for run in curve.line:
            for level, piece in by_zone(run, edges):
                colour = self._zones[min(level, len(self._zones) - 1)]
                self._paint_runs(painter, [piece], QPen(colour, self._stroke))

    def _paint_line(self, painter: QPainter, curve: Curve) -> None:
        self._paint_runs(painter, curve.line, QPen(self._line, self._stroke))
        if curve.line and not self._whole:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._line)
            x, y = curve.line[-1][-1]
            painter.drawEllipse(QPointF(x, y), self._stroke * DOT, self._stroke * DOT)

    # -- what QML sets ---------------------------------------------------------------------------

    def _get_source(self) -> Traces | None:
        return self._source

    def _set_source(self, source: Traces | None) -> None:
        self._source = source
        self.update()

    def _get_athlete(self) -> int:
        return self._athlete

    def _set_athlete(self, athlete: int) -> None:
        self._athlete = athlete
        self.update()

    def _get_revision(self) -> int:
        return self._revision

    def _set_revision(self, revision: int) -> None:
        self._revision = revision
        points = () if self._source is None else self._source.of(self._athlete)
        if self._painted is None or not points or is_other(*self._painted, points[-1]):
            self.update()

    def _get_line(self) -> QColor:
        return self._line

    def _set_line(self, colour: QColor) -> None:
        self._line = colour
        self.update()

    def _get_band(self) -> QColor:
        return self._band

    def _set_band(self, colour: QColor) -> None:
        self._band = colour
        self.update()

    def _get_stroke(self) -> float:
        return self._stroke

    def _set_stroke(self, stroke: float) -> None:
        self._stroke = stroke
        self.update()

    def _get_whole(self) -> bool:
        return self._whole

    def _set_whole(self, whole: bool) -> None:
        self._whole = whole
        self.update()

    def _get_ghost(self) -> QColor:
        return self._ghost

    def _set_ghost(self, colour: QColor) -> None:
        self._ghost = colour
        self.update()

    def _get_zones(self) -> str:
        return " ".join(colour.name() for colour in self._zones)

    def _set_zones(self, colours: str) -> None:
        self._zones = [QColor(colour) for colour in colours.split()]
        self.update()

    source = Property(Traces, _get_source, _set_source, notify=changed)
    athlete = Property(int, _get_athlete, _set_athlete, notify=changed)
    revision = Property(int, _get_revision, _set_revision, notify=changed)
    line = Property(QColor, _get_line, _set_line, notify=changed)
    band = Property(QColor, _get_band, _set_band, notify=changed)
    stroke = Property(float, _get_stroke, _set_stroke, notify=changed)
    whole = Property(bool, _get_whole, _set_whole, notify=changed)
    ghost = Property(QColor, _get_ghost, _set_ghost, notify=changed)
    zones = Property(str, _get_zones, _set_zones, notify=changed)

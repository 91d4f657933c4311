"""Paints an athlete's curve over the band they were guided by."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import starmap

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.session.state import Participant, TracePoint
from screens.curve import Curve, Point, Runs, by_zone, height_of, scale_of, whole_curve
from screens.film import Film, Frame
from screens.let_go import let_go
from screens.live_curve import Grid, Grown, LiveCurve, curve_of, is_other

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

DOT = 1.8
"""Radius of the dot at the end of the curve, in widths of its stroke."""
EVERY_SECOND = Grid(across=1.0)
"""A curve from edge to edge is another with every point."""
_NO_PEN = QPen(Qt.PenStyle.NoPen)


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


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round ones cost twice as much
    return pen


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
        self._band = self._solid = QColor("grey")
        self._thin = 1.0
        self._stroke = 2.0
        self._whole = False
        self._ghost = QColor("transparent")
        self._zones: list[QColor] = []
        self._grown, self._film = Grown(), Film()
        self._painted: tuple[Grid, TracePoint] | None = None
        """And the point it ends at."""
        self._newest: dict[tuple[float, float], LiveCurve] = {}
        """By the size of its box."""
        self.setAntialiasing(True)
        self.visibleChanged.connect(self._look)
        let_go(self)

    def paint(self, painter: QPainter) -> None:
        if self._source is None or not self.isVisible():
            self._painted = None  # Qt paints what was changed before it was hidden: not for nobody
            self._newest = {}
            return
        points = self._source.of(self._athlete)
        ghost = self._source.ghost(self._athlete) if self._ghost.alpha() else ()
        if self._whole:
            self._paint_whole(painter, points, ghost, self._source.edges(self._athlete))
        else:
            self._paint_newest(painter, points, ghost)

    def _paint_newest(
        self, painter: QPainter, points: Sequence[TracePoint], ghost: Sequence[TracePoint]
    ) -> None:
        wide, high = self.width(), self.height()
        edge = self._stroke * DOT  # the dot at the end must not be cut
        box = wide - 2 * edge, high - 2 * edge
        curve = self._newest.get(box)  # when nothing but the band's colour is new
        if curve is None:
            curve = curve_of(points, *box, ghost, self._grown, edge + self._stroke)
            self._newest = {box: curve}
            self._painted = (curve.grid, points[-1]) if points else None
        fine = painter.device().devicePixelRatioF()
        frame = Frame(math.ceil(wide), math.ceil(high), edge, fine)
        self._film.follow(curve, frame, _pen(self._line, self._stroke), self._solid)
        self._film.paint_band(painter, self._thin)
        if curve.ghost:
            painter.translate(edge, edge)
            self._paint_ghost(painter, curve.ghost)
            painter.translate(-edge, -edge)
        self._film.paint_line(painter)
        if (end := curve.end) is not None:
            painter.setPen(_NO_PEN)
            painter.setBrush(self._line)
            painter.drawEllipse(QPointF(end[0] + edge, end[1] + edge), edge, edge)

    def _paint_whole(
        self,
        painter: QPainter,
        points: Sequence[TracePoint],
        ghost: Sequence[TracePoint],
        zones: Sequence[float],
    ) -> None:
        """`zones`: their lower edges, bpm."""
        curve = whole_curve(points, self.width(), self.height(), ghost)
        self._painted = (EVERY_SECOND, points[-1]) if points else None
        painter.setPen(_NO_PEN)
        painter.setBrush(self._band)
        for run in curve.band:
            top = [QPointF(x, high) for x, high, _ in run]
            bottom = [QPointF(x, low) for x, _, low in reversed(run)]
            painter.drawPolygon(top + bottom)
        self._paint_ghost(painter, curve.ghost)
        if self._zones:
            scale = scale_of(points, ghost)
            edges = [height_of(bpm, scale) * self.height() for bpm in zones]
            self._paint_zones(painter, curve, edges)
        else:
            self._paint_runs(painter, curve.line, _pen(self._line, self._stroke))

    def _paint_ghost(self, painter: QPainter, runs: Runs[Point]) -> None:
        self._paint_runs(painter, runs, _pen(self._ghost, max(1.0, self._stroke * 0.6)))

    def _paint_runs(self, painter: QPainter, runs: Runs[Point], pen: QPen) -> None:
        painter.setPen(pen)
        for run in runs:
            painter.drawPolyline(list(starmap(QPointF, run)))

    def _paint_zones(self, painter: QPainter, curve: Curve, edges: Sequence[float]) -> None:
        """Each piece in the colour of its zone; without zones all of it in the line's."""
        if not edges:
            self._paint_runs(painter, curve.line, _pen(self._line, self._stroke))
            return
        for run in curve.line:
            for level, piece in by_zone(run, edges):
                colour = self._zones[min(level, len(self._zones) - 1)]
                self._paint_runs(painter, [piece], _pen(colour, self._stroke))

    def _redraw(self) -> None:
        self._newest = {}
        self.update()

    # -- what QML sets ---------------------------------------------------------------------------

    def _get_source(self) -> Traces | None:
        return self._source

    def _set_source(self, source: Traces | None) -> None:
        self._source = source
        self._redraw()

    def _get_athlete(self) -> int:
        return self._athlete

    def _set_athlete(self, athlete: int) -> None:
        self._athlete = athlete
        self._redraw()

    def _get_revision(self) -> int:
        return self._revision

    def _set_revision(self, revision: int) -> None:
        self._revision = revision
        self._look()

    def _look(self) -> None:
        """Whether something else would be seen; of a curve that is hidden nothing is."""
        if not self.isVisible():
            return
        points = () if self._source is None else self._source.of(self._athlete)
        if self._painted is None or not points or is_other(*self._painted, points[-1]):
            self._redraw()

    def _get_line(self) -> QColor:
        return self._line

    def _set_line(self, colour: QColor) -> None:
        self._line = colour
        self._redraw()

    def _get_band(self) -> QColor:
        return self._band

    def _set_band(self, colour: QColor) -> None:
        self._band, self._thin = colour, colour.alphaF()
        self._solid = QColor(colour.rgb())
        self.update()

    def _get_stroke(self) -> float:
        return self._stroke

    def _set_stroke(self, stroke: float) -> None:
        self._stroke = stroke
        self._redraw()

    def _get_whole(self) -> bool:
        return self._whole

    def _set_whole(self, whole: bool) -> None:
        self._whole = whole
        self._redraw()

    def _get_ghost(self) -> QColor:
        return self._ghost

    def _set_ghost(self, colour: QColor) -> None:
        self._ghost = colour
        self._redraw()

    def _get_zones(self) -> str:
        return " ".join(colour.name() for colour in self._zones)

    def _set_zones(self, colours: str) -> None:
        self._zones = [QColor(colour) for colour in colours.split()]
        self._redraw()

    source = Property(Traces, _get_source, _set_source, notify=changed)
    athlete = Property(int, _get_athlete, _set_athlete, notify=changed)
    revision = Property(int, _get_revision, _set_revision, notify=changed)
    line = Property(QColor, _get_line, _set_line, notify=changed)
    band = Property(QColor, _get_band, _set_band, notify=changed)
    stroke = Property(float, _get_stroke, _set_stroke, notify=changed)
    whole = Property(bool, _get_whole, _set_whole, notify=changed)
    ghost = Property(QColor, _get_ghost, _set_ghost, notify=changed)
    zones = Property(str, _get_zones, _set_zones, notify=changed)

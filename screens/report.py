"""Reports as PDF: an athlete's page upright, a class's across; in any thread, without a window."""

import os
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.errors import ExportError
from kiosk.report_port import GroupReport, PartReport
from screens.report_group import GroupPage, pages_of
from screens.report_paper import DPI, PX, Paper
from screens.report_part import PartPage
from screens.tongue import is_metric, said, speak
from screens.wording import DASH


def without_window(language: str, units: str) -> None:
    """Makes ready to draw where no kiosk runs, as on the command line."""
    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        QGuiApplication([])
    speak(language, units)


def write_part(file: BinaryIO, report: PartReport) -> None:
    """One athlete's page. Raises ExportError when it cannot be drawn."""
    title = f"{report.seen.name} {DASH} {said(report.seen.plan.name)}"
    page = _Pages(QPageLayout.Orientation.Portrait, title)
    PartPage(page.paper, report).paint()
    file.write(page.done())


def write_group(file: BinaryIO, report: GroupReport) -> None:
    """A class's page; two above sixteen people. Raises ExportError when it cannot be drawn."""
    pages = _Pages(QPageLayout.Orientation.Landscape, said(report.session.protocol_name))
    parts = pages_of(report)
    for number, some in enumerate(parts, 1):
        if number > 1:
            pages.turn()
        GroupPage(pages.paper, report, number, len(parts)).paint(some)
    file.write(pages.done())


class _Pages:
    """A file in memory, because it is small and the disk may go at any moment."""

    def __init__(self, orientation: QPageLayout.Orientation, title: str) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        size = QPageSize.PageSizeId.A4 if is_metric() else QPageSize.PageSizeId.Letter
        self._writer.setPageLayout(QPageLayout(QPageSize(size), orientation, QMarginsF(0, 0, 0, 0)))
        self._writer.setResolution(DPI)
        self._writer.setTitle(title)
        self._writer.setCreator("Switchback")
        self._painter = QPainter()
        if not self._painter.begin(self._writer):
            raise ExportError("The report cannot be drawn: install the program again.")
        self.paper = Paper(self._painter, self._writer.width() / PX, self._writer.height() / PX)

    def turn(self) -> None:
        self._writer.newPage()

    def done(self) -> bytes:
        self._painter.end()
        self._buffer.close()
        return bytes(self._buffer.data().data())

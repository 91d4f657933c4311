"""The benchmark of the wall runs; its figures are nobody's verdict here."""

from PySide6.QtGui import QGuiApplication

from tests.benchmarks.wall_beats import compare


def test_the_benchmark_of_the_wall_tells_what_it_spent(qapp: QGuiApplication) -> None:
    said = compare(1, 1, only=("wall",))
    (share,) = said["wall"].share
    assert share > 0
    assert len(said["wall"].frames_s) >= 4

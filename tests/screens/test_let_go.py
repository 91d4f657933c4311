"""What a painted item holds goes with it, however long PySide keeps its Python side."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from screens import qr, replay_trace, trace
from tests.screens.walker import events

KINDS = {
    "Trace": trace.Trace,
    "ReplayTrace": replay_trace.ReplayTrace,
    "QrCode": qr.QrCode,
}


@pytest.mark.parametrize("name", KINDS)
def test_an_item_that_is_taken_away_holds_nothing_any_more(
    name: str, qapp: QGuiApplication
) -> None:
    engine = QQmlEngine(qapp)
    component = QQmlComponent(engine)
    component.setData(f"import Switchback\n{name} {{}}".encode(), "")
    item = component.create()
    assert type(item) is KINDS[name]
    assert vars(item)
    item.deleteLater()
    events()
    assert vars(item) == {}
    engine.deleteLater()
    events()

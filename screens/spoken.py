"""The window's language and units follow what is chosen, while it is open."""

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtQml import QQmlEngine

from kiosk.choices import Choices
from screens.tongue import speak
from screens.walk_model import WalkModel


class Spoken:
    """What is spoken now."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        speak(choices.language, choices.units)

    def follow(self, choices: Choices, engine: QQmlEngine, models: QObject) -> None:
        """Speaks what is chosen; the models' next refresh makes what they keep."""
        before, self._choices = self._choices, choices
        if (choices.language, choices.units) != (before.language, before.units):
            speak(choices.language, choices.units)
            retell(engine, models)


def retell(engine: QQmlEngine, models: QObject) -> None:
    """QML says its own texts anew, and reads once more what is made in Python as it is read; a
    model that keeps what it has made has a `retell` of its own. Nobody goes to another page by it.
    """
    engine.retranslate()
    for model in models.findChildren(QObject):
        keeps = getattr(model, "retell", None)
        if callable(keeps):
            keeps()
        changed = getattr(model, "changed", None)
        if isinstance(changed, SignalInstance) and not isinstance(model, WalkModel):
            changed.emit()

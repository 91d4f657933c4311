"""The window's language and units follow what is chosen, while it is open."""

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtQml import QQmlEngine

from kiosk.choices import Choices
from screens.tongue import speak


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
    """QML says its own texts anew, and reads once more what is made in Python as it is read."""
    engine.retranslate()
    for model in models.findChildren(QObject):
        changed = getattr(model, "changed", None)
        if isinstance(changed, SignalInstance):
            changed.emit()

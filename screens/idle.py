"""The idle screen: what is planned for tonight, without saying for whom."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.training.past import Past
from screens import focus
from screens.app_port import KioskApp
from screens.tongue import said, tr, turn

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_S = 10.0
MOST = 3
"""Workouts that are named; the others are only counted."""


def tonight(pasts: Iterable[Past], names: Mapping[str, str], today: date | None) -> str:
    """ "Tonight: Step-up 80 (3), Tread hike"; empty when nothing is planned or the day unknown."""
    counts: Counter[str] = Counter()
    for past in pasts:
        due = {entry.protocol_id for entry in past.plan if entry.on == today}
        counts.update(name for name in due if name is not None and name in names)
    if today is None or not counts:
        return ""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]]))
    shown = [
        said(names[which]) + (f" ({count})" if count > 1 else "") for which, count in ranked[:MOST]
    ]
    if len(ranked) > MOST:
        shown.append(tr("{count} more", count=len(ranked) - MOST))
    return tr("Tonight: {workouts}", workouts=", ".join(shown))


@QmlElement
class IdleModel(QObject):
    """Looks at everybody's plan every ten seconds while nobody is here."""

    changed = Signal()

    def __init__(self, app: KioskApp, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._looked_at = float("-inf")
        self._turn = turn()
        self._words = ("", False)
        self._club = ""

    def refresh(self) -> None:
        app = self._app
        if focus.present(app.state):
            return
        if app.choices.club_name != self._club:
            self._club = app.choices.club_name
            self.changed.emit()
        if app.state.now < self._looked_at + EVERY_S and self._turn == turn():
            return
        self._looked_at, self._turn = app.state.now, turn()
        names = {plan.protocol_id: plan.name for plan in app.plans}
        today = app.today()
        words = (tonight((app.past(w.id) for w in app.people), names, today), today is not None)
        if words != self._words:
            self._words = words
            self.changed.emit()

    @Property(str, notify=changed)
    def tonight(self) -> str:
        return self._words[0]

    @Property(str, notify=changed)
    def club(self) -> str:
        """What the club is called; empty where nobody has said."""
        return self._club

    @Property(bool, notify=changed)
    def isClockSet(self) -> bool:
        return self._words[1]

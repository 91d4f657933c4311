"""The writers of PDF for the exports: the screens draw what the history knows."""

from collections.abc import Sequence
from typing import BinaryIO

from sqlalchemy import Engine

from kiosk.choices import Choices
from kiosk.export.bundle import Writers, with_pdf
from kiosk.export.recording import Recording
from kiosk.export.report_facts import group_report, part_report
from kiosk.history.choices import KeptChoices
from kiosk.report_port import PartReport
from kiosk.settings import Settings

# Qt is imported where something is drawn: whoever runs without a screen has none.


def report_writers() -> Writers:
    """All formats, for a kiosk with a window: one thread at a time may write."""
    drawn = _Drawn()
    return with_pdf(drawn.write_part, drawn.write_group)


def writers_without_window(engine: Engine, settings: Settings) -> Writers:
    """The same for the command line, in the language and units that are set at the kiosk."""
    from screens.report import without_window  # noqa: PLC0415

    choices = Choices.of(settings).with_kept(KeptChoices(engine).load())
    without_window(choices.language, choices.units)
    return report_writers()


class _Drawn:
    """A session's reports: gathered once for the athletes' pages and that of the class."""

    def __init__(self) -> None:
        self._known: list[tuple[Recording, PartReport]] = []

    def write_part(self, file: BinaryIO, recording: Recording) -> None:
        from screens.report import write_part  # noqa: PLC0415

        if self._known and self._known[0][0].session is not recording.session:
            self._known.clear()
        report = part_report(recording)
        self._known.append((recording, report))
        write_part(file, report)

    def write_group(self, file: BinaryIO, recordings: Sequence[Recording]) -> None:
        from screens.report import write_group  # noqa: PLC0415

        known, self._known = self._known, []
        write_group(file, group_report(recordings, known))

"""Checks every QML file against the Python types behind it: `python -m screens.lint`."""

import re
import subprocess
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6

from screens.add_view import FieldFace
from screens.ask import AnswerRow
from screens.choose_view import TabRow
from screens.coach_menu import MenuRow
from screens.devices_view import DeviceLine
from screens.exports_view import ExportRow
from screens.faces import TileFace
from screens.greet import GreetRow
from screens.guest_view import GuestStrap
from screens.health_view import HealthRow
from screens.history_view import HistoryRow
from screens.homework import CardBlock
from screens.imports_view import ImportRow
from screens.keyboard import Key
from screens.offered import RangeRow
from screens.own_face import OwnFace
from screens.people_sheet import ChoiceRow, SheetFace
from screens.people_view import CardTile, PersonLine, Rung
from screens.planner_view import DayHead, PlanCell, PlanOption, PlanPerson
from screens.progress_view import ProgressRow
from screens.protocols_buttons import EditButton
from screens.protocols_edit_view import EditField, EditRow
from screens.protocols_view import ProtocolRow
from screens.replay_view import ReplayFace, ReplayLine
from screens.results_view import FactRow, MeasureRow
from screens.roster_pages import LetterRow, PersonRow, StrapRow
from screens.settings_view import OptionRow, SettingRow
from screens.shelf_view import PoolRow
from screens.sign_in_view import CoachRow
from screens.stations import StationRow
from screens.strap_choice import StrapTile
from screens.strap_question import OwnerRow
from screens.summary_view import SummaryFace, Tick, ZoneShare
from screens.timeline import Block, Workout
from screens.wall_view import NeedRow
from screens.workouts import StepLine, WorkoutCard

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HERE = Path(__file__).parent
MODULE = "Switchback"
DELEGATES: "dict[str, type[DataclassInstance]]" = {
    "Tile.qml": TileFace,
    "WallNeed.qml": NeedRow,
    "TimelineBlock.qml": Block,
    "Chip.qml": Workout,
    "PersonTile.qml": PersonRow,
    "GuestTile.qml": GuestStrap,
    "GreetRow.qml": GreetRow,
    "StrapChip.qml": StrapRow,
    "LetterButton.qml": LetterRow,
    "WorkoutChoice.qml": WorkoutCard,
    "WorkoutTab.qml": TabRow,
    "StepRow.qml": StepLine,
    "MineBody.qml": OwnFace,
    "SummaryBody.qml": SummaryFace,
    "ZoneBar.qml": ZoneShare,
    "TickMark.qml": Tick,
    "KeyCap.qml": Key,
    "FieldTile.qml": FieldFace,
    "StrapTile.qml": StrapTile,
    "DeviceRow.qml": DeviceLine,
    "StationButton.qml": StationRow,
    "PoolTile.qml": PoolRow,
    "OwnerButton.qml": OwnerRow,
    "Fact.qml": FactRow,
    "MeasureLine.qml": MeasureRow,
    "ProgressLine.qml": ProgressRow,
    "HistoryLine.qml": HistoryRow,
    "HealthLine.qml": HealthRow,
    "HomeworkBlock.qml": CardBlock,
    "AnswerButton.qml": AnswerRow,
    "RangeNudge.qml": RangeRow,
    "MenuTile.qml": MenuRow,
    "CoachTile.qml": CoachRow,
    "SettingLine.qml": SettingRow,
    "SettingOption.qml": OptionRow,
    "PeopleTile.qml": PersonLine,
    "CardTile.qml": CardTile,
    "RungBar.qml": Rung,
    "ChoiceButton.qml": ChoiceRow,
    "PersonSheet.qml": SheetFace,
    "PlannerHead.qml": DayHead,
    "PlannerName.qml": PlanPerson,
    "PlannerCell.qml": PlanCell,
    "PlannerOption.qml": PlanOption,
    "ProtocolTile.qml": ProtocolRow,
    "ProtocolStep.qml": EditRow,
    "ProtocolField.qml": EditField,
    "ProtocolButton.qml": EditButton,
    "ExportLine.qml": ExportRow,
    "ImportLine.qml": ImportRow,
    "ReplayRow.qml": ReplayLine,
    "ReplayLarge.qml": ReplayFace,
}
"""Which view draws rows of which dataclass."""
_QML_TYPES = {str: "string", int: "int", bool: "bool", float: "real"}
_REQUIRED = re.compile(r"^ {4}required property ([a-z]\w*) (\w+)$", re.MULTILINE)
"""Types with a capital are objects that the page hands down, and no roles."""
_PYSIDE = Path(PySide6.__file__).parent


def complaints(folder: Path = HERE) -> list[str]:
    """What is wrong with the QML and Python files of a folder, a line each; empty if nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        found = _describe_types(folder, Path(scratch))
        found += _run_qmllint(folder, Path(scratch))
    return found + [line for view in DELEGATES for line in role_complaints(folder, view)]


def role_complaints(folder: Path, view: str) -> list[str]:
    """Required properties of a delegate that are no role of its rows, or of another type."""
    roles = {field.name: _QML_TYPES[_type_of(field.type)] for field in fields(DELEGATES[view])}
    asked = {name: kind for kind, name in _REQUIRED.findall((folder / view).read_text("utf-8"))}
    asked.pop("index", None)
    row = DELEGATES[view].__name__
    return [
        f"{view}: {row} has no role {kind} {name}"
        for name, kind in asked.items()
        if roles.get(name) != kind
    ] + [
        f"{view}: the role {name} of {row} is not asked for" for name in roles if name not in asked
    ]


def _type_of(annotation: object) -> type:
    if not isinstance(annotation, type):
        raise TypeError(f"a role must have a plain type, not {annotation!r}")
    return annotation


def _describe_types(folder: Path, scratch: Path) -> list[str]:
    """Writes the module that QML imports as a description for the linter."""
    module = scratch / MODULE
    module.mkdir()
    sources = [
        path for path in sorted(folder.glob("*.py")) if "@QmlElement" in path.read_text("utf-8")
    ]
    sources = [path for path in sources if path.name != Path(__file__).name]
    found = _run(
        sys.executable,
        _PYSIDE / "scripts" / "metaobjectdump.py",
        "--out-file",
        scratch / "types.json",
        *sources,
    )
    foreign = [
        _PYSIDE / "Qt" / "metatypes" / f"qt6{name}_metatypes.json"
        for name in ("core", "gui", "qml", "quick")
    ]
    found += _run(
        _PYSIDE / "Qt" / "libexec" / "qmltyperegistrar",
        f"--generate-qmltypes={module / 'types.qmltypes'}",
        f"--import-name={MODULE}",
        "--major-version=1",
        "--minor-version=0",
        f"--foreign-types={','.join(str(path) for path in foreign)}",
        "-o",
        scratch / "registration.cpp",
        scratch / "types.json",
    )
    (module / "qmldir").write_text(
        f"module {MODULE}\ntypeinfo types.qmltypes\ndepends QtQuick\n", "utf-8"
    )
    return found


def _run_qmllint(folder: Path, scratch: Path) -> list[str]:
    views = sorted(folder.glob("*.qml"))
    return _run(
        _PYSIDE / "qmllint",
        "--max-warnings=0",
        "-I",
        scratch,
        "-I",
        _PYSIDE / "Qt" / "qml",
        *views,
    )


def _run(*command: str | Path) -> list[str]:
    """Runs a tool; every line that it says is a complaint, and so is a status that is not 0."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    if done.returncode != 0 and not lines:
        lines = [f"{Path(command[0]).name} ended with status {done.returncode}"]
    return lines


def main() -> int:
    """Prints the complaints; exit status 1 if there are any."""
    found = complaints()
    for line in found:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("QML: nothing to complain about\n" if not found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

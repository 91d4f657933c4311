"""The sheets that a coach may pin up: every shipped protocol is drawn, and nothing overlaps."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.cli import cli
from kiosk.errors import ExportError
from kiosk.training.plan import HeartRateGate, Plan, Ramp, RangeTarget, Step, ZoneTarget
from kiosk.training.protocols import choices_of, load_protocol, plan
from screens import sheet_ink
from screens.sheet_hills import profile
from screens.sheet_ink import Ink, Type
from screens.sheet_layout import details, sheet_of
from screens.timeline import level_of
from screens.timeline_sheet import ROOM, draw_sheet

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "config" / "protocols").glob("*.toml"))
ZONES = re.search(r"zones: \[(.*)\]", (ROOT / "screens" / "Theme.qml").read_text())


@pytest.fixture(scope="module")
def pictures(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """What the command draws when nothing is named: all there is."""
    out = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SWITCHBACK_DATA", str(tmp_path_factory.mktemp("data")))
        cli.main(("protocols", "draw", "--out", str(out)), standalone_mode=False)
    return {file.stem: QImage(str(file)) for file in out.iterdir()}


def colours_in(picture: QImage) -> set[str]:
    every = range(0, picture.width(), 4), range(0, picture.height(), 4)
    return {picture.pixelColor(x, y).name() for x in every[0] for y in every[1]}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_protocol_has_a_picture_with_the_colours_of_its_zones(
    file: Path, pictures: dict[str, QImage]
) -> None:
    made = plan(load_protocol(file))
    picture = pictures[made.protocol_id]
    assert picture.width() == 1600
    assert 400 <= picture.height() <= 1200
    assert ZONES is not None
    zones = [QColor(name).name() for name in re.findall(r"#\w+", ZONES[1])]
    theme = sheet_ink.theme()
    asked = {level_of(step) for step in made.steps}
    wanted = {zones[level] for level in asked if level >= 0}
    wanted |= {theme.zoneless.name()} if -1 in asked else set[str]()
    assert wanted | {theme.background.name()} <= colours_in(picture)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_no_text_overlaps_another_or_leaves_its_place(
    file: Path, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[QRectF, str]] = []
    write = Ink.write

    def note(
        ink: Ink,
        box: QRectF,
        text: str,
        letters: Type,
        colour: QColor,
        align: Qt.AlignmentFlag = sheet_ink.CENTRE,
        *,
        wrapped: bool = False,
    ) -> None:
        width = box.width() if wrapped else letters.width(text)
        height = letters.height(text, width + 1)
        used = QRectF(0, 0, min(width, letters.width(text)), height * 0.8)
        used.moveCenter(box.center())
        if align & Qt.AlignmentFlag.AlignLeft:
            used.moveLeft(box.left())
        if align & Qt.AlignmentFlag.AlignRight:
            used.moveRight(box.right())
        if align & Qt.AlignmentFlag.AlignTop:
            used.moveTop(box.top() + height * 0.1)
        written.append((used, text))
        write(ink, box, text, letters, colour, align, wrapped=wrapped)

    monkeypatch.setattr(Ink, "write", note)
    protocol = load_protocol(file)
    picture = QImage.fromData(draw_sheet(plan(protocol), choices_of(protocol)))
    page = QRectF(picture.rect())
    for index, (box, text) in enumerate(written):
        assert page.contains(box), text
        assert [other for place, other in written[:index] if place.intersects(box)] == [], text


def test_downhill_goes_down_and_uphill_up() -> None:
    steps = (
        Step("Flat", "warm-up", 300, grade_percent=Ramp(0, 0)),
        Step("Up", "work", 300, grade_percent=Ramp(6, 6)),
        Step("Down", "work", 300, grade_percent=Ramp(-3, -3)),
        Step("As you like", "cool-down", 300),
    )
    sheet = sheet_of(Plan("p", "P", "treadmill", steps))
    pieces = profile(sheet.main.slots, lambda x: x * ROOM, 0, 100)
    drops = [pieces[n * 8 + 7].end.y() - pieces[n * 8].start.y() for n in range(4)]
    assert drops[0] == drops[3] == 0
    assert drops[1] < 0 < drops[2]
    assert drops[1] == pytest.approx(-2 * drops[2])
    assert [pieces[n * 8].is_known for n in range(4)] == [True, True, True, False]
    assert all(-0.01 <= piece.end.y() <= 100.01 for piece in pieces)


def test_repeats_have_a_bracket_with_their_number_over_all_their_turns() -> None:
    turns = [Step("Up", "work", 60, round=turn, rounds=4) for turn in range(1, 5)]
    sheet = sheet_of(Plan("p", "P", "any", (Step("Easy", "warm-up", 240), *turns)))
    (bracket,) = sheet.brackets
    assert (bracket.begin, bracket.end, bracket.text) == (0.5, 1.0, "4 ×")
    assert [line.title for line in sheet.lines] == ["Easy", "Up"]


def test_the_lanes_of_a_rotation_stand_above_each_other_between_what_all_do() -> None:
    made = plan(load_protocol(ROOT / "config" / "protocols" / "rotation-hills.toml"))
    sheet = sheet_of(made)
    assert made.rotation is not None
    assert len(sheet.lanes) == len(made.rotation.lanes)
    (bracket,) = sheet.brackets
    assert bracket.text == f"{made.rotation.blocks} × 6 min, each in another lane"
    for lane in sheet.lanes:
        assert lane.slots[0].begin > bracket.begin
        assert lane.slots[-1].end == pytest.approx(bracket.end)
    assert sheet.length == "48 min"


def test_the_legend_says_all_that_a_step_asks_for() -> None:
    step = Step(
        "Up",
        "work",
        distance_m=400,
        target=ZoneTarget(3, "mid"),
        grade_percent=Ramp(0, -6),
        speed_kmh=Ramp(6, 8.5),
        rpe=(6, 8),
        cadence_spm=(170, 190),
        side="both",
    )
    words = details(step).replace("\N{NO-BREAK SPACE}", " ")
    assert words == (
        "400 m · mid zone 3 · Effort 6–8 · ↘ 0 to −6 % · 6 to 8.5 km/h · 170–190 steps/min · "
        "both sides"
    )
    gate = HeartRateGate(below_percent_max=65, fall_bpm=25)
    words = details(Step("Rest", "recovery", gate=gate)).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "until below 65 % of max or 25 bpm down, 30–120 s"
    words = details(Step("Go", "work", target=RangeTarget(140, 150)))
    assert words.replace("\N{NO-BREAK SPACE}", " ") == "until the button · 140–150 bpm"


def test_a_long_name_and_many_tiny_repeats_stay_in_their_place(qapp: QGuiApplication) -> None:
    turns = [
        Step(f"Step {letter} of a very long name indeed", "work", 5, round=turn, rounds=50)
        for turn in range(1, 51)
        for letter in "ab"
    ]
    picture = QImage.fromData(draw_sheet(Plan("p", "N" * 60, "any", tuple(turns))))
    assert picture.width() == 1600


def test_one_can_be_drawn_by_its_file_and_a_bad_folder_is_named(
    tmp_path: Path, qapp: QGuiApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    file = ROOT / "config" / "protocols" / "quad-crusher.toml"
    cli.main(("protocols", "draw", str(file), "--out", str(tmp_path)), standalone_mode=False)
    assert capsys.readouterr().out == f"Quad crusher: {tmp_path / 'quad-crusher.png'}\n"
    (tmp_path / "file").write_text("")
    words = ("protocols", "draw", "free", "--out", str(tmp_path / "file" / "there"))
    with pytest.raises(ExportError, match="a file is in the way"):
        cli.main(words, standalone_mode=False)

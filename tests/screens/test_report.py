"""The pages that a coach pins up: all of them said, in its place, and as the history has it."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import combinations
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, qGray

from kiosk.clock import ManualClock
from kiosk.coach_port import ExportStep, SessionsListed
from kiosk.export.archive import SessionArchive
from kiosk.export.bundle import export, files_of
from kiosk.history.database import open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.report_port import GroupReport, PartReport
from kiosk.reports import report_writers
from kiosk.session.records import AnswerGiven, SampleFlag
from kiosk.training.zones import shown_bpm
from screens import report as pages
from screens import report_words, sheet_ink, tongue
from screens.report_chart import BAND, STRIPE
from screens.report_group import pages_of
from screens.report_paper import PX, SLACK, Letters, Paper, dots, inks, tint
from screens.translations import pseudo
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    joined,
    opened,
    second,
    session_closed,
)
from tests.screens.reports import LONG_NAME, group, report

ROOT = Path(__file__).parents[2]
POPPLER = shutil.which("pdftotext") and shutil.which("pdftoppm")
needs_poppler = pytest.mark.skipif(not POPPLER, reason="needs the package poppler-utils")
Written = list[tuple[int, str, QRectF]]


def part_pdf(one: PartReport) -> bytes:
    file = BytesIO()
    pages.write_part(file, one)
    return file.getvalue()


def group_pdf(everybody: GroupReport) -> bytes:
    file = BytesIO()
    pages.write_group(file, everybody)
    return file.getvalue()


def text_of(pdf: bytes | Path, *options: str) -> str:
    content = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    told = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True
    )
    return told.stdout.decode().replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\xa0", " ")


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture
def written(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Written:
    """Every text with its page and where its letters are, in millimetres."""
    found: Written = []
    papers: list[Paper] = []
    put: Callable[..., None] = getattr(Paper, "_put")  # noqa: B009 - private, and watched here
    turn = pages._Pages.turn
    turned = [0]

    def noted(self: Paper, box: QRectF, text: str, letters: Letters, *rest: Any) -> None:
        papers.append(self)
        there = QFontMetricsF(letters.font).boundingRect(dots(box), rest[-1], text)
        if text:
            where = QRectF(there.x() / PX, there.y() / PX, there.width() / PX, there.height() / PX)
            found.append((turned[0], text, where))
        assert there.width() <= dots(box).width() * 1.01 + PX / 4, f"{text!r} leaves its place"
        assert 0 <= box.left() < box.right() <= self.width + 0.01, f"{text!r} leaves the page"
        assert 0 <= box.top() <= box.bottom() <= self.height, f"{text!r} leaves the page"
        put(self, box, text, letters, *rest)

    def next_page(self: Any) -> None:
        turned[0] += 1
        turn(self)

    monkeypatch.setattr(Paper, "_put", noted)
    monkeypatch.setattr(pages._Pages, "turn", next_page)
    return found


def overlapping(written: Written) -> list[tuple[str, str]]:
    """Pairs of texts whose letters touch; between two lines there may be the air of neither."""
    slim = [(page, text, where.adjusted(0.1, where.height() * 0.14, -0.1, -where.height() * 0.14))
            for page, text, where in written]  # fmt: skip
    return [
        (one[1], other[1])
        for one, other in combinations(slim, 2)
        if one[0] == other[0] and one[2].intersects(other[2])
    ]


def longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every text with accents, and 40 % longer."""

    class Longer:
        @staticmethod
        def translate(context: str, words: str) -> str:
            return pseudo(words)

    monkeypatch.setattr(tongue, "QCoreApplication", Longer)


PARTS = {
    "usual": report(),
    "long name": report(LONG_NAME),
    "nothing heard": report(heard=False, sessions=1),
    "ten seconds": report(seconds=10, steps=1, sessions=0),
    "eight hours": report(seconds=8 * 3600, steps=12),
    "thirty steps": report(seconds=3000, steps=30),
    "ninety steps": report(seconds=5400, steps=90),
}


@pytest.mark.parametrize(
    ("units", "is_long"), [("metric", False), ("imperial", True)], ids=["A4", "letter, longer"]
)
@pytest.mark.parametrize("which", PARTS)
def test_no_text_of_an_athletes_page_meets_another_or_leaves_the_paper(
    which: str, units: str, is_long: bool, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    tongue.speak("en", units)
    if is_long:
        longer(monkeypatch)
    pdf = part_pdf(PARTS[which])
    assert page_count(pdf) == 1
    assert len(written) > 15
    assert overlapping(written) == []


@pytest.mark.parametrize(
    ("count", "sheets", "is_long"), [(1, 1, True), (16, 1, True), (17, 2, False), (32, 2, True)]
)
def test_a_class_of_any_size_is_a_line_for_each_and_no_text_meets_another(
    count: int, sheets: int, is_long: bool, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = group(count)
    if is_long:
        longer(monkeypatch)
    assert page_count(group_pdf(everybody)) == sheets
    assert overlapping(written) == []
    texts = [text for _, text, _ in written]
    assert sum(text.startswith(("Athlete ", LONG_NAME[:12])) for text in texts) == count


def test_a_class_is_in_the_order_of_its_names_and_not_of_its_numbers() -> None:
    assert [[part.seen.name for part in page] for page in pages_of(group(4))] == [
        ["Athlete 1", "Athlete 2", "Athlete 3", "Athlete 4"]
    ]


@needs_poppler
def test_letters_of_other_languages_are_embedded_and_read_back(qapp: QGuiApplication) -> None:
    pdf = part_pdf(PARTS["usual"])
    told = text_of(pdf)
    assert "Zoë Łęgß-Núñez" in told
    assert "Hills: é ß Ł and back again" in told
    assert not [letter for letter in told if "\ue000" <= letter <= "\uf8ff"]
    fonts = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    lines = fonts.stdout.decode().splitlines()[2:]
    assert lines
    assert all(re.search(r"Identity-H\s+yes", line) for line in lines)


@needs_poppler
def test_no_number_but_the_straps_says_whose_device_it_was(qapp: QGuiApplication) -> None:
    pdf = part_pdf(PARTS["usual"])
    assert "Strap 4711." in text_of(pdf)
    assert b"/Author ()" in pdf
    assert os.environ.get("USER", "root").encode() not in pdf.split(b"stream")[0]


def test_letters_that_were_made_to_fit_do_fit(qapp: QGuiApplication) -> None:
    """Dots are whole, so that a share of the size is not the same share of the width."""
    words = "Anstrengung 2–3"
    for tenths in range(170, 240):
        letters = Letters(3.2).fitting([words], tenths / 10)
        assert letters.width(words) <= tenths / 10 + SLACK


def test_units_choose_the_paper(qapp: QGuiApplication) -> None:
    boxes = {}
    for units in ("metric", "imperial"):
        tongue.speak("en", units)
        found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", part_pdf(PARTS["usual"]))
        assert found is not None
        boxes[units] = tuple(round(float(side)) for side in found.groups())
    assert boxes == {"metric": (595, 842), "imperial": (612, 792)}


def test_the_colours_are_those_of_the_window_by_day(qapp: QGuiApplication) -> None:
    paper, window = inks(), sheet_ink.theme()
    assert paper.zones == window.zones
    assert len(paper.zones) == 6
    assert qGray(paper.text.rgb()) < 40
    assert qGray(paper.raised.rgb()) > 200


def test_the_band_and_the_curve_are_told_apart_without_colours(qapp: QGuiApplication) -> None:
    def grey(colour: QColor) -> int:
        return qGray(colour.rgb())

    stripes = [grey(tint(zone, STRIPE)) for zone in inks().zones]
    band = grey(tint(inks().text, BAND))
    assert min(stripes) - band >= 20
    assert band - grey(inks().text) >= 120


def test_the_steps_say_what_was_asked_and_done(qapp: QGuiApplication) -> None:
    rest, work = report_words.step_rows(PARTS["usual"].steps)[:2]
    assert (work.name, work.turn, work.time) == ("Climb", "1/3", "6:00")
    assert work.target == "142–147"
    assert (work.heart, work.inside[:2], work.grade[:4], work.speed) == ("143", "62", "11.9", "5.5")
    assert (rest.target, rest.inside) == ("Effort 2–3", "")


def test_a_page_without_a_heart_rate_says_so_and_invents_no_number(written: Written) -> None:
    part_pdf(PARTS["nothing heard"])
    texts = [text for _, text, _ in written]
    assert "No heart rate was heard." in texts
    assert any("In band" not in text and "no heart rate was heard" in text for text in texts)
    assert not any("141" in text or "171" in text for text in texts)


# -- from the history ------------------------------------------------------------------------------


@pytest.fixture
def recorded(tmp_path: Path) -> Iterator[Path]:
    """The data folder with a session of Anna Berg and Łukasz Groß: 60 s without a band, 30 with."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    engine = open_engine(data / "history.sqlite3")
    roster = Roster(engine, ManualClock())
    anna, other = roster.add("Anna Berg").id, roster.add("Łukasz Groß").id
    recorder = Recorder(engine, lambda _: None, retry_s=0.02)
    recorder.start()
    recorder.put([opened(), joined(anna, "Anna Berg"), joined(other, "Łukasz Groß")])
    for at in range(90):
        bpm = 110 + at // 2 if at < 80 else 220  # the last ten are doubtful, and count nowhere
        recorder.put([second(anna, at, bpm=bpm), second(other, at, bpm=None)])
    recorder.put([AnswerGiven(anna, UTC_MS + 95_000, "rpe", 9.0, 1)])
    recorder.put([athlete_closed(anna, 90), athlete_closed(other, 90), session_closed(90)])
    assert recorder.flush(20)
    recorder.close()
    yield data
    engine.dispose()


@needs_poppler
def test_what_is_printed_is_what_the_history_has(recorded: Path, qapp: QGuiApplication) -> None:
    engine = open_engine(recorded / "history.sqlite3")
    history, out = History(engine), recorded.parent / "out"
    with ThreadPoolExecutor(1, "export") as exporter:  # as in the kiosk: never the window's thread
        done = exporter.submit(export, history, out, None, ["pdf"], writers=report_writers())
        paths = done.result()
    assert paths == files_of(out, history.session(1), ["pdf"])
    assert [path.name for path in paths] == ["Anna-Berg.pdf", "Łukasz-Groß.pdf", "class.pdf"]
    samples = history.samples(1, history.session(1).athletes[0].athlete_id)
    good = [s for s in samples if not s.flags & SampleFlag.SUSPECT and s.heart_rate_bpm]
    work = [s.heart_rate_bpm or 0 for s in good if s.step_index == 1]
    guided = sum(133.4 <= bpm < 141.0 for bpm in work)
    page = text_of(paths[0], "-layout")
    climb = next(line for line in page.splitlines() if "Climb" in line).split()
    mean = shown_bpm(sum(work) / len(work))
    inside = int(100 * guided / len(work) + 0.5)
    assert climb[:4] == ["2", "Climb", "0:30", "140–145"]
    assert climb[4:] == [str(mean), str(inside), "%", "10.3", "%", "5.5"]
    assert "1:30" in page
    assert "9 / 10" in page
    assert "Strap 101." in page
    assert "No heart rate was heard." in text_of(paths[1])
    told = text_of(paths[2], "-layout")
    assert "effort 9 of 10" in told
    assert told.index("Anna Berg") < told.index("Łukasz Groß")
    engine.dispose()
    assert threading.active_count() < 10


@needs_poppler
def test_the_command_line_writes_reports_where_no_screen_is(recorded: Path, tmp_path: Path) -> None:
    bare = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    bare.pop("QT_QPA_PLATFORM", None)
    config = tmp_path / "kiosk.toml"
    config.write_text('[club]\nunits = "imperial"\nlanguage = "de"\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "export", "--out", str(tmp_path / "stick"),
         "--format", "pdf", "--config", str(config)],
        env=bare | {"SWITCHBACK_DATA": str(recorded)}, cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("3 files written")
    (page,) = (tmp_path / "stick").rglob("Anna-Berg.pdf")
    assert "mph" in text_of(page)
    assert "Aufwärmen" in text_of(page)


@needs_poppler
def test_a_page_is_white_paper_with_dark_letters(qapp: QGuiApplication, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(part_pdf(PARTS["usual"]))
    subprocess.run(["pdftoppm", "-r", "60", "-gray", str(path), str(tmp_path / "page")], check=True)
    header, size, _, pixels = (tmp_path / "page-1.pgm").read_bytes().split(b"\n", 3)
    wide, high = map(int, size.split())
    assert (header, wide, high) == (b"P5", 496, 702)
    assert sum(pixel > 235 for pixel in pixels) > 0.6 * wide * high
    assert sum(pixel < 90 for pixel in pixels) > 0.01 * wide * high
    margin = [pixels[y * wide + x] for y in range(high) for x in (*range(20), *range(476, wide))]
    assert min(margin) == 255


def test_the_coach_s_export_lays_reports_beside_the_other_files(
    recorded: Path, qapp: QGuiApplication, tmp_path: Path
) -> None:
    engine = open_engine(recorded / "history.sqlite3")
    answers: Queue[object] = Queue()
    with SessionArchive(
        History(engine), tmp_path / "out", ManualClock(), answers.put, writers=report_writers()
    ) as archive:
        archive.export([1])
        while not isinstance(lines := answers.get(timeout=30), SessionsListed):
            assert not isinstance(lines, ExportStep) or not lines.refusal
    (folder,) = (tmp_path / "out").iterdir()
    assert {path.name for path in folder.glob("*.pdf")} == {
        "Anna-Berg.pdf",
        "Łukasz-Groß.pdf",
        "class.pdf",
    }
    assert len(list(folder.glob("*.csv"))) == 3
    assert lines.sessions[0].is_exported
    engine.dispose()

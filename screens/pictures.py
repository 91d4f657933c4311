"""Pictures of the window without a screen, of every page: `python -m screens.pictures OUT`.

With `--check` they are looked at by the program, too: it says what is cut off, too small, in the
way or hard to read, and the exit status is 1 if anything is. With `--components` it is the parts
that pages are made of, each in all of its states.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.errors import KioskError
from screens.app_port import KioskApp
from screens.board import Board
from screens.component_sheets import FAMILIES, sheets
from screens.scenes import SCENES, Scene
from screens.studio import LANGUAGES, SIZES, Size, follow, shots
from screens.translations import PSEUDO, made_pseudo
from screens.window import WindowError, build_window, gui_application

SHEET_WIDTH, SHEET_GAP = 2560, 12
QUICK_PNG = 70
"""Qt's quality of a PNG: larger files, written in half the time."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is wanted of every scene."""

    folder: Path | None
    sizes: Sequence[Size]
    languages: Sequence[str]
    check: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one scene: its pictures, and a line for each thing that is wrong."""

    page: str
    pictures: tuple[Path, ...]
    findings: tuple[str, ...]


def render(
    app: KioskApp,
    path: Path,
    width: int,
    height: int,
    pose: Callable[[Board], None] | None = None,
) -> None:
    """Writes what the window shows as a PNG of `width` × `height` pixels.

    `pose` may bring the window to another page first. Raises WindowError when it cannot be drawn
    or written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui = gui_application()
    handle = build_window(app, size=(width, height), again=True)
    try:
        handle.window.show()
        follow(gui, handle)
        if pose is not None:
            pose(handle.board)
            follow(gui, handle)
            follow(gui, handle)
        _save(handle.window.grabWindow(), path)
    finally:
        handle.close()


def _save(picture: QImage, path: Path) -> None:
    if not picture.save(str(path), quality=QUICK_PNG):
        raise WindowError(f"The picture {path} cannot be written: choose another folder.")


def take(work: Work, number: int) -> Done:
    """The pictures of one scene, in all sizes and languages, and what is wrong with them."""
    scene = SCENES[number]
    paths: list[Path] = []
    findings: dict[str, None] = {}
    for shot in shots(scene, work.sizes, work.languages, check=work.check):
        if work.folder is not None:
            paths.append(work.folder / f"{shot.name}.png")
            _save(shot.picture, paths[-1])
        findings |= {f"{shot.name}: {flaw.item} {flaw.what}": None for flaw in shot.flaws}
    return Done(scene.page, tuple(paths), tuple(findings))


def contact_sheet(pictures: Sequence[Path], path: Path, sizes: Sequence[Size] = SIZES) -> None:
    """All pictures of a page on one sheet, in rows as high as their shapes allow."""
    rows = [pictures[start : start + len(sizes)] for start in range(0, len(pictures), len(sizes))]
    shapes = sum(width / height for width, height in sizes)
    height = round((SHEET_WIDTH - (len(sizes) + 1) * SHEET_GAP) / shapes)
    sheet = QImage(
        SHEET_WIDTH, len(rows) * (height + SHEET_GAP) + SHEET_GAP, QImage.Format.Format_RGB32
    )
    sheet.fill(QColor("#404040"))
    painter = QPainter(sheet)
    for number, row in enumerate(rows):
        x = SHEET_GAP
        for name in row:
            picture = QImage(str(name))
            small = picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(x, SHEET_GAP + number * (height + SHEET_GAP), small)
            x += small.width() + SHEET_GAP
    painter.end()
    _save(sheet, path)


def take_all(scenes: Sequence[Scene], work: Work, processes: int) -> Iterator[Done]:
    """All of these scenes, in so many processes."""
    numbers = [SCENES.index(scene) for scene in scenes]
    if processes < 2 or len(numbers) < 2:
        yield from (take(work, number) for number in numbers)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(take, work), numbers)


def main(arguments: Sequence[str]) -> int:
    """Pictures of every page, or of these, and a contact sheet of each page."""
    asked = _parser().parse_args(arguments)
    out: Path | None = None if asked.out == Path("-") else asked.out
    if asked.out is None and not asked.check:
        sys.stderr.write("Say which folder the pictures go to: python -m screens.pictures OUT\n")
        return 2
    known = dict.fromkeys(scene.page for scene in SCENES)
    unknown = [page for page in asked.pages if page not in known]
    if unknown:
        sys.stderr.write(f"There is no page {unknown[0]}; there are {', '.join(known)}.\n")
        return 2
    work = Work(out, asked.sizes, asked.languages, asked.check)
    if asked.components is not None:
        return _take_components(asked.components or list(FAMILIES), work)
    began = time.monotonic()
    done: list[Done] = []
    try:
        if out is not None:
            out.mkdir(parents=True, exist_ok=True)
        for one in take_all(
            [s for s in SCENES if s.page in (asked.pages or known)], work, asked.jobs
        ):
            done.append(one)
            sys.stdout.writelines(f"{finding}\n" for finding in one.findings)
            sys.stdout.flush()
        for page in asked.pages or known:
            taken = [path for one in done if one.page == page for path in one.pictures]
            if out is not None and taken:
                contact_sheet(taken, out / f"{page}.png", asked.sizes)
                sys.stdout.write(f"{page}: {len(taken)} pictures\n")
    except (KioskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    findings = sum(len(one.findings) for one in done)
    sys.stdout.write(f"{len(done)} scenes in {time.monotonic() - began:.0f} s\n")
    if asked.check:
        sys.stdout.write(f"{findings} findings\n")
    return 1 if findings else 0


def _take_components(names: Sequence[str], work: Work) -> int:
    unknown = [name for name in names if name not in FAMILIES]
    if unknown:
        sys.stderr.write(f"There is no {unknown[0]}; there are {', '.join(FAMILIES)}.\n")
        return 2
    findings = 0
    try:
        if work.folder is not None:
            work.folder.mkdir(parents=True, exist_ok=True)
        for sheet in sheets(names, work.languages, check=work.check):
            if work.folder is not None:
                _save(sheet.picture, work.folder / f"{sheet.name}.png")
            findings += len(sheet.flaws)
            sys.stdout.writelines(f"{sheet.name}: {one.item} {one.what}\n" for one in sheet.flaws)
    except (KioskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    count = len(names) * len(work.languages)
    sys.stdout.write(f"{count} sheets\n" + (f"{findings} findings\n" if work.check else ""))
    return 1 if findings else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m screens.pictures", description=__doc__)
    parser.add_argument(
        "out", nargs="?", type=Path, metavar="OUT", help="the folder to write to; - for none"
    )
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="only these pages")
    parser.add_argument(
        "--components", nargs="*", metavar="NAME", help=f"of {', '.join(FAMILIES)}; all of them"
    )
    parser.add_argument("--check", action="store_true", help="say what is wrong with them")
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, help="800x480,1280x720 …; all of them"
    )
    parser.add_argument(
        "--languages", type=_languages, default=("en",), help=f"of {', '.join(LANGUAGES)}; en"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes at once; 2")
    return parser


def _sizes(words: str) -> tuple[Size, ...]:
    pairs = [word.split("x") for word in words.split(",")]
    return tuple((int(width), int(height)) for width, height in pairs)


def _languages(words: str) -> tuple[str, ...]:
    if PSEUDO in words:
        made_pseudo()  # here, so that no two processes do it at once
    return tuple(words.split(","))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

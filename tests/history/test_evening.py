"""The coach's evening: pages that link to every file that is there, and folders that stay whose."""

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

import pytest
from sqlalchemy import Engine, insert

from kiosk.errors import ExportError
from kiosk.export import athlete_folders
from kiosk.export.athlete_folders import FOLDER, INDEX
from kiosk.export.bundle import export, folder_name
from kiosk.export.evening import write_evening
from kiosk.export.evening_html import Voice
from kiosk.history.database import writing
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.schema import CoachRow
from kiosk.history.taken import take
from kiosk.session.records import AthleteClosed, Record, SessionClosed
from tests.history.facts import UTC_MS, joined, opened, second

TODAY = date(2026, 1, 2)
FORMATS = ("csv", "fit", "summary")
HOUR_MS = 3_600_000


class Page(HTMLParser):
    """What a browser would find."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.policy = ""
        self.words = ""
        self.content = path.read_text()
        self.feed(self.content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        said = dict(attrs)
        assert not any(name.startswith("on") for name in said), "nothing that runs"
        if said.get("http-equiv"):
            self.policy = said["content"] or ""
        if tag == "a":
            self.links.append(unquote(said["href"] or ""))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk is what the tests of safe_file are for."""
    monkeypatch.setattr("os.fsync", int)


def a_session(people: Sequence[tuple[int, str]], number: int = 1, seconds: int = 5) -> list[Record]:
    at = UTC_MS + number * HOUR_MS
    return [
        opened(number, at),
        *(joined(i, name, number) for i, name in people),
        *(second(i, k, number) for i, _ in people for k in range(seconds)),
        *(AthleteClosed(number, i, at + 1000 * seconds, "finished") for i, _ in people),
        SessionClosed(number, at + 1000 * seconds, "finished"),
    ]


Lived = Callable[..., list[int]]


@pytest.fixture
def lived(recorder: Recorder, roster: Roster) -> Lived:
    """Puts people of these names into a session of that number; gives their ids."""

    def live(*names: str, number: int = 1) -> list[int]:
        there = {who.name: who.id for who in roster.list()}
        ids = [there.get(name) or roster.add(name).id for name in names]
        recorder.put(a_session(list(zip(ids, names, strict=True)), number))
        assert recorder.flush(20)
        return ids

    return live


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def evening(history: History, out: Path, ids: Sequence[int] | None = None) -> list[Path]:
    export(history, out, ids, FORMATS)
    return write_evening(history, out, ids, today=TODAY)


def test_the_pages_link_to_every_file_that_is_there_and_to_none_that_is_not(
    lived: Lived, history: History, out: Path
) -> None:
    lived("Anna Berg", "Zoë #1 100%")
    lived("Zoë #1 100%", number=2)
    evening(history, out)
    index = Page(out / INDEX)
    linked = set(index.links)
    for link in index.links:
        assert (out / link).is_file(), link
    for path in (out / FOLDER).glob(f"*/{INDEX}"):
        own = Page(path)
        assert {(path.parent / link).is_file() for link in own.links} == {True}
        linked |= {str((path.parent / link).relative_to(out)) for link in own.links}
    assert linked == files_below(out) - {INDEX}
    assert index.words.index("2026-01-01 02:00") < index.words.index("2026-01-01 01:00")


def test_after_many_evenings_the_page_stays_short_and_still_leads_everywhere(
    lived: Lived, history: History, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived("Anna")
    lived("Anna", number=2)
    monkeypatch.setattr("kiosk.export.evening.IN_FULL", 1)
    evening(history, out)
    index = Page(out / INDEX)
    assert f"{folder_name(history.session(1))}/" in index.links
    assert index.words.index("02:00") < index.words.index("Before that")
    assert index.words.index("Before that") < index.words.index("01:00")
    own = Page(out / FOLDER / "Anna" / INDEX)
    assert own.words.count("Short hills") == 2


def test_everybody_has_a_folder_with_copies_of_their_own_files_alone(
    lived: Lived, history: History, tmp_path: Path
) -> None:
    lived("Anna", "Ben")
    evening(history, tmp_path)
    name = folder_name(history.session(1))
    folder = tmp_path / FOLDER / "Anna"
    assert files_below(folder) == {INDEX, f"{name}.csv", f"{name}.fit"}
    for form in ("csv", "fit"):
        copy = (folder / f"{name}.{form}").read_bytes()
        assert copy == (tmp_path / name / f"Anna.{form}").read_bytes()
    assert "Ben" not in (folder / INDEX).read_text()


def test_a_second_export_adds_and_writes_nothing_that_stands_already(
    lived: Lived, history: History, tmp_path: Path
) -> None:
    lived("Anna", "Ben")
    evening(history, tmp_path)
    assert write_evening(history, tmp_path, today=TODAY) == []
    lived("Ben", number=2)
    added = {str(path.relative_to(tmp_path)) for path in evening(history, tmp_path, [2])}
    name = folder_name(history.session(2))
    ben = f"{FOLDER}/Ben"
    assert added == {INDEX, f"{ben}/{INDEX}", f"{ben}/{name}.csv", f"{ben}/{name}.fit"}


def test_what_a_pulled_stick_cut_is_caught_up_by_the_next_export(
    lived: Lived, history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lived("Anna", "Ben", "Cem")
    export(history, tmp_path, None, FORMATS)
    copies: list[Path] = []

    def pulled(source: Path, target: Path) -> bool:
        if len(copies) == 3:
            raise ExportError("The disk has gone.")
        copies.append(target)
        return real(source, target)

    real = athlete_folders.copy_if_other
    monkeypatch.setattr("kiosk.export.evening.copy_if_other", pulled)
    with pytest.raises(ExportError):
        write_evening(history, tmp_path, [1], today=TODAY)
    assert not (tmp_path / INDEX).exists(), "the page that links to all comes last"
    monkeypatch.undo()
    lived("Cem", number=2)
    evening(history, tmp_path, [2])
    folders = sorted(path.name for path in (tmp_path / FOLDER).iterdir())
    assert folders == ["Anna", "Ben", "Cem"], "a folder that was begun is gone on with"
    assert {(tmp_path / link).is_file() for link in Page(tmp_path / INDEX).links} == {True}
    for name, count in (("Anna", 3), ("Ben", 3), ("Cem", 5)):
        assert len(files_below(tmp_path / FOLDER / name)) == count


def test_it_stops_between_two_files_when_the_kiosk_ends(
    lived: Lived, history: History, tmp_path: Path
) -> None:
    lived("Anna", "Ben")
    export(history, tmp_path, None, FORMATS)
    told: list[tuple[int, int]] = []
    write_evening(
        history,
        tmp_path,
        today=TODAY,
        tell=lambda done, of: told.append((done, of)),
        stop=lambda: len(told) > 1,
    )
    assert told == [(0, 2), (1, 2)]
    assert not (tmp_path / INDEX).exists()


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "CON",
    "aux.",
    "A b",
    "a/B",
    "🏔" * 40,
]


def test_no_name_gets_out_of_its_place(lived: Lived, history: History, tmp_path: Path) -> None:
    lived(*HOSTILE)
    evening(history, tmp_path)
    index = Page(tmp_path / INDEX)
    assert index.tags.isdisjoint({"script", "img", "iframe", "object", "form", "base"})
    assert not re.search(r"https?://", index.content), "it needs no network"
    (style,) = re.findall("<style>(.*?)</style>", index.content, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in index.policy
    assert index.policy.startswith("default-src 'none'")
    assert all(name in index.words for name in HOSTILE)
    folders = [path.name for path in (tmp_path / FOLDER).iterdir()]
    assert len(folders) == len(HOSTILE)
    assert len({name.casefold() for name in folders}) == len(HOSTILE), "sticks ignore case"
    for path in tmp_path.rglob("*"):
        assert len(path.name.encode("utf-16-le")) <= 510
        assert path.name.upper().split(".")[0] not in ("CON", "AUX")
        assert path.name == path.name.rstrip(". ")
        assert not set(path.name) & set('<>:"|?*\\')


def test_who_was_erased_is_linked_no_more_and_their_folder_goes_with_the_next_export(
    lived: Lived, history: History, roster: Roster, tmp_path: Path
) -> None:
    anna, _ = lived("Anna Berg", "Ben")
    evening(history, tmp_path)
    theirs = tmp_path / FOLDER / "Anna-Berg"
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "diary.txt").touch()
    (theirs / "mine").mkdir()
    (theirs / "mine" / "run.fit").touch()
    (theirs / "elsewhere").symlink_to(kept)
    roster.erase(anna)
    (other,) = lived("Anna Berg", number=2)
    assert other != anna
    evening(history, tmp_path, [2])
    assert all("-2." in name or name == INDEX for name in files_below(theirs)), "the new Anna's"
    assert not (theirs / "mine").exists()
    assert (kept / "diary.txt").exists(), "a link leads to nothing that goes with it"
    index = Page(tmp_path / INDEX)
    assert not any("short-hills-1/Anna" in link for link in index.links)
    assert "nothing here links to" not in index.words


def test_a_folder_of_somebody_erased_that_a_pulled_stick_left_half_goes_the_next_time(
    lived: Lived, history: History, roster: Roster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, _ = lived("Anna", "Ben")
    evening(history, tmp_path)
    roster.erase(anna)
    with monkeypatch.context() as pulled:
        real, gone = Path.unlink, list[Path]()

        def unlink(path: Path, missing_ok: bool = False) -> None:
            if path.parent.name == "Anna":
                gone.append(path)
                if len(gone) == 2:
                    raise OSError(5, "Input/output error")
            real(path, missing_ok)

        pulled.setattr(Path, "unlink", unlink)
        with pytest.raises(ExportError, match="cannot be deleted"):
            write_evening(history, tmp_path, today=TODAY)
    assert (tmp_path / FOLDER / "Anna" / INDEX).is_file(), "it still says whose it is"
    write_evening(history, tmp_path, today=TODAY)
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["Ben"]


def test_a_folder_follows_its_person_to_a_new_name(
    lived: Lived, history: History, roster: Roster, tmp_path: Path
) -> None:
    (anna,) = lived("Anna")
    evening(history, tmp_path)
    roster.set_fields(anna, {"name": "Anna Berg"})
    write_evening(history, tmp_path, today=TODAY)
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["Anna-Berg"]
    assert "Anna Berg" in Page(tmp_path / INDEX).words


def test_symbolic_links_on_the_stick_are_not_followed(
    lived: Lived, history: History, tmp_path: Path
) -> None:
    lived("Anna")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "stick"
    export(history, out, None, FORMATS)
    (out / FOLDER).mkdir()
    (out / FOLDER / "Anna").symlink_to(elsewhere)
    write_evening(history, out, today=TODAY)
    assert list(elsewhere.iterdir()) == []
    assert (out / FOLDER / "Anna-2" / INDEX).is_file()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / FOLDER).symlink_to(elsewhere)
    with pytest.raises(ExportError, match="leads elsewhere"):
        write_evening(history, tmp_path / "other", today=TODAY)


def test_the_pages_speak_the_kiosks_language(
    lived: Lived, history: History, tmp_path: Path
) -> None:
    lived("Anna")
    export(history, tmp_path, None, FORMATS)
    write_evening(history, tmp_path, today=TODAY, voice=Voice("de", lambda words: f"«{words}»"))
    page = Page(tmp_path / INDEX)
    assert '<html lang="de">' in page.content
    assert "«The coach's evening»" in page.words
    assert "«Short hills»" in page.words
    assert "Anna" in page.words
    assert "«Anna" not in page.words, "names are nobody's to translate"


def test_files_of_no_session_go_into_the_folder_and_never_stay_as_they_were(
    lived: Lived, history: History, roster: Roster, tmp_path: Path
) -> None:
    anna = roster.add("Anna").id
    path = tmp_path / FOLDER / "Anna" / "homework-1.html"

    def written(words: bytes) -> bool:
        def card(file: BinaryIO) -> None:
            file.write(words)

        def more(_history: History, number: int) -> list[tuple[str, Callable[[BinaryIO], None]]]:
            return [(path.name, card)] if number == anna else []

        return path in write_evening(history, tmp_path, today=TODAY, more=more)

    assert written(b"A hill.")
    assert not written(b"A hill.")
    assert written(b"Another hill of the same day.")
    assert path.read_bytes() == b"Another hill of the same day."
    assert path.name in Page(path.with_name(INDEX)).links


def test_each_coach_gets_exactly_what_that_coach_had_not_yet_had(
    lived: Lived, history: History, engine: Engine, tmp_path: Path
) -> None:
    with writing(engine) as connection:
        some = {"pin_hash": "", "created_utc_ms": 0}
        for number, name in ((1, "cem"), (2, "dora")):
            row = {"id": number, "name": name, "name_key": name}
            connection.execute(insert(CoachRow), [row | some])

    def everything_new(coach_id: int, folder: Path) -> list[str]:
        ids = sorted(history.new_ids(coach_id))
        evening(history, folder, ids)
        take(engine, coach_id, ids, UTC_MS + 24 * HOUR_MS)
        return [path.name.rpartition("-")[2] for path in sorted(folder.glob("2026-*"))]

    lived("Anna", "Ben")
    lived("Ben", number=2)
    assert everything_new(1, tmp_path / "cem, Monday") == ["1", "2"]
    lived("Anna", number=3)
    assert everything_new(1, tmp_path / "cem, Tuesday") == ["3"]
    assert everything_new(2, tmp_path / "dora") == ["1", "2", "3"]
    assert everything_new(2, tmp_path / "dora again") == []

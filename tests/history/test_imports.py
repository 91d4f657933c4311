"""A whole stick: looked at, taken over exactly as it was shown, at the kiosk and by command."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.cli import cli
from kiosk.clock import ManualClock
from kiosk.coach_desk import CoachDesk
from kiosk.days import day_of
from kiosk.desk_port import PastLoaded
from kiosk.errors import KioskError
from kiosk.export.fit_workout import fit_workout
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.homework import give
from kiosk.history.roster import Roster
from kiosk.history.week import Weeks, plan_day, planned_from
from kiosk.import_desk import ImportDesk
from kiosk.import_port import ImportAnswers, ImportSeen, ImportTaken
from kiosk.imports.preview import Preview, look
from kiosk.imports.takeover import Places, take_over
from kiosk.session.records import HomeworkGiven
from kiosk.settings import load_settings
from kiosk.training.past import Planned
from kiosk.training.protocols import load_protocol, parse_protocol, plan
from kiosk.workout_folders import shipped_protocols
from tests.unit.outside import hill, tcx_of
from tests.unit.test_homework import CRUSHER_PLAN

TODAY = date(2026, 6, 1)
TUESDAY = TODAY + timedelta(1)
NOW_MS = 1_780_300_800_000
TOML = """
id = "own-hills"
name = "Own hills"
modality = "treadmill"
[[steps]]
name = "Climb"
kind = "work"
duration = "5 min"
grade_percent = {grade}
"""
ROSTER = "number,name,max heart rate,ceiling\n1,Anna,188,\n,Carla,180,\n,Dirk,999,\n"
PLAN = "date,name,workout,note\n2026-06-02,Carla,Own hills,\n2026-06-02,Anna,,easy\n"


class Stick:
    """A stick, and the kiosk that it is put into."""

    def __init__(self, tmp_path: Path, engine: Engine, roster: Roster) -> None:
        self.path, self.own = tmp_path / "stick", tmp_path / "protocols"
        self.path.mkdir()
        self.engine, self.roster = engine, roster
        shipped = tmp_path / "shipped"
        shipped.mkdir()
        shutil.copy(shipped_protocols() / "step-up-80.toml", shipped)
        self.folders = (shipped, self.own)
        self.anna = roster.add("Anna", (111,), max_hr=185)

    def holds(self, name: str, content: str | bytes) -> None:
        (self.path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    def look(self, *, by_coach: bool = True) -> Preview:
        return look(self.path, self.engine, self.folders, TODAY, by_coach=by_coach)

    def take(self, preview: Preview, *titles: str) -> list[str]:
        """Everything, or what is called so; the reasons of what was not taken."""
        keys = [item.key for item in preview.items if not titles or item.title in titles]
        places = Places(self.engine, self.roster, self.folders, TODAY, NOW_MS)
        _, refused = take_over(preview, keys, places)
        return [item.detail for item in refused]

    def plans(self, name: str) -> tuple[Planned, ...]:
        return planned_from(self.engine, TODAY).get(self.roster.find(name).id, ())


@pytest.fixture
def stick(tmp_path: Path, engine: Engine, roster: Roster) -> Stick:
    stick = Stick(tmp_path, engine, roster)
    stick.holds("own.toml", TOML.format(grade=8))
    stick.holds("roster.csv", ROSTER)
    stick.holds("plan.csv", PLAN)
    return stick


def states(preview: Preview) -> list[tuple[str, str, str]]:
    return [(item.kind, item.state, item.title) for item in preview.items]


def test_everything_is_shown_and_nothing_is_changed_by_looking(stick: Stick) -> None:
    assert states(stick.look()) == [
        ("person", "refused", "Dirk"),
        ("workout", "new", "Own hills"),
        ("person", "changed", "Anna"),
        ("person", "new", "Carla"),
        ("week", "new", "Carla"),
        ("week", "new", "Anna"),
    ]
    assert [who.name for who in stick.roster.list()] == ["Anna"]
    assert not stick.own.exists()


def test_taken_over_it_is_all_there_and_a_second_look_finds_nothing_new(stick: Stick) -> None:
    assert stick.take(stick.look()) == []
    assert stick.roster.find("Anna").max_hr == 188
    assert stick.roster.find("Anna").straps == (111,), "what the file does not say stays"
    assert stick.plans("Carla") == (Planned(TUESDAY, "own-hills", ""),)
    assert load_protocol(stick.own / "own-hills.toml").name == "Own hills"
    assert {state for _, state, _ in states(stick.look())} == {"refused", "unchanged"}


def test_only_what_is_ticked_is_taken_and_what_needs_the_rest_says_so(stick: Stick) -> None:
    stick.holds("plan.csv", PLAN + "2026-06-03,Anna,own-hills,\n")
    refused = stick.take(stick.look(), "Anna")
    assert refused == ['The workout "own-hills" is not there: take it over too.']
    assert stick.roster.find("Anna").max_hr == 188
    assert stick.plans("Anna") == ()
    preview = stick.look()
    weeks = [item.key for item in preview.items if item.kind == "week" and item.title == "Carla"]
    places = Places(stick.engine, stick.roster, stick.folders, TODAY, NOW_MS)
    done, (carla,) = take_over(preview, weeks, places)
    assert (done, carla.detail) == (0, "Carla is not on the roster: take them over too.")


def test_what_has_changed_since_the_look_is_not_overwritten(stick: Stick) -> None:
    preview = stick.look()
    stick.roster.set_fields(stick.anna.id, {"max_hr": 190.0})
    plan_day(stick.engine, stick.anna.id, TUESDAY, [Planned(TUESDAY, None, "rest")])
    stick.own.mkdir()
    (stick.own / "mine.toml").write_text(TOML.format(grade=5))
    stick.roster.add("Carla")
    refused = stick.take(preview)
    assert refused == [
        "Own hills has been changed meanwhile: look at the stick once more.",
        "Anna has been changed meanwhile: look at the stick once more.",
        '"Carla" is already on the roster: choose another name, for example with an initial.',
        "Anna has been changed meanwhile: look at the stick once more.",
    ]
    assert stick.roster.find("Anna").max_hr == 190


def test_somebody_who_was_erased_meanwhile_does_not_come_back(stick: Stick) -> None:
    preview = stick.look()
    stick.roster.erase(stick.anna.id)
    refused = stick.take(preview, "Anna")
    assert refused[0].startswith("Anna has been changed meanwhile")
    assert ("person", "refused", "Anna") in states(stick.look())
    assert stick.roster.list() == []


def test_what_is_taken_over_is_what_was_looked_at_whatever_the_stick_holds_by_then(
    stick: Stick,
) -> None:
    preview = stick.look()
    stick.holds("own.toml", TOML.format(grade=30))
    stick.holds("roster.csv", "name,max heart rate\nAnna,120\n")
    assert stick.take(preview) == []
    assert stick.roster.find("Anna").max_hr == 188
    assert "grade_percent = 8" in (stick.own / "own-hills.toml").read_text()


def test_a_changed_workout_keeps_the_one_before_beside_it(stick: Stick) -> None:
    stick.own.mkdir()
    (stick.own / "mine.toml").write_text("# by hand\n" + TOML.format(grade=5))
    assert stick.take(stick.look(), "Own hills") == []
    assert sorted(file.name for file in stick.own.iterdir()) == ["mine.toml", "mine.toml.old"]
    assert "# by hand" in (stick.own / "mine.toml.old").read_text()
    assert "grade_percent = 8" in (stick.own / "mine.toml").read_text()


def test_a_workout_of_the_kiosks_own_is_never_replaced(stick: Stick) -> None:
    shipped = stick.folders[0] / "step-up-80.toml"
    stick.holds("own.toml", shipped.read_text())
    assert ("workout", "unchanged") in [state[:2] for state in states(stick.look())]
    stick.holds("own.toml", shipped.read_text().replace('name = "', 'name = "My ', 1))
    refused = stick.look().items[0]
    assert "comes with the kiosk: give this one another id" in refused.detail


def test_a_fit_workout_comes_in_under_a_name_made_of_its_id(stick: Stick) -> None:
    made = plan(parse_protocol(TOML.format(grade=8).replace("own-h", "up-h"), "up"))
    stick.holds("..\\..\\up.fit", b"")
    stick.holds("up\\..\\up.fit", fit_workout(made, 0).content)
    assert stick.take(stick.look(), "Own hills") == []
    assert sorted(file.name for file in stick.own.iterdir()) == ["own-hills.toml", "up-hills.toml"]


def test_two_files_of_one_id_are_both_refused(stick: Stick) -> None:
    stick.holds("two.toml", TOML.format(grade=9))
    workouts = [item for item in stick.look().items if item.kind == "workout"]
    assert [item.detail for item in workouts] == [
        'Several files have the id "own-hills": keep one of them.'
    ] * 2


def test_an_id_that_would_lead_elsewhere_is_no_id(stick: Stick) -> None:
    stick.holds("own.toml", TOML.format(grade=8).replace("own-hills", "../../evil"))
    assert ("workout", "refused", "own.toml") in states(stick.look())
    stick.take(stick.look())
    assert not stick.own.exists()


# -- at the kiosk --------------------------------------------------------------------------------


class Post:
    """Waits for what the import's thread says."""

    def __init__(self, desk: CoachDesk) -> None:
        self.desk = desk
        self.came = threading.Semaphore(0)
        self.said: list[ImportAnswers] = []

    def __call__(self, answer: ImportAnswers | PastLoaded) -> None:
        if not isinstance(answer, PastLoaded):
            self.said.append(answer)
            self.came.release()

    def wait(self) -> ImportAnswers:
        assert self.came.acquire(timeout=20)
        answer = self.said.pop(0)
        self.desk.take(answer)
        return answer


@pytest.fixture
def desk() -> CoachDesk:
    return CoachDesk()


@pytest.fixture
def post(stick: Stick, desk: CoachDesk, clock: ManualClock) -> Iterator[Post]:
    post = Post(desk)
    weeks = Weeks(stick.engine, clock, post)
    folder = lambda: stick.path if stick.path.is_dir() else None  # noqa: E731
    imports = ImportDesk(
        folder, stick.engine, stick.roster, weeks, clock, post, protocol_folders=stick.folders
    )
    with imports:
        desk.imports = imports
        yield post


def on_kiosk_day(stick: Stick, clock: ManualClock) -> None:
    """The plan's day is the manual clock's tomorrow."""
    tomorrow = day_of(clock.utc_ms(), None) + timedelta(1)
    stick.holds("plan.csv", PLAN.replace("2026-06-02", tomorrow.isoformat()))


def test_a_coach_looks_takes_over_and_is_told(
    stick: Stick, desk: CoachDesk, post: Post, clock: ManualClock
) -> None:
    on_kiosk_day(stick, clock)
    desk.look_at_stick()
    seen = post.wait()
    assert isinstance(seen, ImportSeen)
    assert desk.seen is seen
    assert (seen.folder, seen.trouble, len(seen.items)) == ("stick", "", 6)
    desk.take_over([item.key for item in seen.items], 1)
    desk.take_over([item.key for item in seen.items], 1)  # twice
    desk.look_at_stick()  # and not now
    assert desk.is_taking_over
    taken = post.wait()
    assert taken == ImportTaken(clock.monotonic(), 2, 5)
    assert (desk.is_taking_over, desk.taken) == (False, taken)
    assert not post.said


def test_without_a_coach_or_a_look_nothing_is_taken_over(
    stick: Stick, desk: CoachDesk, post: Post
) -> None:
    desk.look_at_stick()
    post.wait()
    desk.take_over([0, 1, 2, 3], None)
    taken = post.wait()
    assert taken.trouble == "Only a coach takes files over: sign in first."
    assert stick.roster.find("Anna").max_hr == 185
    assert desk.imports is not None
    desk.imports.take_over(9, [0, 1, 2], 1)
    assert post.wait().trouble == "The stick has to be looked at once more."


def test_a_stick_that_is_not_in_is_a_sentence(stick: Stick, desk: CoachDesk, post: Post) -> None:
    for file in stick.path.iterdir():
        file.unlink()
    stick.path.rmdir()
    desk.look_at_stick()
    assert post.wait().trouble == "No stick is in: plug the one with your files in."


@pytest.mark.logs_errors("Looking at a stick failed")
def test_a_fault_of_ours_is_answered_and_ends_no_thread(
    desk: CoachDesk, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.import_desk.look", None)
        desk.look_at_stick()
        assert "a fault in the program" in post.wait().trouble
    desk.look_at_stick()
    assert post.wait().trouble == ""


# -- by command ----------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = cli.main(("import", *words), standalone_mode=False)
    return status, capsys.readouterr().out


@pytest.fixture
def engine_of_club() -> Iterator[Engine]:
    engine = open_engine(load_settings(None).settings.data_path / DATABASE_NAME)
    yield engine
    engine.dispose()


@pytest.fixture
def club(engine_of_club: Engine) -> Roster:
    return Roster(engine_of_club)


def test_the_command_shows_and_takes_over_but_no_ceiling(
    tmp_path: Path, club: Roster, capsys: pytest.CaptureFixture[str]
) -> None:
    club.add("Anna", max_hr=185)
    (tmp_path / "roster.csv").write_text(ROSTER.replace("188,", "188,150"))
    status, said = run(capsys, str(tmp_path), "--yes")
    assert status == 1
    assert "refused: Anna (roster.csv, line 2): A ceiling is changed only by a coach" in said
    assert "new: Carla (roster.csv, line 3): maximum heart rate 180" in said
    assert said.endswith("Taken over: 1.\n")
    (tmp_path / "roster.csv").write_text("name,max heart rate\nAnna,188\nCarla,180\n")
    status, said = run(capsys, str(tmp_path), "--yes")
    assert (status, said.splitlines()) == (
        0,
        [
            "changed: Anna (roster.csv, line 2): maximum heart rate 185 → 188",
            "Unchanged: 1.",
            "Taken over: 1.",
        ],
    )
    assert run(capsys, str(tmp_path)) == (0, "Unchanged: 2.\nThere is nothing to take over.\n")


def test_the_command_takes_homework_and_says_how_where_it_may_be_several_peoples(
    tmp_path: Path, club: Roster, engine_of_club: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [club.add(name).id for name in ("Anna", "Ben")]
    for who in people:
        give(engine_of_club, HomeworkGiven(who, 0, date(2026, 1, 2), CRUSHER_PLAN.to_json()))
    (tmp_path / "run.tcx").write_bytes(tcx_of(hill((70, -5.0, 3.0))))
    status, said = run(capsys, str(tmp_path), "--yes")
    assert status == 1
    assert said.startswith("ask: run.tcx (run.tcx): done on Mon 5 Jan · 10 m down · whose is it?")
    assert "It may be Anna, Ben: switchback homework take FILE --athlete NAME." in said
    assert "There is nothing to take over." in said
    club.remove("Ben")
    status, said = run(capsys, str(tmp_path), "--yes")
    assert (status, said.splitlines()[-1]) == (0, "Taken over: 1.")
    status, said = run(capsys, str(tmp_path), "--yes")
    assert status == 0
    assert "nothing is counted twice" in said


def test_a_no_takes_nothing_over(
    tmp_path: Path, club: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roster.csv").write_text("name\nCarla\n")
    asked: list[str] = []

    def no(question: str, *, abort: bool) -> None:
        asked.append(question)
        raise KeyboardInterrupt

    monkeypatch.setattr("click.confirm", no)
    with pytest.raises((KeyboardInterrupt, Exception)):
        cli.main(("import", str(tmp_path)), standalone_mode=False)
    assert asked == ["Take over 1? 1 new on the roster: have they consented to be recorded?"]
    assert club.list() == []


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="cannot be read: plug the stick in once more"):
        cli.main(("import", str(tmp_path / "gone")), standalone_mode=False)

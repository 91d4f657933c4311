"""Homework that comes back on a stick: whose it is, which it answers, and that it counts once."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.export.activity_reader import is_our_own
from kiosk.export.athlete_folders import FOLDER
from kiosk.export.bundle import export
from kiosk.export.evening import write_evening
from kiosk.export.homework import Write, homework_files
from kiosk.history.homework import give, to_do
from kiosk.history.past import past_of
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.import_port import ImportItem
from kiosk.imports import activities
from kiosk.imports.preview import Preview, look
from kiosk.imports.takeover import Places, take_over
from kiosk.session.records import HomeworkGiven
from kiosk.training.plan import Plan
from tests.history.test_evening import a_session
from tests.unit.outside import START_S, fit_of, hill, tcx_of
from tests.unit.test_homework import CRUSHER_PLAN, plan_of

DAY = date(2026, 1, 5)
"""Of the activity."""
GIVEN = DAY - timedelta(3)
NOW_MS = (START_S + 7200) * 1000
RUN = hill((60, 0.0, 2.5), *[(120, -6.0, 3.5), (60, 6.0, 3.0)] * 6)
"""A crusher in a hurry."""
OTHER = plan_of("downhill-intervals")


def homework_to_do(history: History, athlete_id: int) -> list[tuple[str, Write]]:
    return homework_files(history, athlete_id, today=DAY)


class Club:
    """Anna and Ben, and a stick that has been written once."""

    def __init__(self, tmp_path: Path, engine: Engine, roster: Roster) -> None:
        self.engine, self.roster, self.stick = engine, roster, tmp_path / "stick"
        self.folders = (tmp_path / "shipped", tmp_path / "own")
        self.anna = roster.add("Anna", [101], birth_year=1990).id
        self.ben = roster.add("Ben", [102]).id

    def gives(self, *people: int, plan: Plan = CRUSHER_PLAN, on: date = GIVEN) -> None:
        for who in people:
            give(self.engine, HomeworkGiven(who, NOW_MS, on, plan.to_json()))

    def folder_of(self, name: str) -> Path:
        """As an evening has made it."""
        return self.stick / "Switchback" / FOLDER / name

    def writes_the_evening(self) -> None:
        write_evening(
            History(self.engine), self.stick / "Switchback", today=DAY, more=homework_to_do
        )

    def brings(self, name: str, content: bytes) -> None:
        path = self.stick / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def look(self) -> Preview:
        return look(self.stick, self.engine, self.folders, DAY, by_coach=True, time_zone=UTC)

    def homework(self) -> list[ImportItem]:
        return [one for one in self.look().items if one.kind == "homework"]

    def takes(self, picks: dict[int, int] | None = None) -> tuple[int, list[str]]:
        """Everything that is wanted and what was picked: how much was taken, and why not."""
        preview = self.look()
        keys = [one.key for one in preview.items if one.is_wanted]
        places = Places(self.engine, self.roster, self.folders, DAY, NOW_MS)
        done, refused = take_over(preview, keys, places, picks or {})
        return done, [one.detail for one in refused]

    def done(self, who: int) -> list[str]:
        return [one.protocol_id for one in past_of(self.engine, [who], DAY, UTC)[who].sessions]


@pytest.fixture
def club(tmp_path: Path, engine: Engine, roster: Roster) -> Club:
    return Club(tmp_path, engine, roster)


def test_an_activity_in_somebodys_folder_is_theirs_shown_and_then_counted_once(
    club: Club,
) -> None:
    club.gives(club.anna, club.ben)
    club.writes_the_evening()
    club.brings(f"Switchback/{FOLDER}/Anna/4711.fit", fit_of(RUN))
    (item,) = club.homework()
    assert (item.state, item.title, item.file) == (
        "new",
        "Anna",
        "Switchback/Athletes/Anna/4711.fit",
    )
    assert item.detail.startswith("Quad crusher of Fri 2 Jan · done on Mon 5 Jan · 145 m")
    assert item.detail.endswith(" m down · 99 % of the downhill")
    assert to_do(club.engine, club.anna)[1] != [], "a look takes nothing"
    assert club.takes() == (1, [])
    assert (club.done(club.anna), club.done(club.ben)) == (["quad-crusher"], [])
    club.brings("again.tcx", tcx_of(RUN))
    for item in club.homework():
        assert item.state == "unchanged"
        assert "nothing is counted twice" in item.detail
    assert club.takes() == (0, [])


def test_without_a_folder_it_is_theirs_who_alone_has_such_homework(club: Club) -> None:
    club.gives(club.ben)
    club.gives(club.anna, on=DAY - timedelta(20))
    club.brings("homework/run.tcx", tcx_of(RUN))
    (item,) = club.homework()
    assert (item.state, item.title) == ("new", "Ben")
    assert club.takes() == (1, [])
    assert club.done(club.ben) == ["quad-crusher"]


def test_where_it_may_be_several_peoples_the_coach_picks(club: Club) -> None:
    club.gives(club.anna, club.ben)
    club.brings("run.fit", fit_of(RUN))
    (item,) = club.homework()
    assert (item.state, item.title) == ("ask", "run.fit")
    assert not item.can_be_taken
    assert item.detail.endswith("m down · whose is it?")
    assert [choice.title for choice in item.choices] == ["Anna", "Ben"]
    assert item.choices[0].detail == "Quad crusher of Fri 2 Jan · 99 % of the downhill"
    for nonsense in ({}, {item.key: 2}, {item.key: -1}):
        assert club.takes(nonsense) == (0, [])
    assert club.takes({item.key: 1}) == (1, [])
    assert (club.done(club.anna), club.done(club.ben)) == ([], ["quad-crusher"])
    (item,) = club.homework()
    assert item.state == "unchanged"
    assert "as Quad crusher of Ben on Mon 5 Jan: nothing is counted twice" in item.detail


def test_two_who_ran_together_are_told_apart_by_the_coach(club: Club) -> None:
    club.gives(club.anna, club.ben)
    club.brings("run.fit", fit_of(RUN))
    assert club.takes({club.homework()[0].key: 0}) == (1, [])
    club.brings("run.fit", fit_of(RUN[:-30], START_S + 20))
    (item,) = club.homework()
    assert (item.state, [choice.title for choice in item.choices]) == ("ask", ["Ben"])


def test_two_of_one_day_are_asked_about_in_somebodys_own_folder_too(club: Club) -> None:
    club.gives(club.anna)
    club.gives(club.anna, plan=OTHER)
    club.writes_the_evening()
    club.brings(f"Switchback/{FOLDER}/Anna/4711.fit", fit_of(RUN))
    (item,) = club.homework()
    assert (item.state, item.title) == ("ask", "Anna")
    assert item.detail.endswith("which homework is it?")
    which = next(n for n, one in enumerate(item.choices) if one.detail.startswith(OTHER.name))
    assert club.takes({item.key: which}) == (1, [])
    assert club.done(club.anna) == [OTHER.protocol_id]


def test_of_several_runs_for_one_homework_the_one_that_did_most_is_wanted(club: Club) -> None:
    club.gives(club.anna)
    club.brings("a.fit", fit_of(RUN[:300], START_S - 86_400))
    club.brings("b.fit", fit_of(RUN))
    club.brings("c.tcx", tcx_of(RUN))
    short, whole, same = club.homework()
    assert [one.is_wanted for one in (short, whole)] == [False, True]
    assert short.rivals == whole.rivals != 0
    assert (same.state, same.detail) == (
        "unchanged",
        "The same activity as b.fit: it counts once.",
    )
    preview = club.look()
    places = Places(club.engine, club.roster, club.folders, DAY, NOW_MS)
    done, (late,) = take_over(preview, [one.key for one in preview.items], places)
    assert done == 1
    assert late.detail == (
        "Quad crusher of Anna has been brought back already: look at the stick once more."
    )


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("late.fit", fit_of(RUN, START_S + 90_000 * 2), "lies in the future"),
        ("old.fit", fit_of(RUN, START_S - 86_400 * 40), "Nobody has hill homework"),
        ("broken.fit", fit_of(RUN)[:-1], "damaged"),
        ("other.tcx", b"<gpx/>", "no recorded activity"),
    ],
)
def test_what_answers_no_homework_says_so(club: Club, name: str, content: bytes, why: str) -> None:
    club.gives(club.anna)
    club.brings(name, content)
    (item,) = club.homework()
    assert item.state == "refused"
    assert why in item.detail


def test_a_folder_of_nobody_who_is_here_is_nobodys(club: Club) -> None:
    club.gives(club.anna, club.ben)
    club.writes_the_evening()
    club.brings(f"Switchback/{FOLDER}/Anna/4711.fit", fit_of(RUN))
    club.roster.erase(club.anna)
    (item,) = club.homework()
    assert (item.state, "of nobody who is on the roster" in item.detail) == ("refused", True)


def test_who_was_erased_after_the_look_is_counted_for_nobody(club: Club) -> None:
    club.gives(club.anna)
    club.brings("run.fit", fit_of(RUN))
    preview = club.look()
    club.roster.erase(club.anna)
    places = Places(club.engine, club.roster, club.folders, DAY, NOW_MS)
    done, (refused,) = take_over(preview, [0], places)
    assert done == 0
    assert "not on the roster any more" in refused.detail


def test_homework_given_again_the_same_day_leaves_no_older_card_or_workout_on_the_stick(
    club: Club,
) -> None:
    club.gives(club.anna)
    club.writes_the_evening()
    files = sorted(club.folder_of("Anna").glob("homework-*"))
    assert [path.suffix for path in files] == [".fit", ".html"]
    first = [path.read_bytes() for path in files]
    stamps = [path.stat().st_mtime_ns for path in files]
    club.writes_the_evening()
    assert [path.stat().st_mtime_ns for path in files] == stamps, "what is the same stays"
    fewer = replace(CRUSHER_PLAN, steps=CRUSHER_PLAN.steps[:-3])
    club.gives(club.anna, plan=fewer)
    club.writes_the_evening()
    assert sorted(club.folder_of("Anna").glob("homework-*")) == files
    assert all(path.read_bytes() != old for path, old in zip(files, first, strict=True))


def test_a_recording_of_the_kiosks_own_is_no_homework(
    club: Club, recorder: Recorder, history: History, tmp_path: Path
) -> None:
    club.gives(club.anna)
    recorder.put(a_session([(club.anna, "Anna")], seconds=90))
    assert recorder.flush(20)
    for path in export(history, tmp_path / "out", None, ("fit", "tcx")):
        assert is_our_own(path.read_bytes())
        club.brings(path.name, path.read_bytes())
    assert not is_our_own(fit_of(RUN))
    assert not is_our_own(tcx_of(RUN))
    assert [(one.state, "counts there already" in one.detail) for one in club.homework()] == [
        ("refused", True)
    ] * 2


def test_only_so_many_points_are_kept_until_they_are_taken_over(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(activities, "MAX_POINTS_KEPT", len(RUN))
    club.gives(club.anna, club.ben)
    club.brings("a.fit", fit_of(RUN))
    club.brings("b.fit", fit_of(RUN, START_S + 4000))
    refused, kept = club.homework()
    assert (kept.state, refused.state) == ("ask", "refused")
    assert "too many activities" in refused.detail

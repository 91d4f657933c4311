"""The roster: whose name is whose, whose strap is whose, and sentences that say what to do."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.errors import HistoryError, RosterError
from kiosk.history.database import open_engine
from kiosk.history.names import cleaned, name_key, nearest
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.history.week import plan_day
from kiosk.session.records import AnswerGiven
from kiosk.training.athlete import Athlete
from kiosk.training.past import Planned
from tests.history.facts import joined, opened


def test_a_person_comes_back_as_added(roster: Roster) -> None:
    added = roster.add(
        "Anna Berg",
        [12345, 1_048_575],
        max_hr=190,
        resting_hr=50,
        threshold_hr=170,
        birth_year=1986,
        sex="f",
    )
    assert added == Athlete(
        id=added.id,
        name="Anna Berg",
        straps=(12345, 1_048_575),
        max_hr=190.0,
        resting_hr=50.0,
        threshold_hr=170.0,
        threshold_on=date(2026, 1, 1),
        birth_year=1986,
        sex="f",
    )
    assert roster.list() == [added]
    assert roster.find("anna berg") == added


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "ANNA"),
        ("Groß", "GROSS"),
        ("Zoë", "Zoe\u0308"),
        ("İpek", "i\u0307pek"),
        ("ﬁnn", "FINN"),
        ("ΝΊΚΟΣ", "νίκος"),
        ("Anna Berg", "  anna \u00a0 BERG "),
        ("Anna", "An\u200dna"),
    ],
)
def test_names_that_differ_in_case_form_or_spaces_are_one_name(
    roster: Roster, one: str, other: str
) -> None:
    roster.add(one)
    with pytest.raises(RosterError, match="already on the roster: choose another name"):
        roster.add(other)
    assert roster.find(other).name == cleaned(one)


def test_accents_make_another_name(roster: Roster) -> None:
    roster.add("Zoe")
    roster.add("Zoë")
    assert [athlete.name for athlete in roster.list()] == ["Zoe", "Zoë"]


@given(st.text(max_size=60))
def test_the_key_of_a_name_does_not_depend_on_case_or_form(name: str) -> None:
    key = name_key(name)
    assert name_key(key) == key
    assert name_key(name.casefold()) == key


@given(st.text(max_size=60))
def test_a_name_is_refused_or_kept_in_a_form_that_stays(name: str) -> None:
    try:
        kept = cleaned(name)
    except RosterError:
        return
    assert cleaned(kept) == kept
    assert 1 <= len(kept) <= 40
    assert kept.encode()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "A name is missing"),
        ("   ", "A name is missing"),
        ("\u200d", "A name is missing"),
        ("x" * 41, "longer than 40 characters"),
        ("Anna\nBerg", "control characters"),
        ("Anna\x00", "control characters"),
        ("Anna\u202egnp.exe", "control characters"),
        ("Anna\udcff", "control characters"),
        ("..", "is no name"),
        ("./..\\", "is no name"),
    ],
)
def test_what_is_no_name_is_refused(roster: Roster, name: str, sentence: str) -> None:
    with pytest.raises(RosterError, match=sentence):
        roster.add(name)
    assert roster.list() == []


@pytest.mark.parametrize("strap", [0, -1, 1_048_576])
def test_a_device_number_has_twenty_bits(roster: Roster, strap: int) -> None:
    with pytest.raises(RosterError, match="between 1 and 1048575"):
        roster.add("Anna", [strap])


def test_a_strap_belongs_to_one_person_until_they_go(roster: Roster) -> None:
    roster.add("Anna", [7])
    with pytest.raises(RosterError, match='Strap 7 already belongs to "Anna"'):
        roster.add("Ben", [6, 7])
    roster.remove("anna")
    assert roster.add("Ben", [6, 7]).straps == (6, 7)


def test_two_people_may_have_the_same_strap_when_that_is_wanted(roster: Roster) -> None:
    anna = roster.add("Anna", [7])
    with pytest.raises(RosterError, match=r"or share it with them .*--shared"):
        roster.add("Ben", [6, 7])
    ben = roster.add("Ben", [6, 7], shared=True)
    assert [who.straps for who in roster.list()] == [(7,), (6, 7)]
    assert roster.change(replace(anna, max_hr=190.0)).straps == (7,), "what they had they keep"
    with pytest.raises(RosterError, match='Strap 6 already belongs to "Ben"'):
        roster.change(replace(anna, straps=(7, 6)))
    assert roster.change(replace(anna, straps=(6, 7)), shared=True).straps == (6, 7)
    roster.remove("Anna")
    assert roster.find("Ben") == ben


def test_a_strap_is_remembered_once_and_after_those_that_were_there(roster: Roster) -> None:
    anna, ben = roster.add("Anna", [7]), roster.add("Ben", [8])
    assert roster.remember_strap(anna.id, 9).straps == (7, 9)
    assert roster.remember_strap(anna.id, 7).straps == (7, 9)
    assert roster.remember_strap(ben.id, 9).straps == (8, 9)
    for strap, sentence in ((0, "Strap 0 cannot be"), (2**70, "cannot be: a device number")):
        with pytest.raises(RosterError, match=sentence):
            roster.remember_strap(anna.id, strap)
    for strap in range(20, 26):
        roster.remember_strap(anna.id, strap)
    with pytest.raises(RosterError, match="8 straps at most"):
        roster.remember_strap(anna.id, 26)
    roster.remove("Anna")
    with pytest.raises(RosterError, match='"Anna" is not on the roster any more: add them again'):
        roster.remember_strap(anna.id, 9)


def test_a_foot_pod_belongs_to_one_person_until_they_go(roster: Roster) -> None:
    anna = roster.add("Anna", [7], foot_pods=[7, 7, 900])
    assert anna.foot_pods == (7, 900), "a pod and a strap may well have the same number"
    with pytest.raises(RosterError, match='Foot pod 900 already belongs to "Anna"'):
        roster.add("Ben", [8], foot_pods=[900], shared=True)
    with pytest.raises(RosterError, match="Foot pod 0 cannot be: a device number is between 1"):
        roster.add("Ben", foot_pods=[0])
    with pytest.raises(RosterError, match="8 foot pods at most"):
        roster.add("Ben", foot_pods=range(1, 10))
    assert roster.change(replace(anna, foot_pods=(900, 5))).foot_pods == (900, 5)
    roster.remove("Anna")
    assert roster.add("Ben", foot_pods=[900]).foot_pods == (900,)


def test_a_tag_belongs_to_one_person_until_they_go(
    roster: Roster, clock: ManualClock, engine: Engine
) -> None:
    one, other = "ab" * 32, "0f" * 32
    anna, ben = roster.add("Anna"), roster.add("Ben")
    assert roster.add_tag(anna.id, one).tags == (one,)
    clock.advance(1)
    assert roster.add_tag(anna.id, other).tags == (one, other)
    assert roster.add_tag(anna.id, one).tags == (one, other), "once more changes nothing"
    assert roster.find("Anna").tags == (one, other)
    with pytest.raises(RosterError, match='This tag already belongs to "Anna": take another one'):
        roster.add_tag(ben.id, other)
    roster.remove("Anna")
    assert roster.add_tag(ben.id, other).tags == (other,)
    with engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT digest, athlete_id FROM athlete_tag").all()
    assert [tuple(row) for row in kept] == [(other, ben.id)]
    with pytest.raises(RosterError, match='"Anna" is not on the roster any more'):
        roster.add_tag(anna.id, one)


@pytest.mark.parametrize("digest", ["", "0012345678", "AB" * 32, "g" * 64, "ab" * 33])
def test_a_tags_own_number_is_never_stored(roster: Roster, digest: str) -> None:
    anna = roster.add("Anna")
    with pytest.raises(RosterError, match="hold it to the reader again"):
        roster.add_tag(anna.id, digest)
    assert roster.list() == [anna]


def test_nobody_has_more_than_eight_straps(roster: Roster) -> None:
    assert roster.add("Anna", [1, 1, 2, 3, 4, 5, 6, 7, 8]).straps == (1, 2, 3, 4, 5, 6, 7, 8)
    with pytest.raises(RosterError, match="8 straps at most"):
        roster.add("Ben", range(11, 20))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"max_hr": 20}, "maximum heart rate of Anna cannot be 20"),
        ({"max_hr": float("nan")}, "maximum heart rate of Anna cannot be nan"),
        ({"resting_hr": 190, "max_hr": 180}, "resting heart rate of Anna cannot be 190"),
        (
            {"threshold_hr": 185, "max_hr": 180},
            r"threshold heart rate of Anna \(185\) must lie below",
        ),
        ({"birth_year": 1850}, "year of birth of Anna cannot be 1850"),
        ({"birth_year": 2087}, "birth year cannot be 2087"),
        ({"sex": "x"}, "give f or m"),
        ({"weight_kg": 24}, "weight of Anna cannot be 24 kg; enter a value from 25 to 300"),
        ({"weight_kg": float("nan")}, "weight of Anna cannot be nan"),
        ({"vo2max": 96}, "VO2max of Anna cannot be 96"),
        ({"marathon_pace_s_per_km": 119}, "from 2:00 to 15:00 a kilometre"),
        ({"test_ceiling_hr": 20}, "test ceiling of Anna cannot be 20"),
        ({"ceiling_hr": 185, "max_hr": 180}, r"ceiling of Anna \(185\) must not lie above"),
        ({"test_ceiling_hr": 185, "max_hr": 180}, r"test ceiling of Anna \(185\) must not lie"),
        ({"cleared_on": date(2026, 1, 3)}, "day of the clearance of Anna cannot be 2026-01-03"),
        ({"guardian_on": date(1999, 1, 1)}, "guardian's consent of Anna cannot be 1999-01-01"),
        ({"readiness_on": date(2027, 1, 1)}, "readiness questions of Anna cannot be"),
        ({"race_on": date(2062, 1, 1)}, "race day of Anna cannot be 2062-01-01"),
        ({"race_name": "x" * 61}, "up to 60 plain characters"),
        ({"race_name": "a\nb"}, "plain characters"),
        ({"cleared_on": date(2026, 1, 1), "birth_year": 2008}, "record the day of a guardian's"),
    ],
)
def test_values_that_cannot_be_right_are_refused(
    roster: Roster, values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(RosterError, match=sentence):
        roster.add("Anna", **values)  # type: ignore[arg-type] # that is the point


def test_every_field_can_be_changed(roster: Roster) -> None:
    anna = roster.add("Anna", [1, 2], max_hr=190)
    wanted = replace(
        anna,
        name="Anna B.",
        straps=(3, 1),
        max_hr=None,
        threshold_hr=165.5,
        threshold_on=date(2025, 12, 24),
        zone_edges=(100.0, 120.5, 140.0, 150.0, 160.0, 180.0),
        ceiling_hr=175.0,
    )
    wanted = replace(wanted, foot_pods=(3, 2), tags=("cd" * 32,))
    day = date(2025, 12, 31)
    wanted = replace(
        wanted,
        sex="m",
        birth_year=1980,
        weight_kg=71.5,
        vo2max=52.25,
        marathon_pace_s_per_km=285.0,
        is_effort_only=True,
        test_ceiling_hr=185.0,
        cleared_on=day,
        guardian_on=day,
        readiness_on=day,
        is_ready=False,
        race_on=date(2026, 6, 1),
        race_name="Zugspitz",
    )
    assert roster.change(wanted) == wanted
    assert roster.list() == [wanted]
    with pytest.raises(RosterError, match="must rise"):
        roster.change(replace(wanted, zone_edges=(100.0, 100.0)))


def test_the_answer_on_readiness_is_kept_with_its_day(roster: Roster, clock: ManualClock) -> None:
    anna = roster.add("Anna")
    assert (anna.readiness_on, anna.is_ready) == (None, None)
    answered = roster.answer_readiness(anna.id, ready=False)
    assert (answered.readiness_on, answered.is_ready) == (date(2026, 1, 1), False)
    clock.advance(86_400)
    roster.answer_readiness(anna.id, ready=True)
    assert roster.find("Anna") == replace(anna, readiness_on=date(2026, 1, 2), is_ready=True)
    roster.remove("Anna")
    with pytest.raises(RosterError, match="not on the roster any more"):
        roster.answer_readiness(anna.id, ready=True)


def test_somebody_young_is_cleared_with_a_guardians_consent(roster: Roster) -> None:
    day = date(2025, 12, 1)
    ana = roster.add("Ana", birth_year=2010, cleared_on=day, guardian_on=day)
    assert roster.find("Ana") == ana
    assert roster.add("Eva", birth_year=2007, cleared_on=day).cleared_on == day


def test_changing_keeps_names_and_straps_apart(roster: Roster) -> None:
    roster.add("Anna", [1])
    ben = roster.add("Ben", [2])
    with pytest.raises(RosterError, match="already on the roster"):
        roster.change(replace(ben, name="anna"))
    with pytest.raises(RosterError, match='already belongs to "Anna"'):
        roster.change(replace(ben, straps=(1,)))
    assert roster.find("Ben") == ben
    roster.remove("Ben")
    with pytest.raises(RosterError, match="not on the roster any more"):
        roster.change(ben)


def test_an_unknown_name_is_answered_with_similar_ones(roster: Roster) -> None:
    for name in ("Anna Berg", "Anja Berg", "Zoë"):
        roster.add(name)
    with pytest.raises(RosterError, match='did you mean "Anna Berg" or "Anja Berg"') as caught:
        roster.find("Ana Berg")
    assert "Zoë" not in str(caught.value)
    with pytest.raises(RosterError, match="'switchback roster list' shows who is"):
        roster.remove("Quentin")
    assert nearest("zo", ["Zoë", "Max"]) == ["Zoë"]


def test_who_is_taken_off_is_forgotten_but_their_sessions_stay_readable(
    roster: Roster, recorder: Recorder, history: History, engine: Engine
) -> None:
    first = roster.add(
        "Anna",
        [101],
        max_hr=190,
        sex="f",
        weight_kg=62,
        is_effort_only=True,
        race_on=date(2026, 6, 1),
        race_name="Zugspitz",
    )
    roster.answer_readiness(first.id, ready=True)
    recorder.put([opened(), joined(first.id, "Anna")])
    assert recorder.flush(10)

    recorder.put([AnswerGiven(first.id, 0, "soreness", 3.0)])
    assert recorder.flush(10)
    plan_day(engine, first.id, date(2026, 1, 2), [Planned(date(2026, 1, 2), None, "easy")])

    roster.remove("ANNA")

    assert roster.list() == []
    assert [athlete.name for athlete in history.session(1).athletes] == ["Anna"]
    with engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT * FROM athlete").mappings().one()
        kept = ("id", "name", "name_key", "consent_on", "consent_by", "created_utc_ms", "merged")
        said = {key: row[key] for key in row if key not in (*kept, "removed_utc_ms")}
        assert said.pop("shows") == "bpm"
        assert {key for key, value in said.items() if value} == set()
        for table in ("answer", "planned"):
            assert not connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
    second = roster.add("anna", [101])
    assert second.id != first.id
    assert second.max_hr is None


def test_a_kiosk_with_a_clock_years_behind_accepts_young_people(engine: Engine) -> None:
    roster = Roster(engine, ManualClock(utc_ms=0))
    assert roster.add("Anna", birth_year=2011).birth_year == 2011


def test_a_roster_that_cannot_be_read_is_a_sentence(roster: Roster, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE athlete_strap")
        connection.exec_driver_sql("ALTER TABLE athlete RENAME TO gone")
    with pytest.raises(HistoryError, match=r"history\.sqlite3 cannot be used"):
        roster.list()


# -- any entry, and several programs --------------------------------------------------------------


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One history for many examples."""
    engine = open_engine(tmp_path_factory.mktemp("club") / "history.sqlite3")
    yield engine
    engine.dispose()


numbers = st.lists(st.integers(1, 1_048_575), max_size=8, unique=True).map(tuple)


@settings(max_examples=30)
@given(
    straps=st.tuples(numbers, numbers),
    foot_pods=numbers,
    tags=st.sets(st.integers(0, 2**256 - 1).map(lambda n: f"{n:064x}"), max_size=4),
)
def test_whatever_somebody_owns_comes_back_and_goes_with_them(
    club: Engine, straps: tuple[tuple[int, ...], ...], foot_pods: tuple[int, ...], tags: set[str]
) -> None:
    roster = Roster(club, ManualClock())
    for who in roster.list():
        roster.remove(who.name)  # left by an example that failed
    anna = roster.add("Anna", straps[0])
    anna = roster.change(replace(anna, foot_pods=foot_pods, tags=tuple(sorted(tags))))
    ben = roster.add("Ben", straps[1], shared=True)
    assert roster.list() == [anna, ben]
    assert (anna.straps, ben.straps) == straps
    assert (anna.foot_pods, anna.tags) == (foot_pods, tuple(sorted(tags)))
    anna = roster.change(replace(anna, straps=straps[1], foot_pods=()), shared=True)
    assert roster.list() == [anna, ben]
    for name in ("Anna", "Ben"):
        roster.remove(name)
    with club.connect() as connection:
        for table in ("athlete_strap", "athlete_foot_pod", "athlete_tag"):
            assert not connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608


CLAIM = """
import sys
from pathlib import Path
from kiosk.errors import RosterError
from kiosk.history.database import open_engine
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.history.shelf import Shelf
engine = open_engine(Path(sys.argv[1]))
me = Roster(engine).add(sys.argv[2]).id
for number in range(1, 21):
    for claim in (
        lambda: Roster(engine).add(f"{sys.argv[2]} {number}", [number]),
        lambda: Shelf(engine).lend(number, me),
    ):
        try:
            claim()
        except RosterError as refusal:
            assert "already belongs" in str(refusal) or "has strap" in str(refusal), refusal
"""


def test_two_programs_never_give_one_strap_to_two_people(
    engine: Engine, path: Path, repository: Path, roster: Roster
) -> None:
    shelf = Shelf(engine)
    for number in range(1, 21):
        shelf.add(number, 1000 + number)
    programs = [
        subprocess.Popen([sys.executable, "-c", CLAIM, path, name], cwd=repository)
        for name in ("Anna", "Ben")
    ]
    assert [program.wait(60) for program in programs] == [0, 0]
    people = roster.list()
    owned = [strap for who in people for strap in who.straps]
    assert sorted(owned) == list(range(1, 21))
    holders = [strap.holder_id for strap in shelf.list() if strap.holder_id is not None]
    assert sorted(holders) == sorted(who.id for who in people if " " not in who.name)

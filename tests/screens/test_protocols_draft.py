"""A workout being changed: whatever fingers do, its file would load, and nothing else is lost."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.training.protocol_format import Protocol
from kiosk.training.protocols import load_folder, parse_protocol, plan
from screens import protocols_buttons as buttons
from screens import protocols_draft as drafts
from screens import protocols_edit_view as views
from screens import protocols_fields as fields
from screens import protocols_words as words
from screens.protocols_draft import CannotBe, Change, Draft, Node
from screens.protocols_fields import Field
from screens.protocols_scenes import OWN
from screens.stage import PROTOCOLS

SHIPPED = load_folder(PROTOCOLS)[0]
CHANGEABLE = [one for one in SHIPPED if not drafts.unchangeable(one)]
OAK_HILL = drafts.draft_of(parse_protocol(OWN, "own"), own=True)
CLIMB, DOWN = (1, 0), (1, 1)


def after(draft: Draft, *changes: tuple[drafts.Path, Change]) -> Draft:
    for path, change in changes:
        draft, _ = change(draft, path)
        drafts.made(draft)
    return draft


def keys(draft: Draft, path: drafts.Path) -> dict[str, Any]:
    return dict(drafts.node_at(draft, path).keys)


def names(draft: Draft) -> list[str]:
    return [
        str(drafts.node_at(draft, path).keys.get("name", "×"))
        for path in drafts.paths(draft)
        if path
    ]


# -- what is kept ----------------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", CHANGEABLE, ids=lambda one: one.id)
def test_a_shipped_workout_comes_back_from_the_editor_as_it_was(protocol: Protocol) -> None:
    text = drafts.text_of(drafts.draft_of(protocol, own=True), protocol.id)
    again = parse_protocol(text, "again")
    assert plan(again) == plan(protocol)
    assert again == protocol


def test_rotations_and_fitness_tests_are_changed_in_their_files() -> None:
    fixed = {one.id for one in SHIPPED if drafts.unchangeable(one)}
    assert {"rotation-hills", "lthr-30", "ebbeling-walk"} <= fixed
    assert {"step-up-80", "tread-hike", "strength-trail", "quad-crusher"}.isdisjoint(fixed)
    assert len(CHANGEABLE) > 12


def buttons_of(draft: Draft, path: drafts.Path) -> Iterator[Change]:
    """All that can be touched while this line is chosen."""
    yield partial(drafts.add, after=False)
    yield partial(drafts.add, after=True)
    if path:
        yield drafts.duplicate
        yield drafts.remove
        yield partial(drafts.move, by=-1)
        yield partial(drafts.move, by=1)
        if not drafts.node_at(draft, path).is_repeat:
            yield drafts.repeat
    for field in fields.fields_at(draft, path):
        if field is Field.NAME:
            yield partial(fields.with_name, name="Łódź „grün“ \\ 1")
        for button in buttons.edit_buttons(draft, path, field):
            change = buttons.change_of(field, button.key)
            assert change is not None
            yield change


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(CHANGEABLE),
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=10),
)
def test_any_touches_give_a_workout_that_loads_or_a_sentence(
    protocol: Protocol, touches: list[tuple[int, int]]
) -> None:
    draft = drafts.draft_of(protocol, own=False)
    for line, finger in touches:
        places = drafts.paths(draft)
        path = places[line % len(places)]
        every = list(buttons_of(draft, path))
        others = {id(node) for node in leaves(draft.steps)} - touched(draft, path)
        refusal = ""
        try:
            new, chosen = every[finger % len(every)](draft, path)
            made = drafts.made(new)
        except CannotBe as error:
            refusal, new, chosen, made = str(error), draft, path, drafts.made(draft)
        assert (len(refusal) > 10) is (new is draft and refusal != "")
        assert made == plan(parse_protocol(drafts.text_of(new, "draft"), "again"))
        assert chosen in drafts.paths(new)
        assert others <= {id(node) for node in leaves(new.steps)}, "a step not touched is lost"
        assert len(views.edit_rows(new, made, "", chosen)) == len(drafts.paths(new))
        assert sum(one.share for one in views.edit_marks(new, made, chosen)) < 1.001
        draft = new


def leaves(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield from leaves(node.inside) if node.is_repeat else (node,)


def touched(draft: Draft, path: drafts.Path) -> set[int]:
    return {id(one) for one in leaves((drafts.node_at(draft, path),))} if path else set()


def test_a_nudge_leaves_cues_and_all_that_no_button_has() -> None:
    before = keys(OAK_HILL, CLIMB)
    longer = keys(after(OAK_HILL, (CLIMB, partial(fields.nudge_length, by=60))), CLIMB)
    assert longer == {**before, "duration": "4 min"}
    assert before["cues"] == ["Tall, short steps"]


# -- what fingers do to the steps ------------------------------------------------------------------


def test_a_step_moves_into_a_repeat_and_out_at_its_other_end() -> None:
    draft, path = drafts.move(OAK_HILL, (0,), 1)
    assert path == (0, 0)
    assert names(draft) == ["×", "Warm-up", "Climb", "Down", "Cool-down"]
    for _ in range(3):
        draft, path = drafts.move(draft, path, 1)
    assert (path, len(draft.steps)) == ((1,), 3)
    assert names(draft) == ["×", "Climb", "Down", "Warm-up", "Cool-down"]
    draft, path = drafts.move(draft, path, -1)
    assert path == (0, 2)


def test_a_repeat_that_loses_its_last_step_is_gone() -> None:
    draft, path = drafts.remove(OAK_HILL, DOWN)
    assert path == (2,)  # what has come in its place
    draft, _ = drafts.remove(draft, CLIMB)
    assert names(draft) == ["Warm-up", "Cool-down"]
    alone = after(OAK_HILL, ((0,), drafts.repeat))
    assert names(drafts.move(alone, (0, 0), -1)[0]) == names(OAK_HILL)


def test_a_repeat_is_made_counted_and_taken_apart() -> None:
    draft = after(OAK_HILL, ((0,), drafts.repeat), ((0,), partial(fields.nudge_times, by=1)))
    assert [step.name for step in drafts.made(draft).steps[:4]] == ["Warm-up"] * 3 + ["Climb"]
    assert names(after(draft, ((0,), drafts.take_apart))) == names(OAK_HILL)


def test_the_last_step_stays() -> None:
    one = Draft(OAK_HILL.head, OAK_HILL.steps[:1])
    with pytest.raises(CannotBe, match="at least one step"):
        drafts.remove(one, (0,))


def test_repeats_too_deep_are_refused_in_the_loaders_own_words() -> None:
    draft = after(OAK_HILL, (CLIMB, drafts.repeat), ((1, 0, 0), drafts.repeat))
    deeper, _ = drafts.repeat(draft, (1, 0, 0, 0))
    with pytest.raises(CannotBe, match=r"^Repeats are nested more than 3 deep") as refused:
        drafts.made(deeper)
    assert "line" not in str(refused.value)


# -- what fingers do to a step ---------------------------------------------------------------------


def test_a_range_keeps_its_width_and_stops_at_the_limit() -> None:
    wide = after(OAK_HILL, (CLIMB, partial(fields.nudge_effort, by=5)))
    assert keys(wide, CLIMB)["rpe"] == [9, 10]
    with pytest.raises(CannotBe, match="as far as it goes"):
        fields.nudge_effort(wide, CLIMB, by=1)


WORK = (1,)


def zone(number: int) -> tuple[drafts.Path, Change]:
    return WORK, partial(fields.with_zone, zone=number)


@pytest.mark.parametrize(
    ("number", "effort"), [(1, [2, 3]), (2, [4, 5]), (3, [6, 7]), (4, [8, 9]), (5, [9, 10])]
)
def test_the_effort_follows_the_zone(number: int, effort: list[int]) -> None:
    draft = after(drafts.blank("Mine"), zone(number))
    assert keys(draft, WORK)["rpe"] == effort
    there_and_back = after(draft, zone(3), zone(0), zone(number))
    assert keys(there_and_back, WORK)["rpe"] == effort


def test_an_effort_that_somebody_has_set_or_taken_away_follows_no_zone() -> None:
    effort = (WORK, partial(fields.nudge_effort, by=1))
    back = (WORK, partial(fields.nudge_effort, by=-1))
    draft = after(drafts.blank("Mine"), effort, back, zone(4))
    assert keys(draft, WORK)["rpe"] == [5, 6]
    without = after(
        drafts.blank("Mine"), (WORK, partial(fields.clear, field=Field.EFFORT)), zone(4)
    )
    assert "rpe" not in keys(without, WORK)
    own = {"rpe": [6, 9], "heart_rate": {"zone": 3}}
    written = drafts.blank("Mine")
    node = drafts.node_at(written, WORK)
    written = drafts.with_node(written, WORK, Node({**node.keys, **own}))
    assert keys(after(written, zone(4)), WORK)["rpe"] == [6, 9]


@pytest.mark.parametrize(
    ("path", "change", "sentence"),
    [
        (CLIMB, partial(fields.nudge_grade, by=-10), "Downhill there is no heart-rate target"),
        (DOWN, partial(fields.with_zone, zone=3), "Downhill there is no heart-rate target"),
        (DOWN, partial(fields.with_part, part="mid"), "Choose a zone first"),
        ((), partial(fields.with_name, name="  "), "A name is needed"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    path: drafts.Path, change: Change, sentence: str
) -> None:
    with pytest.raises(CannotBe, match=sentence):
        change(OAK_HILL, path)


def test_downhill_grades_stay_with_the_gentlest_first() -> None:
    crusher = drafts.draft_of(next(p for p in SHIPPED if p.id == "quad-crusher"), own=False)
    steeper = after(crusher, (CLIMB, partial(fields.nudge_grade, by=-1)))
    assert keys(steeper, CLIMB)["grade_percent"] == [-6, -9]
    with pytest.raises(CannotBe, match="from down to up"):
        fields.nudge_grade(crusher, CLIMB, by=6)


def test_a_ramp_is_nudged_as_a_whole_and_cleared_alone() -> None:
    hike = drafts.draft_of(next(p for p in SHIPPED if p.id == "tread-hike"), own=False)
    steep = after(hike, ((2,), partial(fields.nudge_grade, by=1)))
    assert keys(steep, (2,))["ramp"] == {"grade_percent": [1, 16]}
    flat = after(hike, ((2,), partial(fields.clear, field=Field.GRADE)))
    assert "ramp" not in keys(flat, (2,))
    assert keys(flat, (2,))["speed_kmh"] == 4.828032


def test_a_step_by_marathon_pace_says_what_to_touch_first() -> None:
    step_up = drafts.draft_of(next(p for p in SHIPPED if p.id == "step-up-80"), own=False)
    with pytest.raises(CannotBe, match="No speed"):
        fields.nudge_speed(step_up, (1,), by=0.5)
    cleared = after(step_up, ((1,), partial(fields.clear, field=Field.SPEED)))
    quick = after(cleared, ((1,), partial(fields.nudge_speed, by=0.5)))
    assert keys(quick, (1,))["speed_kmh"] == 5


def test_a_step_that_nobody_has_named_is_called_after_its_kind() -> None:
    draft = after(drafts.blank("New"), ((1,), partial(fields.with_kind, kind="recovery")))
    assert keys(draft, (1,))["name"] == "Recovery"
    named = after(OAK_HILL, (DOWN, partial(fields.with_kind, kind="work")))
    assert keys(named, DOWN)["name"] == "Down"


@pytest.mark.parametrize(
    ("end", "length", "waits"),
    [("distance", "400\N{NO-BREAK SPACE}m", False), ("until", "till the button", True)],
)
def test_a_step_ends_by_time_way_or_button(end: str, length: str, waits: bool) -> None:
    draft = after(OAK_HILL, (CLIMB, partial(fields.with_end, end=end)))
    assert words.length_words(drafts.node_at(draft, CLIMB)) == length
    assert drafts.made(draft).steps[1].waits_for_button is waits


def test_ids_are_made_of_names_and_never_clash() -> None:
    taken: set[str] = set()
    for name in ("Große Runde", "große  Runde", "Łódź", "山", "x" * 80, "x" * 90):
        made = drafts.free_id(name, taken)
        parse_protocol(drafts.text_of(OAK_HILL, made), "text")
        assert made not in taken
        taken.add(made)
    assert {"grosse-runde", "grosse-runde-2", "lodz", "workout"} <= taken


def test_what_no_button_has_is_shown_in_words() -> None:
    trail = drafts.draft_of(next(p for p in SHIPPED if p.id == "strength-trail"), own=False)
    ends = {
        words.length_words(drafts.node_at(trail, path))
        for path in drafts.paths(trail)
        if path and not drafts.node_at(trail, path).is_repeat
    }
    assert "till the heart is there" in ends
    assert any(end.endswith("×") for end in ends)


def test_a_workout_without_a_cool_down_is_advised_against() -> None:
    short = after(OAK_HILL, ((2,), drafts.remove))
    assert views.advice(drafts.made(short)).startswith("It does not end with a cool-down")
    assert views.advice(drafts.made(OAK_HILL)) == ""

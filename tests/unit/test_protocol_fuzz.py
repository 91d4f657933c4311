"""Protocol texts by the thousand: they mean what they say, or are refused in a sentence."""

import json
import tomllib
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ProtocolError
from kiosk.toml_lines import line_of, lines_of
from kiosk.training.plan import Plan, Step
from kiosk.training.protocol_checks import MAX_STEPS
from kiosk.training.protocols import choices_of, parse_protocol, plan, warnings_of
from tests.unit.rotation_class import ROTATION
from tests.unit.short_hills import SHORT_HILLS

Table = dict[str, Any]
HEAD = 'id = "x"\nname = "X"\nmodality = "any"\n'


def one_step(body: str) -> str:
    return f'{HEAD}[[steps]]\nname = "Go"\nkind = "work"\n{body}\n'


names = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=60
)
PARTS = ["low", "mid", "high", "full"]
KINDS = ["warm-up", "work", "recovery", "cool-down"]


def tables(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Table]:
    return st.fixed_dictionaries(required, optional=optional)


zone_tables = tables({"zone": st.integers(1, 5)}, {"part": st.sampled_from(PARTS)})
range_tables = tables({"low": st.integers(30, 120), "high": st.integers(121, 230)}, {})
percent_tables = st.just({"percent_max": [50, 70.5]})
gates = tables(
    {"below": st.integers(30, 230)},
    {
        "below_percent_max": st.integers(30, 100),
        "fall": st.floats(1, 150),
        "at_least": st.sampled_from(["10 s", "1 min"]),
        "at_most": st.sampled_from(["2 min", "3:00"]),
    },
) | st.just({"above": 100})
ends: st.SearchStrategy[Table] = st.one_of(
    st.integers(1, 86400).map(lambda s: {"duration": f"{s} s"}),
    st.integers(1, 600).map(lambda m: {"duration": [f"{m} min", f"{m + 1} min"]}),
    st.integers(1, 200_000).map(lambda m: {"distance": f"{m} m"}),
    st.just({"until": "button"}),
    st.integers(1, 1000).map(lambda n: {"reps": n}),
    gates.map(lambda gate: {"until_heart_rate": gate}),
)
leaves = tables(
    {"name": names, "kind": st.sampled_from(KINDS), "end": ends},
    {
        "heart_rate": zone_tables | range_tables | percent_tables,
        "grade_percent": st.floats(0, 40) | st.integers(0, 40) | st.just([6, 8]),
        "speed_kmh": st.floats(0.1, 30) | st.just([6, 14]),
        "rpe": st.integers(1, 10) | st.just([3, 4]),
        "cues": st.lists(names, max_size=3),
        "cadence_spm": st.integers(1, 300),
        "reps": st.just([6, 8]) | st.integers(1, 20),
        "side": st.sampled_from(["left", "right", "both"]),
        "tempo": st.just("3-1-1"),
    },
).map(lambda step: {key: step[key] for key in step if key != "end"} | step["end"])
downhills = tables(
    {"name": names, "kind": st.just("work"), "duration": st.just("1 min")},
    {"grade_percent": st.just([-3, -6]) | st.floats(-20, -1), "marathon_pace": st.just([-20, -5])},
)
repeats = tables(
    {
        "repeat": st.integers(1, 4) | st.just([2, 3]),
        "steps": st.lists(leaves | downhills, min_size=1, max_size=3),
    },
    {},
)
documents = tables(
    {
        "id": st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True),
        "name": names,
        "modality": st.sampled_from(["treadmill", "stair", "circuit", "any"]),
        "steps": st.lists(leaves | repeats, min_size=1, max_size=5),
    },
    {
        "description": names,
        "category": st.sampled_from(["step-up", "hike", "repeats", "crusher", "free"]),
        "level": st.sampled_from(["beginner", "advanced"]),
        "maximal": st.just(False),
    },
)


def to_toml(table: dict[str, Any], path: str = "") -> str:
    """TOML with [[array]] headers for lists of tables, as people write it."""
    plain = {k: v for k, v in table.items() if k != "steps"}
    text = "".join(f"{key} = {_value(value)}\n" for key, value in plain.items())
    for step in table.get("steps", []):
        text += f"[[{path}steps]]\n" + to_toml(step, f"{path}steps.")
    return text


def _value(value: object) -> str:
    if isinstance(value, dict):
        table = cast("Table", value)
        return "{ " + ", ".join(f"{key} = {_value(table[key])}" for key in table) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in cast("list[object]", value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _names_run(entries: list[Table]) -> list[str]:
    names: list[str] = []
    for entry in entries:
        turns: int | list[int] = entry.get("repeat", 1)
        inner: list[Table] = entry.get("steps", [entry])
        names += [step["name"] for step in inner] * (turns[0] if isinstance(turns, list) else turns)
    return names


@given(documents)
@settings(deadline=None, max_examples=60)
def test_a_protocol_means_what_its_text_says(document: Table) -> None:
    text = to_toml(document)
    assert tomllib.loads(text) == document
    protocol = parse_protocol(text, "x.toml")
    assert (protocol.id, protocol.name) == (document["id"], document["name"])
    made = plan(protocol)
    assert [step.name for step in made.steps] == _names_run(document["steps"])
    assert Plan.from_json(made.to_json()) == made


@given(documents)
@settings(deadline=None, max_examples=40)
def test_every_key_is_found_at_its_line(document: Table) -> None:
    text = to_toml(document)
    lines, rows = lines_of(text), text.split("\n")
    for index, entry in enumerate(document["steps"]):
        assert rows[(line_of(lines, ("steps", index)) or 0) - 1] == "[[steps]]"
        for inner, step in enumerate(entry.get("steps", [])):
            for key in step:
                line = line_of(lines, ("steps", index, "steps", inner, key))
                assert rows[(line or 0) - 1].startswith(f"{key} = ")


def test_lines_are_not_fooled_by_texts_over_several_lines() -> None:
    text = 'a = """\n[[steps]]\nname = 1\n"""\n[[steps]]\n"b.c" . d = 2\n[steps.ramp]\nx = 1\n'
    lines = lines_of(text)
    assert lines[("steps", 0)] == 5
    assert lines[("steps", 0, "b.c", "d")] == 6
    assert lines[("steps", 0, "ramp", "x")] == 8
    assert line_of(lines, ("steps", 0, "heart_rate", "zone")) == 5
    assert line_of(lines, ("nowhere",)) is None


def _only_a_sentence(text: str) -> None:
    refusal = None
    try:
        protocol = parse_protocol(text, "x.toml")
    except ProtocolError as error:
        refusal = str(error)
    else:
        _is_sane(plan(protocol))
        offered = choices_of(protocol)
        highest = plan(protocol, {choice.key: choice.high for choice in offered})
        assert highest.choices == tuple((choice.key, choice.high) for choice in offered)
        _is_sane(highest)
        assert all(warning.isprintable() for warning in warnings_of(protocol))
    assert refusal is None or (refusal.isprintable() and len(refusal) < 2000)


def _is_sane(made: Plan) -> None:
    """Whatever was accepted can be run, and stored."""
    assert 1 <= len(made.steps) <= MAX_STEPS
    assert Plan.from_json(made.to_json()) == made
    for step in made.steps:
        _ends_once(step)
    if (rotation := made.rotation) is not None:
        assert rotation.change < rotation.lanes[0].first < rotation.lead_out <= len(made.steps)
        assert rotation.blocks >= 1
        for lane in rotation.lanes:
            lane_steps = made.steps[lane.first : lane.first + lane.count]
            assert sum(step.duration_s or 0 for step in lane_steps) == rotation.block_s


def _ends_once(step: Step) -> None:
    ends = [step.duration_s, step.distance_m, step.gate]
    assert sum(end is not None for end in ends) == (0 if step.waits_for_button else 1)
    assert step.planned_s is None or step.planned_s >= 1
    assert step.distance_m is None or step.speed_kmh is None or step.planned_s is not None
    if step.gate is not None:
        assert 1 <= step.gate.at_least_s <= step.gate.at_most_s
    if step.grade_percent is not None and min(step.grade_percent.start, step.grade_percent.end) < 0:
        assert step.target is None


@given(st.text())
@settings(deadline=None)
def test_any_text_is_a_protocol_or_a_protocol_error(text: str) -> None:
    _only_a_sentence(text)
    _only_a_sentence(one_step(text))


@given(
    st.integers(0, max(len(SHORT_HILLS), len(ROTATION))),
    st.integers(0, 30),
    st.text(max_size=8)
    | st.sampled_from(["nan", "-inf", "1e400", "9" * 400, "1979-05-27", "[[", "{}", "true", '"""']),
)
@settings(deadline=None, max_examples=400)
def test_a_damaged_file_is_a_protocol_or_a_protocol_error(at: int, cut: int, new: str) -> None:
    for text in (SHORT_HILLS, ROTATION):
        _only_a_sentence(text[:at] + new + text[at + cut :])


values = st.recursive(
    st.none().map(lambda _: 7)
    | st.booleans()
    | st.integers(-(10**400), 10**400)
    | st.floats()
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abz"), inner),
    max_leaves=5,
)
KEYS = ["name", "kind", "duration", "distance", "until", "until_heart_rate", "heart_rate", "rpe",
        "grade_percent", "speed_kmh", "ramp", "cues", "pace", "cadence_spm", "reps", "load_kg",
        "side", "tempo", "station_kind", "repeat", "steps", "marathon_pace"]  # fmt: skip
GATE_KEYS = ["below_percent_max", "below", "above", "fall", "at_least", "at_most", "zone", "part"]
TOP_KEYS = ["id", "category", "level", "test", "maximal", "beginner", "rotation", "description"]
LANE = {"name": "A", "station_kind": "floor", "steps": [{"name": "B", "kind": "work", "reps": 3}]}
TURNS = {"block": "1 min", "blocks": 2, "lanes": [LANE, LANE | {"name": "C"}]}
WARM_UP = {"name": "W", "kind": "warm-up", "duration": "1 s"}
amounts = st.sampled_from(["1 s", "90 s", "2 min", "1 h", "25 h", "1 km"]) | st.integers(-9, 400)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=3))
@settings(deadline=None, max_examples=300)
def test_any_value_under_any_key_is_accepted_or_a_protocol_error(step: Table) -> None:
    complete = {"name": "Go", "kind": "work", "duration": "1 s"} | step
    _only_a_sentence(f"{HEAD}steps = [{_value(complete)}]")


@given(st.dictionaries(st.sampled_from(GATE_KEYS), amounts | values, max_size=4))
@settings(deadline=None, max_examples=150)
def test_any_gate_and_any_target_is_accepted_or_a_protocol_error(table: Table) -> None:
    step = {"name": "Go", "kind": "work"}
    gated = step | {"until_heart_rate": table}
    aimed = step | {"until": "button", "heart_rate": table}
    _only_a_sentence(f"{HEAD}steps = [{_value(gated)}, {_value(aimed)}]")


@given(
    st.dictionaries(st.sampled_from(TOP_KEYS), values, max_size=2),
    st.dictionaries(st.sampled_from(["block", "blocks", "change", "lanes"]), amounts | values),
    st.dictionaries(st.sampled_from(["name", "station_kind", "steps"]), values, max_size=1),
    st.dictionaries(st.sampled_from(KEYS), amounts | values, max_size=2),
)
@settings(deadline=None, max_examples=150)
def test_any_label_and_any_rotation_is_accepted_or_a_protocol_error(
    top: Table, turns: Table, lane: Table, step: Table
) -> None:
    first = LANE | {"steps": [{"name": "B", "kind": "work", "duration": "20 s"} | step]} | lane
    rotation = TURNS | {"lanes": [first, LANE | {"name": "C"}]} | turns
    document = {"id": "x", "name": "X", "modality": "any", "rotation": rotation} | top
    text = "".join(f"{key} = {_value(value)}\n" for key, value in document.items())
    _only_a_sentence(f"{text}steps = [{_value(WARM_UP)}]")

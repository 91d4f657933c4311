"""The repeats of a file are found again in its unrolled plan."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.plan import Step
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import parse_protocol
from kiosk.training.repeats import Repeated, folded, unfolded

HEAD = 'id = "x"\nname = "X"\nmodality = "any"\n'


def steps_of(body: str) -> tuple[Step, ...]:
    return plan(parse_protocol(HEAD + body, "x.toml")).steps


def step(path: str, name: str) -> str:
    return f'[[{path}]]\nname = "{name}"\nkind = "work"\nduration = "60 s"\n'


def shape(nodes: tuple[Step | Repeated, ...]) -> list[object]:
    return [n.name if isinstance(n, Step) else (n.times, shape(n.body)) for n in nodes]


def test_a_repeat_between_single_steps_is_found() -> None:
    text = (
        step("steps", "a")
        + "[[steps]]\nrepeat = 3\n"
        + step("steps.steps", "up")
        + step("steps.steps", "down")
        + step("steps", "z")
    )
    steps = steps_of(text)
    assert shape(folded(steps)) == ["a", (3, ["up", "down"]), "z"]
    assert unfolded(folded(steps)) == steps


def test_repeats_in_repeats_are_found_wherever_they_stand_and_whatever_their_turns() -> None:
    text = (
        "[[steps]]\nrepeat = 2\n[[steps.steps]]\nrepeat = 2\n"
        + step("steps.steps.steps", "in")
        + step("steps.steps.steps", "in")
        + step("steps.steps", "out")
        + "[[steps]]\nrepeat = 2\n"
        + step("steps.steps", "in")
    )
    steps = steps_of(text)
    assert shape(folded(steps)) == [(2, [(2, ["in", "in"]), "out"]), (2, ["in"])]
    assert unfolded(folded(steps)) == steps


def test_equal_steps_side_by_side_are_no_repeat() -> None:
    steps = (Step("a", "work", 60), Step("a", "work", 60))
    assert folded(steps) == steps


def test_half_a_repeat_stays_as_it_is() -> None:
    steps = (Step("a", "work", 60, round=1, rounds=3), Step("a", "work", 60, round=2, rounds=3))
    assert folded(steps) == steps


@given(
    st.lists(
        st.builds(
            Step,
            st.sampled_from("ab"),
            st.just("work"),
            st.just(60),
            round=st.integers(1, 3),
            rounds=st.integers(1, 3),
        ),
        max_size=14,
    )
)
def test_folding_never_changes_what_is_done(steps: list[Step]) -> None:
    assert unfolded(folded(steps)) == tuple(steps)

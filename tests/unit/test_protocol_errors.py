"""Protocol files that are refused: the sentence names file, line, key and mend."""

import pytest

from kiosk.errors import ProtocolError
from kiosk.training.protocols import parse_protocol
from tests.unit.short_hills import SHORT_HILLS

HEAD = 'id = "x"\nname = "X"\nmodality = "any"\n'


def one_step(body: str) -> str:
    return f'{HEAD}[[steps]]\nname = "Go"\nkind = "work"\n{body}\n'


def sentence_of(text: str) -> str:
    with pytest.raises(ProtocolError) as caught:
        parse_protocol(text, "x.toml")
    sentence = str(caught.value)
    assert sentence.startswith("x.toml")
    assert sentence.endswith(".")
    assert sentence.isprintable()
    return sentence


def test_the_sentence_names_file_line_key_and_mend() -> None:
    assert sentence_of(SHORT_HILLS.replace("zone = 3", "zone = 9")) == (
        "x.toml, line 14: steps 2 → steps 1 → heart_rate → zone: "
        'it must be at most 5, not "9"; correct it.'
    )


def test_an_unknown_key_names_its_line_and_the_nearest_known_key() -> None:
    assert sentence_of(SHORT_HILLS.replace("grade_percent", "grade_precent")) == (
        "x.toml, line 15: steps 2 → steps 1 → grade_precent: "
        'this key is unknown; the nearest known one is "grade_percent".'
    )


def test_a_misspelt_key_is_named_rather_than_the_one_that_it_leaves_missing() -> None:
    assert 'nearest known one is "duration"' in sentence_of(one_step('durration = "5 min"'))
    assert 'nearest known one is "modality"' in sentence_of(
        SHORT_HILLS.replace("modality", "modalty")
    )
    assert 'nearest known one is "repeat"' in sentence_of(SHORT_HILLS.replace("repeat", "repaet"))


def test_a_key_like_no_other_gets_the_list() -> None:
    assert "known here: high, low, part, percent_max, zone." in sentence_of(
        one_step('until = "button"\nheart_rate = { zone = 1, qqq = 2 }')
    )


def test_broken_toml_names_its_line() -> None:
    assert sentence_of(HEAD + "[[steps]\n").startswith("x.toml, line 4: this is not valid TOML (")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "line 4: steps 1: the step never ends; add duration"),
        ('duration = "5 min"\ndistance = "1 km"', "both duration and distance; keep the one"),
        ('duration = "5 min"\nuntil = "button"', "both duration and until"),
        ('until = "bell"', "line 7: steps 1 → until: it must be 'button', not \"bell\""),
        ("duration = 300", 'line 7: steps 1 → duration: write it in quotes like "5 min"'),
        ("duration = true", "in quotes"),
        ('duration = "5 m"', '"m" means metres'),
        ('duration = "-5 min"', "not a duration"),
        ('duration = "0 s"', "no usable duration"),
        ('duration = ["5 min"]', "a range of two"),
        ('duration = ["5 min", "4 min"]', "the range does not rise"),
        ('duration = ["5 min", 6]', "a range of two"),
        ('distance = "5 min"', "not a distance"),
        ('distance = "1 km"\nspeed_kmh = 0', "never end at 0 km/h"),
        ('distance = "1 km"\nramp = { speed_kmh = [0, 0] }', "never end at 0 km/h"),
        ("until_heart_rate = 120", "line 7: steps 1 → until_heart_rate: it must be a table"),
        ('duration = "1 s"\nuntil_heart_rate = { below = 120 }', "both duration and until_heart"),
        ("until_heart_rate = {}", "line 7: steps 1 → until_heart_rate: it has no condition; add"),
        ('until_heart_rate = { at_most = "90 s" }', "it has no condition"),
        ("until_heart_rate = { below = 120, above = 100 }", "waits for a rise and for a fall"),
        ('until_heart_rate = { below = 120, at_most = "20 s" }', "at_least (30 s) is longer than"),
        ("until_heart_rate = { below = 120, at_most = 60 }", 'in quotes like "60 s"'),
        ("until_heart_rate = { below_percent_max = 101 }", "at most 100"),
        ("until_heart_rate = { fall = 0 }", "at least 1"),
        ("until_heart_rate = { belo = 120 }", 'the nearest known one is "below"'),
        ("until_heart_rate = { below = 120 }\nramp = { speed_kmh = [4, 5] }", "how long the step"),
        ("reps = 8\nramp = { speed_kmh = [4, 5] }", "how long the step is"),
        ("reps = 0", "a whole number from 1 to 1000"),
        ('reps = 8\ntempo = "0-0-0"', "a repetition takes time"),
        ('duration = "1 s"\nmarathon_pace = "slow"', "write a number from -300 to 900"),
        ('duration = "1 s"\nmarathon_pace = [-15, -20]', "the range falls"),
        ('duration = "1 s"\nmarathon_pace = 5\nspeed_kmh = 9', "the speed is given twice"),
        ('duration = "1 s"\nheart_rate = { percent_max = 60 }', "two numbers, the lower first"),
        ('duration = "1 s"\nheart_rate = { percent_max = [60, 101] }', "from 30 to 100"),
        ('duration = "1 s"\nheart_rate = { percent_max = [50, 70], zone = 2 }', "either zone"),
        ('duration = "1 s"\nheart_rate = { zone = 2 }\ngrade_percent = -1', "only the ceiling"),
        ('duration = "1 s"\nheart_rate = { zone = 2 }\ngrade_percent = [0, -1]', "only the ceil"),
        ('duration = "1 s"\nheart_rate = { zone = 2 }\nramp = { grade_percent = [1, -1] }',
         "only the ceiling"),
        ('duration = "1 s"\ngrade_percent = [-6, -3]', "the gentlest grade first"),
        ('duration = "1 s"\ngrade_percent = [8, 6]', "the range falls"),
        ('duration = "1 s"\ngrade_percent = [-2, 3]', "from down to up; make two steps"),
        ('duration = "1 s"\ngrade_percent = [2, 3, 4]', "a range of two"),
        ('distance = "1 km"\nspeed_kmh = [0, 5]', "never end at 0 km/h"),
        ('duration = "1 s"\nheart_rate = { zone = 0 }', "at least 1"),
        ('duration = "1 s"\nheart_rate = { zone = 3.0 }', "a whole number"),
        ('duration = "1 s"\nheart_rate = { zone = true }', "a whole number"),
        ('duration = "1 s"\nheart_rate = { zone = "3" }', "a whole number"),
        ('duration = "1 s"\nheart_rate = { zone = 3, part = "top" }', "'high' or 'full'"),
        ('duration = "1 s"\nheart_rate = { zone = 3, low = 100 }', "either zone"),
        ('duration = "1 s"\nheart_rate = { low = 100 }', "either zone"),
        ('duration = "1 s"\nheart_rate = { low = 100, high = 120, part = "mid" }', "either zone"),
        ('duration = "1 s"\nheart_rate = {}', "either zone"),
        ('duration = "1 s"\nheart_rate = 140', "must be a table"),
        ('duration = "1 s"\nheart_rate = { low = 150, high = 150 }', "low must be at least 1 bpm"),
        ('duration = "1 s"\nheart_rate = { low = 150, high = 140 }', "low must be at least 1 bpm"),
        ('duration = "1 s"\nheart_rate = { low = 10, high = 140 }', "at least 30"),
        ('duration = "1 s"\ngrade_percent = 41', "a number from -20 to 40"),
        ('duration = "1 s"\ngrade_percent = -20.5', "a number from -20 to 40"),
        ('duration = "1 s"\ngrade_percent = nan', "a number from -20 to 40"),
        ('duration = "1 s"\ngrade_percent = "10"', "a number from -20 to 40"),
        ('duration = "1 s"\nspeed_kmh = inf', "a number from 0 to 30"),
        ('duration = "1 s"\nspeed_kmh = -1', "a number from 0 to 30"),
        ('duration = "1 s"\nspeed_kmh = 31', "a number from 0 to 30"),
        ('duration = "1 s"\nheart_rate = { low = nan, high = 140 }', "an ordinary number"),
        ('duration = "1 s"\nspeed_kmh = true', "a number from 0 to 30"),
        ('duration = "1 s"\nrpe = [7, 6]', "the range falls"),
        ('duration = "1 s"\nrpe = 11', "a whole number from 1 to 10"),
        ('duration = "1 s"\nrpe = [1, 2, 3]', "a range of two"),
        ('duration = "1 s"\nrpe = [1.5, 2]', "a whole number from 1 to 10"),
        ('duration = "1 s"\ncues = "Tall"', "a list in"),
        ('duration = "1 s"\ncues = ["Tall", 7]', "cues 2: it must be a text in quotes"),
        ('duration = "1 s"\ncues = ["a\\u0000b"]', "invisible character"),
        ('duration = "1 s"\ncadence_spm = nan', "cannot be used"),
        ('duration = "1 s"\nload_kg = -1', "from 0 to 500"),
        ('duration = "1 s"\nside = "up"', "'left', 'right' or 'both'"),
        ('duration = "1 s"\ntempo = "slow"', 'like "3-1-1"'),
        ('duration = "1 s"\nstation_kind = "bike"', "'treadmill', 'stair' or 'floor'"),
        ('duration = "1 s"\nramp = {}', "it is empty"),
        ('duration = "1 s"\nramp = { speed_kmh = 4 }', "a list in"),
        ('duration = "1 s"\nramp = { speed_kmh = [4] }', "at least 2"),
        ('duration = "1 s"\nramp = { speed_kmh = [4, 5, 6] }', "at most 2"),
        ('duration = "1 s"\nramp = { speed_kmh = [4, 55] }', "ramp → speed_kmh 2: it must be"),
        ('duration = "1 s"\nramp = { speed_kmh = [4, 5] }\nspeed_kmh = 5', "is given twice"),
        ('until = "button"\nramp = { speed_kmh = [4, 5] }', "how long the step is"),
        ("repeat = 2", "this key is unknown"),
    ],
)  # fmt: skip
def test_a_step_that_cannot_be_is_refused(body: str, message: str) -> None:
    assert message in sentence_of(one_step(body))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "short-hills"', 'id = "Short hills"', "small letters, digits and hyphens"),
        ('id = "short-hills"', 'id = "short-hills\\n"', "small letters, digits and hyphens"),
        ('id = "short-hills"', "id = 7", "line 1: id: it must be a text in quotes"),
        ('id = "short-hills"', "", 'the key "id" is missing; add id = "short-hills"'),
        ('name = "Short hills"', f'name = "{"x" * 61}"', "longer than 60 characters"),
        ('name = "Short hills"', 'name = " "', "line 2: name: the text is empty"),
        ('name = "Short hills"', 'name = "a\\u001bb"', 'invisible character "\\x1b"'),
        ('name = "Short hills"', 'name = "a\\u202eb"', "invisible character"),
        ('"treadmill"', '"bike"', "'treadmill', 'stair', 'circuit' or 'any'"),
        ("repeat = 4", "repeat = 0", "line 9: steps 2 → repeat"),
        ("repeat = 4", "repeat = 101", "a whole number from 1 to 100"),
        ("repeat = 4", "repeat = true", "a whole number from 1 to 100"),
        ("repeat = 4", "repeat = 2.0", "a whole number from 1 to 100"),
        ("repeat = 4", "", 'line 8: steps 2: the key "repeat" is missing; add repeat = 4'),
        ('kind = "warm-up"', 'kind = "warmup"', "'warm-up', 'work', 'recovery' or 'cool-down'"),
        ('kind = "warm-up"', "", 'line 4: steps 1: the key "kind" is missing; add kind = "work"'),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    assert message in sentence_of(SHORT_HILLS.replace(old, new, 1))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'the key "id" is missing'),
        (HEAD, 'the key "steps" is missing; add a [[steps]] table'),
        (HEAD + "steps = []", "line 4: steps: it needs at least 1"),
        (HEAD + "steps = 5", "must be a list"),
        (HEAD + "steps = [1]", "steps 1: it must be a table"),
        (HEAD + "[steps]\nname = 'x'", "must be a list"),
        (HEAD + "[[steps]]\nrepeat = 2\nsteps = []", "line 6: steps 1 → steps: it needs at least"),
        (HEAD + "x = " + "[" * 5000, "nested too deeply"),
        (HEAD + "x = " + "9" * 5000, "impossible number"),
        ("#" * 300_000, "larger than 256 kB"),
        (HEAD + "a." * 100_000 + "a = 1", "line 4: no protocol has so long a key"),
    ],
)
def test_a_text_that_is_no_protocol_is_refused(text: str, message: str) -> None:
    assert message in sentence_of(text)


def test_repeats_nested_four_deep_are_refused_at_their_line() -> None:
    text = HEAD + "".join(
        f"[[{'.'.join(['steps'] * depth)}]]\nrepeat = 2\n" for depth in (1, 2, 3, 4)
    )
    text += '[[steps.steps.steps.steps.steps]]\nname = "Go"\nkind = "work"\nduration = "1 s"\n'
    assert "line 10: steps 1 → steps 1 → steps 1 → steps 1: repeats are nested" in sentence_of(text)


def test_more_than_a_thousand_steps_are_refused_without_being_unrolled() -> None:
    text = SHORT_HILLS.replace("repeat = 4", "repeat = [4, 100]")
    text += "[[steps]]\nrepeat = 100\n[[steps.steps]]\nrepeat = 100\n"
    text += '[[steps.steps.steps]]\nname = "Go"\nkind = "work"\nduration = "1 s"\n'
    assert "with all repeats it has 10201 steps" in sentence_of(text)


@pytest.mark.parametrize(
    ("top", "message"),
    [
        ('beginner = "x"', "line 4: beginner: a protocol is not its own version for beginners"),
        ('beginner = "y"\nlevel = "beginner"', "line 4: beginner: it is for beginners itself"),
        ('beginner = "Easy one"', "small letters, digits and hyphens"),
        ('level = "hard"', "line 4: level: it must be 'beginner' or 'advanced', not \"hard\""),
        ('category = "hikes"', "line 4: category: it must be 'step-up', 'hike'"),
        ('test = "cooper"', "line 4: test: it must be 'ebbeling-walk', 'queens-college-step'"),
        ('test = "ebbeling-walk"', "line 4: test: a fitness test belongs to its category; add"),
        ('category = "test"\ntest = "lthr-30"', "line 5: test: this test is all out; add maximal"),
        ('maximal = "yes"', 'line 4: maximal: it must be true or false, not "yes"'),
        ('maximal = true\nlevel = "beginner"', "line 4: maximal: all out is nothing for beginn"),
        ('categry = "hike"', 'line 4: categry: this key is unknown; the nearest known one is "cat'),
        ("rotation = 5", "line 4: rotation: it must be a table"),
        ("rotation = {}", 'line 4: rotation: the key "block" is missing; add block = "6 min"'),
    ],
)
def test_labels_that_cannot_be_are_refused(top: str, message: str) -> None:
    assert message in sentence_of(
        f'{HEAD}{top}\n[[steps]]\nname = "Go"\nkind = "work"\nduration = "1 s"\n'
    )

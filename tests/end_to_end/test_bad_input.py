"""What is wrong from outside: a sentence that names the file, the key and the mend, status 2."""

import json
import os
from pathlib import Path

import pytest
import serial

from tests.end_to_end.rig import Rig

STATION = '[[stations]]\nname = "Treadmill 1"\n[stations.incline]\ndriver = "witmotion"\n'


def refused(rig: Rig, *words: str | Path) -> str:
    """What stderr says of a command that must end with status 2: one line, no traceback."""
    ended = rig.ask(*words)
    assert ended.returncode == 2, (ended.stdout, ended.stderr)
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    return ended.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[ant]\nprot = "auto"\n', ["line 2", "ant → prot", 'did you mean "port"']),
        ("[ant]\nport = 3\n", ["line 2", "ant → port", "quotes"]),
        ('[ant]\nport = ""\n', ["line 2", "ant → port", "empty"]),
        (STATION + "baud = 9600\n", ["stations 1 → incline", "port is missing", "add port"]),
        (STATION + 'port = "/dev/x"\nbaud = "fast"\n', ["line 6", "baud", "number"]),
        (STATION + 'port = "/dev/x"\naxis = "yaw"\n', ["line 6", "axis", "pitch"]),
        (STATION + 'port = "/dev/x"\nbaud = "9600"\n', ["line 6", "incline → baud: write"]),
        ("[ant]\nport = []\n", ["line 2", "ant → port: ", "list of two paths"]),
        ('[ant]\nport = ["/dev/x", 3]\n', ["line 2", "ant → port: ", "list of two paths"]),
        ('[ant]\nport = ["/dev/x", "/dev/x"]\n', ["line 2", "ant → port", "both be on /dev/x"]),
        (
            '[[stations]]\nname = "A"\n[[stations]]\nname = "a"\n',
            ["line 4", "stations 2 → name", 'two stations are called "a"'],
        ),
        (
            STATION + 'port = "/dev/x"\n' + STATION.replace("1", "2") + 'port = "/dev/x"\n',
            ["line 10", "stations 2 → incline → port", "both be on /dev/x"],
        ),
        (
            STATION + 'port = "/dev/x"\n[stations.panel]\nstart_pin = 5\nlap_pin = 5\n',
            ["line 8", "stations 1 → panel → lap_pin", "pin 5"],
        ),
        (
            STATION + 'port = "/dev/x"\n[stations.panel]\nred_pin = 5\n',
            ["line 7", "stations 1 → panel → red_pin", "all three"],
        ),
        (
            '[[stations]]\nname = "A"\nequipment = 7\n[[stations]]\nname = "B"\nequipment = 7\n',
            ["line 6", "stations 2 → equipment", "machine 7"],
        ),
        (
            '[[stations]]\nname = "A"\n[[readers]]\nport = "/dev/x"\nstation = "B"\n',
            ["line 5", "readers 1 → station", '"A"'],
        ),
        (
            '[[readers]]\nport = "/dev/x"\n[[readers]]\nport = "/dev/y"\n',
            ["line 3", "readers 2", "stand without a station"],
        ),
        ('[readers]\nport = "/dev/x"\n', ["line 1", "readers", "[[two brackets]]"]),
        (
            STATION.replace("witmotion", "ascii")
            + 'port = "/dev/x"\n[stations.incline.ascii]\npattern = "(?P<pitch>(a+)+)$"\n',
            ["line 7", "ascii → pattern", "could take for ever"],
        ),
        ('[club]\ntime_zone = "Mars/Base"\n', ["time_zone", "Europe/Berlin"]),
        ("data_directory = \n", ["not valid TOML", "line 1"]),
    ],
)
def test_a_wrong_configuration_is_a_sentence(rig: Rig, text: str, words: list[str]) -> None:
    rig.config.write_text(text)
    said = refused(rig, "run", "--headless")
    assert str(rig.config) in said
    for word in words:
        assert word in said


def test_a_configuration_that_is_not_there_is_a_sentence(rig: Rig) -> None:
    rig.config.unlink()
    for ask in (rig.ask, rig.run):  # and so does a process of its own
        ended = ask("run", "--headless")
        assert ended.returncode == 2
        assert str(rig.config) in ended.stderr
        assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ('duration = "5 min"\nheart_rate = { zone = 9 }', ["heart_rate → zone", "at most 5"]),
        ('duration = "-5 min"', ["duration"]),
        ('duration = "5 min"\ndistance = "400 m"', ["duration", "distance"]),
        ('duration = "5 min"\nheart_rate = { low = 150, high = 140 }', ["low", "high"]),
        ('duraton = "5 min"', ["duraton", "duration"]),
        ('duration = "5 min"\ngrade_percent = 90', ["grade_percent", "40"]),
    ],
)
def test_a_protocol_with_a_step_that_cannot_be_is_a_sentence(
    rig: Rig, step: str, words: list[str]
) -> None:
    rig.add_athletes(1)
    rig.protocol.write_text(
        f'id = "x"\nname = "X"\nmodality = "any"\n[[steps]]\nname = "S"\nkind = "work"\n{step}\n'
    )
    said = refused(rig, "run", "--headless", "--protocol", rig.protocol, "--athlete", "Athlete 1")
    assert str(rig.protocol) in said
    assert "line " in said
    for word in words:
        assert word in said
    checked = rig.ask("protocols", "check", rig.protocol)
    assert checked.returncode == 1
    assert checked.stderr.strip() == said.strip()


def test_a_step_that_waits_for_a_button_cannot_run_unattended(rig: Rig) -> None:
    rig.add_athletes(1)
    rig.protocol.write_text(
        'id = "x"\nname = "X"\nmodality = "any"\n'
        '[[steps]]\nname = "Wait"\nkind = "work"\nuntil = "button"\n'
    )
    words = ["run", "--headless", "--protocol", rig.protocol, "--athlete", "Athlete 1"]
    assert "button" in refused(rig, *words, "--until-done")


def test_unknown_names_and_wrong_words_are_sentences(rig: Rig) -> None:
    rig.add_athletes(1)
    short = [*rig.class_words(["Athlete 7"], 1, 1, 1)]
    assert "Athlete 1" in refused(rig, *short)
    assert "step-up-80" in refused(
        rig, "run", "--headless", "--protocol", "step-up-8", "--athlete", "Athlete 1"
    )
    assert "already on the roster" in refused(rig, "roster", "add", "ATHLETE 1", "--strap", "7")
    assert "already belongs" in refused(rig, "roster", "add", "New", "--strap", "10001")
    assert "not on the roster" in refused(rig, "roster", "remove", "Nobody")
    assert "no session 9" in refused(rig, "sessions", "resume", "9")
    assert "--headless" in refused(rig, "run", "--until-done")
    assert "csv" in refused(rig, "export", "--out", rig.folder / "o", "--format", "docx")
    assert "resting" in refused(
        rig, "roster", "add", "X", "--strap", "9", "--max-hr", "150", "--resting-hr", "115",
        "--threshold-hr", "100",
    )  # fmt: skip


@pytest.mark.parametrize("trap", ["file", "read-only"])
def test_an_unwritable_data_directory_is_a_sentence(rig: Rig, trap: str) -> None:
    if trap == "file":
        rig.data.write_text("not a folder")
        place = rig.data
    else:
        place = Path("/proc/switchback")  # not even root can write there
        rig.config.write_text(f'data_directory = "{place}"\n')
    said = refused(rig, "run", "--headless")
    assert str(place) in said
    assert "data_directory" in said


def test_an_absent_port_does_not_stop_the_kiosk_and_is_said_by_doctor(rig: Rig) -> None:
    names = rig.add_athletes(1)
    kiosk = rig.start(*rig.class_words(names, 3, 1, 1))
    _, errors = kiosk.communicate(timeout=300)
    assert kiosk.returncode == 0, errors
    assert f"{rig.ant} is not there" in errors
    assert rig.sessions()[0]["athletes"] == [
        {"name": names[0], "duration_s": 5, "samples": 5, "missing_s": 5}
    ]
    looked = rig.run("doctor", "--json")
    assert looked.returncode == 1
    findings = {finding["what"]: finding for finding in json.loads(looked.stdout)}
    assert "is not there" in findings["ant"]["message"]
    assert findings["incline:Treadmill 1"]["verdict"] == "problem"


def test_a_port_that_another_program_holds_is_said_and_taken_when_it_is_free(rig: Rig) -> None:
    names = rig.add_athletes(1)
    rig.plug_in(["--straps", "1"])
    holder = serial.Serial(os.path.realpath(rig.ant), 115200, exclusive=True)
    try:
        looked = rig.run("doctor")
        assert looked.returncode == 1
        assert "another program" in looked.stdout
        kiosk = rig.start(*rig.class_words(names, 12, 4, 4))
        rig.wait_for(lambda: rig.recorded() >= 0, "the start without straps")
    finally:
        holder.close()
    _, errors = kiosk.communicate(timeout=300)
    assert kiosk.returncode == 0, errors
    assert "another program" in errors
    rows = rig.export()[names[0]]
    assert rows[0].bpm is None
    assert rows[-1].bpm is not None


def test_doctor_is_content_when_all_is_well(rig: Rig) -> None:
    rig.plug_in(["--strap", "10001=131"], ["--grade", "5"])
    looked = rig.run("doctor", "--json")
    assert looked.returncode == 0, looked.stdout
    findings = {finding["what"]: finding for finding in json.loads(looked.stdout)}
    assert "10001 (131)" in findings["ant"]["last_value"]
    assert findings["incline:Treadmill 1"]["last_value"] == "5.0 %"
    probed = rig.run("doctor", "--probe", rig.incline)
    assert probed.returncode == 0
    assert "WitMotion" in probed.stdout


def test_numbers_and_files_beyond_reason_are_sentences(rig: Rig) -> None:
    assert "range" in refused(rig, "sessions", "close", "9" * 20)
    for text in ("a = " + "[" * 3000, "a = " + "9" * 5000, 'data_directory = "/tmp/x\\u0000y"'):
        rig.config.write_text(text)
        assert str(rig.config) in refused(rig, "run", "--headless")


def test_a_class_that_cannot_start_is_refused_before_anything_runs(rig: Rig) -> None:
    rig.add_athletes(1)
    rig.protocol.write_text(
        'id = "x"\nname = "X"\nmodality = "any"\n'
        '[[steps]]\nname = "Run"\nkind = "work"\ndistance = "400 m"\n'
    )
    words = ["run", "--headless", "--protocol", rig.protocol, "--athlete", "Athlete 1"]
    assert "speed_kmh" in refused(rig, *words, "--until-done")

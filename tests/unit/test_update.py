"""Updates: whatever comes, in the end a kiosk runs and its history is whole."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli_update import release, update
from kiosk.errors import ReleaseError
from kiosk.release import carrying, journal, notes
from kiosk.release.journal import Journal
from kiosk.release.layout import CURRENT, UPDATER, Home
from kiosk.release.notes import Request
from kiosk.release.owner import Owner
from kiosk.release.services import Systemd
from kiosk.release.update import Limits, Updater
from tests.rigs.update import RECORDED, moments_of, trial
from tests.rigs.update_parts import (
    NEW,
    OLD,
    Lines,
    Place,
    make_file,
    make_from_wheel,
    make_place,
)


class Services:
    """A kiosk that comes up, or not, at once; a new version changes the history first."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.runs: str | None = OLD
        self.said: list[str] = []
        self.is_safe = False
        self.refuses_to_renew = False
        self.at_start: Callable[[], None] = lambda: None

    def stop(self) -> None:
        self.said.append("stop")
        self.runs = None

    def start(self) -> None:
        self.said.append("start")
        version = self.place.home.version_of(CURRENT)
        assert version is not None
        kind = (self.place.home.folder(version) / "kind").read_text()
        if version == NEW:
            lines = self.place.history.read_text().partition("\n")
            self.place.history.write_text("6\n" + lines[2])
        self.at_start()
        if kind == "good":
            self.runs = version
            notes.note_idle(self.place.data, version, safe=self.is_safe)

    def is_ready(self) -> bool:
        return self.runs is not None

    def renew(self, version: str) -> None:
        self.said.append(version)
        if self.refuses_to_renew:
            raise ReleaseError("It is read-only.")


class Rig:
    """One kiosk, its services, and an updater."""

    def __init__(self, root: Path, file: Path) -> None:
        self.place = make_place(root, file)
        self.services = Services(self.place)
        self.slept = 0.0
        self.at_sleep: Callable[[], None] = lambda: None

    def updater(self, training: float = 0.0) -> Updater:
        return Updater(
            self.place.home,
            self.place.data,
            self.services,
            limits=Limits(idle=0.05, training=training, look=0.01),
            make=lambda folder, wheels, manifest: make_from_wheel(
                self.place, folder, wheels, manifest
            ),
            sleep=self.sleep,
            owner=Lines(self.place),
        )

    def sleep(self, seconds: float) -> None:
        self.slept += seconds
        self.at_sleep()

    def update(self, training: float = 0.0) -> notes.Outcome:
        place = self.place
        updater = self.updater(training)
        return carrying.update(place.home, updater, self.services, place.file, place.key)

    def refusal(self) -> str:
        with pytest.raises(ReleaseError) as caught:
            self.update()
        self.is_as_it_was()
        told = notes.outcome_in(self.place.home.outcome)
        assert told is not None
        assert (told.kind, told.version) == ("failed", OLD)
        assert told.sentence == str(caught.value)
        return str(caught.value)

    def is_as_it_was(self) -> None:
        home = self.place.home
        assert (home.version_of(CURRENT), home.version_of(UPDATER)) == (OLD, OLD)
        assert home.installed() == [OLD]
        assert [path.name for path in home.releases.iterdir()] == [OLD]
        assert self.place.history.read_text().splitlines() == ["5", *RECORDED]
        assert self.services.runs == OLD
        assert journal.load(home.journal) is None


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    base = tmp_path_factory.mktemp("files")
    return {kind: make_file(base / kind, kind) for kind in ("good", "broken", "refused")}


@pytest.fixture
def rig(files: dict[str, Path], tmp_path: Path) -> Rig:
    return Rig(tmp_path / "good", files["good"])


def test_a_good_release_runs_and_the_one_before_is_kept(rig: Rig) -> None:
    outcome = rig.update()
    home = rig.place.home
    assert (outcome.kind, outcome.version) == ("done", NEW)
    assert (home.version_of(CURRENT), home.version_of(UPDATER)) == (NEW, NEW)
    assert home.installed() == [NEW, OLD]
    assert rig.services.runs == NEW
    assert rig.services.said == ["stop", NEW, "start"]
    assert rig.place.history.read_text().splitlines() == ["6", *RECORDED]
    assert not (home.folder(NEW) / "wheels").exists()


def test_a_system_that_takes_no_new_units_gets_the_new_program_all_the_same(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.services.refuses_to_renew = True
    assert rig.update().kind == "done"
    assert rig.services.runs == NEW
    assert "The system's part is not that of 1.1.0: It is read-only." in caplog.text


def test_of_many_releases_only_the_newest_two_stay(rig: Rig) -> None:
    older = rig.place.home.folder("0.9.0")
    shutil.copytree(rig.place.home.folder(OLD), older)
    rig.update()
    assert rig.place.home.installed() == [NEW, OLD]


def test_a_corrupt_release_is_refused(rig: Rig) -> None:
    with rig.place.file.open("r+b") as file:
        file.seek(200_000)
        file.write(b"something else")
    assert "damaged" in rig.refusal()


def test_a_release_with_a_wrong_signature_is_refused(rig: Rig, tmp_path: Path) -> None:
    other = make_file(tmp_path / "other", "good")
    shutil.copy(other, rig.place.file)
    assert "not made by those" in rig.refusal()


@pytest.mark.parametrize("version", ["0.9.0", OLD])
def test_an_older_or_the_same_release_is_refused(
    tmp_path: Path, files: dict[str, Path], version: str
) -> None:
    rig = Rig(tmp_path / "kiosk", make_file(tmp_path / "older", "good", version=version))
    assert "installed already" in rig.refusal()


def test_a_release_for_another_machine_is_refused(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "kiosk", make_file(tmp_path / "other", "good", arch="riscv64"))
    assert "riscv64" in rig.refusal()


def test_a_disk_without_room_takes_no_update(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(rig.place.root)._replace(free=90_000_000)

    def said(_path: Path) -> object:
        return usage

    monkeypatch.setattr(shutil, "disk_usage", said)
    assert "90 MB are free" in rig.refusal()


def test_a_version_that_cannot_take_the_history_over_is_never_started(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    rig = Rig(tmp_path / "kiosk", files["refused"])
    assert "cannot be taken over" in rig.refusal()
    assert rig.services.said == []


def test_while_somebody_trains_nothing_is_updated(rig: Rig) -> None:
    (rig.place.data / "training").touch()
    assert "Somebody is training" in rig.refusal()
    assert rig.services.said == []


def test_an_update_from_the_screen_waits_for_the_last_to_finish(rig: Rig) -> None:
    training = rig.place.data / "training"
    training.touch()
    rig.at_sleep = lambda: training.unlink() if rig.slept > 30 and training.exists() else None
    assert rig.update(training=60).kind == "done"
    assert rig.slept >= 30


def test_it_does_not_wait_for_ever(rig: Rig) -> None:
    (rig.place.data / "training").touch()
    with pytest.raises(ReleaseError, match="Somebody is training"):
        rig.update(training=60)
    rig.is_as_it_was()


def test_a_version_that_never_reaches_its_idle_screen_is_taken_back(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    rig = Rig(tmp_path / "kiosk", files["broken"])
    outcome = rig.update()
    assert outcome.kind == "back"
    assert "did not reach its idle screen" in outcome.sentence
    assert rig.services.said == ["stop", NEW, "start", "stop", OLD, "start"]
    rig.is_as_it_was()


def test_a_version_that_only_reaches_its_safe_screen_is_taken_back(rig: Rig) -> None:
    rig.services.is_safe = True
    rig.services.at_start = lambda: None
    outcome = rig.update()
    assert outcome.kind == "back"
    rig.is_as_it_was()


def test_a_service_that_does_not_stop_leaves_everything_as_it_was(rig: Rig) -> None:
    def stop() -> None:
        raise ReleaseError("The kiosk's service does not stop.")

    rig.services.stop = stop
    assert "does not stop" in rig.refusal()


def test_going_back_brings_the_version_and_the_history_of_before(rig: Rig) -> None:
    rig.update()
    place = rig.place
    outcome = carrying.go_back(place.home, rig.updater(), rig.services)
    assert (outcome.kind, outcome.version) == ("back", OLD)
    rig.is_as_it_was()
    with pytest.raises(ReleaseError, match="no earlier version"):
        carrying.go_back(place.home, rig.updater(), rig.services)


def test_going_back_is_refused_when_the_history_could_not_follow(rig: Rig) -> None:
    rig.update()
    (rig.place.data / "backup").unlink()
    with pytest.raises(ReleaseError, match="cannot read the history"):
        carrying.go_back(rig.place.home, rig.updater(), rig.services)
    assert rig.services.runs == NEW


def test_what_the_screen_asks_for_is_carried_out_once(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = rig.place
    monkeypatch.setattr(carrying, "KEY_FILE", place.key)
    notes.ask(place.data, Request("update", str(place.file)))
    updater = rig.updater()
    outcome = carrying.carry_out(place.home, place.data, updater, rig.services)
    assert outcome is not None
    assert outcome.kind == "done"
    assert notes.outcome_in(place.home.outcome) == outcome
    assert carrying.carry_out(place.home, place.data, updater, rig.services) is None
    notes.ask(place.data, Request("back"))
    outcome = carrying.carry_out(place.home, place.data, updater, rig.services)
    assert outcome is not None
    assert outcome.version == OLD


def test_two_updates_at_a_time_are_one_too_many(rig: Rig) -> None:
    with carrying.alone(rig.place.home), pytest.raises(ReleaseError, match="under way"):
        rig.update()


def test_an_updater_that_was_killed_is_ended_by_the_next_one(rig: Rig) -> None:
    home = rig.place.home
    rig.services.runs = None
    journal.save(home.journal, Journal("stopping", OLD, NEW))
    assert carrying.carry_out(home, rig.place.data, rig.updater(), rig.services) is None
    assert rig.services.runs == OLD
    told = notes.outcome_in(home.outcome)
    assert told is not None
    assert "interrupted" in told.sentence


def test_a_power_cut_after_the_new_version_was_up_keeps_it(rig: Rig) -> None:
    rig.update()
    home = rig.place.home
    home.point(UPDATER, OLD)
    journal.save(home.journal, Journal("switched", OLD, NEW, str(rig.place.data / "backup")))
    outcome = carrying.recover(home, rig.updater())
    assert outcome is not None
    assert (outcome.kind, home.version_of(UPDATER)) == ("done", NEW)


def test_a_journal_that_says_nothing_is_of_no_update(rig: Rig) -> None:
    rig.place.home.journal.write_text("{")
    assert carrying.recover(rig.place.home, rig.updater()) is None
    rig.is_as_it_was()


def test_killed_at_any_moment_a_kiosk_runs_with_its_whole_history(
    tmp_path: Path, files: dict[str, Path]
) -> None:
    """Real processes and SIGKILL, at three moments; `make prove-update` has fifty and more."""
    count = moments_of(tmp_path / "whole", files["good"])
    assert count > 60
    cuts = ((0.6, "power", 9), (0.8, "updater", 0), (0.97, "power", 0))
    for share, cut, again in cuts:
        moment = int(count * share)
        verdict = trial(tmp_path / f"at-{moment}", files["good"], moment, cut, again)
        assert not verdict.wrong, f"{cut} at {moment} of {count}"
        assert verdict.runs in (OLD, NEW)


# -- the commands ----------------------------------------------------------------------------------


def test_the_command_reads_a_release_and_changes_nothing(rig: Rig) -> None:
    place = rig.place
    words = [str(place.file), "--check", "--home", str(place.home.path), "--key", str(place.key)]
    said = CliRunner().invoke(update, words)
    assert said.exit_code == 0, said.output
    assert f"version {NEW}" in said.output
    rig.is_as_it_was()


@pytest.mark.parametrize("words", [[], ["--back", "a.release"]])
def test_the_command_does_one_thing_at_a_time(words: list[str]) -> None:
    said = CliRunner().invoke(update, words)
    assert said.exit_code == 2
    assert "Name a release file" in said.output


def test_whoever_releases_makes_a_key_a_file_and_reads_it_again(tmp_path: Path) -> None:
    runner = CliRunner()
    key = tmp_path / "key"
    done = runner.invoke(release, ["keygen", str(key), "--password", "climb"])
    assert done.exit_code == 0, done.output
    assert key.stat().st_mode & 0o777 == 0o600
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "switchback_kiosk-2.0.0-py3-none-any.whl").write_bytes(b"x" * 1000)
    words = ["build", "--key", str(key), "--wheels", str(wheels), "--out", str(tmp_path)]
    wrong = runner.invoke(release, words)
    assert isinstance(wrong.exception, ReleaseError)
    done = runner.invoke(release, [*words, "--password", "climb"])
    assert done.exit_code == 0, done.output
    made = tmp_path / f"switchback-2.0.0-{os.uname().machine}.release"
    done = runner.invoke(release, ["check", str(made), "--key", f"{key}.pub"])
    assert done.exit_code == 0, done.output
    assert "signed by that key" in done.output


# -- systemd, and the history's owner --------------------------------------------------------------


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("enabled", "unit"),
    [("switchback.service", "switchback.service"),
     ("switchback-headless.service", "switchback-headless.service"),
     ("none", "switchback.service")],
)  # fmt: skip
def test_systemd_is_asked_for_the_unit_that_is_enabled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, enabled: str, unit: str
) -> None:
    said = tmp_path / "said"
    program(
        tmp_path / "bin" / "systemctl",
        f'echo "$@" >>{said}; [ "$1" != is-enabled ] || [ "$3" = {enabled} ]',
    )
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    services = Systemd()
    said.unlink()
    services.stop()
    services.start()
    assert services.is_ready()
    assert said.read_text("utf-8").splitlines() == [
        f"stop {unit}",
        f"reset-failed {unit}",
        f"start --no-block {unit}",
        f"is-active --quiet {unit}",
    ]


def test_a_service_that_systemd_cannot_stop_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "systemctl", "echo Access denied >&2; exit 4")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(ReleaseError, match="Access denied"):
        Systemd().stop()


def test_steps_on_the_history_say_in_a_sentence_what_failed(tmp_path: Path) -> None:
    home, data = Home(tmp_path / "opt"), tmp_path / "data"
    data.mkdir()
    owner = Owner(home, data)
    program(home.python(OLD), '[ "$4" != busy ] || exit 1; [ "$4" != backup ] || echo /a/backup')
    assert owner.is_busy(OLD)
    assert owner.backup(OLD) == "/a/backup"
    program(home.python(NEW), "echo The history is damaged. >&2; exit 2")
    with pytest.raises(ReleaseError, match=r"Version 1\.1\.0 .* The history is damaged\."):
        owner.trial(NEW)
    with pytest.raises(ReleaseError, match="No such file"):
        owner.trial("2.0.0")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_nothing_is_done_to_the_history_as_root(tmp_path: Path) -> None:
    home, data = Home(tmp_path / "opt"), tmp_path / "data"
    data.mkdir()
    os.chown(data, 65_534, 65_534)
    for folder in (tmp_path, *tmp_path.parents):
        if "pytest-of-" in str(folder):
            folder.chmod(0o755)
    program(home.python(OLD), 'echo "$(id -u) $(id -G)"')
    assert Owner(home, data).backup(OLD) == "65534 65534"

"""The installer on a Debian of straw: all of it, twice, cut short anywhere, and taken back."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from installer.journal import JOURNAL, Journal
from installer.machine import InstallError, Machine
from installer.release import Source
from installer.renew import renew
from installer.run import install, settle
from installer.steps import CommandLine, File, Lines, Link, Step
from installer.system import CURRENT, Folder, Packages, Program, User

from kiosk.release.system_part import trouble
from kiosk.settings import load_settings
from tests.unit.installer_straw import ANSWERS, Killed, Straw

KEPT = (
    "etc/switchback",
    "etc/default",
    "var/lib/switchback",
    "etc/passwd",
    "etc/group",
    "opt/packages",
)


@pytest.fixture
def straw(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Straw:
    monkeypatch.setattr(os, "fsync", id)  # whether a disk keeps it is not what is asked here
    return Straw(tmp_path, repository)


def _without_data(tree: dict[str, object]) -> dict[str, object]:
    return {path: told for path, told in tree.items() if not path.startswith(KEPT)}


def test_a_second_run_changes_nothing(straw: Straw) -> None:
    assert straw.install() > 40
    there = straw.tree()
    assert straw.install() == 0
    assert straw.tree() == there


def test_uninstalling_puts_back_every_byte_and_keeps_data_and_configuration(straw: Straw) -> None:
    before = straw.tree()
    straw.install()
    assert _without_data(straw.tree()) != _without_data(before)
    straw.file("/var/lib/switchback/history.sqlite3").write_bytes(b"everybody's evenings")
    straw.uninstall()
    assert _without_data(straw.tree()) == _without_data(before)
    assert straw.file("/var/lib/switchback/history.sqlite3").read_bytes() == b"everybody's evenings"
    assert straw.file("/etc/switchback/kiosk.toml").exists()


def test_purging_leaves_a_machine_that_has_never_seen_the_kiosk(straw: Straw) -> None:
    before = straw.tree()
    straw.install()
    straw.file("/var/lib/switchback/history.sqlite3").touch()
    straw.uninstall()
    straw.uninstall(is_purge=True)
    after = straw.tree()
    assert after.pop("opt/packages-are-there")
    assert after == before


def test_after_an_uninstall_it_can_be_installed_again_with_the_same_data(straw: Straw) -> None:
    straw.install()
    first = straw.tree()
    straw.uninstall()
    straw.install()
    again = straw.tree()
    for told in (first, again):
        assert told.pop(JOURNAL[1:])
    assert again == first


def _one_of_each(straw: Straw) -> list[Step]:
    """The whole plan, thinned to a step or two of each kind: every moment of it can be tried."""
    files: dict[type[Step], int] = {}
    few: list[Step] = []
    for step in straw.plan():
        files[type(step)] = files.get(type(step), 0) + 1
        if files[type(step)] <= 2 or isinstance(step, Folder):
            few.append(step)
    assert {type(step) for step in few} >= {
        *(CommandLine, File, Folder, Lines, Link, Packages, Program, User)
    }
    return few


def test_power_that_fails_at_any_moment_costs_a_second_run_and_nothing_else(
    tmp_path: Path, repository: Path, straw: Straw
) -> None:
    before = _without_data(straw.tree())
    straw.install(_one_of_each(straw))
    whole, moments = straw.tree(), straw.moments
    assert moments > 40
    for moment in range(moments):
        cut = Straw(tmp_path / str(moment), repository)
        cut.killed_at = moment
        with pytest.raises(Killed):
            cut.install(_one_of_each(cut))
        cut.killed_at = None
        cut.install(_one_of_each(cut))
        assert cut.tree() == whole, moment
        # the uninstall is cut as well, somewhere else each time
        cut.killed_at = cut.moments + moment % 30
        try:
            cut.uninstall()
        except Killed:
            cut.killed_at = None
            cut.uninstall()
        cut.killed_at = None
        assert _without_data(cut.tree()) == before, moment


@pytest.mark.parametrize("moment", [5, 60, 100, 130])
def test_the_whole_plan_cut_short_and_taken_back_at_once_leaves_nothing(
    straw: Straw, moment: int
) -> None:
    before = _without_data(straw.tree())
    straw.killed_at = moment
    with pytest.raises(Killed):
        straw.install()
    straw.killed_at = None
    straw.uninstall()
    assert _without_data(straw.tree()) == before


def test_the_pi_starts_without_text_and_with_its_watchdog(straw: Straw) -> None:
    straw.install()
    words = straw.file("/boot/firmware/cmdline.txt").read_text("ascii").split()
    assert "root=PARTUUID=5a1c0b7e-02" in words
    assert {"quiet", "consoleblank=0", "vt.global_cursor_default=0", "logo.nologo"} < set(words)
    assert not {"console=tty1", "console=serial0,115200"} & set(words)
    config = straw.file("/boot/firmware/config.txt").read_text("ascii")
    assert "[all]\ndisable_splash=1\ndtparam=watchdog=on\n" in config


def test_what_the_volunteer_changed_in_the_boot_files_meanwhile_stays(straw: Straw) -> None:
    cmdline, config = (
        straw.file("/boot/firmware/cmdline.txt"),
        straw.file("/boot/firmware/config.txt"),
    )
    before, lines = cmdline.read_text("ascii"), config.read_text("ascii")
    straw.install()
    cmdline.write_text(
        cmdline.read_text("ascii").replace("rootwait", "rootwait usbcore.quirks=1:2")
    )
    config.write_text(
        config.read_text("ascii").replace("dtparam=audio=on", "dtparam=audio=off") + "gpu_mem=32\n"
    )
    straw.install()  # and a second run in between
    straw.uninstall()
    assert cmdline.read_text("ascii") == before.replace("rootwait", "rootwait usbcore.quirks=1:2")
    assert config.read_text("ascii") == (
        lines.replace("dtparam=audio=on", "dtparam=audio=off") + "gpu_mem=32\n"
    )


def test_a_file_of_ours_that_somebody_changed_is_set_aside_and_not_lost(straw: Straw) -> None:
    straw.install()
    rules = straw.file("/etc/udev/rules.d/70-switchback-ant.rules")
    rules.write_text("mine", "utf-8")
    straw.uninstall()
    assert not rules.exists()
    assert rules.with_name("70-switchback-ant.rules.kept").read_text("utf-8") == "mine"


# -- renewed by an update -------------------------------------------------------------------------

UNITS = "/etc/systemd/system"
NOT_YET = f"{UNITS}/switchback-not-yet.service"


def _next_release(straw: Straw) -> list[Step]:
    """Another unit and other rules, one unit more, one link and one script less."""
    steps: list[Step] = []
    for step in straw.plan():
        if isinstance(step, File) and step.path.endswith((".service", ".rules", "cable.sh")):
            step = replace(step, content=step.content + b"# newer\n")  # noqa: PLW2901
        if not step.describe.startswith(
            (f"{UNITS}/ctrl-alt-del", "/usr/local/lib/switchback/labwc")
        ):
            steps.append(step)
    return [*steps, File(NOT_YET, b"[Unit]\n", "new")]


def _renewed(straw: Straw, steps: list[Step]) -> list[str]:
    machine = straw.machine
    journal = Journal(machine)
    kept = renew(machine, journal, steps, straw.asked.append)
    settle(machine, journal)
    return kept


def _system(straw: Straw) -> dict[str, object]:
    """Without the journal, which remembers more, and what a cut left under a working name."""
    tree = straw.tree().items()
    return {n: told for n, told in tree if n != JOURNAL[1:] and not n.endswith("-new")}


def test_an_update_renews_what_nobody_has_changed_and_the_way_back_does_too(straw: Straw) -> None:
    straw.install()
    whole = _system(straw)
    assert _renewed(straw, _next_release(straw)) == []
    unit = straw.file(f"{UNITS}/switchback.service")
    assert unit.read_bytes().endswith(b"# newer\n")
    assert straw.file(NOT_YET).exists()
    assert not straw.file(f"{UNITS}/ctrl-alt-del.target").is_symlink()
    assert straw.install(_next_release(straw)) == 0, "the whole installer has nothing to add"
    assert _renewed(straw, straw.plan()) == []
    assert _system(straw) == whole
    straw.uninstall(is_purge=True)
    assert not unit.exists()


def test_an_update_leaves_what_somebody_has_changed_and_says_so(straw: Straw) -> None:
    straw.install()
    rules = straw.file("/etc/udev/rules.d/70-switchback-ant.rules")
    rules.write_text("mine", "utf-8")
    off = straw.file(f"{UNITS}/multi-user.target.wants/switchback-update.service")
    off.unlink()
    localtime = straw.file("/etc/localtime")
    localtime.unlink()
    localtime.symlink_to("/usr/share/zoneinfo/Europe/London")
    straw.file(NOT_YET).write_text("mine too", "utf-8")
    kept = _renewed(straw, _next_release(straw))
    wants = f"{UNITS}/multi-user.target.wants/switchback-update.service"
    paths = ["/etc/udev/rules.d/70-switchback-ant.rules", wants, NOT_YET]
    assert kept == paths
    assert (rules.read_text("utf-8"), off.exists()) == ("mine", False)
    assert localtime.readlink() == Path("/usr/share/zoneinfo/Europe/London")
    told = straw.file("/usr/local/lib/switchback/setup/kept.txt")
    assert told.read_text("utf-8").splitlines() == paths
    rules.unlink()
    straw.install(_next_release(straw))  # the whole installer puts everything right
    assert not told.exists()
    assert rules.read_bytes().endswith(b"# newer\n")


def test_a_renewal_that_is_cut_at_any_moment_goes_on_or_back(
    tmp_path: Path, repository: Path, straw: Straw
) -> None:
    few = (
        "/switchback.service",
        "70-switchback-ant.rules",
        "ctrl-alt-del.target",
        "not-yet.service",
    )
    old, new = (
        [step for step in steps if isinstance(step, (File, Link)) and step.path.endswith(few)]
        for steps in (straw.plan(), _next_release(straw))
    )
    straw.install([*old])
    before, began = _system(straw), straw.moments
    _renewed(straw, [*new])
    after, moments = _system(straw), straw.moments - began
    assert moments > 12
    cut = Straw(tmp_path / "cut", repository)
    cut.install([*old])
    for moment in range(2 * moments):
        cut.killed_at = cut.moments + moment // 2
        with pytest.raises(Killed):
            _renewed(cut, [*new])
        cut.killed_at = None
        goes_on = moment % 2 == 0
        assert _renewed(cut, [*(new if goes_on else old)]) == [], moment
        assert _system(cut) == (after if goes_on else before), moment
        assert _renewed(cut, [*old]) == []


def test_the_kiosk_says_when_the_system_is_not_of_its_version(straw: Straw) -> None:
    setup = straw.file("/usr/local/lib/switchback/setup")
    assert trouble(setup) is None, "no installer was here"
    straw.install()
    assert trouble(setup) is None
    straw.file("/etc/udev/rules.d/70-switchback-ant.rules").write_text("mine", "utf-8")
    _renewed(straw, straw.plan())
    assert "/etc/udev/rules.d/70-switchback-ant.rules" in str(trouble(setup))
    (setup / "switchback.service").write_text("of an older version", "utf-8")
    assert "systemd/install.py --yes" in str(trouble(setup))


def test_the_configuration_has_the_answers_and_is_one_that_the_kiosk_takes(straw: Straw) -> None:
    straw.install()
    settings = load_settings(straw.file("/etc/switchback/kiosk.toml"), {}).settings
    assert (settings.club.time_zone, settings.club.language) == ("Europe/Paris", "de")
    assert (settings.display.diagonal_inch, settings.display.wall) == (10.1, "auto")
    assert settings.stations[0].incline.driver == "none"


def test_a_configuration_that_is_there_stays_and_so_does_one_that_was_changed(straw: Straw) -> None:
    kiosk, screens = straw.file("/etc/switchback/kiosk.toml"), straw.file("/etc/default/switchback")
    kiosk.parent.mkdir()
    kiosk.write_text("# mine", "utf-8")
    straw.install()
    screens.write_text("SWITCHBACK_DISPLAYS=1", "utf-8")
    assert straw.install() == 0
    straw.uninstall(is_purge=True)
    assert kiosk.read_text("utf-8") == "# mine"
    assert not screens.exists()


def test_other_answers_change_what_nobody_has_changed_by_hand(straw: Straw) -> None:
    straw.install()
    straw.install(straw.plan({**ANSWERS, "language": "en", "displays": "1"}))
    assert 'language = "en"' in straw.file("/etc/switchback/kiosk.toml").read_text("utf-8")
    assert "DISPLAYS=1" in straw.file("/etc/default/switchback").read_text("utf-8")


def test_without_a_screen_the_other_unit_starts_and_tty1_is_a_login_again(straw: Straw) -> None:
    wants = straw.file("/etc/systemd/system/multi-user.target.wants")
    tty = straw.file("/etc/systemd/system/getty@tty1.service")
    straw.install()
    assert [path.is_symlink() for path in (wants / "switchback.service", tty)] == [True, True]
    straw.install(straw.plan({**ANSWERS, "screen": "off"}))
    assert (wants / "switchback-headless.service").is_symlink()
    assert [path.is_symlink() for path in (wants / "switchback.service", tty)] == [False, False]


def test_the_usb_cable_is_off_until_it_is_asked_for(straw: Straw) -> None:
    straw.install()
    started = straw.file("/etc/systemd/system/multi-user.target.wants/switchback-cable.service")
    kiosk = straw.file("/etc/switchback/kiosk.toml")
    config = straw.file("/boot/firmware/config.txt")
    assert not started.is_symlink()
    assert not load_settings(kiosk, {}).settings.exports.cable
    straw.install(straw.plan({**ANSWERS, "cable": "on"}))
    assert started.is_symlink()
    assert load_settings(kiosk, {}).settings.exports.cable
    assert "dtoverlay=dwc2,dr_mode=peripheral" in config.read_text("ascii")
    straw.install()
    assert not started.is_symlink()
    assert config.read_text("ascii").count("dwc2") == 1, "the one of another model, not ours"


def test_a_newer_version_comes_beside_the_old_one_and_runs(straw: Straw) -> None:
    straw.install()
    straw.release("1.10.0")
    straw.install()
    assert straw.file(CURRENT).readlink() == Path("releases/1.10.0")
    assert (straw.file("/opt/switchback/releases/1.4.0") / "release.json").is_file()
    straw.release("1.4.0")  # the stick of last year changes nothing
    assert straw.install() == 0
    assert straw.file(CURRENT).readlink() == Path("releases/1.10.0")


def test_wheels_are_held_to_their_hashes_and_nothing_comes_from_a_network(straw: Straw) -> None:
    straw.install()
    (pip,) = [asked for asked in straw.asked if " pip " in asked]
    assert {"--no-index", "--require-hashes", "--no-deps"} <= set(pip.split())
    manifest = straw.file("/opt/switchback/releases/1.4.0/release.json").read_text("utf-8")
    assert '"schema": "0005"' in manifest
    assert '"arch": "aarch64"' in manifest


def test_a_program_that_does_not_start_is_no_program(
    straw: Straw, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Source(straw.wheels, "9.9.9", None)
    program = Program(wrong)
    machine = straw.machine
    run = machine.run_outside
    machine.run_outside = lambda command, env: (
        "1.4.0" if command[-1] == "--version" else run(command, env)
    )
    with pytest.raises(InstallError, match=r"says that it is 9\.9\.9"):
        install(machine, Journal(machine), [program], straw.asked.append)
    assert not program.is_done(machine, Journal(machine))


def test_a_damaged_journal_is_told_of_and_not_guessed_at(straw: Straw) -> None:
    straw.install()
    straw.file(JOURNAL).write_text('{"records": [', "utf-8")
    with pytest.raises(InstallError, match="move it away"):
        Journal(straw.machine)


def test_a_command_that_fails_is_named_with_what_to_do() -> None:
    with pytest.raises(InstallError, match="run the same command again"):
        Machine().run("sh", "-c", "exit 3")
    with pytest.raises(InstallError, match="install the Debian package"):
        Machine().run("/nowhere/sysctl")

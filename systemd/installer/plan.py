"""Every change that makes a Debian the kiosk, in order."""

from pathlib import Path

from installer import files
from installer.answers import Answers
from installer.machine import InstallError, Machine
from installer.release import Source
from installer.steps import CommandLine, Configuration, File, Lines, Link, Step
from installer.system import CURRENT, DATA, PROGRAM, USER, Current, Folder, Packages, Program, User

SHIPPED = Path(__file__).resolve().parents[1]
"""The folder systemd/ of a clone, of a stick, or the copy that the installer leaves."""
LIBRARY = "/usr/local/lib/switchback"
SETUP = f"{LIBRARY}/setup"
GROUPS = ("plugdev", "dialout", "gpio", "audio", "input", "video", "render")
BOOT = "/boot/firmware"
QUIET = (
    "console=tty3",
    "quiet",
    "loglevel=3",
    "consoleblank=0",
    "vt.global_cursor_default=0",
    "logo.nologo",
    "systemd.show_status=false",
)
LOUD = ("console=serial0,115200", "console=tty1")
_CABLE = "switchback-cable."
_SCREEN, _HEADLESS = "switchback.service", "switchback-headless.service"


def plan(machine: Machine, answers: Answers, source: Source | None) -> list[Step]:
    """What is to be done; without a source the program that is there stays."""
    return [
        *_library(),
        Packages(f"{SETUP}/install-packages.sh", _words(answers)),
        User(GROUPS),
        Folder("/etc/switchback", 0o755, "root", "empty"),
        Folder(DATA, 0o700, USER, "purge"),
        Folder("/var/cache/switchback", 0o700, USER, "always"),
        *_program(source),
        *_configuration(answers, source),
        *_system(answers),
        *_units(answers),
        Link("/etc/localtime", f"/usr/share/zoneinfo/{answers['time_zone']}", "the time zone"),
        *_boot(machine, answers),
    ]


def _words(answers: Answers) -> list[str]:
    return ["kiosk" if answers["screen"] == "on" else "headless"]


def _shipped(name: str) -> bytes:
    return (SHIPPED / name).read_bytes()


def _library() -> list[Step]:
    """Copies of ourselves, so that an uninstall needs no stick, and what the units call."""
    found = ["install.py", "install-packages.sh", "link-lgpio.sh", "screen.sh", "cable.sh"]
    patterns = ("installer/*.py", "labwc/*.xml", "*.service", "*.path", "*.rules")
    for pattern in patterns:
        found += sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.glob(pattern))
    steps: list[Step] = [
        File(f"{SETUP}/{name}", _shipped(name), "for setting up again and uninstalling")
        for name in found
    ]
    steps.append(
        File(
            f"{SETUP}/kiosk.toml", _example().encode(), "the configuration, explained line by line"
        )
    )
    for name, why in (("screen.sh", "starts the compositor"), ("cable.sh", "exports over a cable")):
        steps.append(File(f"{LIBRARY}/{name}", _shipped(name), why, 0o755))
    for name in ("rc.xml", "menu.xml"):
        why = "two displays, and no key that does anything"
        steps.append(File(f"{LIBRARY}/labwc/{name}", _shipped(f"labwc/{name}"), why))
    return steps


def _example() -> str:
    for folder in (SHIPPED, SHIPPED.parent / "config", SHIPPED.parent / "_config"):
        if (path := folder / "kiosk.toml").exists():
            return path.read_text("utf-8")
    raise InstallError(
        f"The folder config of the same version must lie beside {SHIPPED}: copy it there as well."
    )


def _program(source: Source | None) -> list[Step]:
    if source is None:
        return []
    return [
        Folder(PROGRAM, 0o755, "root", "always"),
        Folder(f"{PROGRAM}/releases", 0o755, "root", "always"),
        Program(source),
        Current(CURRENT, source.version, "this version runs"),
        Current(f"{PROGRAM}/updater", source.version, "this version carries updates out"),
    ]


def _configuration(answers: Answers, source: Source | None) -> list[Step]:
    toml = files.configuration(_example(), answers)
    steps: list[Step] = [
        Configuration("/etc/switchback/kiosk.toml", toml, "the configuration with your answers"),
        Configuration("/etc/default/switchback", files.defaults(answers), "displays"),
    ]
    if source is not None and source.key:
        why = "whose updates are taken from now on"
        steps.append(Configuration("/etc/switchback/release.pub", source.key.encode(), why))
    return steps


def _system(answers: Answers) -> list[Step]:
    ant, sticks = "70-switchback-ant.rules", "50-switchback-sticks.rules"
    own = "60-switchback.conf"
    return [
        File(f"/etc/udev/rules.d/{ant}", _shipped(ant), "ANT sticks for the kiosk"),
        File(
            "/etc/udev/rules.d/71-switchback-screen.rules",
            files.screen_rules(answers),
            "brightness and turning of the screen",
        ),
        File(f"/etc/polkit-1/rules.d/{sticks}", _shipped(sticks), "USB sticks for the kiosk"),
        File(f"/etc/systemd/journald.conf.d/{own}", files.JOURNALD, "messages: 48 MB at most"),
        File(f"/etc/systemd/system.conf.d/{own}", files.WATCHDOG, "the hardware watchdog, 15 s"),
        File(f"/etc/systemd/logind.conf.d/{own}", files.LOGIND, "no consoles"),
        File(f"/etc/sysctl.d/{own}", files.SYSCTL, "no SysRq key"),
    ]


def _units(answers: Answers) -> list[Step]:
    with_screen, with_cable = answers["screen"] == "on", answers["cable"] == "on"
    folder = "/etc/systemd/system"
    kinds = ("*.service", "*.path")
    names = sorted(path.name for kind in kinds for path in SHIPPED.glob(kind))
    names = [name for name in names if with_cable or not name.startswith(_CABLE)]
    steps: list[Step] = [File(f"{folder}/{name}", _shipped(name), "a unit") for name in names]
    left_out = _HEADLESS if with_screen else _SCREEN
    for name in names:
        for target in files.wanted_by(_shipped(name).decode()) if name != left_out else []:
            path = f"{folder}/{target}.wants/{name}"
            steps.append(Link(path, f"{folder}/{name}", "starts by itself"))
    masked = {"ctrl-alt-del.target": "Ctrl+Alt+Del does nothing"}
    if with_screen:
        masked["getty@tty1.service"] = "no login over the kiosk's screen"
    steps += [Link(f"{folder}/{name}", "/dev/null", why) for name, why in masked.items()]
    return steps


def _boot(machine: Machine, answers: Answers) -> list[Step]:
    """The Pi's own; a PC has neither file."""
    lines = ["disable_splash=1", "dtparam=watchdog=on"]
    if answers["uart"] == "on":
        lines.append("enable_uart=1")
    if answers["cable"] == "on":
        lines.append("dtoverlay=dwc2,dr_mode=peripheral")
    steps: list[Step] = []
    if machine.at(f"{BOOT}/cmdline.txt").exists():
        steps.append(CommandLine(f"{BOOT}/cmdline.txt", QUIET, LOUD, "starts without text"))
    if machine.at(f"{BOOT}/config.txt").exists():
        steps.append(Lines(f"{BOOT}/config.txt", lines, "no rainbow, the watchdog"))
    return steps

"""The contents of the files that are made rather than copied."""

import re

from installer.answers import Answers

JOURNALD = b"""# The kiosk's messages outlive a restart, and never fill the card.
[Journal]
Storage=persistent
SystemMaxUse=48M
SystemMaxFileSize=8M
RuntimeMaxUse=16M
"""
WATCHDOG = b"""# The Pi's own watchdog restarts it when even systemd hangs; 15 s is its most.
# Ctrl+Alt+Del, also seven times in two seconds, does nothing.
[Manager]
RuntimeWatchdogSec=15s
RebootWatchdogSec=2min
CtrlAltDelBurstAction=none
"""
LOGIND = b"""# No consoles to switch to from the kiosk's screen.
[Login]
NAutoVTs=0
ReserveVT=0
"""
SYSCTL = b"""# No magic SysRq key: a keyboard that a stranger plugs in ends and shows nothing.
kernel.sysrq = 0
"""
TOUCH = {
    "90": "0 -1 1 1 0 0",
    "180": "-1 0 1 0 -1 1",
    "270": "0 1 0 -1 0 1",
}
"""libinput's calibration matrices: touches turn as the picture does."""


def screen_rules(answers: Answers) -> bytes:
    """udev: the backlight for the group video, and touches turned with the picture."""
    change = 'RUN+="/bin/chgrp video {0}", RUN+="/bin/chmod g+w {0}"'.format("/sys%p/brightness")
    lines = [
        "# The kiosk may darken the screen at night.",
        f'ACTION=="add", SUBSYSTEM=="backlight", {change}',
    ]
    turn = answers["rotate"].partition(" ")[0].rpartition(":")[2]
    if turn in TOUCH:
        matrix = f'ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{TOUCH[turn]}"'
        lines += [
            "# The picture of the touchscreen is turned, and so are touches.",
            f'ACTION=="add|change", ENV{{ID_INPUT_TOUCHSCREEN}}=="1", {matrix}',
        ]
    return "\n".join([*lines, ""]).encode()


def defaults(answers: Answers) -> bytes:
    """/etc/default/switchback."""
    rotate = "" if answers["rotate"] == "0" else answers["rotate"]
    return (
        "# What switchback.service starts with; after a change: sudo systemctl restart switchback\n"
        "# Displays: 1, or 2 with the wall on the second.\n"
        f"SWITCHBACK_DISPLAYS={answers['displays']}\n"
        '# Turned by so many degrees: "90", or by name "DSI-1:90 HDMI-A-1:180".\n'
        f'SWITCHBACK_ROTATE="{rotate}"\n'
    ).encode()


def configuration(example: str, answers: Answers) -> bytes:
    """kiosk.toml to begin with: the example with the answers in it, and without its sensor."""
    values = {
        "diagonal_inch": answers["inches"],
        "time_zone": f'"{answers["time_zone"]}"',
        "language": f'"{answers["language"]}"',
        "wall": '"auto"' if answers["displays"] == "2" else '"off"',
        "cable": "true" if answers["cable"] == "on" else "false",
    }
    lines: list[str] = []
    is_sensor = False
    for line in example.splitlines():
        if re.match(r"\[", line):
            is_sensor = line.startswith("[stations.incline]")
        found = re.match(r"(\w+) = (\"[^\"]*\"|[\d.]+|true|false)(.*)", line)
        if is_sensor and re.match(r"[\[\w]", line):
            lines.append(f"# {line}")
        elif found and found[1] in values:
            lines.append(f"{found[1]} = {values[found[1]]}{found[3]}")
        else:
            lines.append(line)
    return ("\n".join(lines) + "\n").encode()


def wanted_by(unit: str) -> list[str]:
    """The targets that a unit's [Install] names."""
    return [
        target
        for line in unit.splitlines()
        if line.startswith("WantedBy=")
        for target in line.removeprefix("WantedBy=").split()
    ]

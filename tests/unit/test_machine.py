"""What is missing on a machine, and the one command that mends it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.machine import Machine, lacks, stick_lack
from kiosk.settings import Settings


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One that lacks nothing: with a stick, two ports, a reader and pins."""
    stick = tmp_path / "sys/bus/usb/devices/1-1.2"
    stick.mkdir(parents=True)
    for name, text in (
        ("idVendor", "0fcf"),
        ("idProduct", "1009"),
        ("busnum", "1"),
        ("devnum", "7"),
    ):
        (stick / name).write_text(f"{text}\n")
    (tmp_path / "sys/bus/usb/devices/usb1").mkdir()  # a hub, which says less
    for name in ("dev/bus/usb/001/007", "dev/ttyUSB0", "dev/input/reader", "dev/gpiochip0"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return Machine(tmp_path, lambda _: True, lambda _: True, lambda _: True)


SETTINGS = Settings.model_validate(
    {
        "stations": [
            {
                "name": "Treadmill 1",
                "incline": {"driver": "witmotion", "port": "/dev/ttyUSB0"},
                "panel": {"start_pin": 5},
            }
        ],
        "readers": [
            {"port": "/dev/input/reader"},
            {"port": "/dev/input/unplugged", "station": "Treadmill 1"},
        ],
    }
)


def forbidding(machine: Machine, name: str) -> Machine:
    def may_use(path: Path) -> bool:
        return name not in str(path)

    return replace(machine, may_use=may_use)


def test_a_machine_that_has_everything_lacks_nothing(machine: Machine) -> None:
    assert lacks(SETTINGS, machine) == []


def test_a_kiosk_that_needs_nothing_lacks_nothing(tmp_path: Path) -> None:
    bare = Machine(tmp_path, lambda _: False, lambda _: False, lambda _: False)
    assert lacks(Settings.model_validate({"ant": {"port": "/dev/ttyS0"}}), bare) == []


def nobody(_: Path) -> bool:
    return False


def test_sticks_need_a_bus_a_service_and_leave_and_each_lack_has_its_command(
    tmp_path: Path, repository: Path
) -> None:
    bare = Machine(tmp_path)
    assert "sudo apt install dbus udisks2" in (stick_lack(bare) or "")
    socket = tmp_path / "run/dbus/system_bus_socket"
    socket.parent.mkdir(parents=True)
    socket.touch()
    assert "sudo apt install udisks2" in (stick_lack(bare) or "")
    service = tmp_path / "usr/share/dbus-1/system-services/org.freedesktop.UDisks2.service"
    service.parent.mkdir(parents=True)
    service.touch()
    rules = tmp_path / "etc/polkit-1/rules.d"
    rules.mkdir(parents=True)
    rule = repository / "systemd/50-switchback-sticks.rules"
    assert f"sudo cp {rule} /etc/polkit-1/rules.d/" in (stick_lack(bare) or "")
    assert stick_lack(replace(bare, may_look=nobody)) is None, "polkit hides its rules"
    (rules / rule.name).write_text(rule.read_text("utf-8"), "utf-8")
    assert stick_lack(bare) is None


def test_the_rule_for_sticks_allows_four_actions_to_the_kiosks_user_alone(repository: Path) -> None:
    rule = (repository / "systemd/50-switchback-sticks.rules").read_text("utf-8")
    unit = (repository / "systemd/switchback.service").read_text("utf-8")
    (user,) = re.findall(r'subject.user == "(\w+)"', rule)
    assert f"User={user}\n" in unit
    mount, off = (
        "org.freedesktop.udisks2.filesystem-mount",
        "org.freedesktop.udisks2.power-off-drive",
    )
    seat = "-other-seat"
    assert re.findall(r'"(org[^"]+)"', rule) == [mount, mount + seat, off, off + seat]


def no(_: str) -> bool:
    return False


def test_a_missing_package_is_named_with_its_command(machine: Machine) -> None:
    (usb,) = lacks(SETTINGS, replace(machine, has_library=no))
    assert usb.command == "sudo apt install libusb-1.0-0"
    (pins,) = lacks(SETTINGS, replace(machine, has_module=no))
    assert pins.command == "sudo apt install python3-lgpio"
    assert all(f"`{found.command}`" in found.sentence for found in (usb, pins))


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("ttyUSB0", "sudo usermod -aG dialout $USER"),
        ("reader", "sudo usermod -aG input $USER"),
        ("gpiochip0", "sudo usermod -aG gpio $USER"),
    ],
)
def test_a_missing_right_is_named_with_its_command(
    machine: Machine, name: str, command: str
) -> None:
    (found,) = lacks(SETTINGS, forbidding(machine, name))
    assert found.command == command
    assert "log in again" in found.sentence


def test_a_stick_that_may_not_be_used_wants_the_rule_first_and_then_the_group(
    machine: Machine,
) -> None:
    poor = forbidding(machine, "usb/001/007")
    (found,) = lacks(SETTINGS, poor)
    assert found.command.startswith("sudo cp ")
    assert Path(found.command.split()[2]).is_file()
    rules = machine.root / "etc/udev/rules.d/70-switchback-ant.rules"
    rules.parent.mkdir(parents=True)
    rules.touch()
    (found,) = lacks(SETTINGS, poor)
    assert found.command == "sudo usermod -aG plugdev $USER"


def test_this_machine_can_be_asked() -> None:
    for found in lacks(SETTINGS):
        assert f"`{found.command}`" in found.sentence

"""What this machine lacks for the configured devices, each with the one command that mends it."""

import ctypes
import importlib.util
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.settings import Settings

ANT_STICKS = frozenset(("0fcf:1008", "0fcf:1009"))
"""ANTUSB2 and ANTUSB-m."""
_RULES = "70-switchback-ant.rules"
_RULE_FOLDERS = ("etc/udev/rules.d", "lib/udev/rules.d", "usr/lib/udev/rules.d")
_BUS_SOCKET = "run/dbus/system_bus_socket"
_UDISKS = "org.freedesktop.UDisks2.service"
_SERVICE_FOLDERS = ("usr/share/dbus-1/system-services", "usr/local/share/dbus-1/system-services")
_POLKIT = "50-switchback-sticks.rules"
_POLKIT_FOLDERS = ("etc/polkit-1/rules.d", "usr/share/polkit-1/rules.d")
_USB, _INPUT, _PINS = "USB sticks", "readers", "panel"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing."""

    what: str
    sentence: str
    """Ends in what to do."""
    command: str
    """The one that mends it; as it stands in the sentence."""


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _may_use(path: Path) -> bool:
    return os.access(path, os.R_OK | os.W_OK)


def _may_look(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.X_OK)


@dataclass(frozen=True, slots=True)
class Machine:
    """The questions that are asked of a machine; tests ask another one."""

    root: Path = Path("/")
    has_library: Callable[[str], bool] = _has_library
    has_module: Callable[[str], bool] = _has_module
    may_use: Callable[[Path], bool] = _may_use
    may_look: Callable[[Path], bool] = _may_look


THIS_MACHINE = Machine()


def lacks(settings: Settings, machine: Machine = THIS_MACHINE) -> list[Lack]:
    """What is missing here, for what is configured and plugged in; mostly nothing."""
    return [
        *_usb(settings, machine),
        *_serial(settings, machine),
        *_readers(settings, machine),
        *_pins(settings, machine),
    ]


def stick_lack(machine: Machine = THIS_MACHINE) -> str | None:
    """Why USB sticks are not noticed here, and the command that mends it; None where they are.
    Nothing else needs them: a kiosk runs without.
    """
    if not (machine.root / _BUS_SOCKET).exists():
        return (
            "USB sticks are not noticed, because D-Bus does not run: run "
            "`sudo apt install dbus udisks2`, then restart."
        )
    if not any((machine.root / folder / _UDISKS).exists() for folder in _SERVICE_FOLDERS):
        return (
            "USB sticks are not noticed, because UDisks2 is missing: run "
            "`sudo apt install udisks2`."
        )
    folders = [machine.root / folder for folder in _POLKIT_FOLDERS]
    if any((folder / _POLKIT).exists() for folder in folders if machine.may_look(folder)):
        return None
    if not all(machine.may_look(folder) for folder in folders if folder.exists()):
        return None  # polkit shows its rules to nobody: the screen says it if they are missing
    rules = Path(__file__).parent.parent / "systemd" / _POLKIT
    return (
        f"the kiosk's user may not open USB sticks yet: run `sudo cp {rules} "
        "/etc/polkit-1/rules.d/`."
    )


def _lack(what: str, wrong: str, command: str, after: str = "") -> Lack:
    return Lack(what, f"{wrong}: run `{command}`{after}.", command)


def _usb(settings: Settings, machine: Machine) -> Iterator[Lack]:
    if "auto" not in settings.ant.ports:
        return
    if not machine.has_library("libusb-1.0.so.0"):
        command = "sudo apt install libusb-1.0-0"
        yield _lack(_USB, "one package is missing to open them", command)
    if all(machine.may_use(stick) for stick in _plugged_in(machine.root)):
        return
    wrong = "an ANT stick is plugged in that this user may not use"
    if any((machine.root / folder / _RULES).exists() for folder in _RULE_FOLDERS):
        command = "sudo usermod -aG plugdev $USER"
        yield _lack(_USB, wrong, command, ", log in again and plug the stick in again")
    else:
        rules = Path(__file__).parent.parent / "systemd" / _RULES
        command = f"sudo cp {rules} /etc/udev/rules.d/ && sudo udevadm control --reload"
        yield _lack(_USB, wrong, command, " and plug the stick in again")


def _plugged_in(root: Path) -> Iterator[Path]:
    """The device nodes of the ANT sticks on the USB."""
    for device in sorted((root / "sys/bus/usb/devices").glob("*")):
        said = [_text(device / name) for name in ("idVendor", "idProduct", "busnum", "devnum")]
        if f"{said[0]}:{said[1]}" in ANT_STICKS and said[2].isdigit() and said[3].isdigit():
            yield root / f"dev/bus/usb/{int(said[2]):03}/{int(said[3]):03}"


def _serial(settings: Settings, machine: Machine) -> Iterator[Lack]:
    ports = [port for port in settings.ant.ports if port != "auto"]
    ports += [station.incline.port for station in settings.stations if station.incline.port]
    for port in dict.fromkeys(ports):
        if _is_forbidden(port, machine):
            wrong = f"{port} may not be used by this user"
            yield _lack("serial ports", wrong, "sudo usermod -aG dialout $USER", ", log in again")


def _readers(settings: Settings, machine: Machine) -> Iterator[Lack]:
    for reader in settings.readers:
        if _is_forbidden(reader.port, machine):
            wrong = f"{reader.port} may not be read by this user"
            yield _lack(_INPUT, wrong, "sudo usermod -aG input $USER", ", log in again")


def _pins(settings: Settings, machine: Machine) -> Iterator[Lack]:
    wanted = settings.gpio.buzzer_pin is not None or any(s.panel.pins for s in settings.stations)
    chips = sorted((machine.root / "dev").glob("gpiochip*"))
    if not wanted or settings.gpio.pins != "gpio" or not chips:
        return  # where there are no pins at all, the panel itself says so
    if not machine.has_module("lgpio"):
        yield _lack(_PINS, "one package is missing for its pins", "sudo apt install python3-lgpio")
    if not any(machine.may_use(chip) for chip in chips):
        wrong = "this user may not use the pins"
        yield _lack(_PINS, wrong, "sudo usermod -aG gpio $USER", ", log in again")


def _is_forbidden(port: str, machine: Machine) -> bool:
    path = machine.root / port.lstrip("/")
    return path.exists() and not machine.may_use(path)


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""

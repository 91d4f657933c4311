"""Makes the virtual machine's disk by debootstrap, once for each recipe; for root, online."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.vm.recipe import (
    AGENT,
    DISK_MEGABYTES,
    FILES,
    GROUPS,
    HOME,
    MASKED,
    PACKAGES,
    SUITE,
    TREE,
    USER,
    key,
)

FOLDER: Final = TREE / "build" / "vm"
MIRROR: Final = os.environ.get("DEBIAN_MIRROR", "")
"""Where Debian comes from; "" for debootstrap's own choice."""
NEEDED: Final = ("debootstrap", "mkfs.ext4", "qemu-system-x86_64", "qemu-img")
_OF_THE_HOST: Final = ("etc/apt/apt.conf.d", "usr/local/share/ca-certificates", "etc/ssl/certs")
"""How this machine reaches its mirrors: of no use to the other one, so it goes at the end."""


class NoMachineError(Exception):
    """No virtual machine can be had here; says why."""


@dataclass(frozen=True, slots=True)
class Image:
    """A disk to boot from, never written to, and its kernel."""

    disk: Path
    kernel: Path
    initrd: Path


def why_not() -> str:
    """The reason to skip; "" where an image can be made or is there."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return (
            f"there is no {' and no '.join(missing)} here "
            "(apt-get install qemu-system-x86 qemu-utils debootstrap)"
        )
    if os.geteuid() != 0 and not image_at(FOLDER / key()).disk.exists():
        return "only root can make the machine's disk"
    return ""


def image_at(folder: Path) -> Image:
    return Image(folder / "disk.raw", folder / "vmlinuz", folder / "initrd.img")


def ready() -> Image:
    """The image of today's recipe, made where it is not there. Raises NoMachineError."""
    refusal = why_not()
    if refusal:
        raise NoMachineError(refusal)
    place = FOLDER / key()
    if not place.exists():
        for old in FOLDER.glob("[0-9a-f]*"):
            shutil.rmtree(old)
        half = FOLDER / f"half-{os.getpid()}"
        half.mkdir(parents=True)
        try:
            _make(half)
            half.rename(place)
        except subprocess.CalledProcessError as error:
            raise NoMachineError(f"its disk could not be made: {error}") from error
        finally:
            shutil.rmtree(half, ignore_errors=True)
    return image_at(place)


def _make(folder: Path) -> None:
    root = folder / "root"
    _say("Making the machine's disk (some minutes, once):")
    _say("  Debian")
    mirror = [MIRROR] if MIRROR else []
    first = ["--variant=minbase", "--include=ca-certificates"]
    _run("debootstrap", *first, SUITE, str(root), *mirror)
    _lay_out(root)
    _say("  packages")
    _inside(root, "apt-get", "--quiet", "update")
    _inside(root, "apt-get", "--yes", "--no-install-recommends", "install", *PACKAGES)
    _inside(root, "sh", f"{HOME}/systemd/install-packages.sh")
    _say("  Python")
    _environment(root)
    _people(root)
    _say("  disk")
    _tidy(root)
    image = image_at(folder)
    shutil.copy(root / "vmlinuz", image.kernel)
    shutil.copy(root / "initrd.img", image.initrd)
    _run("mkfs.ext4", "-q", "-d", str(root), str(image.disk), f"{DISK_MEGABYTES}M")
    shutil.rmtree(root)


def _lay_out(root: Path) -> None:
    for name in _OF_THE_HOST:
        source, target = Path("/", name), root / name
        if source.exists():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, symlinks=name == "etc/ssl/certs")
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    home = root / HOME.lstrip("/")
    home.mkdir(parents=True)
    for name in ("kiosk", "drivers", "screens", "config", "systemd"):
        shutil.copytree(TREE / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "requirements.lock", "README.md", "LICENSE"):
        shutil.copy(TREE / name, home / name)
    shutil.copy(Path(__file__).with_name("agent.py"), root / AGENT.lstrip("/"))


def _environment(root: Path) -> None:
    """As `make setup` makes it. The program itself comes anew at each start of the machine."""
    pip = f"{HOME}/.venv/bin/pip"
    _inside(root, "python3", "-m", "venv", f"{HOME}/.venv")
    wheels = ("--require-hashes", "--only-binary", ":all:")
    _inside(root, pip, "install", "--quiet", *wheels, "-r", f"{HOME}/requirements.lock")
    package = ("--no-index", "--no-build-isolation", "--no-deps", "--editable")
    _inside(root, pip, "install", "--quiet", *package, HOME)


def _people(root: Path) -> None:
    _inside(root, "useradd", "--system", "--user-group", "--shell", "/usr/sbin/nologin", USER)
    for group in GROUPS.split(","):
        _inside(root, "groupadd", "--force", "--system", group)
    _inside(root, "usermod", "--append", "--groups", GROUPS, USER)
    # Nobody knows it when Debian's packages are set up, which make their own.
    (root / "etc/machine-id").write_text(FILES["etc/machine-id"], "utf-8")
    _inside(root, "systemctl", "mask", *MASKED)
    _inside(root, "systemctl", "enable", "switchback-agent.service")
    _inside(root, "/usr/lib/systemd/systemd-update-done")  # else the first start does it all again


def _tidy(root: Path) -> None:
    for name in (*_OF_THE_HOST[:2], "var/lib/apt/lists", "var/cache/apt", "usr/share/doc"):
        shutil.rmtree(root / name, ignore_errors=True)
        (root / name).mkdir()
    (root / "etc/resolv.conf").unlink()


def _inside(root: Path, *command: str) -> None:
    told = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("PIP_") or name.endswith(("_CERT_FILE", "_CERT_DIR", "_proxy", "_PROXY"))
    }
    told |= {"DEBIAN_FRONTEND": "noninteractive", "HOME": "/root", "LC_ALL": "C.UTF-8"}
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    # In a name space of their own the mounts are gone with the command, however it ends: what is
    # taken away afterwards can never be this machine's /dev.
    mounts = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$0" "$@"'
    alone = ("unshare", "--mount", "--propagation=slave", "--pid", "--fork", "--kill-child")
    _run(*alone, "sh", "-c", mounts, str(root), *command, environment=told | {"PATH": path})


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        _say(done.stdout[-3000:] + done.stderr[-3000:])
        done.check_returncode()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(_words: Sequence[str] = ()) -> None:
    _say(str(ready().disk))


if __name__ == "__main__":
    main()

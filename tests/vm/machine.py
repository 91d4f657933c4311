"""A virtual machine that boots, does what it is asked as anybody, and loses its power."""

import json
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.vm.image import Image, NoMachineError
from tests.vm.qmp import Qmp
from tests.vm.recipe import HOME, TREE
from tests.vm.waiting import connected, until

MEMORY_MEGABYTES: Final = 2048
BOOT_S: Final = 300.0
PARTS: Final = ("kiosk", "drivers", "screens", "config", "systemd", "tests", "pyproject.toml")
"""What is put into the machine of the tree that this module lies in, at each start."""
KVM: Final = ("-accel", "kvm", "-cpu", "host,-arch-capabilities")
TCG: Final = ("-accel", "tcg,thread=multi", "-cpu", "Nehalem")
"""Not "max": vectors as wide as that are dear to emulate, and Qt asks for no more than this."""
KVM_TRIAL_S: Final = 15.0
BOOTS_WITH: Final = (
    "root=/dev/vda rw quiet console=ttyS0 panic=-1 systemd.show_status=no "
    "mitigations=off audit=0 nmi_watchdog=0"
)


@dataclass(frozen=True, slots=True)
class Done:
    """A command's outcome."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return (self.out + self.err).strip()


class Machine:
    """One machine on a disk that lives as long as it, through any number of boots."""

    def __init__(self, image: Image, folder: Path) -> None:
        self._image = image
        self.folder = folder
        self._disk = folder / "disk.qcow2"
        base = ("-b", str(image.disk), "-F", "raw")
        _run("qemu-img", "create", "-q", "-f", "qcow2", *base, str(self._disk))
        self._tree = folder / "tree.tar"
        _pack(self._tree)
        self.acceleration = acceleration(image, folder)
        self._process: subprocess.Popen[bytes] | None = None
        self.qmp: Qmp
        self.booted_s = 0.0

    # -- power -------------------------------------------------------------------------------------

    def boot(self) -> None:
        """Until it can be asked. Raises NoMachineError with the end of its console."""
        began = time.monotonic()
        for old in self.folder.glob("*.socket"):
            old.unlink()
        with self._console.open("ab") as console:
            self._process = subprocess.Popen(
                self._command(), stdin=subprocess.DEVNULL, stdout=console, stderr=console
            )
        try:
            self.qmp = Qmp(self.folder / "qmp.socket")
            self._agent = connected(self.folder / "agent.socket")
            self._agent.settimeout(BOOT_S)
            self._answers = self._agent.makefile("rb")
            self._hear()
        except (OSError, ValueError) as error:
            raise NoMachineError(f"it does not boot ({error}): {self._last_words()}") from error
        self.booted_s = time.monotonic() - began

    def cut_power(self) -> None:
        """At once. What the guest has handed to its disk is there at the next boot, and no more."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process = None
        with suppress(OSError):
            self._answers.close()
            self._agent.close()
            self.qmp.close()

    @property
    def _console(self) -> Path:
        return self.folder / "console.log"

    def _last_words(self) -> str:
        return self._console.read_text("utf-8", "replace")[-2000:]

    def _command(self) -> list[str]:
        def port(name: str) -> tuple[str, ...]:
            place = self.folder / f"{name}.socket"
            line = f"socket,id={name},path={place},server=on,wait=off"
            to = f"virtserialport,chardev={name},name=switchback.{name}"
            return ("-chardev", line, "-device", to)

        def disk(name: str, file: Path, form: str, *more: str) -> tuple[str, ...]:
            how = ",".join((f"if=none,id={name},file={file},format={form}", *more))
            return ("-drive", how, "-device", f"virtio-blk-pci,drive={name},serial={name}")

        return [
            *("setpriv", "--pdeathsig=KILL", "qemu-system-x86_64"),
            *(
                "-machine",
                "q35,sata=off",
                *self.acceleration,
                "-smp",
                "2",
                "-m",
                str(MEMORY_MEGABYTES),
            ),
            *("-no-user-config", "-nodefaults", "-display", "none", "-nic", "none", "-no-reboot"),
            *("-kernel", str(self._image.kernel), "-initrd", str(self._image.initrd)),
            *("-append", BOOTS_WITH, "-serial", "stdio"),
            *("-qmp", f"unix:{self.folder / 'qmp.socket'},server=on,wait=off"),
            *disk("system", self._disk, "qcow2"),
            *disk("tree", self._tree, "raw", "readonly=on"),
            *("-device", "virtio-rng-pci", "-device", "virtio-serial-pci"),
            *port("agent"),
            *port("rig"),
            *("-device", "qemu-xhci,id=usb", "-device", "virtio-scsi-pci,id=bench"),
        ]

    # -- commands ----------------------------------------------------------------------------------

    def run(self, *command: str, user: str = "", given: str = "", patience_s: float = 60.0) -> Done:
        """As root where no user is named. Raises OSError when the machine does not answer."""
        asked = {"argv": command, "user": user, "input": given, "timeout_s": patience_s}
        self._agent.sendall(json.dumps(asked).encode() + b"\n")
        self._agent.settimeout(patience_s + 30)
        return Done(**self._hear())

    def must(self, *command: str, user: str = "", given: str = "", patience_s: float = 60.0) -> str:
        """Its output. Raises RuntimeError when it fails."""
        done = self.run(*command, user=user, given=given, patience_s=patience_s)
        if done.code:
            raise RuntimeError(f"{' '.join(command)}: {done.code}: {done.said[-3000:]}")
        return done.out

    def _hear(self) -> dict[str, Any]:
        line = self._answers.readline()
        if not line:
            raise ConnectionResetError("the machine has ended")
        return json.loads(line)

    def take_tree(self) -> None:
        """Puts the program and its rigs where the image has an empty one."""
        self.must("tar", "-xf", "/dev/disk/by-id/virtio-tree", "-C", HOME, patience_s=300)


def acceleration(image: Image, folder: Path) -> tuple[str, ...]:
    """KVM where a kernel really starts by it, else emulation, which takes about ten times as long.

    Some machines in machines have a /dev/kvm that stops at the first instruction it does not know.
    """
    heard = folder / "tried.log"
    alone = ("-machine", "q35", "-m", "256", "-nodefaults", "-display", "none", "-no-reboot")
    kernel = ("-kernel", str(image.kernel), "-append", "console=ttyS0 panic=-1", "-serial", "stdio")
    with heard.open("wb") as log:
        tried = subprocess.Popen(
            ["qemu-system-x86_64", *alone, *kernel, *KVM],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )

    def verdict() -> tuple[str, ...] | None:
        said = heard.read_bytes()
        if b"Linux version" in said:
            return KVM
        return TCG if b"internal error" in said or tried.poll() is not None else None

    try:
        return until("a kernel", verdict, KVM_TRIAL_S)
    except TimeoutError:
        return TCG
    finally:
        tried.kill()
        tried.wait()


@contextmanager
def machine(image: Image) -> Generator[Machine]:
    """A new one, not yet booted; nothing is left of it afterwards."""
    with tempfile.TemporaryDirectory(prefix="switchback-vm-", dir="/var/tmp") as folder:
        one = Machine(image, Path(folder))
        try:
            yield one
        finally:
            one.cut_power()


def _pack(file: Path) -> None:
    def wanted(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
        if entry.name.endswith("__pycache__"):
            return None
        entry.uid = entry.gid = 0
        return entry

    with tarfile.open(file, "w") as archive:
        for name in PARTS:
            archive.add(TREE / name, name, filter=wanted)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)

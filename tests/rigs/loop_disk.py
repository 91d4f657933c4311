"""A file as a disk of its own with ext4 on it, whose power can be cut; for root only."""

import fcntl
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SHUTDOWN = 0x8004587D
"""FS_IOC_SHUTDOWN."""
_NO_LOG_FLUSH = 2
"""What was not flushed is forgotten, and nothing more reaches the disk."""
_SECTOR = 512
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only the image's own bytes lie there, and go with it


class NoLoopDiskError(Exception):
    """This machine gives no disks away; says why."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """What has gone to the disk so far, below the file system."""

    written_bytes: int
    writes: int
    flushes: int


class LoopDisk:
    """Mounted at `place`; `cut` is the plug, `mend` is the next boot."""

    def __init__(self, image: Path, place: Path) -> None:
        self._image = image
        self.place = place
        self._device = ""

    def plug_in(self) -> None:
        self._device = _run("losetup", "--find", "--show", str(self._image)).strip()
        self.mount()

    def mount(self) -> None:
        """With ext4's own defaults, and read-only after an error, as Debian's fstab has it."""
        options = "noatime,errors=remount-ro"
        _run("mount", "-t", "ext4", "-o", options, self._device, str(self.place))

    def cut(self) -> None:
        """From now on nothing reaches the disk, and what was not flushed never did."""
        folder = os.open(self.place, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.ioctl(folder, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(folder)

    def mend(self) -> None:
        """Unmounted, checked and mounted again; nobody may have a file open on it."""
        self.unmount()
        checked = subprocess.run(
            ["e2fsck", "-p", "-f", self._device], capture_output=True, text=True, check=False
        )
        if checked.returncode > 1:  # 1: errors were corrected
            raise RuntimeError(f"The file system did not survive: {checked.stdout}")
        self.mount()

    def unmount(self) -> None:
        _run("umount", str(self.place))

    def fail(self) -> None:
        """An error that the kernel answers by making the file system read-only."""
        name = Path(self._device).name
        Path(f"/sys/fs/ext4/{name}/trigger_fs_error").write_text("a test\n", encoding="ascii")

    @property
    def traffic(self) -> Traffic:
        words = Path(f"/sys/block/{Path(self._device).name}/stat").read_text("ascii").split()
        flushes = int(words[15]) if len(words) > 15 else 0  # since Linux 5.5
        return Traffic(int(words[6]) * _SECTOR, int(words[4]), flushes)

    def throw_away(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.place)], capture_output=True, check=False)
        if self._device:
            subprocess.run(["losetup", "--detach", self._device], capture_output=True, check=False)


@contextmanager
def loop_disk(megabytes: int) -> Generator[LoopDisk]:
    """A new and empty one. Raises NoLoopDiskError where that is not allowed."""
    roomy = _IN_MEMORY if _IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="switchback-disk-", dir=roomy) as folder:
        image, place = Path(folder, "image"), Path(folder, "mounted")
        place.mkdir()
        with image.open("wb") as file:
            file.truncate(megabytes << 20)
        disk = LoopDisk(image, place)
        try:
            _run("mkfs.ext4", "-q", "-m", "0", "-E", "lazy_itable_init=0", str(image))
            disk.plug_in()
        except (OSError, subprocess.CalledProcessError) as error:
            disk.throw_away()
            raise NoLoopDiskError(f"no loop disk can be mounted here: {_words(error)}") from error
        try:
            yield disk
        finally:
            disk.throw_away()


def why_no_loop_disk() -> str | None:
    """The reason to skip; None where there are loop disks."""
    if shutil.which("mkfs.ext4") is None:
        return "there is no mkfs.ext4 here"
    try:
        with loop_disk(8):
            return None
    except NoLoopDiskError as error:
        return str(error)


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _words(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return str(error.stderr).strip()
    return str(error)

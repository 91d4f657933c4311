"""Files on disks that lose power, on sticks that are pulled, and from strangers."""

import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class NotPlainError(OSError):
    """It is a pipe, a device or a folder."""


@contextmanager
def whole_file(path: Path, mode: int | None = None) -> Generator[BinaryIO]:
    """A file to write to, which appears as `path` once the block has ended well, with the rights
    `mode`, else as usual.

    Under the name stands all of it or what stood there before, also on a stick, and whenever the
    power fails. Raises OSError; nothing is left behind then.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)  # of one that was cut; or a link that a stranger laid
        with part.open("xb") as file:
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            _under_name(file, part, path)
    finally:
        with suppress(OSError):  # the disk has gone: a hidden part harms nobody
            part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """All of it or what stood there before. Raises OSError."""
    with whole_file(path, mode) as file:
        file.write(content)


def put_under_name(part: Path, target: Path) -> None:
    """`part` becomes `target` in one step, and stays so whenever the power fails; OSError."""
    with part.open("rb+") as written:
        _under_name(written, part, target)


def _under_name(written: BinaryIO, part: Path, target: Path) -> None:
    os.fsync(written.fileno())
    part.replace(target)
    # On sticks: without this second time FAT loses the file, without the first exFAT.
    os.fsync(written.fileno())
    keep_names(target.parent)


def keep_names(folder: Path) -> None:
    """What has been made, renamed or deleted in `folder` stays so. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some file systems cannot, and need not
            raise
    finally:
        os.close(descriptor)


def open_plain(path: str | Path, *, within: int | None = None, follow: bool = False) -> BinaryIO:
    """A file to read from, and nothing else: no pipe or device is waited for, and no link at its
    end is followed unless `follow`; `within` an open folder, where one is given. Raises OSError.
    """
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    descriptor = os.open(path, flags | (0 if follow else os.O_NOFOLLOW), dir_fd=within)
    file = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise NotPlainError(errno.EINVAL, "it is no file", str(path))
    return file

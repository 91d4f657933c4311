"""Writing files so that under the final name stands all of it or nothing, also on a stick."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kiosk import files
from kiosk.errors import ExportError
from kiosk.stick import FULL, PULLED
from kiosk.words import Text, text


@contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """A file to write to, which appears as `path` once the block has ended well.

    Raises ExportError when the disk does not take it; nothing is left behind then.
    """
    try:
        with files.whole_file(path) as file:
            yield file
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error


def make_folder(path: Path) -> None:
    """Creates a folder and those above it. Raises ExportError when the disk does not take it."""
    try:
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            files.keep_names(path.parent)
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error


def make_folder_in(path: Path) -> None:
    """The same within a folder that somebody chose, of which no link leads out."""
    refuse_link(path)
    make_folder(path)


def refuse_link(path: Path) -> None:
    """Raises ExportError where a link would lead elsewhere: on a stranger's stick onto our disk."""
    try:
        is_link = path.is_symlink()
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error
    if is_link:
        raise ExportError(
            text(
                "{folder} on the disk or stick leads elsewhere: delete it on a laptop, then export "
                "again.",
                folder=path.name,
            )
        )


def failed(error: OSError) -> ExportError:
    """What could not even be looked at, as one that could not be written."""
    told = ExportError(str(error))
    told.__cause__ = error
    return told


def at_the_stick(error: ExportError) -> str:
    """The same of a stick that could be written to when the export began."""
    cause = error.__cause__
    if not isinstance(cause, OSError) or isinstance(str(error), Text):
        return str(error)
    return FULL if cause.errno in (errno.ENOSPC, errno.EDQUOT) else PULLED


def at_the_screen(error: ExportError) -> str:
    """What to do where nobody can choose another folder: at the kiosk, in any language."""
    cause = error.__cause__
    if not isinstance(cause, OSError) or isinstance(str(error), Text):
        return str(error)
    match cause.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return text("The disk is full: free some space, then try again.")
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.ENOTDIR | errno.EEXIST:
            return text("The disk cannot be written to: have the kiosk looked at.")
        case errno.EIO | errno.ENODEV | errno.ENXIO | errno.ENOENT:
            return text("The disk has gone: plug it in and try again.")
        case _:
            return text(
                "The disk does not take it ({reason}): try again.",
                reason=cause.strerror or text("unknown reason"),
            )


def _sentence(path: Path, error: OSError) -> str:
    """For the command line."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"There is no room for {path}: free some, or choose another disk with --out."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"{path} cannot be written: choose a folder you may write to with --out."
        case errno.ENOTDIR | errno.EEXIST:
            return f"{path} cannot be created because a file is in the way: choose another --out."
        case errno.ENOENT if not path.parent.exists():
            return f"There is no folder {path.parent}: create it, or plug its disk in again."
        case errno.EIO | errno.ENODEV | errno.ENXIO | errno.ENOENT:
            return f"{path} could not be written, the disk has gone: plug it in and export again."
        case _:
            return f"{path} cannot be written ({error.strerror}): choose another folder with --out."

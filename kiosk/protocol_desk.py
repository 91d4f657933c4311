"""Writes the club's own workouts: whole files in the data folder, and nowhere else."""

import errno
import logging
import re
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from kiosk.clock import Clock
from kiosk.coach_port import DeskAnswer
from kiosk.errors import ExportError, ProtocolError
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.training.protocols import load_files, parse_protocol, plan
from kiosk.words import text

_logger = logging.getLogger(__name__)

_REMARK = re.compile(rb"^\s*#|\s# ", re.MULTILINE)


class ProtocolDesk:
    """The ProtocolWrites of a kiosk: requests return at once, `disk` carries them out in order.

    `folders` are the shipped workouts and the club's own; `look` tells of what has changed.
    """

    def __init__(
        self,
        folders: tuple[Path, Path],
        disk: Executor,
        clock: Clock,
        post: Callable[[DeskAnswer], None],
        look: Callable[[], None],
    ) -> None:
        self._shipped, self._own = folders
        self._disk, self._clock = disk, clock
        self._post, self._look = post, look

    def save_protocol(self, ask: int, content: str, own_id: str) -> None:
        self._disk.submit(self._do, ask, partial(self._save, content, own_id))

    def delete_protocol(self, ask: int, own_id: str) -> None:
        self._disk.submit(self._do, ask, partial(self._delete, own_id))

    # -- in the disk's thread ----------------------------------------------------------------------

    def _do(self, ask: int, write: Callable[[], None]) -> None:
        try:
            write()
            refusal = ""
        except Exception as error:  # noqa: BLE001 - whoever asked waits for an answer
            refusal = _words(error)
        self._look()  # first the workouts, so that what has been saved is among them
        self._post(DeskAnswer(self._clock.monotonic(), ask, refusal))

    def _save(self, content: str, own_id: str) -> None:
        protocol = parse_protocol(content, text("The workout"))
        plan(protocol)
        files = self._files()
        if protocol.id != own_id and (protocol.id in files or protocol.id in self._shipped_ids()):
            raise ProtocolError(
                text("Another workout has taken this name meanwhile: save once more.")
            )
        make_folder(self._own)
        if (before := files.get(own_id)) is not None:
            _keep_remarks(before)
        with whole_file(before or self._free(protocol.id)) as file:
            file.write(content.encode())

    def _delete(self, own_id: str) -> None:
        """One that has gone already is deleted, too."""
        if (file := self._files().get(own_id)) is not None:
            file.unlink(missing_ok=True)

    def _files(self) -> dict[str, Path]:
        """By id."""
        return {protocol.id: file for protocol, file in load_files([self._own])[0]}

    def _shipped_ids(self) -> set[str]:
        return {protocol.id for protocol, _ in load_files([self._shipped])[0]}

    def _free(self, name: str) -> Path:
        """A file that is not there yet: what cannot be used keeps its own."""
        file, number = self._own / f"{name}.toml", 2
        while file.exists():
            file, number = self._own / f"{name}-{number}.toml", number + 1
        return file


def _keep_remarks(file: Path) -> None:
    """What somebody wrote by hand stays beside it: the screen's text has no remarks."""
    content = file.read_bytes()
    if _REMARK.search(content):
        with whole_file(file.with_name(f"{file.name}.old")) as old:
            old.write(content)


def _words(error: Exception) -> str:
    """Why something was not written, for whoever stands at the screen."""
    cause = error.__cause__ if isinstance(error, ExportError) else error
    if isinstance(cause, OSError):
        match cause.errno:
            case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
                return text("The disk is full: free some space, then try again.")
            case errno.EROFS | errno.EACCES | errno.EPERM:
                return text("The disk cannot be written to: have the kiosk looked at.")
            case _:
                return text(
                    "The disk does not take it ({reason}): try again.",
                    reason=cause.strerror or text("unknown reason"),
                )
    if isinstance(error, ProtocolError):
        return str(error)
    _logger.error("A workout could not be written", exc_info=error)
    return text("That could not be kept because of a fault in the program: try again.")

"""The release file: a plain tar of manifest, signature and wheels, read so that nothing of it is
trusted before the signature, and of the rest nothing but what the manifest announces.
"""

import hashlib
import os
import shutil
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.errors import ReleaseError
from kiosk.files import NotPlainError, open_plain, whole_file
from kiosk.release import signature
from kiosk.release.layout import KEY_FILE
from kiosk.release.manifest import SIZE_LIMIT, Manifest, Wheel, parse_manifest
from kiosk.words import text

FIRST, SECOND = "manifest.json", "manifest.sig"
_BLOCK: Final = tarfile.BLOCKSIZE
_AT_ONCE: Final = 1 << 20


class ReleaseFile:
    """An open release whose signature is good; what it says of itself may be believed."""

    def __init__(self, file: BinaryIO, path: Path, manifest: Manifest, public_key: bytes) -> None:
        self._file = file
        self._path = path
        self.manifest = manifest
        self.public_key = public_key
        """PEM: what it was signed with."""

    def unpack(self, folder: Path | None) -> None:
        """Writes the wheels into `folder`, or with None only reads them.

        Raises ReleaseError at the first that is not what was signed, or when the disk takes no
        more; what has been written by then stays.
        """
        for wheel in self.manifest.wheels:
            try:
                self._take(wheel, folder)
            except OSError as error:
                raise ReleaseError(
                    text(
                        "{file} could not be taken in ({why}): make room on the disk, leave the "
                        "stick in, and try again.",
                        file=self._path.name,
                        why=error.strerror or "",
                    )
                ) from error

    def _take(self, wheel: Wheel, folder: Path | None) -> None:
        if _member(self._file) != (wheel.name, wheel.size):
            raise _damaged(self._path)
        digest = hashlib.sha256()
        target = Path(os.devnull) if folder is None else folder / wheel.name
        with target.open("wb" if folder is None else "xb") as out:
            left = wheel.size
            while left:
                data = self._file.read(min(left, _AT_ONCE))
                if not data:
                    raise _damaged(self._path)
                left -= len(data)
                digest.update(data)
                out.write(data)
        self._file.read(-wheel.size % _BLOCK)
        if digest.hexdigest() != wheel.sha256:
            raise _damaged(self._path)


@contextmanager
def opened(path: Path, public_key: Path | None = KEY_FILE) -> Generator[ReleaseFile]:
    """The release at `path`, whose signature is checked first, with the key in that file.

    With None it is a first installation: the release brings its own key, and whoever brought the
    file is trusted. Raises ReleaseError where it is no release, damaged, or signed by another.
    """
    try:
        with open_plain(path, follow=True) as file:
            yield _read_head(file, path, None if public_key is None else _key(public_key))
    except NotPlainError as error:
        raise _damaged(path) from error
    except OSError as error:
        raise ReleaseError(
            text(
                "{file} cannot be read ({why}): leave the stick in, and try again.",
                file=path.name,
                why=error.strerror or "",
            )
        ) from error


def write_release(folder: Path, manifest: Manifest, signed: bytes, out: Path) -> Path:
    """Packs the wheels in `folder` into a release in the folder `out`; the same bytes each time.

    Raises OSError.
    """
    path = out / manifest.file_name
    with whole_file(path, 0o644) as file:
        for name, data in ((FIRST, manifest.to_bytes()), (SECOND, signed)):
            file.write(_header(name, len(data)) + data + bytes(-len(data) % _BLOCK))
        for wheel in manifest.wheels:
            file.write(_header(wheel.name, wheel.size))
            with (folder / wheel.name).open("rb") as source:
                shutil.copyfileobj(source, file, _AT_ONCE)
            file.write(bytes(-wheel.size % _BLOCK))
        file.write(bytes(2 * _BLOCK))
    return path


def _key(path: Path) -> bytes:
    try:
        return path.read_bytes()[:SIZE_LIMIT]
    except OSError as error:
        raise ReleaseError(
            text(
                "There is no key for releases in {file}: install the kiosk anew; the history "
                "stays.",
                file=path,
            )
        ) from error


def _read_head(file: BinaryIO, path: Path, key: bytes | None) -> ReleaseFile:
    head = _small_member(file, path, FIRST)
    signed = _small_member(file, path, SECOND)
    if len(signed) != signature.BYTES:
        raise _damaged(path)
    if key is None:
        manifest = parse_manifest(head)
        if not signature.is_known() or signature.is_signed(manifest.key.encode(), signed, head):
            return ReleaseFile(file, path, manifest, manifest.key.encode())
        raise _damaged(path)
    if not signature.is_signed(key, signed, head):
        raise ReleaseError(
            text(
                "{file} is damaged, or was not made by those who made this kiosk's program: take "
                "it anew from where the first one came from.",
                file=path.name,
            )
        )
    return ReleaseFile(file, path, parse_manifest(head), key)


def _small_member(file: BinaryIO, path: Path, name: str) -> bytes:
    found = _member(file)
    if found is None or found[0] != name or found[1] > SIZE_LIMIT:
        raise _damaged(path)
    data = file.read(found[1])
    file.read(-found[1] % _BLOCK)
    if len(data) != found[1]:
        raise _damaged(path)
    return data


def _member(file: BinaryIO) -> tuple[str, int] | None:
    """Name and size of the plain file that comes next; links, folders and extensions are none."""
    try:
        info = tarfile.TarInfo.frombuf(file.read(_BLOCK), "utf-8", "strict")
    except (tarfile.HeaderError, UnicodeDecodeError, ValueError):
        return None
    return (info.name, info.size) if info.type == tarfile.REGTYPE and info.size >= 0 else None


def _header(name: str, size: int) -> bytes:
    info = tarfile.TarInfo(name)
    info.size = size
    return info.tobuf(tarfile.USTAR_FORMAT)


def _damaged(path: Path) -> ReleaseError:
    return ReleaseError(
        text(
            "{file} is not a release of Switchback, or it is damaged: copy it onto the stick anew.",
            file=path.name,
        )
    )

"""What a release says of itself: its version, what it runs on, the hash of every wheel in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, cast

from kiosk.errors import ReleaseError
from kiosk.release.layout import version_key
from kiosk.words import text

FORMAT: Final = 1
SIZE_LIMIT: Final = 256 * 1024
WHEELS_LIMIT: Final = 200
WHEEL_BYTES: Final = 300_000_000
RELEASE_BYTES: Final = 800_000_000
"""All wheels together; Qt's is the largest by far."""
_WHEEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,190}\.whl")
_WORD: Final = re.compile(r"[A-Za-z0-9_.]{1,20}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Wheel:
    """One file of a release."""

    name: str
    sha256: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that is signed."""

    version: str
    arch: str
    """As `uname -m` says it."""
    python: str
    """Like 3.13."""
    schema: str
    """The revision that it brings a history to."""
    wheels: tuple[Wheel, ...]
    key: str = ""
    """The public key of who made it, PEM: what a first installation takes for good from then on."""

    @property
    def size(self) -> int:
        """Of all wheels, bytes."""
        return sum(wheel.size for wheel in self.wheels)

    @property
    def file_name(self) -> str:
        return f"switchback-{self.version}-{self.arch}.release"

    def to_bytes(self) -> bytes:
        return json.dumps({"format": FORMAT} | asdict(self), indent=1).encode() + b"\n"


def parse_manifest(data: bytes) -> Manifest:
    """Any bytes at all. Raises ReleaseError where they are not a manifest that we can follow."""
    try:
        tree = json.loads(data.decode("utf-8")) if len(data) <= SIZE_LIMIT else None
    except (ValueError, RecursionError):
        tree = None
    if not isinstance(tree, dict):
        raise _damaged()
    fields = cast("dict[str, Any]", tree)
    if fields.get("format") != FORMAT:
        raise ReleaseError(
            text("This release is of a kind that this version does not know: take an older one.")
        )
    try:
        return _checked(fields)
    except (KeyError, TypeError) as error:
        raise _damaged() from error


def _checked(fields: Mapping[str, Any]) -> Manifest:
    wheels = tuple(Wheel(one["name"], one["sha256"], one["size"]) for one in fields["wheels"])
    words = [fields[name] for name in ("version", "arch", "python", "schema")]
    key = fields.get("key", "")
    is_good = (
        all(isinstance(word, str) and _WORD.fullmatch(word) for word in words)
        and isinstance(key, str)
        and 0 < len(wheels) <= WHEELS_LIMIT
        and len({wheel.name for wheel in wheels}) == len(wheels)
        and all(_is_good(wheel) for wheel in wheels)
    )
    if not is_good:
        raise _damaged()
    version_key(words[0])
    made = Manifest(words[0], words[1], words[2], words[3], wheels, key)
    if made.size > RELEASE_BYTES:
        raise ReleaseError(
            text("This release is larger than any real one: take the file anew from its source.")
        )
    return made


def _is_good(wheel: Wheel) -> bool:
    return (
        isinstance(wheel.name, str)  # pyright: ignore[reportUnnecessaryIsInstance] - from a file
        and isinstance(wheel.sha256, str)  # pyright: ignore[reportUnnecessaryIsInstance]
        and type(wheel.size) is int
        and _WHEEL.fullmatch(wheel.name) is not None
        and _HASH.fullmatch(wheel.sha256) is not None
        and 0 < wheel.size <= WHEEL_BYTES
    )


def _damaged() -> ReleaseError:
    return ReleaseError(text("The release says nothing sensible of itself: copy it anew."))

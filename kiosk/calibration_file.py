"""What was calibrated at the screen, kept in one small file of the data directory."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from kiosk.calibration import Calibration
from kiosk.errors import SettingsError
from kiosk.files import write_whole

FILE_NAME = "calibration.json"
SIZE_LIMIT = 256 * 1024
_logger = logging.getLogger(__name__)


class _Entry(BaseModel):
    """The limits are those of the configuration."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    axis: Literal["pitch", "roll"]
    zero_deg: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    invert: bool
    span: Annotated[float, Field(ge=0.5, le=2.0, allow_inf_nan=False)]


_ENTRIES = TypeAdapter(dict[str, _Entry])


def load(path: Path, tell: Callable[[str], None] = _logger.warning) -> dict[str, Calibration]:
    """The calibrations by station; none when there is no file yet.

    A file that cannot be used is set aside and `tell` gets a sentence about it: the
    configuration's values count then.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        tell(
            f"{path} cannot be read ({error.strerror}): the configuration's values are used; "
            "check its permissions, or calibrate again at the screen."
        )
        return {}
    try:  # too large a file is not read to its end, and so is no JSON
        entries = _ENTRIES.validate_json(raw if len(raw) <= SIZE_LIMIT else b"")
    except ValidationError:
        tell(_set_aside(path))
        return {}
    return {station: Calibration(**entry.model_dump()) for station, entry in entries.items()}


def save(path: Path, calibrations: Mapping[str, Calibration]) -> None:
    """Puts them on the disk: under `path` stands all of it or what stood there before.

    Raises SettingsError when one is beyond reason or the disk does not take it.
    """
    try:
        entries = _ENTRIES.validate_python(
            {station: asdict(calibration) for station, calibration in calibrations.items()}
        )
    except ValidationError:
        raise SettingsError(
            "This calibration cannot be right: set the deck flat and calibrate again."
        ) from None
    try:
        write_whole(path, _ENTRIES.dump_json(entries, indent=1) + b"\n", 0o600)
    except OSError as error:
        raise SettingsError(
            f"The calibration cannot be written to {path} ({error.strerror}): it holds until the "
            "kiosk is stopped; make room on the disk and calibrate again."
        ) from None


def _set_aside(path: Path) -> str:
    aside = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(aside)
    except OSError:
        return (
            f"{path} is damaged: the configuration's values are used; take the file away and "
            "calibrate again at the screen."
        )
    return (
        f"{path} was damaged and is now {aside.name}: the configuration's values are used; "
        "calibrate again at the screen."
    )

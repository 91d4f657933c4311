"""Whatever starts and stops the kiosk: systemd, and in tests a process."""

import subprocess
from typing import Final, Protocol

from kiosk.errors import ReleaseError
from kiosk.words import text

WITH_SCREEN: Final = "switchback.service"
WITHOUT: Final = "switchback-headless.service"


class Services(Protocol):
    """The kiosk as a service. Each raises ReleaseError where it cannot be done."""

    def stop(self) -> None:
        """The kiosk has ended when this returns; nothing happens where it did not run."""
        ...

    def start(self) -> None:
        """The kiosk begins, and this waits for nothing."""
        ...

    def is_ready(self) -> bool:
        """Whether it has said so itself, and runs."""
        ...

    def renew(self, version: str) -> None:
        """Units, rules and scripts that nobody has changed are that release's when this returns.
        Called any number of times over, in the way back too.
        """
        ...


class Systemd:
    """Our unit, by systemctl: the one that is enabled, with a screen or without."""

    def __init__(self) -> None:
        self._unit = WITH_SCREEN
        if self._ask("is-enabled", "--quiet", must=False):
            return
        self._unit = WITHOUT
        if not self._ask("is-enabled", "--quiet", must=False):
            self._unit = WITH_SCREEN

    def stop(self) -> None:
        self._ask("stop")

    def start(self) -> None:
        # Not waited for: a Type=notify unit is ready only once its window is there.
        self._ask("reset-failed", must=False)
        self._ask("start", "--no-block")

    def is_ready(self) -> bool:
        return self._ask("is-active", "--quiet", must=False)

    def renew(self, version: str) -> None:
        self._ask("start", unit=f"switchback-system@{version}.service")

    def _ask(self, *words: str, must: bool = True, unit: str = "") -> bool:
        command = ["systemctl", *words, unit or self._unit]
        try:
            done = subprocess.run(command, capture_output=True, timeout=120, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(words[0], str(error)) from error
        if must and done.returncode:
            raise _failed(words[0], done.stderr.decode("utf-8", "replace").strip())
        return done.returncode == 0


def _failed(what: str, why: str) -> ReleaseError:
    return ReleaseError(
        text("The kiosk's service does not {what} ({why}).", what=what, why=why[:200])
    )

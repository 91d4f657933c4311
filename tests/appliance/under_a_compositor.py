"""Inside a root that was installed into: the service's own script with cage and labwc on displays
that are only memory, as the unit's user, with a stand-in for systemd that listens for its beats.
"""

import contextlib
import os
import pwd
import re
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

SCREEN = "/usr/local/lib/switchback/screen.sh"
UNIT = Path("/etc/systemd/system/switchback.service")
RUNTIME = Path("/run/switchback")
NOTIFY = Path("/run/switchback-notify")
WATCHDOG_S = 6


def unit_environment() -> dict[str, str]:
    """What the unit sets; the seat alone is another one, because there is no display here."""
    found = re.findall(r"^Environment=(\w+)=(.*)$", UNIT.read_text("utf-8"), re.MULTILINE)
    return {**dict(found), "LIBSEAT_BACKEND": "noop", "PATH": os.environ["PATH"]}


class Manager:
    """What systemd would hear."""

    def __init__(self) -> None:
        NOTIFY.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(NOTIFY))
        NOTIFY.chmod(0o666)

    def wait_for(self, word: str, seconds: float) -> float | None:
        """Seconds until it was said, None if it was not."""
        began = time.monotonic()
        while (left := seconds - (time.monotonic() - began)) > 0:
            if select.select([self._socket], [], [], left)[0]:
                said = self._socket.recv(4096).decode().splitlines()
                if any(line.startswith(word) for line in said):
                    return time.monotonic() - began
        return None

    def forget(self) -> None:
        while select.select([self._socket], [], [], 0)[0]:
            self._socket.recv(4096)


def become_the_unit() -> None:
    user = pwd.getpwnam("switchback")
    os.initgroups("switchback", user.pw_gid)
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    os.umask(0o077)


def start(displays: int, log: Path) -> "subprocess.Popen[bytes]":
    user = pwd.getpwnam("switchback")
    for folder in (RUNTIME, Path("/var/cache/switchback")):
        folder.mkdir(exist_ok=True, mode=0o700)
        os.chown(folder, user.pw_uid, user.pw_gid)
    environment = {
        **unit_environment(),
        "HOME": "/var/lib/switchback",
        "NOTIFY_SOCKET": str(NOTIFY),
        "WATCHDOG_USEC": str(WATCHDOG_S * 1_000_000),
        "SWITCHBACK_DISPLAYS": str(displays),
        "WAYLAND_DEBUG": "client",
        "WLR_BACKENDS": "headless",
        "WLR_HEADLESS_OUTPUTS": str(displays),
        "WLR_RENDERER": "pixman",
    }
    with log.open("wb") as out:
        return subprocess.Popen(
            [SCREEN],
            env=environment,
            cwd="/var/lib/switchback",
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=become_the_unit,  # noqa: PLW1509 (one thread)
        )


def check(name: str, is_so: object, told: str) -> None:
    print(f"{'ok' if is_so else 'FAILED'}  {name}: {told}", flush=True)  # noqa: T201
    if not is_so:
        raise SystemExit(1)


def try_out(displays: int, manager: Manager) -> None:
    name = "cage" if displays == 1 else "labwc"
    log = Path(f"/tmp/{name}.log")  # noqa: S108 (a root that is thrown away)
    compositor = start(displays, log)
    try:
        took = manager.wait_for("READY=1", 180)
        check(name, took, f"READY=1 after {took or 0:.1f} s" if took else log.read_text()[-2000:])
        beat = manager.wait_for("WATCHDOG=1", WATCHDOG_S)
        check(name, beat is not None, f"a beat within {WATCHDOG_S} s")
        time.sleep(5)  # the second display opens with a later beat
        asked = re.findall(r"-> xdg_toplevel.*set_fullscreen\((\w+[#@]\d+)\)", log.read_text())
        check(name, len(set(asked)) == displays, f"windows over the whole of {sorted({*asked})}")
        kiosk = int((RUNTIME / "kiosk.pid").read_text())
        os.kill(kiosk, signal.SIGSTOP)
        manager.forget()
        silent = manager.wait_for("WATCHDOG=1", WATCHDOG_S)
        os.kill(kiosk, signal.SIGCONT)
        check(name, silent is None, "a kiosk that hangs is not heard")
        began = time.monotonic()
        subprocess.run([SCREEN, "stop"], env=unit_environment(), check=True)
        compositor.wait(10)
        check(name, True, f"stopped in {time.monotonic() - began:.1f} s, the kiosk first")
        check(name, "connection broke" not in log.read_text(), "with its display to the end")
    finally:
        with contextlib.suppress(ProcessLookupError):
            compositor.kill()


def main() -> int:
    manager = Manager()
    for displays in (1, 2):
        try_out(displays, manager)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs in the virtual machine, as root: commands come by a virtio port, their outcome goes back.

A line of JSON each way: {"argv", "user", "input", "timeout_s"} and {"code", "out", "err"}. It needs
nothing but Debian's Python.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

PORT = Path("/dev/virtio-ports/switchback.agent")


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Never raises: a command that cannot be run has the exit status 127, one that hangs 124."""
    user = asked.get("user", "")
    before = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups"] if user else []
    try:
        done = subprocess.run(
            [*before, *asked["argv"]],
            input=asked.get("input", ""),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            cwd="/",
            timeout=asked.get("timeout_s", 60.0),
        )
    except subprocess.TimeoutExpired as late:
        return {"code": 124, "out": "", "err": str(late)}
    except OSError as error:
        return {"code": 127, "out": "", "err": str(error)}
    return {"code": done.returncode, "out": done.stdout, "err": done.stderr}


def main() -> None:
    with PORT.open("r+b", buffering=0) as port:
        port.write(b'{"hello": 1}\n')
        line = b""
        while True:
            line += port.read(1 << 16) or b""
            while b"\n" in line:
                first, line = line.split(b"\n", 1)
                port.write(json.dumps(answer(json.loads(first))).encode() + b"\n")


if __name__ == "__main__":
    main()

"""Runs in the virtual machine, as root: what another computer finds on a stick that was pulled.

Debian's Python only. look.py DEVICE FOLDER prints JSON: digests of the files with a final name in
that folder, the others beside it, what fsck says and whether the backup is sound.
"""

import hashlib
import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

CHECKS = {
    "vfat": ("fsck.vfat", "-n"),
    "exfat": ("fsck.exfat", "-n"),
    "ext4": ("e2fsck", "-n", "-f"),
}


def main() -> None:
    device, folder = sys.argv[1], sys.argv[2]
    kind = _run("blkid", "-p", "-o", "value", "-s", "TYPE", device).stdout.strip()
    checked = _run(*CHECKS[kind], device) if kind in CHECKS else None
    with tempfile.TemporaryDirectory() as place:
        options = "ro,utf8=1" if kind == "vfat" else "ro"
        mounted = _run("mount", "-t", kind, "-o", options, device, place)
        if mounted.returncode:
            found: dict[str, Any] = {"trouble": mounted.stderr}
        else:
            try:
                found = _contents(Path(place), folder)
            finally:
                _run("umount", place)
    found |= {"kind": kind, "fsck": "" if checked is None else _first_words(checked)}
    sys.stdout.write(json.dumps(found))


def _contents(place: Path, folder: str) -> dict[str, Any]:
    there: dict[str, str] = {}
    unreadable: list[str] = []
    for path in sorted((place / folder).rglob("*")):
        name = str(path.relative_to(place / folder))
        try:
            if path.is_file() and not path.name.startswith("."):
                there[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            unreadable.append(f"{name}: {error}")
    return {
        "there": there,
        "unreadable": unreadable,
        "beside": sorted(one.name for one in place.iterdir() if one.name != folder),
        "backup": _verdict(place / folder / "switchback-backup.sqlite3"),
    }


def _verdict(backup: Path) -> str:
    """ "" where there is none."""
    if not backup.is_file():
        return ""
    try:
        with closing(sqlite3.connect(f"file:{backup}?mode=ro&immutable=1", uri=True)) as copy:
            return str(copy.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite3.Error as error:
        return str(error)


def _first_words(checked: subprocess.CompletedProcess[str]) -> str:
    return "" if checked.returncode == 0 else (checked.stdout + checked.stderr)[:600]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()

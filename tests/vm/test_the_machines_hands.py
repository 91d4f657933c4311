"""The parts of the virtual machine's lanes that need no machine."""

import json
import random
import shutil
import socket
import struct
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.rigs.stick_judge import complaints, had, sessions_of
from tests.vm import agent, look, recipe, stick_media
from tests.vm.qmp import Qmp, QmpError


def test_the_agent_says_how_a_command_ended() -> None:
    assert agent.answer({"argv": ["cat"], "input": "hills"}) == {
        "code": 0,
        "out": "hills",
        "err": "",
    }
    assert agent.answer({"argv": ["no-such-program"]})["code"] == 127
    assert agent.answer({"argv": ["sleep", "9"], "timeout_s": 0.01})["code"] == 124


def test_a_sticks_table_has_one_partition_that_fills_it() -> None:
    sector = stick_media.table("exfat", 64 << 20)
    kind, first, count = struct.unpack_from("<4xB3xII", sector, 0x1BE)
    assert (len(sector), sector[-2:], kind) == (512, b"\x55\xaa", 7)
    assert (first + count) * 512 == 64 << 20


def test_a_table_of_rubbish_still_bears_its_mark(tmp_path: Path) -> None:
    stick_media.rubbish(tmp_path / "stick", random.Random(1))
    assert (tmp_path / "stick").read_bytes()[510:512] == b"\x55\xaa"


def test_half_a_file_and_a_missing_one_are_complained_of() -> None:
    wanted = {"hills-1/a.csv": "x", "hills-2/a.csv": "y"}
    assert had(wanted, [2]) == {"hills-1/a.csv"}
    assert complaints(wanted, {"hills-1/a.csv": "x"}, had(wanted, [2])) == []
    assert len(complaints(wanted, {"hills-2/a.csv": "z"}, had(wanted, [2]))) == 2
    assert sessions_of({"index.html": "1", "Athletes/Anna/a.csv": "2", **wanted}) == wanted


def test_a_look_leaves_hidden_parts_out_and_reads_the_backup(tmp_path: Path) -> None:
    folder = tmp_path / "Switchback" / "hills-1"
    folder.mkdir(parents=True)
    (folder / "a.csv").write_text("1", "ascii")
    (folder / ".b.csv.part").write_text("half", "ascii")
    (folder.parent / "switchback-backup.sqlite3").write_bytes(b"no history" * 100)
    found = look._contents(tmp_path, "Switchback")
    assert list(found["there"]) == ["hills-1/a.csv", "switchback-backup.sqlite3"]
    assert "not a database" in found["backup"]


def test_another_lock_means_another_disk(tmp_path: Path) -> None:
    for name in ("requirements.lock", "pyproject.toml", "systemd/install-packages.sh"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(recipe.TREE / name, tmp_path / name)
    before = recipe.key(tmp_path)
    assert before == recipe.key()
    (tmp_path / "requirements.lock").write_text("other", "ascii")
    assert recipe.key(tmp_path) != before


@pytest.fixture
def qemu(tmp_path: Path) -> Any:
    """Plays QEMU: answers each line with the next ones told."""
    place = tmp_path / "qmp.socket"
    server = socket.create_server(str(place), family=socket.AF_UNIX)
    threads: list[threading.Thread] = []

    def start(answers: Sequence[Sequence[dict[str, Any]]]) -> Qmp:
        def play() -> None:
            with server, server.accept()[0] as one, one.makefile("rwb") as lines:
                for number, said in enumerate(answers):
                    if number:
                        lines.readline()
                    for line in said:
                        lines.write(json.dumps(line).encode() + b"\n")
                    lines.flush()
                lines.read()

        threads.append(threading.Thread(target=play))
        threads[0].start()
        return Qmp(place)

    yield start
    threads[0].join()


def test_a_stick_is_out_once_qemu_has_let_go_of_it(qemu: Any) -> None:
    gone = {"event": "DEVICE_DELETED", "data": {"device": "stick"}}
    other = {"event": "DEVICE_DELETED", "data": {"path": "/machine/x"}}
    told = qemu(
        [[{"QMP": {}}], [{"return": {}}], [gone, {"return": {}}], [{"return": 1}, other, gone]]
    )
    told.unplug("stick")
    told.unplug("stick")
    told.close()


def test_what_qemu_refuses_is_an_error_with_its_reason(qemu: Any) -> None:
    told = qemu([[{"QMP": {}}], [{"return": {}}], [{"error": {"desc": "no such bus"}}]])
    with pytest.raises(QmpError, match="no such bus"):
        told.do("device_add", bus="usb.7")
    told.close()

"""The wiring: what a touch or a key brings about without waiting for the disk."""

import threading
from concurrent.futures import ThreadPoolExecutor

from kiosk.clock import ManualClock
from kiosk.compose import typed_tags
from kiosk.errors import DeviceError
from kiosk.events import Event, Tag


def test_a_typed_tag_does_not_wait_for_the_disk_that_has_its_key() -> None:
    posted: list[Event] = []
    told: list[str | None] = []
    is_read = threading.Event()
    clock = ManualClock(monotonic=5.0)

    def seal(number: str) -> str:
        assert is_read.wait(10)
        if number == "bad":
            raise DeviceError("The key is damaged")
        return "digest"

    with ThreadPoolExecutor(1) as disk:
        typed = typed_tags(seal, posted.append, clock, disk, told.append)
        typed("0012345678")
        typed("bad")
        assert (posted, told) == ([], [])
        clock.advance(1.0)
        is_read.set()
    assert posted == [Tag(5.0, "digest")]
    assert told == [None, "The key is damaged"]

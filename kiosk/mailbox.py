"""The one way in from any thread: a bounded box that the pump empties."""

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Posts from any thread, drains from one. When full the oldest go, and are counted."""

    def __init__(self, capacity: int = 20_000) -> None:
        self._items: deque[T] = deque()
        self._capacity = capacity
        self._lock = threading.Lock()
        self._arrived = threading.Event()
        self.dropped = 0

    def post(self, item: T) -> None:
        with self._lock:
            if len(self._items) >= self._capacity:
                self._items.popleft()
                self.dropped += 1
            self._items.append(item)
        self._arrived.set()

    def drain(self) -> list[T]:
        """Everything posted so far, oldest first."""
        with self._lock:
            items = list(self._items)
            self._items.clear()
            self._arrived.clear()
        return items

    def wait(self, timeout: float) -> bool:
        """Blocks until something is there or `timeout` seconds have passed; for headless runs."""
        return self._arrived.wait(timeout)

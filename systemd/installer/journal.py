"""What was changed on the machine and how it was before: on the disk before every change."""

import json
from typing import Any

from installer.machine import InstallError, Machine, Seen

FOLDER = "/var/lib/switchback-install"
JOURNAL = f"{FOLDER}/journal.json"

Record = dict[str, Any]
"""What one step changed: `kind` and `path`, and what its kind needs to undo it."""


class Journal:
    """The records in the order of the changes, and what was answered."""

    def __init__(self, machine: Machine, *, is_kept: bool = True) -> None:
        self._machine = machine
        self._is_kept = is_kept
        self.records: list[Record] = []
        self.answers: dict[str, Any] = {}
        self.is_pending = False
        """Whether the running system still has to be told of changes."""
        content = machine.see(JOURNAL).content
        if content is not None:
            try:
                told = json.loads(content)
                self.records = list(told["records"])
                self.answers = dict(told["answers"])
                self.is_pending = bool(told["pending"])
            except (ValueError, KeyError, TypeError) as error:
                raise InstallError(
                    f"{JOURNAL} is damaged ({error}), and says what an uninstall puts back: move it"
                    " away to install as if for the first time."
                ) from error

    def find(self, kind: str, path: str) -> Record | None:
        for record in self.records:
            if (record["kind"], record["path"]) == (kind, path):
                return record
        return None

    def note(self, record: Record) -> None:
        """Before the change; what is known of the path from an earlier time is replaced."""
        found = self.find(record["kind"], record["path"])
        if found is None:
            self.records.append(record)
        else:
            found.update(record)
        self.is_pending = True
        self.save()

    def drop(self, record: Record) -> None:
        """After a change has been undone."""
        self.records.remove(record)
        self.is_pending = True
        self.save()

    def save(self) -> None:
        """The file goes when there is nothing in it any more."""
        if not self._is_kept:
            return
        if not self.records and not self.is_pending:
            self._machine.put(JOURNAL, Seen())
            self._machine.remove_folder(FOLDER, whole=False)
            return
        told = {"records": self.records, "answers": self.answers, "pending": self.is_pending}
        content = json.dumps(told, indent=1, ensure_ascii=False).encode()
        self._machine.put(JOURNAL, Seen(content, mode=0o600))

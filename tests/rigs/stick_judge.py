"""What may lie on a stick that was pulled: whole files, and all that the coach was told to have."""

from collections.abc import Iterable, Mapping

from kiosk.stick import BACKUP_NAME

PAGES = ("index.html", "roster.csv", "plan.csv", "Athletes")
"""They tell of all that lies there, so they change from export to export."""


def sessions_of(there: Mapping[str, str]) -> dict[str, str]:
    """Digests by path in our folder, without what is about all sessions."""
    return {
        path: digest
        for path, digest in there.items()
        if path.split("/")[0] not in (*PAGES, BACKUP_NAME)
    }


def had(wanted: Iterable[str], new: Iterable[int]) -> set[str]:
    """The files of the sessions that the coach has by the history: all but those that are new."""
    missing = tuple(f"-{number}" for number in new)
    return {path for path in wanted if not path.split("/")[0].endswith(missing)}


def complaints(
    wanted: Mapping[str, str], there: Mapping[str, str], least: Iterable[str]
) -> list[str]:
    """`there` is on the stick, `least` must be."""
    wrong = [path for path in there if wanted.get(path) != there[path]]
    missing = [path for path in least if path not in there]
    return [f"partial or strange: {path}" for path in wrong] + [
        f"the coach was told to have it: {path}" for path in missing
    ]

"""What a stick would bring, as lines to tick, and what is said of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.import_port import ImportItem, ImportSeen, ImportTaken
from screens.tongue import said, tr

_MOST_NOTES = 2


@dataclass(frozen=True, slots=True)
class ImportRow:
    """The roles of one thing on the stick."""

    key: int = 0
    title: str = ""
    detail: str = ""
    mark: str = ""
    where: str = ""
    """The file and the line."""
    chosen: bool = False
    refused: bool = False
    """Nothing to tick: it says why, and what to do."""


@dataclass(frozen=True, slots=True)
class ImportBar:
    """What stands below the list."""

    words: str = ""
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class EmptyFace:
    """What stands there instead of a list; a title of "" is none."""

    title: str = ""
    advice: str = ""
    wrong: bool = False
    again: bool = False
    """A button looks once more."""


def row_of(item: ImportItem, *, chosen: bool) -> ImportRow:
    marks = {"new": tr("new"), "changed": tr("changed"), "refused": tr("not taken")}
    return ImportRow(
        item.key,
        tr("{name}’s week", name=said(item.title)) if item.kind == "week" else said(item.title),
        said(item.detail),
        marks.get(item.state, ""),
        _where(item),
        chosen,
        item.state == "refused",
    )


def _where(item: ImportItem) -> str:
    if item.line is None:
        return item.file if item.file != item.title else ""
    return tr("{file}, line {line}", file=item.file, line=item.line)


def lines_of(seen: ImportSeen | None, taken: ImportTaken | None) -> Sequence[ImportItem]:
    """What is listed: nothing that is as it was, and after taking over only what was refused."""
    if taken is not None:
        return taken.refused
    items = () if seen is None else seen.items
    return [item for item in items if item.state != "unchanged"]


def bar_of(
    seen: ImportSeen | None, taken: ImportTaken | None, *, is_taking_over: bool
) -> ImportBar:
    if is_taking_over:
        return ImportBar(tr("Taking over …"))
    if taken is not None:
        return _bar_of_taken(taken)
    if seen is None or seen.trouble:
        return ImportBar()
    states = Counter(item.state for item in seen.items)
    counts = (
        (states["new"], tr("New: {count}", count=states["new"])),
        (states["changed"], tr("Changed: {count}", count=states["changed"])),
        (states["refused"], tr("Not taken: {count}", count=states["refused"])),
        (states["unchanged"], tr("As it was: {count}", count=states["unchanged"])),
    )
    is_listed = any(item.state != "unchanged" for item in seen.items)
    sentences = ["  ·  ".join(words for count, words in counts if count and is_listed)]
    if any(item.kind == "person" and item.state == "new" for item in seen.items):
        sentences.append(tr("With taking over you say that whoever is new agrees to be recorded."))
    sentences += [said(note) for note in seen.notes[:_MOST_NOTES]]
    return ImportBar("\n".join(sentence for sentence in sentences if sentence))


def _bar_of_taken(taken: ImportTaken) -> ImportBar:
    if taken.refused:
        words = tr(
            "Taken over: {done}. Not taken: {count}, see above.",
            done=taken.done,
            count=len(taken.refused),
        )
        return ImportBar(words, wrong=True)
    return ImportBar()


def empty_of(
    seen: ImportSeen | None, taken: ImportTaken | None, *, is_taking_over: bool, can_import: bool
) -> EmptyFace:
    if not can_import:
        return EmptyFace(tr("Nothing can be taken over here"), tr("This is the demonstration."))
    if taken is not None and not taken.refused:
        done = tr("Taken over: {done}. The stick is not needed any more.", done=taken.done)
        return EmptyFace(
            tr("That is not done") if taken.trouble else tr("Everything is taken over"),
            said(taken.trouble) or done,
            wrong=taken.trouble != "",
            again=True,
        )
    if taken is not None or is_taking_over:
        return EmptyFace()
    if seen is None:
        return EmptyFace(tr("Looking at the stick …"))
    if seen.trouble:
        is_wrong = seen.folder != ""  # that no stick is in is no fault
        return EmptyFace(
            tr("There is nothing to look at"), said(seen.trouble), wrong=is_wrong, again=True
        )
    if not seen.items:
        advice = tr(
            "On the stick, or in its folder “Switchback”, the kiosk looks for roster.csv, plan.csv "
            "and workouts (.fit, .toml)."
        )
        return EmptyFace(tr("Nothing for the kiosk on the stick"), advice, again=True)
    if not lines_of(seen, taken):
        advice = tr("Everything on the stick is as the kiosk knows it.")
        return EmptyFace(tr("Nothing new"), advice, again=True)
    return EmptyFace()

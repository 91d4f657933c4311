"""What a stick would bring, as lines to tick, and what is said of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.import_port import ImportChoice, ImportItem, ImportSeen, ImportTaken
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
    sign: str = ""
    """In its box."""
    chosen: bool = False
    refused: bool = False
    """It says why, and what to do."""
    still: bool = False
    """Nothing to tick."""


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


def row_of(item: ImportItem, *, chosen: bool, picked: ImportChoice | None = None) -> ImportRow:
    """`picked` is what the coach has picked of its choices."""
    marks = {
        "new": tr("new"),
        "changed": tr("changed"),
        "refused": tr("not taken"),
        "ask": tr("to choose"),
        "unchanged": tr("nothing new"),
    }
    signs = {"refused": "!", "ask": "?", "unchanged": "–"}
    return ImportRow(
        item.key,
        _title(item, picked),
        said(item.detail if picked is None else picked.detail),
        marks["new" if picked is not None else item.state],
        _where(item),
        "✓" if chosen else signs.get(item.state, ""),
        chosen,
        item.state == "refused",
        item.state in ("refused", "unchanged"),
    )


def choice_rows(item: ImportItem, picked: int | None) -> list[ImportRow]:
    """What the coach may pick for it."""
    return [
        ImportRow(
            place,
            said(choice.title),
            said(choice.detail),
            sign="✓" if place == picked else "",
            chosen=place == picked,
        )
        for place, choice in enumerate(item.choices)
    ]


def _title(item: ImportItem, picked: ImportChoice | None) -> str:
    if picked is not None:
        return tr("{name}’s homework", name=said(picked.title))
    match item.kind:
        case "week":
            return tr("{name}’s week", name=said(item.title))
        case "homework" if not item.file.endswith(item.title):
            return tr("{name}’s homework", name=said(item.title))
        case "file":
            return _short(item.title)
        case _:
            return said(item.title)


def _where(item: ImportItem) -> str:
    if item.line is None:
        return "" if item.file.endswith(item.title) else _short(item.file)
    return tr("{file}, line {line}", file=item.file.rpartition("/")[2], line=item.line)


def _short(path: str) -> str:
    """The file and the folder that it is in."""
    return "/".join(path.split("/")[-2:])


def lines_of(seen: ImportSeen | None, taken: ImportTaken | None) -> Sequence[ImportItem]:
    """What is listed: of what is as it was only that of which something is to be said, at the end;
    and after taking over only what was refused.
    """
    if taken is not None:
        return taken.refused
    items = () if seen is None else seen.items
    told = [item for item in items if item.state != "unchanged" or item.detail]
    return sorted(told, key=lambda item: item.state == "unchanged")


def bar_of(
    seen: ImportSeen | None,
    taken: ImportTaken | None,
    *,
    is_taking_over: bool,
    asked: ImportItem | None = None,
) -> ImportBar:
    """`asked` is what the coach is picking for."""
    if asked is not None:
        return ImportBar(f"{_title(asked, None)}: {said(asked.detail)}")
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
        (states["ask"], tr("To choose: {count}", count=states["ask"])),
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
            "On the stick, or in its folder “Switchback”, the kiosk looks for roster.csv, "
            "plan.csv, workouts (.fit, .toml) and activities done as homework (.fit, .tcx)."
        )
        return EmptyFace(tr("Nothing for the kiosk on the stick"), advice, again=True)
    if not lines_of(seen, taken):
        advice = tr("Everything on the stick is as the kiosk knows it.")
        return EmptyFace(tr("Nothing new"), advice, again=True)
    return EmptyFace()

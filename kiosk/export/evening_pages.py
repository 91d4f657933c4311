"""The coach's page and an athlete's own, of what lies on a stick."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final

from kiosk.export.evening_html import Voice, bar, clock, link, number, page, words
from kiosk.history.class_table import PartDone
from kiosk.past_port import State
from kiosk.words import Number, Quantity, Text, listed, named, text

_DAYS: Final = (
    text("Mon"), text("Tue"), text("Wed"), text("Thu"), text("Fri"), text("Sat"), text("Sun"),
)  # fmt: skip
WORTH_TELLING_M: Final = 10.0
# Here, because lupdate does not look into f-strings.
_BEFORE = text("Before that")
_STOPPED = text("Somebody pressed the stop button in it.")
_NEEDS = text("Who needs a word")
_BACK = text("Back to the kiosk")
_ALONG = text("To take along")
_NONE_YET = text("There is no session of theirs here yet.")
_FILES = text("Files")
_STATES: Final = {
    "open": text("It was still running when this was written: export it again afterwards."),
    "recovered": text("The kiosk lost power in it; what was recorded up to there is here."),
}


@dataclass(frozen=True, slots=True)
class File:
    """Something that lies there, from where the page lies."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One athlete's part in one session."""

    part: PartDone
    reasons: tuple[Text, ...]
    """Why they need a word."""
    page: str = ""
    """Their own, if there is one."""
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Class:
    """One session of the coach's page."""

    workout: str
    began: datetime
    """By the clock on the wall."""
    state: State
    lines: tuple[Line, ...]
    files: tuple[File, ...] = ()
    """About everybody."""


@dataclass(frozen=True, slots=True)
class Done:
    """One session of an athlete's own page."""

    workout: str
    began: datetime
    line: Line


@dataclass(frozen=True, slots=True)
class Older:
    """A session that only a link leads to."""

    workout: str
    began: datetime
    people: int
    folder: str


@dataclass(frozen=True, slots=True)
class Evening:
    """All of the coach's page."""

    classes: Sequence[Class]
    """The newest first."""
    older: Sequence[Older]
    people: Sequence[File]
    """Everybody's own page, by name."""
    unknown: int
    """Folders of people whom the kiosk does not know."""
    has_roster: bool
    has_plan: bool


def coach_page(voice: Voice, evening: Evening) -> bytes:
    return page(voice, voice.said(text("The coach's evening")), "", _coach_body(voice, evening))


def athlete_page(
    voice: Voice, name: str, mark: str, sessions: Sequence[Done], more: Sequence[File] = ()
) -> bytes:
    """`more`: files that belong to no session."""
    return page(voice, name, mark, _athlete_body(voice, name, sessions, more))


# -- the coach's -----------------------------------------------------------------------------------


def _coach_body(voice: Voice, evening: Evening) -> Iterator[str]:
    count = len(evening.classes) + len(evening.older)
    title = text("The coach's evening")
    told = text("{count} sessions are here.", count=count)
    if count == 1:
        told = text("One session is here.")
    yield f"<h1>{words(voice, title)}</h1>\n"
    yield f'<p class="soft">{words(voice, told)}</p>\n'
    if evening.people:
        yield '<ul class="people">\n'
        for one in evening.people:
            yield f"<li>{link(one.path, one.label)}</li>\n"
        yield "</ul>\n"
    for one in evening.classes:
        yield from _class(voice, one)
    if evening.older:
        yield f'<section class="card"><h2>{words(voice, _BEFORE)}</h2>\n'
        yield '<ul class="older">\n'
        for older in evening.older:
            workout = voice.said(named(older.workout))
            yield f"<li>{_when(voice, older.began)} {link(older.folder, workout)} "
            yield f'<span class="soft">· {older.people}</span></li>\n'
        yield "</ul></section>\n"
    yield from _carry(voice, evening)
    yield from _foot(voice, evening.unknown)


def _class(voice: Voice, one: Class) -> Iterator[str]:
    yield '<section class="card">\n<div class="top">'
    yield f"<h2>{words(voice, named(one.workout))}</h2>"
    yield f'<span class="soft">{_when(voice, one.began)}</span></div>\n'
    if one.state in _STATES:
        yield f"<p>{words(voice, _STATES[one.state])}</p>\n"
    if any(line.part.was_stopped for line in one.lines):
        yield f"<p>{words(voice, _STOPPED)}</p>\n"
    yield from _call(voice, one.lines)
    if one.lines:
        yield from _table(voice, text("Name"), [(_who(line), line) for line in one.lines])
    climbed = sum(line.part.results.get("ascent_m", 0.0) for line in one.lines)
    if climbed >= WORTH_TELLING_M and len(one.lines) > 1:
        together = text("Climbed together: {metres}.", metres=Quantity(climbed, "m"))
        yield f'<p class="under">{words(voice, together)}</p>\n'
    if one.files:
        yield '<p class="files">' + " ".join(link(f.path, f.label) for f in one.files) + "</p>\n"
    yield "</section>\n"


def _call(voice: Voice, lines: Sequence[Line]) -> Iterator[str]:
    """Who needs a word and why."""
    called = [line for line in lines if line.reasons]
    if not called:
        return
    yield f'<div class="call"><h3>{words(voice, _NEEDS)}</h3>\n<ul>\n'
    for line in called:
        why = "; ".join(words(voice, reason) for reason in line.reasons)
        yield f"<li><strong>{escape(line.part.name)}</strong> – {why}</li>\n"
    yield "</ul></div>\n"


def _who(line: Line) -> str:
    name = link(line.page, line.part.name) if line.page else escape(line.part.name)
    return f'{name} <span class="mark">!</span>' if line.reasons else name


def _carry(voice: Voice, evening: Evening) -> Iterator[str]:
    files = [("roster.csv", evening.has_roster), ("plan.csv", evening.has_plan)]
    there = [name for name, is_there in files if is_there]
    if not there:
        return
    said = text(
        "Open {files} in a spreadsheet, change what has changed, save as CSV under the same name, "
        "and import the stick at the kiosk: it shows first what would change.",
        files=listed(there),
    )
    yield f'<section class="card carry"><h2>{words(voice, _BACK)}</h2>\n'
    yield f'<p>{words(voice, said)}</p>\n<p class="files">'
    yield " ".join(link(name, name) for name in there) + "</p></section>\n"


def _foot(voice: Voice, unknown: int) -> Iterator[str]:
    yield "<footer>\n"
    if unknown:
        told = text(
            "Folders under Athletes that nothing here links to: {count}. The kiosk does not know "
            "these people: they come from another kiosk. Whether to delete their files is up to "
            "you.",
            count=unknown,
        )
        yield f"<p>{words(voice, told)}</p>\n"
    told = text(
        "In band: the share of the judged time in which the heart was where the workout wanted it. "
        "A dash: not known. Heart rates are personal: keep them as you would keep a letter."
    )
    yield f"<p>{words(voice, told)}</p>\n</footer>\n"


# -- an athlete's ----------------------------------------------------------------------------------


def _athlete_body(
    voice: Voice, name: str, sessions: Sequence[Done], more: Sequence[File]
) -> Iterator[str]:
    yield f"<h1>{escape(name)}</h1>\n"
    if more:
        yield f'<section class="card"><h2>{words(voice, _ALONG)}</h2>\n'
        yield '<p class="files">' + " ".join(link(f.path, f.label) for f in more)
        yield "</p></section>\n"
    yield '<section class="card">\n'
    if sessions:
        heads = [(_session(voice, one), one.line) for one in sessions]
        yield from _table(voice, text("Session"), heads)
    else:
        yield f"<p>{words(voice, _NONE_YET)}</p>\n"
    yield "</section>\n"


def _session(voice: Voice, one: Done) -> str:
    workout = words(voice, named(one.workout))
    return f'{workout}<br><span class="soft">{_when(voice, one.began)}</span>'


# -- both ------------------------------------------------------------------------------------------


def _table(voice: Voice, first: str, rows: Sequence[tuple[str, Line]]) -> Iterator[str]:
    """`rows` with the HTML of their first cells. What nobody has a value of gets no column; on a
    phone every cell carries its heading.
    """
    columns = [
        (words(voice, head), cells)
        for head, cell in _COLUMNS
        if any(cells := [cell(voice, line.part) for _, line in rows])
    ]
    yield f"<table>\n<thead><tr><th>{words(voice, first)}</th>"
    yield "".join(f"<th>{head}</th>" for head, _ in columns)
    yield f'<th class="f">{words(voice, _FILES)}</th></tr></thead>\n<tbody>\n'
    for at, (lead, line) in enumerate(rows):
        yield f"<tr><td>{lead}</td>"
        yield "".join(f'<td data-of="{head}">{cells[at] or "–"}</td>' for head, cells in columns)
        files = " ".join(link(file.path, file.label) for file in line.files)
        yield f'<td class="f"><span class="files">{files}</span></td></tr>\n'
    yield "</tbody></table>\n"


def _in_band(voice: Voice, part: PartDone) -> str:
    share = part.results.get("time_in_band")
    return "" if share is None else bar(share) + number(voice, share, "%")


def _climb(voice: Voice, part: PartDone) -> str:
    climbed = part.results.get("ascent_m")
    return "" if climbed is None else words(voice, Text("{v}", {"v": Quantity(climbed, "m")}))


def _effort(voice: Voice, part: PartDone) -> str:
    return "" if part.effort is None else words(voice, Text("{v}/10", {"v": Number(part.effort)}))


_COLUMNS: Final[Sequence[tuple[Text, Callable[[Voice, PartDone], str]]]] = (
    (text("Time"), lambda _, part: clock(part.duration_s)),
    (text("In band"), _in_band),
    (text("Mean bpm"), lambda voice, part: number(voice, part.results.get("hr_mean"))),
    (text("Max bpm"), lambda voice, part: number(voice, part.results.get("hr_max"))),
    (text("Climb"), _climb),
    (text("Effort"), _effort),
)
"""Headings, and what HTML is below them; "" is not known."""


def _when(voice: Voice, began: datetime) -> str:
    """The weekday, because that is how a club remembers its evenings."""
    day = words(voice, _DAYS[began.weekday()])
    return f'<span class="when">{day} {began:%Y-%m-%d %H:%M}</span>'

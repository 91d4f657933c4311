"""What the safe screen says and which buttons it has; pure functions, no pixel."""

from dataclasses import dataclass
from typing import Final, Literal

from kiosk.coaches import LONGEST, SHORTEST
from kiosk.safe_port import SafeFacts
from screens.days import moment
from screens.tongue import said, tr

Phase = Literal["home", "pin", "sure", "busy"]
Wish = Literal["try", "export", "back", "restore", "stop", "yes", "no"]
DIGITS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "backspace", "0", "enter")


@dataclass(frozen=True, slots=True)
class SafeState:
    """Where whoever stands before it has got to."""

    phase: Phase = "home"
    wish: Wish = "try"
    """What is asked about, or under way."""
    told: str = ""
    """What became of the newest wish, or how far it is."""
    pin: str = ""
    is_stopping: bool = False


@dataclass(frozen=True, slots=True)
class SafeButton:
    """One of the large ones."""

    key: str
    label: str
    detail: str = ""
    is_primary: bool = False
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class SafeFace:
    """All that is drawn."""

    title: str
    lines: tuple[str, ...]
    note: str = ""
    """Small: version and time."""
    told: str = ""
    buttons: tuple[SafeButton, ...] = ()
    pad: tuple[SafeButton, ...] = ()
    dots: int = 0
    """Digits typed so far."""


def safe_face(facts: SafeFacts, state: SafeState) -> SafeFace:
    """For one moment."""
    match state.phase:
        case "pin":
            return _pin(state)
        case "sure":
            return _sure(facts, state)
        case "busy":
            return _busy(state)
        case "home":
            return _home(facts, state)


def _home(facts: SafeFacts, state: SafeState) -> SafeFace:
    buttons = [
        SafeButton("try", tr("Try again"), is_primary=True),
        SafeButton("export", tr("Take the history out"), tr("onto a stick")),
    ]
    if facts.previous is not None:
        label = tr("Go back to version {version}", version=facts.previous)
        buttons.append(SafeButton("back", label))
    if facts.backup is not None:
        when = tr("of {time}", time=moment(facts.backup))
        buttons.append(SafeButton("restore", tr("Restore the newest backup"), when))
    note = tr("Version {version}", version=facts.version)
    if facts.at is not None:
        note = tr(
            "Version {version}, started {time}",
            version=facts.version,
            time=moment(facts.at),
        )
    return SafeFace(
        tr("The kiosk does not start"),
        (
            said(facts.sentence),
            tr("What has been recorded lies on the disk, and nothing here deletes it."),
        ),
        note=note,
        told=said(state.told or facts.outcome),
        buttons=tuple(buttons),
    )


def _sure(facts: SafeFacts, state: SafeState) -> SafeFace:
    if state.wish == "back":
        title = tr("Go back to version {version}?", version=facts.previous or "")
        line = tr("What this version has recorded is kept. It takes a minute or two.")
    else:
        title = tr("Restore the newest backup?")
        when = moment(facts.backup) if facts.backup is not None else ""
        line = tr("What was recorded after {time} is set aside, and not shown.", time=when)
    buttons = (
        SafeButton("no", tr("No"), is_primary=True),
        SafeButton("yes", tr("Yes")),
    )
    return SafeFace(title, (line,), buttons=buttons)


def _busy(state: SafeState) -> SafeFace:
    titles = {
        "export": tr("The history is being taken out"),
        "back": tr("The version before is asked for"),
        "restore": tr("The backup is being restored"),
    }
    stop = SafeButton("stop", tr("Stop"), is_enabled=not state.is_stopping)
    buttons = (stop,) if state.wish == "export" else ()
    lines = (said(state.told) or tr("One moment."), tr("Leave the power on, and the stick in."))
    return SafeFace(titles.get(state.wish, ""), lines, buttons=buttons)


def _pin(state: SafeState) -> SafeFace:
    ready = SHORTEST <= len(state.pin) <= LONGEST
    words = {"backspace": "←", "enter": tr("OK")}
    pad = tuple(
        SafeButton(
            code,
            words.get(code, code),
            is_primary=code == "enter" and ready,
            is_enabled=code != "enter" or ready,
        )
        for code in DIGITS
    )
    return SafeFace(
        tr("The PIN"),
        (tr("Of whoever looks after the kiosk, or of a coach."),),
        told=said(state.told),
        buttons=(SafeButton("no", tr("Back")),),
        pad=pad,
        dots=len(state.pin),
    )

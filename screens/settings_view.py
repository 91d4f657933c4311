"""What can be set at the screen, and what each choice is called."""

from dataclasses import dataclass

from kiosk.choices import Choices
from kiosk.desk_port import ChoiceAnswer
from screens.tongue import said, tr


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One thing that can be set."""

    key: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One of its choices, side by side with the others."""

    line: int
    place: int
    across: int
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A field of Choices with everything that may be chosen for it."""

    row: SettingRow
    options: tuple[tuple[object, str], ...]


def settings() -> tuple[Setting, ...]:
    """In the order of the page."""
    no, yes = (False, tr("Off")), (True, tr("On"))
    return (
        Setting(
            SettingRow("language", tr("Language"), ""),
            # Languages are called what their speakers call them.
            (("en", "English"), ("de", "Deutsch")),
        ),
        Setting(
            SettingRow("units", tr("Units"), ""),
            (("metric", tr("km, kg")), ("imperial", tr("miles, lb"))),
        ),
        Setting(SettingRow("sounds", tr("Sounds"), tr("At the end of a step")), (no, yes)),
        Setting(
            SettingRow("reduced_motion", tr("Calm picture"), tr("Nothing slides or fades")),
            (no, yes),
        ),
        Setting(
            SettingRow("left_handed", tr("Left-handed"), tr("Buttons where the left thumb is")),
            (no, yes),
        ),
        Setting(
            SettingRow("wall", tr("Group wall"), tr("Large numbers for everybody")),
            (
                ("auto", tr("2nd display")),
                ("only", tr("On this one")),
                ("off", tr("Off")),
            ),
        ),
        Setting(
            SettingRow("dim", tr("Dim the screen"), tr("When nobody is here")),
            (
                ("2", tr("{count} min", count=2)),
                ("10", tr("{count} min", count=10)),
                ("30", tr("{count} min", count=30)),
                ("off", tr("Never")),
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether what is set is on the disk, in a sentence; empty while nothing is to be said."""

    sentence: str = ""
    is_trouble: bool = False


def kept(answer: ChoiceAnswer | None, *, has_chosen: bool) -> Kept:
    """What is not kept is said to whoever opens the page, that it is kept to whoever has chosen."""
    if answer is None:
        return Kept()
    if answer.refusal:
        return Kept(said(answer.refusal), is_trouble=True)
    return Kept(tr("Kept: it stays like this after a restart.")) if has_chosen else Kept()


def option_rows(found: tuple[Setting, ...], choices: Choices) -> list[OptionRow]:
    """All choices of all settings, those that are in use marked."""
    return [
        OptionRow(line, place, len(one.options), label, value == getattr(choices, one.row.key))
        for line, one in enumerate(found)
        for place, (value, label) in enumerate(one.options)
    ]

"""What the page for a new person says: worked out from the form, without a pixel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from screens.person_form import LIMITS, Field, PersonForm

CONSENT = (
    "Your heart rate is stored on this kiosk only. You can have it exported or erased at any time."
)
SAVE = "I agree – save"
_ENOUGH = f"That is all we need: tap “{SAVE}”."
_LABELS: Final = {
    Field.NAME: "Nickname",
    Field.STRAP: "Strap",
    Field.BIRTH_YEAR: "Birth year",
    Field.MAX_HR: "or max heart rate",
    Field.RESTING_HR: "Resting heart rate",
    Field.THRESHOLD_HR: "Threshold",
}
_PROMPTS: Final = {
    Field.NAME: "What shall we call you? A nickname is enough.",
    Field.STRAP: "The number of your strap: often it is on the back.",
    Field.BIRTH_YEAR: "Your birth year, for your zones. If you know your max, give that instead.",
    Field.MAX_HR: "The highest heart rate that you have ever measured.",
    Field.RESTING_HR: "Your heart rate lying still, if you know it.",
    Field.THRESHOLD_HR: "The heart rate that you can just hold for an hour, if you know it.",
}


@dataclass(frozen=True, slots=True)
class FieldFace:
    """The roles of the fields' model."""

    name: str
    label: str
    value: str
    hint: str
    """Stands where nothing has been entered."""
    active: bool
    wrong: bool


@dataclass(frozen=True, slots=True)
class AddView:
    """Everything else on the page that changes."""

    prompt: str = ""
    refused: bool = False
    """The prompt says what is wrong."""
    choosing: bool = False
    """The straps on the air stand where the keys are else."""
    saving: bool = False
    savable: bool = False
    complete: bool = False
    """Saving is what to do next."""


def faces(form: PersonForm, active: Field, wrong: Mapping[Field, str]) -> list[FieldFace]:
    """The fields; `wrong` has a sentence for those that cannot stay as they are."""
    return [
        FieldFace(
            name=str(which),
            label=_LABELS[which],
            value=_value(form, which),
            hint={Field.NAME: "", Field.STRAP: "put it on now"}.get(which, "–"),
            active=which is active,
            wrong=which in wrong,
        )
        for which in Field
    ]


def prompt(form: PersonForm, active: Field) -> str:
    """What to do now, at the keys."""
    least = LIMITS[active] if active is Field.BIRTH_YEAR else 2
    typed = active not in (Field.NAME, Field.STRAP) and len(form.texts[active]) >= least
    return _ENOUGH if typed and form.is_complete() else _PROMPTS[active]


def strap_prompt(straps: int, more: int) -> str:
    """What to do now, with so many straps to choose from, and `more` that have no place."""
    if more > 0:
        return f"Tap your strap, or type its number: {more} more are on the air."
    return "Tap your strap. Not here yet? Put it on." if straps else "Which strap is yours?"


def _value(form: PersonForm, which: Field) -> str:
    return "none yet" if which is Field.STRAP and form.no_strap else form.texts[which]

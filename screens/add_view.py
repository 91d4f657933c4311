"""What the page for a new person says: worked out from the form, without a pixel."""

from collections.abc import Mapping
from dataclasses import dataclass

from screens.person_form import LIMITS, Field, PersonForm
from screens.tongue import tr


def consent() -> str:
    return tr(
        "Your heart rate is stored on this kiosk only. You can have it exported or erased at any "
        "time."
    )


def save_label() -> str:
    return tr("I agree – save")


def _label(which: Field) -> str:
    labels = {
        Field.NAME: tr("Nickname"),
        Field.STRAP: tr("Strap"),
        Field.BIRTH_YEAR: tr("Birth year"),
        Field.MAX_HR: tr("or max heart rate"),
        Field.RESTING_HR: tr("Resting heart rate"),
        Field.THRESHOLD_HR: tr("Threshold"),
    }
    return labels[which]


def _prompt(which: Field) -> str:
    prompts = {
        Field.NAME: tr("What shall we call you? A nickname is enough."),
        Field.STRAP: tr("The number of your strap: often it is on the back."),
        Field.BIRTH_YEAR: tr(
            "Your birth year, for your zones. If you know your max, give that instead."
        ),
        Field.MAX_HR: tr("The highest heart rate that you have ever measured."),
        Field.RESTING_HR: tr("Your heart rate lying still, if you know it."),
        Field.THRESHOLD_HR: tr(
            "The heart rate that you can just hold for an hour, if you know it."
        ),
    }
    return prompts[which]


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
            label=_label(which),
            value=_value(form, which),
            hint={Field.NAME: "", Field.STRAP: tr("put it on now")}.get(which, "–"),
            active=which is active,
            wrong=which in wrong,
        )
        for which in Field
    ]


def prompt(form: PersonForm, active: Field) -> str:
    """What to do now, at the keys."""
    least = LIMITS[active] if active is Field.BIRTH_YEAR else 2
    typed = active not in (Field.NAME, Field.STRAP) and len(form.texts[active]) >= least
    if typed and form.is_complete():
        return tr("That is all we need: tap “{save}”.", save=save_label())
    return _prompt(active)


def strap_prompt(straps: int, more: int) -> str:
    """What to do now, with so many straps to choose from, and `more` that have no place."""
    if more > 0:
        return tr("Tap your strap, or type its number: {more} more are on the air.", more=more)
    if straps:
        return tr("Tap your strap. Not here yet? Put it on.")
    return tr("Which strap is yours?")


def _value(form: PersonForm, which: Field) -> str:
    return tr("none yet") if which is Field.STRAP and form.no_strap else form.texts[which]

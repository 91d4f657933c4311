"""What somebody may decide about their own data, in words."""

from dataclasses import dataclass
from typing import Final

from kiosk.desk_port import TakenAway
from kiosk.session.state import Participant, Phase
from kiosk.training.athlete import Shows
from screens.proof import Proof
from screens.tongue import said, tr

SHOWS: Final[tuple[Shows, ...]] = ("bpm", "percent", "zone")


@dataclass(frozen=True, slots=True)
class MyData:
    """All that the page says."""

    name: str = ""
    shows: str = "bpm"
    seen: str = ""
    """What others see, in a sentence."""
    here: bool = False
    """They are in the room: what others see may be changed."""
    proven: bool = False
    """It is this athlete who stands here, or a coach."""
    proof: str = ""
    """What that is known by, or how to show it."""
    taking: bool = False
    taken: str = ""
    """What is in the folder, how far it has come, or where it lies."""
    failed: bool = False
    erasing: str = ""
    """What goes, or why nothing can go now."""
    erasable: bool = False


def my_data(
    who: Participant, shows: Shows, *, here: bool, by: Proof,
    taken: TakenAway | None, count: int | None,
) -> MyData:  # fmt: skip
    """`here` and `by`: who stands here, as far as it is known; `count` workouts are on the disk,
    as soon as it has told.
    """
    training = who.phase in (Phase.RUNNING, Phase.PAUSED)
    return MyData(
        name=who.athlete.name,
        shows=shows,
        seen=seen_words(shows),
        here=here,
        proven=by != "",
        proof=_proof_words(by),
        taking=taken is not None and not taken.is_over,
        taken=_taken_words(taken, count),
        failed=taken is not None and taken.refusal != "",
        erasing=_erasing_words(count, training=training),
        erasable=by != "" and not training,
    )


def _proof_words(by: Proof) -> str:
    match by:
        case "coach":
            return tr("A coach has signed in.")
        case "tag":
            return tr("Your tag was here.")
        case "":
            return tr(
                "To take away or erase: hold your tag to the reader. No tag? A coach does it with "
                "you."
            )


def label_of(shows: Shows) -> str:
    """A segment of the choice."""
    match shows:
        case "bpm":
            return tr("Heart rate")
        case "percent":
            return tr("Percent of max")
        case "zone":
            return tr("Zone only")


def seen_words(shows: Shows) -> str:
    """What others see of you."""
    match shows:
        case "bpm":
            return tr(
                "Others see your heart rate in beats a minute, on this screen and on the wall."
            )
        case "percent":
            return tr(
                "Others see which percentage of your own maximum it is; only your own page has the "
                "beats."
            )
        case "zone":
            return tr(
                "Others see your zone and its colour, and no number; only your own page has the "
                "beats."
            )


def _taken_words(taken: TakenAway | None, count: int | None) -> str:
    if taken is None and count is None:
        return tr("Your workouts are being read.")
    if taken is None:
        return tr(
            "Every second and every heart beat of your {count} workouts as tables, and all that is "
            "known of you, in one folder.",
            count=count,
        )
    if taken.refusal:
        return said(taken.refusal)
    if taken.folder:
        return tr(
            "Ready: it lies in {folder} on the kiosk. Ask the staff to copy it for you.",
            folder=taken.folder,
        )
    if taken.count:
        return tr("Workout {number} of {count} …", number=taken.done + 1, count=taken.count)
    return tr("Begins …")


def _erasing_words(count: int | None, *, training: bool) -> str:
    if training:
        return tr("You are training: end the session first.")
    if count is None:
        return tr("All your workouts, results, answers, plans, straps, tags and your name.")
    return tr(
        "Your {count} workouts, results, answers, plans, straps, tags and your name.", count=count
    )


def question(name: str, count: int | None) -> tuple[str, str]:
    """The title and what exactly goes; `count` workouts, None while the disk has not told."""
    title = tr("Erase everything of {name}?", name=name)
    if count is None:
        return title, tr(
            "Gone are all workouts with every second, all results and answers, the week, the "
            "straps and tags, and the name. Nobody can bring it back. Backups on this kiosk "
            "follow within a day; files that were taken away stay where they are."
        )
    return (
        title,
        tr(
            "Gone are {count} workouts with every second, all results and answers, the week, the "
            "straps and tags, and the name. Nobody can bring it back. Backups on this kiosk "
            "follow within a day; files that were taken away stay where they are.",
            count=count,
        ),
    )

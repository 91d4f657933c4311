"""Where one athlete should go now: a sign, a word, and an aside that makes it exact."""

from dataclasses import dataclass

from kiosk.session.state import Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import StepKind
from kiosk.training.zones import shown
from screens import outline, wording
from screens.faces import TileFace

PAUSED_SIGN = "paused"
_PLAIN_WORDS: dict[StepKind, str] = {
    "warm-up": "warm up",
    "work": "your own pace",
    "recovery": "easy",
    "cool-down": "cool down",
}


@dataclass(frozen=True, slots=True)
class Way:
    """`sign` is up, down, in, easing, paused or none."""

    sign: str = ""
    word: str = ""
    aside: str = ""
    urgent: bool = False
    """Something should change now."""


def way_of(who: Participant, session: Session, tile: TileFace, rest: str = "") -> Way:
    """Where to go; `tile` is what the athlete's tile says, `rest` who has their station."""
    if Phase.FINISHED in (who.phase, session.phase) or who.phase is Phase.LEFT:
        return Way(word="finished")
    if Phase.PAUSED in (who.phase, session.phase):
        return Way(PAUSED_SIGN, "paused", _who_paused(session))
    if who.late_warm_up_s > 0:
        return Way(word="warm up first", aside="then you join the class")
    if who.resting:
        return Way(word="recovery", aside=rest)
    if tile.sign:
        return Way(tile.sign, tile.word, _exactly(who), tile.sign in ("up", "down"))
    return _without_a_verdict(who, session)


def _who_paused(session: Session) -> str:
    if session.clock == "own":
        return "tap Resume to go on"
    if session.phase is Phase.PAUSED:
        return "the whole class is paused"
    return "the class goes on"


def _exactly(who: Participant) -> str:
    """How far from the band, in whole bpm, by what the glass shows of both."""
    if who.band is None or who.shown_bpm is None:
        return ""
    target = wording.whole_band(who.band)
    if who.verdict is Verdict.IN:
        return f"stay at {target}"
    if who.verdict is Verdict.EASING:
        below = who.shown_bpm < who.band.low
        return f"on the way to {target}" if below else f"let it come down to {target}"
    low, high = shown(who.band if who.guide is None else who.guide)
    if who.verdict is Verdict.OVER:
        return f"{who.shown_bpm - high} bpm too high" if who.shown_bpm > high else f"to {target}"
    return f"{low - who.shown_bpm} bpm to go" if who.shown_bpm < low else f"to {target}"


def _without_a_verdict(who: Participant, session: Session) -> Way:
    """By feel, where there is no band or no heart rate to judge by."""
    effort = outline.effort(session.main.step)
    if who.signal is Signal.LOST:
        return Way(word="no heart rate", aside=f"keep {effort} of 10" if effort else "keep going")
    if effort:
        return Way(word=effort, aside="of 10, by how it feels")
    if who.band is not None:
        return Way(word=wording.whole_band(who.band), aside="beats a minute")
    return Way(word=_PLAIN_WORDS[session.main.step.kind])

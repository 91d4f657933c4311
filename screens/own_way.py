"""Where one athlete should go now: a sign, a word, and an aside that makes it exact."""

from dataclasses import dataclass

from kiosk.session.state import Course, Detour, Participant, Phase, Session, Signal
from kiosk.training.cues import CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.plan import StepKind
from kiosk.training.zones import shown
from screens import coached, wording
from screens.faces import TileFace

PAUSED_SIGN = "paused"
ALARM_SIGN = "alarm"
_PLAIN_WORDS: dict[StepKind, str] = {
    "warm-up": "warm up",
    "work": "your own pace",
    "recovery": "easy",
    "cool-down": "cool down",
}


@dataclass(frozen=True, slots=True)
class Way:
    """`sign` is up, down, in, easing, alarm, paused or none."""

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
    aside = _aside(who, session, rest)
    if aside is not None:
        return aside
    if who.by_effort and who.signal is not Signal.LOST:
        return _by_effort(who, session.course(who.athlete.id), tile)
    if tile.sign in ("up", "down", "in", "easing"):
        return Way(tile.sign, tile.word, _exactly(who), tile.sign in ("up", "down"))
    return _without_a_verdict(who, session)


def _aside(who: Participant, session: Session, rest: str) -> Way | None:
    """What there is to do instead of the step; None when it is the step."""
    if who.late_warm_up_s > 0:
        return Way(word="warm up first", aside="then you join the class")
    if who.resting:
        return Way(word="recovery", aside=rest)
    alarm = _ALARMS.get(coached.said(who, session).alarm)
    if alarm is not None:
        return alarm
    if who.detour in _DETOURS:
        return _DETOURS[who.detour]
    place = coached.next_place(who, session.course(who.athlete.id))
    return Way(word=place, aside="change places now", urgent=True) if place else None


_DETOURS: dict[Detour | None, Way] = {
    "recovery walk": Way(ALARM_SIGN, "recovery walk", "until well below your ceiling", urgent=True),
    "own cool-down": Way(word="cool down", aside="your own: that is enough for today"),
}


_ALARMS: dict[CueCode | None, Way] = {
    CueCode.EASE_OFF: Way(ALARM_SIGN, "ease off", "you are at your ceiling", urgent=True),
    CueCode.ALL_RIGHT: Way(ALARM_SIGN, "all right?", "slow to a walk", urgent=True),
}
"""The others have a way of their own, for as long as it lasts."""


def _by_effort(who: Participant, course: Course, tile: TileFace) -> Way:
    """By feel, plainly; what was rated last says whether it should be more or less."""
    wanted = coached.effort(who, course.step)
    if not wanted:
        return Way(word=_PLAIN_WORDS[course.step.kind], aside="by effort")
    if tile.sign in ("up", "down"):
        return Way(tile.sign, tile.word, f"by effort: {wanted}", urgent=True)
    return Way(tile.sign, wanted, "by effort")


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
    step = session.course(who.athlete.id).step
    effort = coached.effort(who, step)
    if who.signal is Signal.LOST:
        return Way(word="no heart rate", aside=f"keep {effort}" if effort else "keep going")
    if effort:
        return Way(word=effort, aside="of 10, by how it feels")
    if who.band is not None:
        return Way(word=wording.whole_band(who.band), aside="beats a minute")
    return Way(word=_PLAIN_WORDS[step.kind])

"""Where one athlete should go now: a sign, a word, and an aside that makes it exact."""

from dataclasses import dataclass

from kiosk.session.state import Course, Detour, Participant, Phase, Session, Signal
from kiosk.training.cues import CueCode
from kiosk.training.guidance import Verdict
from kiosk.training.plan import StepKind
from kiosk.training.zones import shown
from screens import coached, wording
from screens.faces import TileFace
from screens.tongue import tr

PAUSED_SIGN = "paused"
ALARM_SIGN = "alarm"


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
        return Way(word=tr("finished"))
    if Phase.PAUSED in (who.phase, session.phase):
        return Way(PAUSED_SIGN, tr("paused"), _who_paused(session))
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
        return Way(word=tr("warm up first"), aside=tr("then you join the class"))
    if who.resting:
        return Way(word=tr("recovery"), aside=rest)
    to_heed = _alarm(coached.said(who, session).alarm) or _detour(who.detour)
    if to_heed is not None:
        return to_heed
    place = coached.next_place(who, session.course(who.athlete.id))
    return Way(word=place, aside=tr("change places now"), urgent=True) if place else None


def _detour(detour: Detour | None) -> Way | None:
    if detour == "recovery walk":
        until = tr("until well below your ceiling")
        return Way(ALARM_SIGN, tr("recovery walk"), until, urgent=True)
    if detour == "own cool-down":
        return Way(word=tr("cool down"), aside=tr("your own: that is enough for today"))
    return None


def _alarm(code: CueCode | None) -> Way | None:
    """The others have a way of their own, for as long as it lasts."""
    if code is CueCode.EASE_OFF:
        return Way(ALARM_SIGN, tr("ease off"), tr("you are at your ceiling"), urgent=True)
    if code is CueCode.ALL_RIGHT:
        return Way(ALARM_SIGN, tr("all right?"), tr("slow to a walk"), urgent=True)
    return None


def _plainly(kind: StepKind) -> str:
    match kind:
        case "warm-up":
            return tr("warm up")
        case "work":
            return tr("your own pace")
        case "recovery":
            return tr("easy")
        case "cool-down":
            return tr("cool down")


def _by_effort(who: Participant, course: Course, tile: TileFace) -> Way:
    """By feel, plainly; what was rated last says whether it should be more or less."""
    wanted = coached.effort(who, course.step)
    if not wanted:
        return Way(word=_plainly(course.step.kind), aside=tr("by effort"))
    if tile.sign in ("up", "down"):
        aside = tr("to effort {range} of 10", range=coached.effort_range(who, course.step))
        return Way(tile.sign, tile.word, aside, urgent=True)
    return Way(tile.sign, wanted, tr("of 10, by how it feels"))


def _who_paused(session: Session) -> str:
    if session.clock == "own":
        return tr("tap Resume to go on")
    if session.phase is Phase.PAUSED:
        return tr("the whole class is paused")
    return tr("the class goes on")


def _exactly(who: Participant) -> str:
    """How far from the band, in whole bpm, by what the glass shows of both."""
    if who.band is None or who.shown_bpm is None:
        return ""
    target = wording.whole_band(who.band)
    low, high = shown(who.band if who.guide is None else who.guide)
    if who.verdict is Verdict.IN and low <= who.shown_bpm <= high:
        return tr("stay at {target}", target=target)
    if who.verdict is Verdict.EASING:
        below = who.shown_bpm < who.band.low
        if below:
            return tr("on the way to {target}", target=target)
        return tr("let it come down to {target}", target=target)
    if who.verdict is Verdict.OVER and who.shown_bpm > high:
        return tr("{count} bpm too high", count=who.shown_bpm - high)
    if who.verdict not in (Verdict.OVER, Verdict.IN) and who.shown_bpm < low:
        return tr("{count} bpm to go", count=low - who.shown_bpm)
    return tr("to {target}", target=target)


def _without_a_verdict(who: Participant, session: Session) -> Way:
    """By feel, where there is no band or no heart rate to judge by."""
    step = session.course(who.athlete.id).step
    effort = coached.effort(who, step)
    if who.signal is Signal.LOST:
        wanted = coached.effort_range(who, step)
        keep = tr("keep effort {range}", range=wanted) if wanted else tr("keep going")
        return Way(word=tr("no heart rate"), aside=keep)
    if effort:
        return Way(word=effort, aside=tr("of 10, by how it feels"))
    if who.band is not None:
        return Way(word=wording.whole_band(who.band), aside=tr("beats a minute"))
    return Way(word=_plainly(step.kind))

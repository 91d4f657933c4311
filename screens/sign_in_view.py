"""Who may sign in and what is wrong, in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.coaches import Coach
from kiosk.desk_port import SignInAnswer
from screens.pin_pad import PadFace
from screens.tongue import said, tr
from screens.wording import clock_span


@dataclass(frozen=True, slots=True)
class CoachRow:
    """One name to touch."""

    coach: int
    name: str
    detail: str
    locked: bool
    chosen: bool = False


def coach_rows(coaches: Sequence[Coach], now: float, chosen: int | None = None) -> list[CoachRow]:
    """By name; whoever is locked out says for how long."""
    return [
        CoachRow(one.id, said(one.name), lock_line(one, now), is_locked(one, now), one.id == chosen)
        for one in coaches
    ]


def is_locked(coach: Coach, now: float) -> bool:
    return coach.locked_until is not None and coach.locked_until > now


def lock_line(coach: Coach, now: float) -> str:
    """ "locked for 4:12", or nothing."""
    if coach.locked_until is None or coach.locked_until <= now:
        return ""
    return tr("locked for {time}", time=clock_span(math.ceil(coach.locked_until - now)))


def pad_face(
    coach: Coach, answer: SignInAnswer | None, now: float, *, waits: bool, trouble: str
) -> PadFace:
    """What stands above the keys while this coach signs in."""
    prompt = tr("{name}, your PIN", name=said(coach.name))
    if coach.is_admin:
        prompt = tr("The administrator's PIN")
    least = coach.shortest
    if coach.locked_until is not None and coach.locked_until > now:
        left = clock_span(math.ceil(coach.locked_until - now))
        sentence = tr("Too many wrong PINs. Try again in {time}.", time=left)
        return PadFace(prompt, sentence, wrong=True, closed=True, least=least)
    if waits:
        return PadFace(prompt, tr("One moment…"), closed=True, least=least)
    if trouble:
        return PadFace(prompt, trouble, wrong=True, least=least)
    if answer is not None and answer.coach_id == coach.id and answer.refusal:
        return PadFace(prompt, said(answer.refusal), wrong=True, least=least)
    return PadFace(prompt, least=least)

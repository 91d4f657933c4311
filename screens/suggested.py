"""What is put before somebody, in words: why this workout, how it was, and what to change."""

from datetime import date

from kiosk.session.joining import warm_up_owed
from kiosk.session.state import Participant, Session
from kiosk.training.offers import Offer
from kiosk.training.past import Past
from kiosk.training.suggestion import LastTime, Suggestion, change_for, last_time
from screens import units, wording
from screens.tongue import number, said, tr

MOST_LOADS = 3


def why(suggestion: Suggestion) -> str:
    return tr("planned for today") if suggestion.is_planned else tr("as last time")


def last_words(last: LastTime | None) -> str:
    """ "Last time: 7.2 km/h at 5 %"; empty where nothing was recorded."""
    if last is None:
        return ""
    how: list[str] = []
    if last.speed_kmh is not None:
        how.append(units.speed(last.speed_kmh))
    if last.grade_percent is not None:
        grade = number(last.grade_percent, 1 if last.grade_percent % 1 >= 0.05 else 0)
        how.append(tr("at {grade} %", grade=grade))
    loads = [f"{said(name)} {units.weight(kg)}" for name, kg in last.loads[:MOST_LOADS]]
    said_so = ", ".join([" ".join(how), *loads] if how else loads)
    return tr("Last time: {how}", how=said_so) if said_so else ""


def about(offer: Offer, past: Past, today: date | None) -> str:
    """The same for any workout that somebody may do."""
    before = [s for s in past.sessions if s.protocol_id == offer.plan.protocol_id]
    last = last_words(last_time(before[0])) if before else ""
    return ". ".join(part for part in (last, said(change_for(offer, past, today))) if part)


def one_line(suggestion: Suggestion | None) -> str:
    """How it was and the one change: "Last time: 7.2 km/h at 5 %. A little quicker …"."""
    if suggestion is None:
        return ""
    last, change = last_words(suggestion.last), said(suggestion.change)
    return ". ".join(part for part in (last, change) if part)


def join_words(session: Session) -> str:
    """What the button to the running class says."""
    return tr("Join class: {plan}, {when}", plan=said(session.plan.name), when=minutes_in(session))


def minutes_in(session: Session) -> str:
    if session.elapsed_s < 60:
        return tr("just begun")
    return tr("{minutes} min in", minutes=session.elapsed_s // 60)


def warm_up_first(session: Session, who: Participant) -> str:
    if session.elapsed_s == 0 or who.athlete.id in session.rows:
        return ""
    owed = warm_up_owed(session)
    return tr("you warm up {span} first", span=wording.rough_span(owed)) if owed else ""

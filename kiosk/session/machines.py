"""What sensors and consoles say of the stations and of people's feet."""

from typing import Final

from kiosk.events import Grade, Motion, MotionSource, Tilt
from kiosk.session import commands as cmd
from kiosk.session import provenance
from kiosk.session.book import Book
from kiosk.session.course import CommandRefused
from kiosk.session.follower import Follower
from kiosk.session.honesty import Honesty
from kiosk.session.pace import FRESH_S, Pace, Sources, best_pace
from kiosk.session.records import StationShown
from kiosk.training.capability import BELIEVABLE_PERCENT, Capability, hold, vouched, widened
from kiosk.words import short, text

GRADE_FRESH_S = 2.0
_SHOWN_ORDER: Final[tuple[MotionSource, ...]] = ("console", "pulses", "deck")


def hear_grade(book: Book, event: Grade) -> None:
    book.state.grades[event.station] = event
    for follower in book.followers.values():
        if follower.participant.station == event.station:
            follower.hear_grade(event.percent)


def hear_tilt(book: Book, event: Tilt) -> None:
    book.state.tilts[event.station] = event


def hear_motion(book: Book, event: Motion) -> None:
    if event.source == "foot pod":
        owners = book.pod_owners.get(event.device_number or 0, ())
        if len(owners) == 1:  # of two who bring the same number nobody knows whose foot it is
            owners[0].feet.hear(event)
            provenance.note_foot_pod(book, owners[0], event.device_number or 0, event.at)
    elif event.station is not None:
        book.movement(event.station).hear(event)
        book.motions[event.station, event.source] = event


def forget_old(book: Book, now: float) -> None:
    """Drops what is too old to be shown, and picks each station's best motion."""
    state = book.state
    for grade in [g for g in state.grades.values() if now - g.at > GRADE_FRESH_S]:
        del state.grades[grade.station]
        book.holds.pop(grade.station, None)
    for tilt in [t for t in state.tilts.values() if now - t.at > GRADE_FRESH_S]:
        del state.tilts[tilt.station]
    for key in [k for k, m in book.motions.items() if now - m.at > FRESH_S[m.source]]:
        del book.motions[key]
    state.motions.clear()
    for source in reversed(_SHOWN_ORDER):
        for (station, said_by), motion in book.motions.items():
            if said_by == source:
                state.motions[station] = motion


def compare_belts(book: Book, now: float) -> None:
    """Once a second: what consoles say against what pulses measure."""
    for station, movement in book.movements.items():
        speeds = movement.speeds(now)
        if "pulses" in speeds and "console" in speeds:
            honesty = book.honesty.setdefault(station, Honesty())
            honesty.compare(speeds["console"], speeds["pulses"])
            if honesty.percent is not None:
                book.state.honesty[station] = honesty.percent


def watch_grades(book: Book, now: float) -> None:
    """Once a second: a grade that a deck has kept for a while is one that the station can do."""
    for station, grade in book.state.grades.items():
        if now - grade.at > GRADE_FRESH_S:
            book.holds.pop(station, None)
            continue
        kept = book.holds[station] = hold(book.holds.get(station), grade.percent, now)
        known = book.state.capabilities.get(station, Capability())
        wider = widened(known, kept.percent, now - kept.since)
        if wider is not None:
            _show_capability(book, station, wider, now)


def vouch(book: Book, command: cmd.Vouch) -> None:
    """Somebody says that the station can do this grade, where no sensor has seen it yet."""
    station = command.station
    if book.stations and station not in book.stations:
        names = ", ".join(book.stations)
        raise CommandRefused(
            text(
                'There is no station "{station}": choose one of {names}.',
                station=station,
                names=names,
            )
        )
    lowest, highest = BELIEVABLE_PERCENT
    if not lowest <= command.percent <= highest:
        raise CommandRefused(
            text(
                "A station goes from {lowest} % to {highest} % at most: look at its display again.",
                lowest=short(lowest),
                highest=short(highest),
            )
        )
    known = book.state.capabilities.get(station, Capability())
    _show_capability(book, station, vouched(known, command.percent), command.at)


def _show_capability(book: Book, station: str, capability: Capability, at: float) -> None:
    book.state.capabilities[station] = capability
    by = "person" if capability.by == "person" else "sensor"
    lowest, highest = capability.lowest_percent, capability.highest_percent
    book.out.append(StationShown(station, book.utc_ms(at), lowest, highest, by))


def pace_of(book: Book, follower: Follower, prescribed_kmh: float | None, now: float) -> Pace:
    """An athlete's speed and cadence at `now`; of somebody off the station for a partner none."""
    who = follower.participant
    if who.resting:
        return Pace()
    station = who.station
    facts = None if station is None else book.stations.get(station)
    return best_pace(
        Sources(
            station=None if station is None else book.movements.get(station),
            feet=follower.feet,
            since=follower.on_since,
            typed_speed_kmh=follower.typed_speed_kmh,
            typed_cadence_spm=follower.typed_cadence_spm,
            prescribed_kmh=prescribed_kmh,
            on_stairs=facts is not None and facts.kind == "stair",
        ),
        now,
    )


def show(book: Book, follower: Follower, pace: Pace) -> None:
    """The deck's grade and the pace, as screens have them."""
    who = follower.participant
    grade = book.state.grades.get(who.station or "")
    is_theirs = grade is not None and grade.at > follower.on_since
    who.grade_percent = grade.percent if grade is not None and is_theirs else None
    who.speed_kmh, who.speed_source = pace.speed_kmh, pace.speed_source
    who.cadence_spm, who.cadence_source = pace.cadence_spm, pace.cadence_source

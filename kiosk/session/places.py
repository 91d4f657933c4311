"""Who is on which station: one at a time, unless stations are shared."""

from kiosk.session import commands as cmd
from kiosk.session import steps
from kiosk.session.book import ACTIVE, Book
from kiosk.session.course import CommandRefused
from kiosk.session.follower import Follower
from kiosk.session.provenance import note_station
from kiosk.session.state import Session
from kiosk.training.guidance import Verdict
from kiosk.words import text


def arrive(book: Book, follower: Follower, station: str | None, at: float) -> None:
    """Taps in at a station: it is theirs if it is free."""
    who = follower.participant
    if station is None or station == who.station:
        return
    if book.shared_stations:
        follower.change_station(station, at)
    elif station not in book.state.occupants:
        _step_on(book, follower, station, at)


def take(book: Book, command: cmd.TakeStation) -> None:
    """Steps onto a station, whoever is on it, or off."""
    follower, station = book.follower(command.athlete_id), command.station
    if station is not None and book.stations and station not in book.stations:
        known = ", ".join(book.stations)
        raise CommandRefused(
            text(
                'There is no station "{station}": choose one of {known}.',
                station=station,
                known=known,
            )
        )
    if station == follower.participant.station:
        return
    if book.shared_stations:
        follower.change_station(station, command.at)
    elif station is None:
        _step_off(book, follower, command.at)
    else:
        partner = book.state.occupants.get(station)
        if partner is not None:
            _step_off(book, book.followers[partner], command.at)
        _step_on(book, follower, station, command.at)


def free(book: Book, follower: Follower, at: float) -> None:
    """The session is over for them, or they go home: the station is for the next."""
    who = follower.participant
    who.resting = False
    follower.forget_typed()
    if who.station is not None and not book.shared_stations:
        book.state.occupants.pop(who.station, None)
        follower.change_station(None, at)


def move_to(
    book: Book, session: Session, follower: Follower, station: str | None, at: float
) -> None:
    """To a place of a rotation, or off to the next one: nobody rests because of that."""
    who = follower.participant
    before, who.resting = who.station, False
    if before == station:
        return
    if not book.shared_stations:
        if before is not None:
            book.state.occupants.pop(before, None)
        if station is not None:
            book.state.occupants[station] = who.athlete.id
    follower.change_station(station, at)
    book.note(session, at, "station", who, **{"station": station, "from": before})
    note_station(book, follower, at)


def _step_off(book: Book, follower: Follower, at: float) -> None:
    who = follower.participant
    before = who.station
    if before is not None:
        book.state.occupants.pop(before, None)
    follower.change_station(None, at)
    session = book.session_of(who)
    if session is not None and who.phase in ACTIVE:
        who.resting = True
        who.verdict = Verdict.NONE
        who.wanted_grade_percent = who.wanted_speed_kmh = None
        book.note(session, at, "station", who, **{"station": None, "from": before})


def _step_on(book: Book, follower: Follower, station: str, at: float) -> None:
    who = follower.participant
    before = who.station
    if before is not None:
        book.state.occupants.pop(before, None)
    book.state.occupants[station] = who.athlete.id
    follower.change_station(station, at)
    had_rested, who.resting = who.resting, False
    session = book.session_of(who)
    if session is None or who.phase not in ACTIVE:
        return
    book.note(session, at, "station", who, **{"station": station, "from": before})
    note_station(book, follower, at)
    if had_rested and not who.late_warm_up_s:  # a heart that has rested is eased in anew
        steps.begin(book, session, follower, at, session.course(who.athlete.id).step_s)

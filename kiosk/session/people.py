"""Who is here: tapping in and out, and the speed somebody types."""

from kiosk.session import commands as cmd
from kiosk.session import conduct, places, straps
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import CommandRefused
from kiosk.session.entering import ceiling_in
from kiosk.session.follower import Follower
from kiosk.session.phases import Move
from kiosk.session.state import Participant
from kiosk.training.zones import ceiling_for, zones_for
from kiosk.words import Quantity, text

FASTEST_KMH, MOST_SPM = 30, 300


def tap_in(book: Book, command: cmd.TapIn) -> None:
    athlete = command.athlete
    day = book.today(command.at)
    follower = book.followers.get(athlete.id)
    if follower is None:
        who = Participant(athlete, None, zones_for(athlete, day), tapped_in_at=command.at)
        follower = Follower(who, ceiling_for(athlete, day), command.at, day)
        book.followers[athlete.id] = follower
        book.state.participants[athlete.id] = who
    else:
        who = follower.participant
        who.tapped_in_at = command.at
        follower.renew(athlete, zones_for(athlete, day), ceiling_for(athlete, day))
        straps.own(book, follower, athlete.straps, command.at)
        move(who, Move.TAP_IN)
    session = book.session_of(who) if who.phase in ACTIVE else None
    who.ceiling_hr = ceiling_in(session, follower)
    follower.coach.know(athlete, who.zones, who.ceiling_hr)
    places.arrive(book, follower, command.station, command.at)
    book.index_owners()
    straps.look_around(book, follower, command.at)


def tap_out(book: Book, command: cmd.TapOut) -> None:
    follower = book.followers.get(command.athlete_id)
    if follower is not None:
        conduct.leave(book, cmd.Leave(command.at, command.athlete_id))
        places.free(book, follower, command.at)
        straps.take_off(book, follower)
        del book.followers[command.athlete_id]
        del book.state.participants[command.athlete_id]
        book.index_owners()
        book.forget_finished()


def type_speed(book: Book, command: cmd.TypeSpeed) -> None:
    follower = book.follower(command.athlete_id)
    if command.speed_kmh is not None and not 0 <= command.speed_kmh <= FASTEST_KMH:
        raise CommandRefused(
            text(
                "A speed is between 0 and {fastest}: type it again.",
                fastest=Quantity(FASTEST_KMH, "km/h"),
            )
        )
    if command.cadence_spm is not None and not 0 <= command.cadence_spm <= MOST_SPM:
        raise CommandRefused(
            text("Steps are between 0 and {most} a minute: type them again.", most=MOST_SPM)
        )
    follower.typed_speed_kmh = command.speed_kmh
    follower.typed_cadence_spm = command.cadence_spm
    who = follower.participant
    session = book.session_of(who)
    if session is not None and who.phase in ACTIVE:
        said = {"speed_kmh": command.speed_kmh, "cadence_spm": command.cadence_spm}
        book.note(session, command.at, "speed", who, **said)

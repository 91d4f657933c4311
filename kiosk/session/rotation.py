"""Classes that change places: everybody to their lane and station, block by block."""

from collections.abc import Iterable

from kiosk.session import places
from kiosk.session.book import ACTIVE, Book
from kiosk.session.course import (
    CommandRefused,
    block_at,
    block_left_s,
    go_to,
    place_of,
    step_length_s,
)
from kiosk.session.follower import Follower
from kiosk.session.pace import StationFacts
from kiosk.session.seats import Seat, Seats
from kiosk.session.state import Course, Session
from kiosk.training.plan import Plan, Rotation
from kiosk.words import named, text


def check(stations: Iterable[StationFacts], plan: Plan, people: int) -> None:
    """Refuses a class that has more people than places where no lane takes the others."""
    if plan.rotation is None:
        return
    room = Seats(plan.rotation, stations).holds
    if room is not None and people > room:
        raise CommandRefused(
            text(
                "{plan} has places for {room} here and {people} want to start: add a lane for "
                "the floor to it, or start fewer.",
                plan=named(plan.name),
                room=room,
                people=people,
            )
        )


def open_seats(book: Book, session: Session) -> None:
    """A session of a rotation begins, or is picked up again."""
    if session.plan.rotation is not None:
        book.seats[session.id] = Seats(session.plan.rotation, book.stations.values())


def stand(session: Session) -> tuple[int, int] | None:
    """Block and step in it, 0 for the change before it; None outside of the rotation."""
    rotation = session.plan.rotation
    return None if rotation is None else block_at(rotation, session.main.place)


def has_lanes(session: Session) -> bool:
    """Whether the class is in its lanes now, and nobody on the main way."""
    at = stand(session)
    return at is not None and at[1] > 0


def moved_on(book: Book, session: Session, at: float) -> None:
    """The class's clock has come to another step: the places change where that is due."""
    seats, where = book.seats.get(session.id), stand(session)
    if seats is None:
        return
    if where is None:
        if session.block is not None:
            _end(book, session, seats)
        return
    session.block, step = where
    if step == 0:
        _change(book, session, seats, at)
    elif step == 1:
        _begin_block(book, session, seats, at)


def over(book: Book, session: Session) -> None:
    """The class's way ends with its last block: its lanes do too."""
    seats = book.seats.get(session.id)
    if seats is not None and session.block is not None:
        _end(book, session, seats)


def skip_segment(session: Session) -> None:
    """To the end of the present change or block: the next step is that of the next segment."""
    rotation, where = session.plan.rotation, stand(session)
    if rotation is not None and where is not None and where[1] > 0:
        go_to(session.main, place_of(rotation, where[0] + 1) - 1)


def extend(book: Book, session: Session, seconds: int) -> None:
    """Makes the present block longer in every lane, the change for everybody."""
    session.main.extended_s += seconds
    seats = book.seats.get(session.id)
    if seats is not None:
        for course in seats.courses.values():
            course.extended_s += seconds


def lane_courses(book: Book, session: Session) -> list[Course]:
    seats = book.seats.get(session.id)
    return [] if seats is None else [course for _, course in sorted(seats.courses.items())]


def s_to_change(session: Session, at_least_s: int) -> int:
    """Seconds until the places change next, but at least so many from now; until the cool-down
    where they do not change again.
    """
    rotation, where, left = session.plan.rotation, stand(session), block_left_s(session)
    if rotation is None or where is None or left is None:
        return at_least_s
    block, step = where
    change_s = session.plan.steps[rotation.change].planned_s or 0
    total = left + (rotation.block_s if step == 0 else 0)
    while total < at_least_s and block + 1 < rotation.blocks:
        total += change_s + rotation.block_s
        block += 1
    return max(1, total)


def forget(book: Book, session: Session, athlete_id: int) -> None:
    """They left, or went a way of their own: their place is free, their lane goes on."""
    seats = book.seats.get(session.id)
    if seats is not None:
        seats.drop(athlete_id)


def _change(book: Book, session: Session, seats: Seats, at: float) -> None:
    """The walk to the next place begins: stations are nobody's until the block does.

    What a belt still says meanwhile is neither the one's who has left it nor the next one's.
    """
    seats.courses.clear()
    people: list[Follower] = []
    for follower in book.members(session, *ACTIVE):
        who = follower.participant
        if follower.way is not None:
            continue
        session.others.pop(who.athlete.id, None)
        places.move_to(book, session, follower, None, at)
        if who.late_warm_up_s:
            _settle_late(session, follower)
        if not who.late_warm_up_s:
            people.append(follower)
    to_come = seats.rotation.blocks - (session.block or 0)
    ids = [follower.participant.athlete.id for follower in people]
    seats.share_out(ids, to_come, _closed(book, session))
    for follower in people:
        _tell(book, session, follower, seats.taken[follower.participant.athlete.id], at)


def _settle_late(session: Session, follower: Follower) -> None:
    """Whoever has warmed up long enough gets a place now, the others at a later change."""
    owed_s = follower.owed_s - follower.warmed_s
    follower.participant.late_warm_up_s = 0 if owed_s <= 0 else s_to_change(session, owed_s)


def _begin_block(book: Book, session: Session, seats: Seats, at: float) -> None:
    book.note(session, at, "block", block=session.block, state="begun")
    for follower in book.on_course(session, session.main, *ACTIVE):
        if follower.participant.athlete.id in seats.taken:
            _place(book, session, seats, follower, at)


def _place(book: Book, session: Session, seats: Seats, follower: Follower, at: float) -> None:
    """Onto their station and into their lane; a station that somebody took meanwhile stays
    theirs, and whoever finds it taken has the block on the floor, or waits.
    """
    who = follower.participant
    seat = seats.taken[who.athlete.id]
    is_free = book.state.occupants.get(seat.station or "") in (None, who.athlete.id)
    places.move_to(book, session, follower, seat.station if is_free else None, at)
    if not is_free and seats.floors:
        seat = seats.taken[who.athlete.id] = Seat(seats.floors[0], None)
    lane = seats.rotation.lanes[seat.lane]
    who.lane, who.next_station = lane.name, None
    who.resting = who.station is None and bool(seats.places.get(seat.lane))
    if seat.lane not in seats.courses:
        path = tuple(range(lane.first, lane.first + lane.count))
        seats.courses[seat.lane] = Course(session.plan, session.clock, path)
    session.others[who.athlete.id] = seats.courses[seat.lane]


def _end(book: Book, session: Session, seats: Seats) -> None:
    """The lanes are over: everybody is on the class's way again, where they stand."""
    session.block = None
    seats.courses.clear()
    for follower in book.members(session, *ACTIVE):
        if follower.way is None:
            who = follower.participant
            session.others.pop(who.athlete.id, None)
            who.lane = who.next_station = None
            who.resting, who.late_warm_up_s = False, 0


def _tell(book: Book, session: Session, follower: Follower, seat: Seat, at: float) -> None:
    who = follower.participant
    who.lane, who.next_station = book.seats[session.id].rotation.lanes[seat.lane].name, seat.station
    detail = {} if seat.station is None else {"station": seat.station}
    book.note(session, at, "block", who, block=session.block, lane=who.lane, **detail)


def _closed(book: Book, session: Session) -> list[str]:
    """Stations on which somebody is who does not change places with the others."""
    mine = {f.participant.athlete.id for f in book.members(session, *ACTIVE) if f.way is None}
    return [station for station, who in book.state.occupants.items() if who not in mine]


# -- after a cut -----------------------------------------------------------------------------------


def restore_main(session: Session, block: int | None, in_block_s: int | None) -> None:
    """Puts the class's clock back into its block; outside of one it is where it has been put."""
    rotation = session.plan.rotation
    if rotation is None or block is None:
        return
    session.block = block
    main = session.main
    kept_s, extended_s = main.step_s, main.extended_s
    if in_block_s is None:
        go_to(main, place_of(rotation, block))
        main.step_s, main.extended_s = kept_s, extended_s
        return
    step, left_s = _step_of_block(rotation, session.plan, in_block_s)
    go_to(main, place_of(rotation, block, step))
    main.step_s, main.extended_s = left_s, extended_s


def restore_lane(
    book: Book, session: Session, follower: Follower, step_index: int | None, step_s: int
) -> None:
    """Puts somebody back into their lane, and the lane where it was."""
    seats = book.seats[session.id]
    who = follower.participant
    seat = seats.taken.get(who.athlete.id)
    if seat is None:
        return
    lane = seats.rotation.lanes[seat.lane]
    who.lane = lane.name
    if not has_lanes(session):
        who.next_station = seat.station
        return
    path = tuple(range(lane.first, lane.first + lane.count))
    course = seats.courses.get(seat.lane)
    if course is None:
        course = seats.courses[seat.lane] = Course(session.plan, session.clock, path)
        if step_index in path:
            go_to(course, path.index(step_index))
            course.step_s = step_s
            length = step_length_s(course)
            if length is not None and step_s >= length:
                course.extended_s = session.main.extended_s
    session.others[who.athlete.id] = course


def _step_of_block(rotation: Rotation, plan: Plan, in_block_s: int) -> tuple[int, int]:
    """Step of the block, from 1, that holds a second of it, and the second of that step; past its
    planned end it is the last step, which has been made longer.
    """
    first = rotation.lanes[0]
    for step in range(1, first.count + 1):
        length = plan.steps[first.first + step - 1].planned_s or 0
        if in_block_s < length or step == first.count:
            return step, in_block_s
        in_block_s -= length
    return 1, in_block_s

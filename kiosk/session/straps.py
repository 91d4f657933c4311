"""Straps on the air, and who is recorded from which: a strap feeds one athlete at most."""

import math

from kiosk.events import HeartRate, StrapInfo
from kiosk.session import commands as cmd
from kiosk.session import provenance
from kiosk.session.book import ACTIVE, Book
from kiosk.session.course import CommandRefused
from kiosk.session.follower import Follower
from kiosk.session.state import StrapHeard
from kiosk.session.wearing import LOST_S
from kiosk.words import text

FORGET_STRAP_S = 60.0
RSSI_SMOOTHING_S = 3.0
"""Time constant."""
BATTERY_LOW_PERCENT = 15
LAST_DEVICE_NUMBER = 1_048_575


def hear(book: Book, event: HeartRate) -> None:
    """One message of any strap; of a stranger's only that it is on the air."""
    number = event.device_number
    strap = book.state.straps.get(number)
    if strap is None:
        strap = book.state.straps[number] = StrapHeard(event.at, event.at)
    if event.rssi_dbm is not None:
        strap.rssi_dbm = round(book.smoothed_rssi(number, event.rssi_dbm, _share(event.at, strap)))
    strap.at, strap.worn = event.at, event.worn
    strap.bpm = event.bpm if event.worn else None
    follower = book.wearers.get(number) or _hand_out(book, number, event.worn, event.at)
    if follower is not None:
        follower.hear(event)


def _share(at: float, strap: StrapHeard) -> float:
    """Of a new value in a moving average of times that are not even."""
    return 1 - math.exp(-max(0.0, at - strap.at) / RSSI_SMOOTHING_S)


def hear_info(book: Book, event: StrapInfo) -> None:
    strap = book.state.straps.get(event.device_number)
    if strap is None:
        return
    if event.battery_percent is not None:
        strap.battery_percent = event.battery_percent
    if event.battery_status is not None:
        strap.battery_status = event.battery_status
    if event.manufacturer is not None:
        strap.manufacturer = event.manufacturer
    is_little = strap.battery_percent is not None and strap.battery_percent <= BATTERY_LOW_PERCENT
    strap.battery_low = strap.battery_status in ("low", "critical") or is_little
    wearer = book.wearers.get(event.device_number)
    if wearer is not None:
        provenance.note_strap(book, wearer, event.at)


def wear(book: Book, command: cmd.WearStrap) -> None:
    """Somebody said who wears it: whoever had it has none now."""
    follower = book.follower(command.athlete_id)
    strap = command.strap
    if strap is not None and not 1 <= strap <= LAST_DEVICE_NUMBER:
        raise CommandRefused(
            text("There is no strap {strap}: choose one that is on the air.", strap=strap)
        )
    if strap == follower.wearing.strap:
        follower.wearing.is_given = strap is not None
        return
    loser = None if strap is None else book.wearers.get(strap)
    if loser is not None:
        _change(book, loser, None, command.at, given=False)
        loser.forget_heart()
        follower.forget_heart()  # they were mixed up: neither heart rate was whose it seemed
    _change(book, follower, strap, command.at, given=True)


def look_around(book: Book, follower: Follower, at: float) -> None:
    """Whoever taps in wears what they are heard from already; a worn strap before a loose one."""
    on_air = [(n, s) for n in follower.wearing.own if (s := book.state.straps.get(n)) is not None]
    for number, strap in sorted(on_air, key=lambda item: not item[1].worn):
        if at - strap.at < LOST_S and number not in book.wearers:
            taker = _hand_out(book, number, strap.worn, at)
            if taker is not None:
                taker.recall(strap, book.second_began(at))


def own(book: Book, follower: Follower, straps: tuple[int, ...], at: float) -> None:
    """The roster entry has changed: a strap that is not theirs any more is not heard any more."""
    wearing = follower.wearing
    had, wearing.own = wearing.own, straps
    if wearing.strap in had and wearing.strap not in straps and not wearing.is_given:
        _change(book, follower, None, at, given=False)
    wearing.taken_off = None


def restore(book: Book, follower: Follower, strap: int, at: float) -> None:
    """What they wore before a cut, unless they are heard from another of their own by now."""
    is_borrowed = strap not in follower.wearing.own
    if strap not in book.wearers and (is_borrowed or follower.wearing.strap is None):
        _change(book, follower, strap, at, given=is_borrowed)
        if strap in book.state.straps:
            follower.recall(book.state.straps[strap], book.second_began(at))


def take_off(book: Book, follower: Follower) -> None:
    """Goes home."""
    if follower.wearing.strap is not None:
        del book.wearers[follower.wearing.strap]


def forget_old(book: Book, now: float) -> None:
    for number in [n for n, s in book.state.straps.items() if now - s.at > FORGET_STRAP_S]:
        del book.state.straps[number]
        book.rssi.pop(number, None)
        for follower in book.strap_owners.get(number, ()):
            if follower.wearing.taken_off == number:
                follower.wearing.taken_off = None


def show_battery(book: Book, follower: Follower) -> None:
    """Of the strap they wear, before that of any of their own on the air."""
    who = follower.participant
    straps = who.athlete.straps if who.strap is None else (who.strap,)
    heard = (book.state.straps.get(number) for number in straps)
    who.battery_low = any(strap is not None and strap.battery_low for strap in heard)


def _hand_out(book: Book, strap: int, on_body: bool, at: float) -> Follower | None:
    """To the one athlete who is here, owns it and has no other; to nobody where two might."""
    owners = () if strap in book.contested else book.strap_owners.get(strap, ())
    takers = [owner for owner in owners if owner.wearing.would_take(strap, on_body, at)]
    if len(takers) != 1:
        return None
    _change(book, takers[0], strap, at, given=False)
    return takers[0]


def _change(book: Book, follower: Follower, strap: int | None, at: float, *, given: bool) -> None:
    who = follower.participant
    before = who.strap
    if before is not None:
        del book.wearers[before]
    if strap is not None:
        book.wearers[strap] = follower
    follower.put_on(strap, at, None if strap is None else book.state.straps.get(strap), given)
    session = book.session_of(who)
    if session is not None and who.phase in ACTIVE:
        book.note(session, at, "strap", who, **{"strap": strap, "from": before})
        provenance.note_strap(book, follower, at)

"""Where a session's numbers come from, as events of it: straps, sensors, foot pods.

Each is noted once, and again when what is known of it changes; of strangers' straps nothing.
"""

from kiosk.session.book import ACTIVE, Book
from kiosk.session.follower import Follower


def note_strap(book: Book, follower: Follower, at: float) -> None:
    """What the strap that somebody in a session wears has said of itself."""
    who = follower.participant
    session = book.session_of(who)
    strap = None if who.strap is None else book.state.straps.get(who.strap)
    if strap is None or session is None or who.phase not in ACTIVE:
        return
    said = (strap.manufacturer, strap.battery_percent, strap.battery_status)
    if said == (None, None, None) or (session.id, who.strap, *said) == follower.noted_strap:
        return
    follower.noted_strap = (session.id, who.strap, *said)
    known = dict(zip(("manufacturer", "battery_percent", "battery_status"), said, strict=True))
    book.note(session, at, "strap-facts", who, strap=who.strap, **known)


def note_station(book: Book, follower: Follower, at: float) -> None:
    """What feels the grade where somebody in a session is: once for everybody."""
    who = follower.participant
    session = book.session_of(who)
    if session is None or who.station is None or (session.id, who.station) in book.noted_stations:
        return
    station = book.stations.get(who.station)
    facts = book.state.facts.get(f"incline:{who.station}")
    sensor = "" if station is None else station.sensor
    if not sensor and facts is None:
        return
    book.noted_stations.add((session.id, who.station))
    detail = {
        "station": who.station,
        "sensor": sensor or None,
        "port": None if facts is None else facts.port,
        "firmware": None if facts is None else facts.firmware,
    }
    book.note(session, at, "sensor", None, **detail)


def note_foot_pod(book: Book, follower: Follower, device_number: int, at: float) -> None:
    """Whose foot pod says how fast somebody in a session is."""
    who = follower.participant
    session = book.session_of(who)
    if session is None or who.phase not in ACTIVE:
        return
    if follower.noted_pod != (session.id, device_number):
        follower.noted_pod = (session.id, device_number)
        book.note(session, at, "foot-pod", who, foot_pod=device_number)

"""Who is on which station, as one athlete or the whole group sees it: without a pixel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState, Participant, Phase, Session
from screens.tongue import tr

_LIVE = (Phase.RUNNING, Phase.PAUSED)


@dataclass(frozen=True, slots=True)
class StationRow:
    """The roles of one station's button."""

    place: int = 0
    """In the order of the configuration."""
    title: str = ""
    aside: str = ""
    chosen: bool = False
    """The athlete is on it, or wants to start on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an athlete is while training."""

    kind: str = ""
    """"treadmill" or "stair"; empty off every station."""
    rest: str = ""
    """Why nothing but the heart rate goes on, for whoever has stepped off."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What an athlete's tile says of the stations."""

    short: str = ""
    """Which one they are on, in a few letters; empty where there is only one."""
    swap: int = -1
    """The station they may take by one touch; -1 for none."""
    take: str = ""
    """The same in the words of their own page."""
    rival: str = ""
    """Who steps off then."""


def is_on(who: Participant, station: str) -> bool:
    """Whether the athlete's grade and speed are this station's."""
    return who.station == station and not who.resting


def occupant(state: KioskState, station: str) -> Participant | None:
    """Who is on the station now."""
    return state.participants.get(state.occupants.get(station, 0))


def other_on(state: KioskState, station: str, who: Participant | None) -> Participant | None:
    """Who would have to step off for this athlete."""
    there = occupant(state, station)
    same = there is not None and who is not None and there.athlete.id == who.athlete.id
    return None if same else there


class Haunts:
    """Which station everybody was on last: that is the one a partner has meanwhile."""

    def __init__(self, stations: Sequence[str]) -> None:
        self._only = stations[0] if len(stations) == 1 else None
        self._last: dict[int, str] = {}

    def follow(self, state: KioskState) -> None:
        """Forgets who has gone home."""
        seen = {who.athlete.id: who.station for who in state.participants.values()}
        self._last = {
            athlete_id: station or self._last[athlete_id]
            for athlete_id, station in seen.items()
            if station or athlete_id in self._last
        }

    def of(self, who: Participant) -> str | None:
        """The athlete's station; whoever has been on none shares the only one there is."""
        return who.station or self._last.get(who.athlete.id, self._only)


def place_of(
    state: KioskState, haunts: Haunts, kinds: Mapping[str, str], who: Participant
) -> Place:
    """Where the athlete is, and who has their station while they rest."""
    if who.resting:
        return Place(rest=_rest(state, haunts.of(who), who))
    return Place(kind=kinds.get(who.station or "", ""))


def _rest(state: KioskState, station: str | None, who: Participant) -> str:
    if station is None:
        return tr("off the station")
    there = other_on(state, station, who)
    if there is None:
        return tr("{station} is free", station=station)
    return tr("{name} is on {station}", name=there.athlete.name, station=station)


def own_rows(state: KioskState, stations: Sequence[str], who: Participant) -> list[StationRow]:
    """The buttons of one's own page: to step off, and to take a station from somebody.

    None while one has the only station and nobody else is there who could want it.
    """
    if who.phase not in _LIVE:
        return []
    if (turn := _rotation(state, who)) is not None:
        return _rows_in_rotation(state, stations, who, turn)
    rows = [_own_row(state, place, name, who) for place, name in enumerate(stations)]
    if len(stations) == 1 and is_on(who, stations[0]):
        shared = stations[0] in state.occupants and len(state.participants) > 1
        return rows if shared else []
    return rows


def _rotation(state: KioskState, who: Participant) -> Session | None:
    """The class whose places the kiosk shares out; None where people do it themselves."""
    session = state.sessions.get(who.session_id or 0)
    if session is None or session.plan.rotation is None or session.clock != "group":
        return None
    return session


def _rows_in_rotation(
    state: KioskState, stations: Sequence[str], who: Participant, turn: Session
) -> list[StationRow]:
    """A way to another station for whoever cannot use theirs; never to one that is somebody's."""
    if turn.block is None or (who.station is None and not who.resting):
        return []
    spoken_for = {other.next_station for other in state.participants.values()}
    rows = [
        _own_row(state, place, name, who)
        for place, name in enumerate(stations)
        if is_on(who, name) or (name not in spoken_for and other_on(state, name, who) is None)
    ]
    return rows if any(not row.chosen for row in rows) else []


def _own_row(state: KioskState, place: int, name: str, who: Participant) -> StationRow:
    if is_on(who, name):
        return StationRow(
            place, tr("Step off"), tr("you are on {station}", station=name), chosen=True
        )
    there = other_on(state, name, who)
    return StationRow(place, taking(name), tr("it is free") if there is None else _leaves(there))


def _leaves(who: Participant) -> str:
    return tr("{name} steps off", name=who.athlete.name)


def taking(station: str) -> str:
    """What the button says that takes it, on every page."""
    return tr("Take {station}", station=station)


def choice_rows(
    state: KioskState, stations: Sequence[str], who: Participant | None, chosen: int | None
) -> list[StationRow]:
    """The stations to start on; none where there is nothing to choose."""
    if who is None or not stations:
        return []
    others = [other_on(state, name, who) for name in stations]
    if len(stations) == 1 and others[0] is None:
        return []
    return [
        StationRow(place, name, _who_is_there(there, place == chosen), chosen=place == chosen)
        for place, (name, there) in enumerate(zip(stations, others, strict=True))
    ]


def _who_is_there(there: Participant | None, is_chosen: bool) -> str:
    if there is None:
        return tr("you start here") if is_chosen else tr("free")
    return _leaves(there) if is_chosen else tr("{name} is on it", name=there.athlete.name)


def page_with(rows: Sequence[StationRow], offset: int, room: int) -> list[StationRow]:
    """Those that fit from `offset` on; the last place is for the way to more, if not all fit."""
    return list(rows) if len(rows) <= room else list(rows[offset : offset + room - 1])


def likeliest(state: KioskState, stations: Sequence[str], who: Participant | None) -> int | None:
    """The station to start on unless somebody says otherwise: one's own, else the first free."""
    if who is None:
        return None
    free = [n for n, name in enumerate(stations) if other_on(state, name, who) is None]
    own = [n for n in free if stations[n] == who.station]
    return next(iter(own or free), None)


def swaps(state: KioskState, stations: Sequence[str], haunts: Haunts) -> dict[int, int]:
    """Who may take a station by one touch, because exactly two share it: place by athlete id.

    Nobody in a rotation, where the next one on a station has not shared it with the last.
    """
    everybody = state.participants.values()
    live = [who for who in everybody if who.phase in _LIVE and _rotation(state, who) is None]
    found: dict[int, int] = {}
    for place, name in enumerate(stations):
        sharing = [who for who in live if haunts.of(who) == name]
        off = [who for who in sharing if not is_on(who, name)]
        there = occupant(state, name)
        if len(sharing) == 2 and len(off) == 1 and there in sharing:
            found[off[0].athlete.id] = place
    return found


def short_names(stations: Sequence[str]) -> list[str]:
    """A few letters for each station, all different: "T1" for "Treadmill 1"."""
    names = ["".join(word if word.isdigit() else word[0] for word in s.split()) for s in stations]
    short = [name[:3].upper() for name in names]
    unique = len(set(short)) == len(short)
    return short if unique else [str(place) for place in range(1, len(stations) + 1)]


def spots(state: KioskState, stations: Sequence[str], haunts: Haunts) -> dict[int, Spot]:
    """What the tiles say of the stations, by athlete id."""
    may_swap = swaps(state, stations, haunts)
    short = dict(zip(stations, short_names(stations), strict=True)) if len(stations) > 1 else {}
    found: dict[int, Spot] = {}
    for athlete_id, who in state.participants.items():
        here = "" if who.resting else short.get(who.station or "", "")
        place = may_swap.get(athlete_id, -1)
        there = None if place < 0 else occupant(state, stations[place])
        take = "" if place < 0 else taking(stations[place])
        found[athlete_id] = Spot(here, place, take, "" if there is None else there.athlete.name)
    return found

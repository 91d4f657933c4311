"""How every device is doing, in one wording for the screen and for `switchback doctor`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kiosk.events import DeviceStatus
from kiosk.session.state import KioskState, LastValue, Participant, StrapHeard
from kiosk.settings import InclineSettings, Settings
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from kiosk.words import Number, Opening, Text, joined, text

Verdict = Literal["ok", "note", "problem"]

PATIENT_S = 5.0
"""A device that is being looked for is not a problem yet for so long."""
OLD_S, STALE_S = 5.0, 20.0
"""From when on the last value of something that speaks by itself is noted, and is a problem."""
HONEST_PERCENT = 2.0
"""A console may differ from the belt by so much."""
_CONSOLES: Final = ("csafe", "trackmaster")
_ORDER: Final = ("ant", "incline", "panel", "reader", "history", "backup", "disk", "power")
_NO_WORD: Final = text("No word from it yet: if this stays, start the kiosk again.")
_NO_ANSWER: Final = text("Nothing has answered yet: check its cable and its power.")
_DEAF: Final = "hears nothing"
"""So says a stick that works and hears no strap, with what to do about it."""
_WRITTEN: Final = text("Everything is written to disk.")
_NO_STRAP: Final = text(
    "It answers, and hears no strap: put one on and wet its electrodes; if somebody wears one,"
    " move the stick away from metal and USB 3 devices with an extension cable."
)

_KEPT: Final = {
    "history": text("History"),
    "backup": text("Backup"),
    "disk": text("Disk"),
    "power": text("Power"),
}
_STATUSES: Final[Mapping[str, str]] = {
    "new": text("new"),
    "good": text("good"),
    "ok": text("ok"),
    "low": text("low"),
    "critical": text("critical"),
}
MAKERS: Final = {
    1: "Garmin", 13: "Dynastream", 15: "Dynastream", 16: "Timex", 19: "Beurer", 20: "Cardiosport",
    23: "Suunto", 32: "Wahoo", 51: "4iiii", 58: "Alatech", 59: "Mio", 61: "Geonaute", 70: "Sigma",
    71: "TomTom", 77: "CicloSport", 81: "Bontrager", 83: "Scosche", 107: "Magene",
    109: "Tigra Sport", 110: "Salutron", 112: "Bryton", 115: "iGPSPORT", 123: "Polar",
    129: "Coros", 131: "Chileaf", 132: "Cycplus", 135: "CooSpo", 138: "Kyto", 140: "Decathlon",
    148: "Ezon", 150: "Myzone", 267: "Bryton", 294: "Coros", 305: "Whoop", 310: "Decathlon",
}  # fmt: skip
"""Makers of straps by ANT+ manufacturer number, as in the FIT profile; a strap has room for one
byte, so some makers have a second number below 256."""


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device, or one strap, in words. None where nothing is known."""

    device: str
    """As in DeviceStatus; "strap:<number>", "belt:<station>"."""
    title: str
    state: Verdict
    message: str
    """A sentence: how it is, or what is wrong and what to do."""
    port: str | None = None
    firmware: str | None = None
    value: str | None = None
    age_s: float | None = None
    """Of the value, seconds."""
    signal: str | None = None


def device_titles(settings: Settings) -> dict[str, str]:
    """What the configuration asks for, in its order: what people call it, by device."""
    ports = settings.ant.ports
    names = ["ant", "ant:2"][: 1 if ports == ("auto", "auto") else len(ports)]
    titles = {name: title_of(name) for name in names}
    for station in settings.stations:
        incline = station.incline
        if incline.driver != "none":
            titles[f"incline:{station.name}"] = (
                text("{station}: console", station=station.name)
                if incline.driver in _CONSOLES
                else text("{station}: incline sensor", station=station.name)
            )
    if settings.gpio.buzzer_pin is not None or any(s.panel.pins for s in settings.stations):
        titles["panel"] = title_of("panel")
    for reader in settings.readers:
        name = f"reader:{reader.station or 'kiosk'}"
        titles[name] = title_of(name)
    return titles | {"history": title_of("history")}


def gives_angles(incline: InclineSettings) -> bool:
    """Whether a calibration makes sense: the device says angles, and not a grade of its own."""
    return incline.driver not in ("none", *_CONSOLES)


def title_of(device: str) -> str:
    """What people call a device of which no more than the name is known."""
    kind, _, which = device.partition(":")
    match kind:
        case "ant":
            return text("Second ANT stick") if which else text("ANT stick")
        case "incline":
            return text("{station}: incline sensor", station=which)
        case "reader":
            if which == "kiosk":
                return text("Reader at the kiosk")
            return text("Reader at {station}", station=which)
        case "panel":
            return text("Panel")
        case _:
            return _KEPT.get(kind) or device.capitalize()


def device_rows(
    state: KioskState,
    expected: Sequence[str],
    titles: Mapping[str, str] | None = None,
    *,
    patient_s: float = PATIENT_S,
) -> list[DeviceRow]:
    """A row for every device that is expected or was heard of, and one for every belt that has
    been compared with its console.

    `titles` are those of `device_titles`; `patient_s` is how long one may be looked for before
    that is a problem.
    """
    others = sorted((name for name in state.devices if name not in expected), key=_place)
    named = titles or {}
    rows = [
        _row(state, name, named.get(name) or title_of(name), patient_s)
        for name in (*expected, *others)
    ]
    return rows + [_belt_row(station, state.honesty[station]) for station in sorted(state.honesty)]


def _place(device: str) -> tuple[int, str]:
    kind = device.partition(":")[0]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), device


def _row(state: KioskState, device: str, title: str, patient_s: float) -> DeviceRow:
    status, facts = state.devices.get(device), state.facts.get(device)
    last = _last_value(state, device)
    age_s = None if last is None else max(0.0, state.now - last.at)
    verdict, message = _verdict(state, device, status, age_s, patient_s)
    return DeviceRow(
        device,
        title,
        verdict,
        message,
        port=facts.port if facts else None,
        firmware=facts.firmware if facts else None,
        value=last.words if last else None,
        age_s=age_s,
        signal=facts.signal if facts else None,
    )


def _verdict(
    state: KioskState,
    device: str,
    status: DeviceStatus | None,
    age_s: float | None,
    patient_s: float,
) -> tuple[Verdict, str]:
    if status is None:
        return ("ok", _WRITTEN) if device == "history" else ("note", _NO_WORD)
    said = as_sentence(status.message)
    if status.state == "searching":
        is_early = state.now - status.at < patient_s
        return ("note", said) if is_early else ("problem", joined(" ", [said, _NO_ANSWER]))
    if status.state != "live":
        return "problem", said
    if device.startswith("ant") and _DEAF in said:
        return "note", said
    if device == _listening_stick(state):
        return (
            ("ok", said)
            if age_s is not None and age_s < OLD_S
            else ("note", joined(" ", [said, _NO_STRAP]))
        )
    return _freshness(said, age_s) if device.startswith("incline:") else ("ok", said)


def _freshness(said: str, age_s: float | None) -> tuple[Verdict, str]:
    """Of a device that speaks all the time."""
    if age_s is None:
        return "note", joined(" ", [said, text("It has not said a value yet.")])
    if age_s < OLD_S:
        return "ok", said
    silent = text(
        "It is connected, but has said nothing new for {time}: unplug it and plug it in again.",
        time=span(age_s),
    )
    return ("note" if age_s < STALE_S else "problem"), silent


def _last_value(state: KioskState, device: str) -> LastValue | None:
    if device.partition(":")[0] != "ant":
        return state.values.get(device)
    if device != _listening_stick(state) or not state.straps:
        return None  # what is heard now comes by another stick
    on_air = [strap for strap in state.straps.values() if state.now - strap.at < OLD_S]
    newest = max(strap.at for strap in state.straps.values())
    return LastValue(newest, _straps_on_air(len(on_air)))


def _listening_stick(state: KioskState) -> str | None:
    """Straps are heard once, by whichever stick: they stand with the first that works."""
    live = [name for name, status in state.devices.items() if status.state == "live"]
    sticks = sorted(name for name in live if name.partition(":")[0] == "ant")
    hearing = [name for name in sticks if _DEAF not in state.devices[name].message]
    return next(iter(hearing or sticks), None)


def _belt_row(station: str, percent: float) -> DeviceRow:
    title = text("{station}: belt", station=station)
    if abs(percent) < HONEST_PERCENT:
        said = text(
            "The console and the belt agree to {percent} %.", percent=Number(abs(percent), 1)
        )
        return DeviceRow(f"belt:{station}", title, "ok", said)
    said = text(
        "The console says {percent} % {more} than the belt runs: have it adjusted.",
        percent=Number(abs(percent), 1),
        more=text("more") if percent > 0 else text("less"),
    )
    return DeviceRow(f"belt:{station}", title, "note", said)


# -- straps --------------------------------------------------------------------------------------


def names_by_strap(
    people: Sequence[Athlete],
    participants: Mapping[int, Participant],
    pool: Sequence[PoolStrap] = (),
) -> dict[int, str]:
    """Whose every known strap is: whoever wears it now, else everybody it may belong to."""
    known: dict[int, str] = {}
    for who in people:
        for number in who.straps:
            known[number] = (
                text("{first} or {second}", first=known[number], second=who.name)
                if number in known
                else who.name
            )
    by_id = {who.id: who.name for who in people}
    for strap in pool:
        holder = by_id.get(strap.holder_id or 0, "")
        of_the_club = text("club strap {number}", number=strap.number)
        known[strap.device_number] = joined(", ", [of_the_club, holder]) if holder else of_the_club
    for present in participants.values():
        if present.strap is not None and present.strap not in {s.device_number for s in pool}:
            known[present.strap] = present.athlete.name
    return known


def strap_rows(
    state: KioskState, names: Mapping[int, str], *, with_pulse_of_strangers: bool = False
) -> list[DeviceRow]:
    """A row for every strap on the air, those with a name first; of strangers the number, and
    their heart rate only for whoever is looking for a fault.
    """
    known = sorted((number for number in state.straps if number in names), key=names.__getitem__)
    strangers = sorted(number for number in state.straps if number not in names)
    return [
        *(_strap_row(state, number, names[number], pulse=True) for number in known),
        *(_strap_row(state, number, "", pulse=with_pulse_of_strangers) for number in strangers),
    ]


def _strap_row(state: KioskState, number: int, name: str, *, pulse: bool) -> DeviceRow:
    strap = state.straps[number]
    battery = _battery(strap)
    mend = ""
    if strap.battery_low or strap.battery_status in ("low", "critical"):
        mend = text("Change its battery before the next session.")
    elif name and not strap.worn:
        mend = text("Wet its electrodes and put it on.")
    facts = [name or text("not on the roster"), battery]
    said = as_sentence(joined(", ", [each for each in facts if each]))
    return DeviceRow(
        f"strap:{number}",
        text("Strap {number}", number=number),
        "note" if mend else "ok",
        joined(" ", [said, mend]) if mend else said,
        firmware=maker(strap.manufacturer),
        value=_pulse(strap) if pulse else None,
        age_s=max(0.0, state.now - strap.at),
        signal=None if strap.rssi_dbm is None else f"{strap.rssi_dbm} dBm",
    )


def maker(number: int | None) -> str | None:
    """A strap's maker by ANT+ manufacturer number; one that is not known is the number."""
    return None if number is None else MAKERS.get(number, text("maker {number}", number=number))


def _battery(strap: StrapHeard) -> str:
    if strap.battery_percent is not None:
        return text("battery {percent} %", percent=strap.battery_percent)
    status = strap.battery_status or ("low" if strap.battery_low else None)
    return "" if status is None else text("battery {status}", status=_STATUSES.get(status, status))


def _pulse(strap: StrapHeard) -> str:
    if not strap.worn:
        return text("not worn")
    return text("no heart rate") if strap.bpm is None else f"{strap.bpm} bpm"


# -- words ---------------------------------------------------------------------------------------


def as_sentence(words: str) -> str:
    """With a capital at its beginning and a full stop at its end."""
    said = words if isinstance(words, Text) else words.strip()
    if not said:
        return ""
    if not said.endswith((".", "!", "?")):
        return text("{words}.", words=Opening(said))
    return said if said[0].isupper() else text("{words}", words=Opening(said))


def span(seconds: float) -> str:
    """A time since something, "0.4 s", "12 s", "3 min", "2 h"."""
    if seconds < 9.95:
        return text("{seconds} s", seconds=Number(seconds, 1))
    if seconds < 120:
        return text("{seconds} s", seconds=Number(seconds))
    if seconds < 7200:
        return text("{minutes} min", minutes=Number(seconds / 60))
    return text("{hours} h", hours=Number(seconds / 3600))


def _straps_on_air(count: int) -> str:
    if count == 1:
        return text("1 strap on the air")
    return text("{count} straps on the air", count=count) if count else text("no straps on the air")

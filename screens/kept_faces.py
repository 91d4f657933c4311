"""The tiles' faces, worked out anew only where something that a face is made of has changed."""

from collections.abc import Collection
from dataclasses import fields
from operator import attrgetter
from typing import Any

from kiosk.session.state import Course, KioskState, Participant, Session
from screens.faces import A_WORD, TileFace, face_of
from screens.stations import Spot
from screens.tongue import turn

NOT_ON_A_TILE = frozenset(
    {
        "ascent_m",
        "cadence_source",
        "cadence_spm",
        "ceiling_hr",
        "cue",
        "elapsed_s",
        "ended_at",
        "guide",
        "heard_at",
        "live",
        "speed_kmh",
        "speed_source",
        "tapped_in_at",
        "touched_at",
        "trace",  # only how long it is, and that comes with the revision
        "wanted_speed_kmh",
        "wants_rating",
    }
)
"""What comes and goes with every message and every second, and no face is made of."""

_of_person = attrgetter(*(f.name for f in fields(Participant) if f.name not in NOT_ON_A_TILE))
_of_session = attrgetter("id", "plan", "clock", "phase", "is_main_over", "block")
_of_course = attrgetter(*(f.name for f in fields(Course)))
_NAMES = tuple(f.name for f in fields(TileFace))
_of_face = attrgetter(*_NAMES)


class KeptFaces:
    """Of everybody the face, and what it was made of."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[object, TileFace]] = {}

    def of(
        self,
        who: Participant,
        state: KioskState,
        spot: Spot,
        *,
        is_named: bool,
        glide: int,
        revision: int,
        told: str = "",
    ) -> TileFace:
        """The face of somebody; the very same object as long as it says the same.

        `is_named`: the coach is told to look at them. `glide` and `revision` as on a TileFace.
        `told` is the step that stands above all tiles, with its time: no tile counts it once more.
        """
        session = _session_of(who, state)
        athlete_id = who.athlete.id
        made_of = (
            _of_person(who),
            None
            if session is None
            else (_of_session(session), _of_course(session.course(athlete_id))),
            spot,
            (is_named, glide, told, turn()),
        )
        before = self._kept.get(athlete_id)
        if before is not None and before[0] == made_of:
            face = before[1]
            if face.revision == revision:
                return face
            face = _with(face, revision=revision)
        else:
            face = face_of(who, session, spot)
            loudness = max(face.loudness, A_WORD) if is_named else face.loudness
            is_told = face.doing and not face.place and face.step == told
            remaining = "" if is_told else face.remaining
            face = _with(
                face, loudness=loudness, glide=glide, revision=revision, remaining=remaining
            )
            if before is not None and face == before[1]:
                face = before[1]
        self._kept[athlete_id] = made_of, face
        return face

    def forget_all_but(self, athlete_ids: Collection[int]) -> None:
        """Whoever has gone home."""
        if len(self._kept) > len(athlete_ids):
            self._kept = {i: kept for i, kept in self._kept.items() if i in athlete_ids}


def _with(face: TileFace, **other: Any) -> TileFace:
    """dataclasses.replace, in a third of its time: it happens forty times a second."""
    values: dict[str, Any] = dict(zip(_NAMES, _of_face(face), strict=True))
    return TileFace(**values | other)


def _session_of(who: Participant, state: KioskState) -> Session | None:
    return None if who.session_id is None else state.sessions.get(who.session_id)

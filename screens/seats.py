"""Where the tiles sit: who has which place, and how many columns fill the room."""

import math
from collections.abc import Iterable, Mapping, Sequence

GLIDE = 1000
"""More than there are places."""
DIGIT_PER_SIZE = 0.727
"""Height of a digit, of the font's size: in Inter, and nearly so in the others."""
NUMBER_PER_WIDTH = 0.355
"""Height of the big number's font for each pixel of a tile's width: three digits and a sign."""
NUMBER_PER_HEIGHT = 0.39
"""The same for its height, where the number needs all it can get."""
MODEST_PER_HEIGHT = 0.33
"""The same where it is large enough: the curve below gets the rest."""
WIDE_TILE = 1.75
"""Width to height from which a tile is laid out side by side."""
WIDE_HEAD = 0.46
"""Share of a wide tile's width that the number's half gets."""
BEST_SHAPE = 1.3
"""Width to height that suits a tile."""
NEARLY = 0.8
"""Numbers this much smaller are worth it for a grid without empty places."""


def settle(seats: Sequence[int | None], present: Iterable[int], *, hold: bool) -> list[int | None]:
    """The new places of the athletes `present` (in order of tapping in).

    With `hold` (a session runs) nobody moves: who has gone leaves a gap, and who comes takes the
    first gap or a place at the end. Otherwise everybody moves up, in order of tapping in.
    """
    order = list(present)
    if not hold:
        return list(order)
    kept: list[int | None] = [seat if seat in order else None for seat in seats]
    for newcomer in (athlete for athlete in order if athlete not in seats):
        if None in kept:
            kept[kept.index(None)] = newcomer
        else:
            kept.append(newcomer)
    return kept if any(seat is not None for seat in kept) else []


def glides(
    before: Sequence[int | None], after: Sequence[int | None], so_far: Mapping[int, int]
) -> dict[int, int]:
    """By athlete, from which place their tile glides to its new one: TileFace.glide.

    Whoever has not moved keeps what was said of them in `so_far`.
    """
    moved = {
        athlete: before.index(athlete)
        for place, athlete in enumerate(after)
        if athlete is not None and athlete in before and before.index(athlete) != place
    }
    turn = 1 + max((told // GLIDE for told in so_far.values()), default=0)
    here = {athlete: so_far[athlete] for athlete in after if athlete in so_far and athlete}
    return here | {athlete: turn * GLIDE + place for athlete, place in moved.items()}


def is_wide(width: float, height: float) -> bool:
    """Whether the curve sits beside the number instead of below it."""
    return width > height * WIDE_TILE


def number_size(width: float, height: float, plenty: float = math.inf) -> float:
    """The font size, px, that the big number gets in a tile of this size.

    From `plenty` on the number leaves more of the height to the curve.
    """
    largest = height * NUMBER_PER_HEIGHT
    if is_wide(width, height):
        return min(width * WIDE_HEAD * NUMBER_PER_WIDTH, largest)
    return min(width * NUMBER_PER_WIDTH, max(height * MODEST_PER_HEIGHT, min(largest, plenty)))


def best_columns(count: int, width: float, height: float, gap: float) -> int:
    """Columns of the grid for `count` tiles in a room of pixels; at least 1.

    Of all grids whose numbers are nearly as large as the largest possible, the one with the
    fewest empty places, and of these the one with the best-shaped tiles.
    """
    sizes = {c: _tile_size(count, c, width, height, gap) for c in range(1, count + 1)}
    good_enough = max((number_size(*size) for size in sizes.values()), default=0) * NEARLY

    def worth(columns: int) -> tuple[bool, int, float]:
        tile_width, tile_height = sizes[columns]
        empty = -count % columns
        if min(tile_width, tile_height) < 1:
            return False, -empty, 0.0
        misshapen = abs(math.log(tile_width / tile_height / BEST_SHAPE))
        return number_size(tile_width, tile_height) >= good_enough, -empty, -misshapen

    return max(sizes, key=worth, default=1)


def _tile_size(
    count: int, columns: int, width: float, height: float, gap: float
) -> tuple[float, float]:
    rows = math.ceil(count / columns)
    return (width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows

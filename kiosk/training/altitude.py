"""What a recorded altitude says of climbing and descending, with the noise of watches taken out.

A barometer in a watch wanders by decimetres from second to second, an altitude by satellites by
metres; summed as recorded, either climbs and falls while its wearer stands. So the altitude is
smoothed by a centred mean, and then counted with hysteresis: the way turns only once it has come
back by TURN_M from the highest or lowest point since the last turn. Both numbers are our own
choice; the usual ones lie between 1 and 10 m. What is lost: hills lower than TURN_M, and a few
decimetres of every sharp summit.
"""

from collections.abc import Sequence
from typing import Final

SMOOTH_S: Final = 11
"""Width of the centred mean, s; at the ends and beside gaps it is as wide as there are seconds."""
TURN_M: Final = 2.0
WINDOW_S: Final = 8
"""A grade is that between so many seconds before and after."""
LEAST_WAY_M: Final = 5.0
"""Over less way than that, within the window, there is no grade: standing, or turning round."""

Series = Sequence[float | None]


def smoothed(altitudes_m: Series) -> list[float | None]:
    """The centred mean, one a second; missing where the second itself is."""
    half = SMOOTH_S // 2
    total, count = [0.0], [0]
    for value in altitudes_m:
        total.append(total[-1] + (value or 0.0))
        count.append(count[-1] + (value is not None))
    found: list[float | None] = []
    for second, value in enumerate(altitudes_m):
        first, last = max(0, second - half), min(len(altitudes_m), second + half + 1)
        known = count[last] - count[first]
        found.append(None if value is None else (total[last] - total[first]) / known)
    return found


def climbed_and_descended(altitudes_m: Series) -> tuple[float, float] | None:
    """Metres up and metres down of a smoothed altitude, both positive; None without any.

    A way that has not come back by TURN_M at the end counts as far as it went.
    """
    known = [value for value in altitudes_m if value is not None]
    if not known:
        return None
    up = down = 0.0
    turned = low = high = known[0]
    direction = 0
    for value in known:
        low, high = min(low, value), max(high, value)
        if direction >= 0 and high - value >= TURN_M:
            up += high - turned if direction > 0 else 0.0
            turned, low, direction = high, value, -1
        elif direction <= 0 and value - low >= TURN_M:
            down += turned - low if direction < 0 else 0.0
            turned, high, direction = low, value, 1
    up += high - turned if direction > 0 else 0.0
    down += turned - low if direction < 0 else 0.0
    return up, down


def grades(altitudes_m: Series, distances_m: Series) -> list[float | None]:
    """Percent, one a second: rise of the smoothed altitude over the way of WINDOW_S to either side.

    The way is what the watch counted, on the slope or on the map: at 10 % the two differ by half a
    percent of it, which is less than the noise.
    """
    found: list[float | None] = []
    for second in range(len(altitudes_m)):
        before, after = max(0, second - WINDOW_S), min(len(altitudes_m) - 1, second + WINDOW_S)
        ends = altitudes_m[before], altitudes_m[after], distances_m[before], distances_m[after]
        low, high, start, end = ends
        if low is None or high is None or start is None or end is None:
            found.append(None)
            continue
        way = end - start
        found.append(None if way < LEAST_WAY_M else 100 * (high - low) / way)
    return found

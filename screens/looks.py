"""What is wrong with a page as it stands: text cut off or hard to read, targets too small or on
each other.

It looks at the live items of the window and at a picture of it, so it knows nothing of any page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from screens.contrast import Photo

LEAST_MM = 9.0
LEAST_CONTRAST, LEAST_LARGE_CONTRAST = 4.5, 3.0
LARGE_MM, LARGE_BOLD_MM = 6.35, 4.94
"""18 points, or 14 in bold: from here on letters count as large."""
MAY_ELIDE = re.compile(
    r"(^|-)(name|names|who|owner|title|station-title|station-aside|place|rival)(-\d+)?$"
)
"""Texts that are somebody's or something's name end with dots where there is no room."""
HIDDEN = 0.02
"""Less opaque than this nothing is to be seen."""
COVERS = 0.5
"""From this opacity on what lies over a thing takes it away."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong: which item, and what about it."""

    item: str
    what: str


@dataclass(slots=True)
class _Seen:
    """An item as it stands on the glass."""

    item: QQuickItem
    box: QRectF
    shown: QRectF
    """What the clips of its parents and the window leave of the box."""
    opacity: float
    order: int
    """In which it is painted."""
    target: "_Seen | None"
    """The nearest thing to touch that it is part of; itself, if it is one."""
    scrolled: bool
    """Inside something that scrolls: what is outside of that can be brought in."""
    parents: frozenset[int] = field(default_factory=frozenset[int])
    ink: QRectF | None = None


def diagonal_inch(width: int, height: int) -> float:
    """Of the screens that windows of these sizes are on."""
    return 24.0 if max(width, height) > 1280 else 7.0


def flaws(
    window: QQuickWindow,
    picture: QImage | None = None,
    inch: float = 0.0,
    *,
    for_reading: bool = False,
) -> list[Flaw]:
    """All that is wrong with the window as it is; without a picture nothing is said of contrast.

    `inch` is the screen's diagonal, 0 for the usual one. `for_reading`: no touch on it counts, and
    all its words are to be read.
    """
    inch = inch or diagonal_inch(window.width(), window.height())
    pixels_per_mm = hypot(window.width(), window.height()) / (25.4 * inch)
    seen = _visible(window)
    covers = [one for one in seen if _covers(one)]
    texts = [one for one in seen if _is_text(one.item) and not _covered(one, covers)]
    targets = [
        one
        for one in seen
        if one.target is one and one.item.isEnabled() and not _covered(one, covers)
    ]
    found = [flaw for text in texts for flaw in _text_flaws(text)]
    found += [flaw for text in texts for flaw in _partly_covered(text, covers)]
    found += _run_into_each_other(texts)
    found += _target_flaws(targets, LEAST_MM * pixels_per_mm)
    if picture is not None:
        photo = Photo(picture)
        # Words on what cannot be pressed just now may be faint.
        read = [text for text in texts if for_reading or text.item.isEnabled()]
        found += [flaw for text in texts for flaw in _inkless(text, photo, covers)]
        found += [flaw for text in read for flaw in _contrast_flaws(text, photo, pixels_per_mm)]
    return list(dict.fromkeys(found))


# -- the tree --------------------------------------------------------------------------------------


def _visible(window: QQuickWindow) -> list[_Seen]:
    """Everything that is to be seen, in the order in which it is painted."""
    seen: list[_Seen] = []
    glass = QRectF(0, 0, window.width(), window.height())
    root = _Seen(window.contentItem(), glass, glass, 1.0, 0, None, scrolled=False)
    _descend(root, glass, seen)
    return seen


def _descend(parent: _Seen, clip: QRectF, seen: list[_Seen]) -> None:
    children = sorted(parent.item.childItems(), key=lambda child: child.z())
    if parent.item.clip():
        clip = clip.intersected(parent.box)
    scrolled = parent.scrolled or (parent.item.clip() and _is_a(parent.item, "QQuickFlickable"))
    parents = parent.parents | {id(parent)}
    for item in children:
        opacity = parent.opacity * item.opacity()
        if not item.isVisible() or opacity < HIDDEN:
            continue
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        one = _Seen(
            item, box, box.intersected(clip), opacity, len(seen), parent.target, scrolled, parents
        )
        if _is_touched(item):
            one.target = one
        seen.append(one)
        _descend(one, clip, seen)


def _is_text(item: QQuickItem) -> bool:
    return _is_a(item, "QQuickText") and bool(item.property("text"))


def _is_touched(item: QQuickItem) -> bool:
    return any(_takes_taps(child) for child in item.children()) or _is_a(item, "QQuickMouseArea")


def _takes_taps(child: QObject) -> bool:
    return _is_a(child, "QQuickTapHandler") and bool(child.property("enabled"))


def _is_a(thing: QObject, kind: str) -> bool:
    """Asked of QObject, for a QML type may have another `inherits`. A meta-object is never asked
    for: QML's come and go, and Python would take what is later in their place for them.
    """
    return QObject.inherits(thing, kind)


def _covers(one: _Seen) -> bool:
    if not _is_a(one.item, "QQuickRectangle"):
        return False
    colour: QColor = one.item.property("color")
    return one.opacity * colour.alphaF() >= COVERS


def _covered(one: _Seen, covers: list[_Seen]) -> bool:
    """Whether something that was painted later lies over all of it."""
    if one.shown.isEmpty():
        return True
    return any(
        cover.order > one.order and cover.shown.contains(one.shown) and id(one) not in cover.parents
        for cover in covers
    )


# -- text ------------------------------------------------------------------------------------------


def _text_flaws(text: _Seen) -> Iterator[Flaw]:
    item, name = text.item, _name(text.item)
    if item.property("truncated") and not MAY_ELIDE.search(item.objectName()):
        yield Flaw(name, "is cut off with dots")
    wide, high = item.property("contentWidth"), item.property("contentHeight")
    if wide > item.width() + 1.5 and not item.property("truncated"):
        yield Flaw(name, f"is {wide:.0f} px wide in a box of {item.width():.0f}")
    line = high / max(1, item.property("lineCount"))
    if high > item.height() + 0.35 * line:
        yield Flaw(name, f"is {high:.0f} px high in a box of {item.height():.0f}")
    ink = _ink(text)
    if not text.scrolled and _overhang(ink, text.shown) > 1.5:
        yield Flaw(name, f"is cut off by {_overhang(ink, text.shown):.0f} px at an edge")
    if text.target is not None and _overhang(ink, text.target.box) > 1.5:
        over = _overhang(ink, text.target.box)
        yield Flaw(name, f"sticks {over:.0f} px out of {_name(text.target.item)}")


def _partly_covered(text: _Seen, covers: list[_Seen]) -> Iterator[Flaw]:
    if text.scrolled or not text.item.isEnabled():
        return  # a page that waits behind a question is seen as far as it is seen
    ink = _ink(text).intersected(text.shown)
    for cover in covers:
        if cover.order > text.order:
            both = cover.shown.intersected(ink)
            if both.width() > 2 and both.height() > 2:
                yield Flaw(_name(text.item), f"lies partly under {_name(cover.item)}")


def _overhang(ink: QRectF, box: QRectF) -> float:
    return max(
        box.left() - ink.left(),
        box.top() - ink.top(),
        ink.right() - box.right(),
        ink.bottom() - box.bottom(),
    )


def _ink(text: _Seen) -> QRectF:
    """Where the letters are, without the air of a line and of a box that is larger than they."""
    if text.ink is None:
        text.ink = _measured(text)
    return text.ink


def _measured(text: _Seen) -> QRectF:
    item = text.item
    wide, high = item.property("contentWidth"), item.property("contentHeight")
    line = high / max(1, item.property("lineCount"))
    across, down = divmod(_alignment(item), 1024)
    left = text.box.left() + _before(item.width() - wide, across, 2, 4)
    top = text.box.top() + _before(item.height() - high, down, 64, 128)
    below = 0.06 if re.search(r"[gjpqyQ,;()ß]", item.property("text")) else 0.22
    return QRectF(left, top + 0.2 * line, wide, high - (0.2 + below) * line)


def _alignment(item: QQuickItem) -> int:
    """1024 times the horizontal one, and the vertical one; Python cannot read these enums."""
    context = qmlContext(item)
    if context is None:
        return 0
    asked = "1024 * effectiveHorizontalAlignment + verticalAlignment"
    return int(QQmlExpression(context, item, asked).evaluate()[0])


def _before(spare: float, alignment: int, far: int, middle: int) -> float:
    return spare if alignment == far else spare / 2 if alignment == middle else 0.0


def _run_into_each_other(texts: list[_Seen]) -> Iterator[Flaw]:
    """Pairs of texts whose letters lie on each other."""
    inks = sorted(((_ink(text), text) for text in texts), key=lambda pair: pair[0].top())
    for place, (ink, text) in enumerate(inks):
        for other_ink, other in inks[place + 1 :]:
            if other_ink.top() > ink.bottom() - 2:
                break
            if text.item.isEnabled() != other.item.isEnabled():
                continue
            both = ink.intersected(other_ink).intersected(text.shown).intersected(other.shown)
            if both.width() > 2 and both.height() > 2:
                yield Flaw(_name(text.item), f"runs into {_name(other.item)}")


def _contrast_flaws(text: _Seen, photo: Photo, pixels_per_mm: float) -> Iterator[Flaw]:
    font: QFont = text.item.property("font")
    high = QFontMetricsF(font).height() / 1.21 / pixels_per_mm
    large = high >= (LARGE_BOLD_MM if font.weight() >= QFont.Weight.DemiBold else LARGE_MM)
    least = LEAST_LARGE_CONTRAST if large else LEAST_CONTRAST
    box = _ink(text).intersected(text.shown).toAlignedRect()
    ratio = photo.worst(box, text.item.property("color"), text.opacity)
    if ratio < least - 0.05:
        yield Flaw(_name(text.item), f"has a contrast of {ratio:.1f} where {least:g} is needed")


def _inkless(text: _Seen, photo: Photo, covers: list[_Seen]) -> Iterator[Flaw]:
    """Letters that are laid out and not drawn: their room has one colour.

    Whoever asks only the items takes it for the best of contrasts. All of it is to be on the glass:
    a text that is scrolled half away may show nothing but its margin.
    """
    ink = _ink(text)
    if not str(text.item.property("text")).strip() or _overhang(ink, text.shown) > 1.5:
        return
    if any(cover.order > text.order and cover.shown.contains(ink) for cover in covers):
        return  # its letters lie under a card, if not all of its room
    line = text.item.property("contentHeight") / max(1, text.item.property("lineCount"))
    room = ink.adjusted(0, -0.2 * line, 0, 0.22 * line)  # an underscore is below all letters
    if photo.is_plain(room.intersected(text.shown).toAlignedRect()):
        yield Flaw(_name(text.item), "has no ink")


# -- targets ---------------------------------------------------------------------------------------


def _target_flaws(targets: list[_Seen], least: float) -> Iterator[Flaw]:
    for one in targets:
        if min(one.box.width(), one.box.height()) < least - 0.5:
            size = f"{one.box.width():.0f}×{one.box.height():.0f} px"
            yield Flaw(_name(one.item), f"is {size}: fingers need {least:.0f}")
        if not one.scrolled and _overhang(one.box, one.shown) > 1.5:
            yield Flaw(_name(one.item), "is a target that is partly out of sight")
    ordered = sorted(targets, key=lambda one: one.shown.top())
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.shown.top() >= one.shown.bottom() - 1:
                break
            if id(one) in other.parents or id(other) in one.parents:
                continue
            both = one.shown.intersected(other.shown)
            if both.width() > 1.5 and both.height() > 1.5:
                yield Flaw(_name(one.item), f"is a target that lies on {_name(other.item)}")


def _name(item: QQuickItem) -> str:
    """The item as somebody finds it: the file that it stands in, its name or its owner's, words."""
    context = qmlContext(item)
    path = [] if context is None else [context.baseUrl().fileName().removesuffix(".qml")]
    here = item
    while here and not here.objectName():
        here = here.parentItem()
    if here:
        path.append(here.objectName())
    words = str(item.property("text") or item.property("label") or "")
    chain = "/".join(part for part in path if part) or "something"
    return f"{chain} “{words[:40]}”" if words else chain

"""The page of the devices by touch, in every layout: what is wrong, what to do, where to go on."""

from collections.abc import Callable

import pytest

from kiosk.coaches import Coach
from kiosk.events import DeviceFacts, DeviceState, DeviceStatus, Tilt
from kiosk.session.state import LastValue, StrapHeard
from screens.walk import HOME_AFTER_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM, check_nothing_is_cut_off, check_targets
from tests.screens.screen_fakes import FakeApp, athlete, class_of

Show = Callable[..., Glass]
LONG_PORT = "/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0"
DEAF = (
    "The ANT stick on USB (bus 1, device 7) answers but hears nothing: put a strap on and wet its "
    "electrodes; if somebody wears one, move the stick away from metal and from USB 3 devices with "
    "an extension cable"
)


def say(app: FakeApp, device: str, how: DeviceState, message: str) -> None:
    app.state.devices[device] = DeviceStatus(app.state.now - 60, device, how, message)


def small_kiosk() -> FakeApp:
    """One stick and one sensor, both well."""
    app = FakeApp()
    app.state.now = 1000.0
    app.device_titles = {
        "ant": "ANT stick",
        "incline:Treadmill 1": "Treadmill 1: incline sensor",
        "history": "History",
    }
    say(app, "ant", "live", "ANT stick on USB (bus 1, device 5), serial number 123456")
    say(app, "incline:Treadmill 1", "live", f"WitMotion on {LONG_PORT} at 115200 baud")
    app.state.values["incline:Treadmill 1"] = LastValue(999.9, "−0.2 %")
    app.state.tilts["Treadmill 1"] = Tilt(999.9, "Treadmill 1", 0.1, -0.2)
    app.state.straps[1001] = StrapHeard(900, 999.9, -61, 142, manufacturer=1, battery_percent=80)
    app.people = [athlete(number) for number in range(1, 9)]
    return app


def large_kiosk() -> FakeApp:
    """Two treadmills and everything that can be plugged in; much of it in need of somebody."""
    app = small_kiosk()
    state = app.state
    app.stations = ("Treadmill 1", "The treadmill by the window on the left")
    app.device_titles = {
        "ant": "ANT stick",
        "ant:2": "Second ANT stick",
        "incline:Treadmill 1": "Treadmill 1: incline sensor",
        "incline:The treadmill by the window on the left": (
            "The treadmill by the window on the left: console"
        ),
        "panel": "Panel",
        "reader:kiosk": "Reader at the kiosk",
        "history": "History",
    }
    say(app, "ant:2", "live", DEAF)
    window = "incline:The treadmill by the window on the left"
    say(
        app,
        window,
        "lost",
        f"The console of the treadmill on {LONG_PORT} was unplugged: plug it in",
    )
    say(app, "panel", "failed", "The panel needs one more package: run `sudo apt install x`")
    say(app, "reader:kiosk", "live", "Reader 08ff:0009")
    signal = "-58 dBm at best, 1,203 damaged stretches in 1,212,403 messages"
    state.facts["ant"] = DeviceFacts(900.0, "ant", "USB", "AP2USB1.05, number 123456", signal)
    state.values[window] = LastValue(700.0, "4.0 %, 9.6 km/h, 160 steps/min")
    state.honesty["Treadmill 1"] = 3.2
    for number in range(2, 9):
        state.straps[1000 + number] = StrapHeard(900, 999.0, -55 - number, 100 + number)
    for number in range(20):
        state.straps[40_000 + number] = StrapHeard(900, 990.0, -90, 120)
    return app


def arrived(glass: Show, app: FakeApp, width: int = 1280, height: int = 720) -> Glass:
    screen = glass(app, width, height)
    screen.handle.board.walk_model.go(Page.DEVICES)
    screen.beat()
    return screen


def all_texts(screen: Glass) -> list[str]:
    return [str(item.property("text")) for item in screen.items() if item.property("text")]


def every_page(screen: Glass) -> list[list[str]]:
    """What each page says, turning by touch."""
    pages = [all_texts(screen)]
    while screen.shows("devices-after") and screen.find("devices-after").isEnabled():
        screen.tap("devices-after")
        screen.show()
        pages.append(all_texts(screen))
    return pages


# -- the way there ---------------------------------------------------------------------------------


def test_while_all_is_well_the_way_there_is_quiet_and_leads_there_and_back(glass: Show) -> None:
    screen = glass(small_kiosk())
    screen.beat()
    assert screen.text("devices-label") == "Devices"
    screen.tap("devices")
    screen.beat()
    assert screen.text("page-title") == "Devices"
    assert screen.text("summary") == "Everything works"
    screen.tap("back")
    screen.beat()
    assert screen.shows("tap-in")


def test_a_problem_makes_the_way_there_loud(glass: Show) -> None:
    app = class_of(4)
    screen = glass(app)
    screen.beat()
    quiet = screen.box(screen.find("devices")).width()
    say(app, "ant", "lost", "The ANT stick was unplugged: plug it in again")
    screen.beat()
    assert screen.text("devices-label") == "1 problem"
    screen.picture()  # words are laid out with the frame
    assert screen.box(screen.find("devices")).width() > quiet
    screen.tap("devices")
    screen.beat()
    assert screen.text("device-message", screen.find("device-ANT stick")) == (
        "The ANT stick was unplugged: plug it in again."
    )


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("people", [0, 3])
def test_the_way_there_is_large_enough_and_in_nobodys_way(
    glass: Show, people: int, width: int, height: int
) -> None:
    app = class_of(people) if people else FakeApp()
    for device in ("ant", "panel"):
        say(app, device, "lost", "x")
    screen = glass(app, width, height)
    screen.beat()
    screen.picture()
    names = ["devices", "tap-in"]
    names += ["pause", "skip", "extend", "end"] if people else []
    check_targets(screen, names, NINE_MM[width, height])
    assert screen.text("devices-label") == "2 problems"
    check_nothing_is_cut_off(screen, screen.find("devices"))


# -- the page --------------------------------------------------------------------------------------


def test_a_row_says_what_is_known_of_a_device(glass: Show) -> None:
    app = small_kiosk()
    app.state.facts["ant"] = DeviceFacts(900.0, "ant", "port 3", "AP2USB1.05", "-58 dBm at best")
    screen = arrived(glass, app)
    row = screen.find("device-ANT stick")
    assert screen.text("device-title", row) == "ANT stick"
    assert screen.text("device-word", row) == "works"
    assert screen.text("device-message", row).startswith("ANT stick on USB")
    assert screen.text("device-facts", row) == "port 3 · AP2USB1.05 · −58 dBm at best"
    assert screen.text("device-value", row) == "1 strap on the air"
    assert screen.text("device-age", row) == "just now"


def test_straps_stand_below_and_strangers_are_numbers(glass: Show) -> None:
    app = small_kiosk()
    app.state.straps[48_213] = StrapHeard(900, 999.9, -88, 120)
    screen = arrived(glass, app, 720, 1280)
    ours, other = screen.find("device-Strap 1001"), screen.find("device-Strap 48213")
    assert screen.text("device-message", ours) == "Anna, battery 80 %."
    assert screen.text("device-value", ours) == "142 bpm"
    assert screen.text("device-message", other) == "Not on the roster."
    assert screen.text("device-value", other) == ""
    assert screen.box(ours).top() > screen.box(screen.find("device-History")).top()


def test_what_is_wrong_stands_first_and_stays_there_while_it_is_mended(glass: Show) -> None:
    app = small_kiosk()
    say(app, "incline:Treadmill 1", "lost", "It was unplugged: plug it in again")
    screen = arrived(glass, app)
    sensor, stick = "device-Treadmill 1: incline sensor", "device-ANT stick"
    assert screen.box(screen.find(sensor)).top() < screen.box(screen.find(stick)).top()
    assert screen.text("summary") == "1 problem"
    say(app, "incline:Treadmill 1", "live", "WitMotion")
    app.state.values["incline:Treadmill 1"] = LastValue(app.state.now + 1, "0.0 %")
    screen.beat()
    assert screen.text("summary") == "Everything works"
    assert screen.box(screen.find(sensor)).top() < screen.box(screen.find(stick)).top()


def test_pages_are_turned_by_buttons_and_every_device_is_on_one(glass: Show) -> None:
    screen = arrived(glass, large_kiosk(), 800, 480)
    pages = every_page(screen)
    assert len(pages) > 2
    titles = [text for page in pages for text in page]
    for name in ("ANT stick", "Panel", "History", "Strap 1008", "Strap 40019"):
        assert titles.count(name) == 1, name
    assert screen.text("devices-page") == f"{len(pages)} of {len(pages)}"
    for _ in pages:
        screen.tap("devices-before")
        screen.show()
    assert screen.text("devices-page") == f"1 of {len(pages)}"


def test_when_straps_go_the_last_page_goes_with_them(glass: Show) -> None:
    app = large_kiosk()
    screen = arrived(glass, app, 800, 480)
    every_page(screen)
    app.state.straps.clear()
    screen.beat()
    page, _, pages = screen.text("devices-page").partition(" of ")
    assert page == pages
    assert screen.shows("device-History")


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("kiosk", [small_kiosk, large_kiosk])
def test_nothing_is_cut_off_and_no_row_lies_on_another(
    glass: Show, kiosk: Callable[[], FakeApp], width: int, height: int
) -> None:
    screen = arrived(glass, kiosk(), width, height)
    while True:
        screen.picture()
        check_nothing_is_cut_off(screen)
        check_rows(screen)
        names = [
            name
            for name in ("back", "devices-before", "devices-after", "calibrate-0")
            if screen.shows(name)
        ]
        check_targets(screen, names, NINE_MM[width, height])
        if not screen.shows("devices-after") or not screen.find("devices-after").isEnabled():
            return
        screen.tap("devices-after")
        screen.show()


def check_rows(screen: Glass) -> None:
    """Every text of a row is inside of it, and none covers another row, text or the button."""
    rows = [item for item in screen.items() if item.objectName().startswith("device-") and
            item.metaObject().indexOfProperty("verdict") >= 0]  # fmt: skip
    assert rows
    for place, row in enumerate(rows):
        box = screen.box(row)
        parts = [
            (item.objectName(), screen.box(item))
            for item in screen.items(row)
            if item.objectName().startswith(("device-", "calibrate-"))
        ]
        for part, (name, inner) in enumerate(parts):
            assert box.adjusted(-1, -1, 1, 1).contains(inner), (row.objectName(), name)
            for other, other_box in parts[part + 1 :]:
                common = inner.intersected(other_box)
                assert min(common.width(), common.height()) < 2, (row.objectName(), name, other)
        for other_row in rows[place + 1 :]:
            assert not box.intersects(screen.box(other_row))


# -- on from there ---------------------------------------------------------------------------------


def test_a_sensor_that_says_angles_can_be_calibrated_and_stays_so_when_it_falls_silent(
    glass: Show,
) -> None:
    app = large_kiosk()
    screen = arrived(glass, app, 720, 1280)
    assert not screen.shows("calibrate-1"), "a console has no angle"
    app.state.tilts.clear()
    screen.beat()
    app.coach = Coach(1, "Maria")
    screen.tap("calibrate-0")
    screen.beat()
    walk = screen.handle.board.walk_model.walk
    assert (walk.page, walk.station) == (Page.CALIBRATE, "Treadmill 1")


def test_without_a_touch_it_goes_home(glass: Show) -> None:
    screen = arrived(glass, small_kiosk())
    screen.beat(HOME_AFTER_S[Page.DEVICES] - 2)
    assert screen.shows("summary")
    screen.beat(2)
    assert screen.shows("tap-in")


def test_a_workouts_file_that_cannot_be_used_stands_there_with_its_reason(glass: Show) -> None:
    app = small_kiosk()
    refusal = "long-hills.toml, line 7: a step has no end: give it a duration"
    app.refused_protocols = (refusal,)
    screen = arrived(glass, app)
    assert screen.handle.board.devices_model.label == "1 problem"
    assert refusal in all_texts(screen)


# -- what happened ---------------------------------------------------------------------------------

RESCUED = (
    "The history on the disk was damaged: the backup of 2026-01-01 has been restored, what could "
    "still be read has been added to it, and the damaged one is kept in damaged-1. Have the card "
    "or disk replaced."
)


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_what_was_rescued_is_told_until_a_coach_has_seen_it(
    glass: Show, width: int, height: int
) -> None:
    app = small_kiosk()
    app.accounts = [RESCUED]
    app.coaches, app.pins = [Coach(1, "Maria")], {1: "7391"}
    screen = glass(app, width, height)
    screen.beat()
    assert screen.text("devices-label") == "1 problem"
    screen.tap("devices")
    screen.beat()
    assert screen.text("device-message", screen.find("device-What happened")) == RESCUED
    check_nothing_is_cut_off(screen)
    check_targets(screen, ["seen", "back"], NINE_MM[width, height])
    screen.tap("seen")
    screen.beat()
    assert app.asked == []
    assert screen.handle.board.walk_model.walk.page is Page.SIGN_IN
    for key in "7391":
        screen.tap(f"pin-{key}")
    screen.tap("pin-enter")
    screen.beat()
    assert ("accounts read",) in app.asked
    assert screen.handle.board.walk_model.walk.page is Page.DEVICES
    assert not screen.shows("device-What happened")
    assert screen.text("summary") == "Everything works"

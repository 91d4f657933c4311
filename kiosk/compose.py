"""The composition root: the one place where settings, devices, history and screens are wired."""

import logging
from collections.abc import Callable, Generator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from drivers.backlight import Backlight
from drivers.hotplug import Hotplug
from drivers.removable import Sticks
from drivers.sound import Sounds
from drivers.supervisor import Device, Supervisor
from kiosk import calibration_file, hardware
from kiosk.app import App, CutSession, Post, StationFacts
from kiosk.calibration import Calibration
from kiosk.choices import Choices
from kiosk.clock import Clock, SystemClock
from kiosk.errors import DeviceError, HistoryError, SettingsError
from kiosk.evening import Evening
from kiosk.events import DeviceStatus, Event, Tag
from kiosk.export.archive import SessionArchive
from kiosk.export.bundle import PLAIN
from kiosk.export.evening_html import Voice
from kiosk.folder_watch import FolderWatch
from kiosk.health import device_rows, device_titles
from kiosk.health_desk import HealthDesk
from kiosk.history.admin import Staff
from kiosk.history.backup_watch import BackupWatch
from kiosk.history.choices import KeptChoices
from kiosk.history.climbed import climbed_since_yesterday
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.past import capabilities
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import cut_sessions, resume_point
from kiosk.history.rescue import accounts, acknowledge, rescue
from kiosk.history.results import Results
from kiosk.history.results_watch import ResultsWatch
from kiosk.history.room import EXPORTS
from kiosk.history.roster import Roster
from kiosk.history.roster_watch import RosterWatch
from kiosk.history.shelf import Shelf
from kiosk.history.taken import take
from kiosk.history.week import Weeks
from kiosk.import_desk import ImportDesk
from kiosk.log_tail import keep_tail
from kiosk.mailbox import Mailbox
from kiosk.night import night_of
from kiosk.outgoing import backup_to_carry, cable_drive, evening_pages
from kiosk.past_desk import PastDesk
from kiosk.power_watch import PowerWatch
from kiosk.private_files import make_private
from kiosk.protocol_desk import ProtocolDesk
from kiosk.release.told import newest_outcome, outcome_read, own_home
from kiosk.reports import report_writers
from kiosk.settings import LoadedSettings, Settings, StationSettings
from kiosk.tags import TagSeal
from kiosk.training.workouts import Workouts
from kiosk.watches import mark_of_training, panel_watch, past_watch, sound_watch, trains
from kiosk.workout_folders import all_workouts, protocol_folders

_logger = logging.getLogger(__name__)

IMPORTS_FOLDER = "import"
"""In the data directory: what is laid there can be taken over where there is no stick."""


def set_up_logging() -> None:
    """Warnings and errors to stderr, where systemd's journal takes them."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("kiosk").setLevel(logging.INFO)
    keep_tail()
    for chatty in ("openant", "usb"):
        logging.getLogger(chatty).setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Kiosk:
    """Everything that runs, wired."""

    app: App
    mailbox: Mailbox[Post]
    clock: Clock
    settings: Settings
    engine: Engine
    roster: Roster
    start_devices: Callable[[], None]
    """Opens the straps' stick and the sensors; the end of the kiosk closes them."""


@contextmanager
def running_kiosk(
    loaded: LoadedSettings,
    *,
    tap_in_by_strap: bool,
    shared_stations: bool = False,
    protocols: Callable[[Settings], Workouts] | None = None,
    asks_readiness: bool = False,
) -> Generator[Kiosk]:
    """A kiosk from lock to devices; leaving the block saves everything and ends every thread.

    With `shared_stations` any number of people may be on one station, and its grade is everybody's.
    `protocols` are the workouts instead of all that are in the folders, which are then not watched.
    With `asks_readiness` nobody starts unasked; there must be a screen to answer on.
    """
    settings = loaded.settings
    clock = SystemClock()
    mailbox: Mailbox[Post] = Mailbox()
    with ExitStack() as stack:
        lock = stack.enter_context(_locked(settings.data_path))
        engine = _opened(settings.data_path / DATABASE_NAME, lock, clock)
        stack.callback(engine.dispose)
        history = History(engine)
        roster = Roster(engine, clock, time_zone=settings.time_zone)
        stations = [_facts_of(s) for s in settings.stations]
        time_zone = settings.time_zone
        measured = ResultsWatch(
            engine,
            Results(engine, stations),
            clock,
            mailbox.post,
            time_zone=time_zone,
            keep_beats_days=settings.history.keep_beats_days,
        )
        stack.enter_context(measured)
        backups = _backup_watch(settings, clock, mailbox)
        trouble = _telling_both(
            _teller(mailbox, clock, "history", "History is being recorded again."),
            backups.need_room,
        )
        recorder = Recorder(engine, trouble, time_zone=time_zone, on_written=measured.written)
        recorder.start()
        stack.callback(_close, recorder)
        choices = KeptChoices(engine)
        roster_watch = RosterWatch(
            roster,
            Shelf(engine, clock),
            clock,
            mailbox.post,
            coaches=Staff(engine, clock),
            choices=choices,
            weeks=Weeks(engine, clock, mailbox.post, time_zone),
            tell=_teller(mailbox, clock, "choices", "What is set at the screen is kept again."),
        )
        kept = calibration_file.load(settings.data_path / calibration_file.FILE_NAME)
        built = hardware.build(settings, mailbox.post, clock, kept)
        app = App(
            clock=clock,
            mailbox=mailbox,
            recorder=recorder,
            roster_desk=roster_watch,
            plans=(protocols or all_workouts)(settings),
            stations=stations,
            shared_stations=shared_stations,
            next_session_id=history.next_session_id(),
            tap_in_by_strap=tap_in_by_strap,
            time_zone=time_zone,
            capabilities=capabilities(engine),
            asks_readiness=asks_readiness,
        )
        _as_chosen(app, settings, choices)
        archive = SessionArchive(
            history,
            settings.data_path / EXPORTS,
            clock,
            mailbox.post,
            partial(take, engine),
            sticks=stack.enter_context(Sticks(mailbox.post, clock)),
            backup=backup_to_carry(settings.data_path / DATABASE_NAME),
            beside=evening_pages(
                history, clock, time_zone, _voice_of_the_screen if asks_readiness else Voice
            ),
            cable=cable_drive(settings) if settings.exports.cable else None,
            writers=report_writers() if asks_readiness else PLAIN,  # there is a screen to draw
        )
        app.coach_desk.writes = roster_watch
        app.coach_desk.archive = stack.enter_context(archive)
        _look_back(app, engine, settings, clock, measured)
        app.calibrations |= hardware.calibrations_of(settings, kept)
        stack.enter_context(roster_watch)
        app.device_titles = device_titles(settings)
        disk = stack.enter_context(ThreadPoolExecutor(1, "disk"))
        disk.submit(int).result()  # its thread is there from now on, not from the first need
        _desks_of_the_disk(app, engine, settings, disk, archive, clock=clock, mailbox=mailbox)
        app.seal_tag = typed_tags(
            TagSeal(settings.data_path),
            mailbox.post,
            clock,
            disk,
            _teller(mailbox, clock, "tags", "Tags are known again."),
        )
        kept_again = _teller(mailbox, clock, "calibration", "Calibrations are being kept again.")
        app.calibrators.append(_keeper_of_calibrations(settings, built, kept, disk, kept_again))
        if protocols is None:
            stack.enter_context(
                _import_desk(
                    app,
                    settings,
                    roster,
                    engine,
                    clock=clock,
                    post=mailbox.post,
                    look=_keep_workouts(app, settings, clock, disk, mailbox),
                )
            )
        if built.panel is not None:
            app.watchers.append(panel_watch(app, built.panel.show, built.panel.beep))
        if asks_readiness:  # there is a screen, and so people to see and hear it
            _be_seen_and_heard(app, stack, disk, settings)
        _keep_backups(app, stack.enter_context(backups), settings, disk)
        supervisor = Supervisor(built.devices, mailbox.post, clock, Hotplug())

        def start_devices() -> None:
            stack.enter_context(supervisor)

        yield Kiosk(app, mailbox, clock, settings, engine, roster, start_devices)
        app.end_all("stopped")  # not after a fault: then what ran is offered at the next start


def devices(settings: Settings, post: Callable[[Event], None], clock: Clock) -> list[Device]:
    """The drivers that the configuration asks for, with what was calibrated at the screen."""
    calibrations = calibration_file.load(settings.data_path / calibration_file.FILE_NAME)
    return list(hardware.build(settings, post, clock, calibrations).devices)


def typed_tags(
    seal: Callable[[str], str],
    post: Callable[[Event], None],
    clock: Clock,
    disk: Executor,
    tell: Callable[[str | None], None],
) -> Callable[[str], None]:
    """What a number typed by a reader does: `disk` reads or makes the tags' key, the window not."""

    def tapped(number: str, at: float) -> None:
        try:
            digest = seal(number)
        except DeviceError as error:
            tell(str(error))
        else:
            tell(None)
            post(Tag(at, digest))

    def typed(number: str) -> None:
        disk.submit(tapped, number, clock.monotonic())

    return typed


def _keeper_of_calibrations(
    settings: Settings,
    built: hardware.Hardware,
    kept: dict[str, Calibration],
    disk: Executor,
    tell: Callable[[str | None], None],
) -> Callable[[str, Calibration], None]:
    """What the screen's calibration does: at once to the sensor, and by `disk` onto the disk."""

    def save(calibrations: dict[str, Calibration]) -> None:
        try:
            calibration_file.save(settings.data_path / calibration_file.FILE_NAME, calibrations)
        except SettingsError as error:
            tell(str(error))
        else:
            tell(None)

    def keep(station: str, calibration: Calibration) -> None:
        kept[station] = calibration
        built.calibrate(station, calibration)
        disk.submit(save, dict(kept))

    return keep


def _be_seen_and_heard(app: App, stack: ExitStack, disk: Executor, settings: Settings) -> None:
    """Sounds, and the panel's own light, which follows the window; by `disk`, as a bus is slow."""
    app.watchers.append(sound_watch(app, stack.enter_context(Sounds()).play))
    app.night = night_of(settings.display.night)
    light = Backlight()
    stack.callback(light.close)

    def darken(is_dark: bool) -> None:
        disk.submit(light.darken, is_dark)

    app.darken = darken


def _as_chosen(app: App, settings: Settings, kept: KeptChoices) -> None:
    """What the configuration says, and over it what was chosen at the screen."""
    app.choices = Choices.of(settings).with_kept(kept.load())
    app.configured = frozenset(settings.club.model_fields_set)


def _desks_of_the_disk(
    app: App,
    engine: Engine,
    settings: Settings,
    disk: Executor,
    archive: SessionArchive,
    *,
    clock: Clock,
    mailbox: Mailbox[Post],
) -> None:
    """What somebody asks of their own past, and a coach of the machine; a weak supply is told."""
    exports, post = settings.data_path / EXPORTS, mailbox.post
    tell = _teller(mailbox, clock, "power", "The power supply is strong enough again.")
    app.watchers.append(PowerWatch(clock, disk, tell).look)
    app.past_desk = PastDesk(engine, disk, clock, post, exports, settings.time_zone)
    told = partial(_told_of_devices, app)
    app.coach_desk.machine = HealthDesk(
        settings,
        clock,
        post,
        disk,
        archive,
        sticks=archive.sticks,
        devices=told,
        stick_folder=lambda: app.coach_desk.stick_folder if own_home() is not None else None,
    )


def _told_of_devices(app: App) -> list[dict[str, object]]:
    """As the page Devices has them, without the straps."""
    rows = device_rows(app.state, list(app.device_titles), app.device_titles)
    return [{"what": row.device, "verdict": row.state, "message": row.message} for row in rows]


def _look_back(
    app: App, engine: Engine, settings: Settings, clock: Clock, measured: ResultsWatch
) -> None:
    """What the window shows of before at once; everybody's past comes after it."""
    app.cut_sessions = _cut_sessions(engine, settings)
    app.evening = Evening(climbed_since_yesterday(engine, clock.utc_ms(), settings.time_zone))
    app.watchers.append(past_watch(app, measured.wanted))


def _keep_workouts(
    app: App, settings: Settings, clock: Clock, disk: Executor, mailbox: Mailbox[Post]
) -> Callable[[], None]:
    """A file laid into the data folder appears in the list, or is refused; coaches write there.
    What comes back makes `disk` look at once.
    """
    folders = protocol_folders(settings)
    load = partial(all_workouts, settings)
    watch = FolderWatch(folders[1], load, disk, clock, mailbox.post)
    app.watchers.append(watch.look)
    app.coach_desk.protocols = ProtocolDesk(folders, disk, clock, mailbox.post, watch.read)

    def look() -> None:
        disk.submit(watch.read)

    return look


def _import_desk(
    app: App,
    settings: Settings,
    roster: Roster,
    engine: Engine,
    *,
    clock: Clock,
    post: Callable[[Post], None],
    look: Callable[[], None],
) -> ImportDesk:
    """Coaches bring files on the stick that is in, or in a folder that somebody has made for it."""

    def folder() -> Path | None:
        own = settings.data_path / IMPORTS_FOLDER
        return app.coach_desk.stick_folder or (own if own.is_dir() else None)

    time_zone = settings.time_zone
    desk = ImportDesk(
        folder,
        engine,
        roster,
        Weeks(engine, clock, post, time_zone),
        clock,
        post,
        protocol_folders=protocol_folders(settings),
        time_zone=time_zone,
        look_at_workouts=look,
    )
    app.coach_desk.imports = desk
    return desk


def _facts_of(station: StationSettings) -> StationFacts:
    sensor = "" if station.incline.driver == "none" else station.incline.driver
    return StationFacts(station.name, station.kind, station.step_height_m, sensor)


@contextmanager
def _locked(data: Path) -> Generator[DataLock]:
    """The data directory, the kiosk's alone."""
    with DataLock(data) as lock:
        trouble = make_private(data)
        if trouble:
            _logger.warning("%s", trouble)
        yield lock


def _opened(path: Path, lock: DataLock, clock: Clock) -> Engine:
    """The history, put right before if it is damaged."""
    rescue(path, lock, clock.utc_ms())
    return open_engine(path, lock)


def _backup_watch(settings: Settings, clock: Clock, mailbox: Mailbox[Post]) -> BackupWatch:
    return BackupWatch(
        settings.data_path / DATABASE_NAME,
        clock,
        _teller(mailbox, clock, "backup", "The history has been backed up again."),
        _teller(mailbox, clock, "disk", "There is room on the disk again."),
    )


def _telling_both(
    tell: Callable[[str | None], None], need_room: Callable[[], None]
) -> Callable[[str | None], None]:
    """What cannot be written may find room where old backups are."""

    def told(sentence: str | None) -> None:
        tell(sentence)
        if sentence is not None:
            need_room()

    return told


def _keep_backups(app: App, backups: BackupWatch, settings: Settings, disk: Executor) -> None:
    """Backups are made while nobody trains, and what was rescued is told until it is read."""

    def read() -> None:
        disk.submit(acknowledge, settings.data_path)
        disk.submit(outcome_read, settings.data_path)

    app.watchers.append(lambda: backups.look(trains(app.state)))
    app.watchers.append(mark_of_training(app, settings.data_path, disk))
    app.accounts = [account.sentence for account in accounts(settings.data_path)]
    updated = newest_outcome(settings.data_path)
    app.accounts += [] if updated is None else [updated.sentence]
    app.on_accounts_read = read


def _voice_of_the_screen() -> Voice:
    from screens import tongue  # noqa: PLC0415 - without a screen nothing of Qt is loaded

    return Voice(tongue.language(), tongue.said)


def _close(recorder: Recorder) -> None:
    """Raises HistoryError when anything that was trained is not on the disk."""
    recorder.close()
    if recorder.lost:
        raise HistoryError(
            f"{recorder.lost} records of training could not be kept: the log above says why."
        )


def _teller(
    mailbox: Mailbox[Post], clock: Clock, device: str, mended: str
) -> Callable[[str | None], None]:
    """Says what is wrong with something that is kept on the disk, and once when it is mended."""
    is_wrong = False

    def tell(sentence: str | None) -> None:
        nonlocal is_wrong
        if sentence is not None or is_wrong:
            is_wrong = sentence is not None
            state = "failed" if is_wrong else "live"
            mailbox.post(DeviceStatus(clock.monotonic(), device, state, sentence or mended))

    return tell


def _cut_sessions(engine: Engine, settings: Settings) -> list[CutSession]:
    """Read before the window is there, so that no touch waits for the disk."""
    found: list[CutSession] = []
    for session in cut_sessions(engine):
        started = datetime.fromtimestamp(session.started_utc_ms / 1000, UTC)
        try:
            point = resume_point(engine, session.id, at=0.0)
        except HistoryError as error:
            _logger.warning("%s", error)
            continue
        found.append(
            CutSession(
                session.id,
                session.protocol_name,
                started.astimezone(settings.time_zone),
                tuple(athlete.name for athlete in session.athletes),
                point,
            )
        )
    return found

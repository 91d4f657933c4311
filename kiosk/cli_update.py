"""The commands on releases: taking one in, and, for whoever makes them, making one."""

import os
import platform
from pathlib import Path

import click

from kiosk.errors import ReleaseError
from kiosk.release.layout import HOME, KEY_FILE, Home

FILE = click.Path(path_type=Path)
WAIT_MIN = 30.0
"""So long an update from the screen waits for the last one to finish."""


@click.command()
@click.argument("file", required=False, type=FILE)
@click.option("--check", "only_check", is_flag=True, help="Read the file and change nothing.")
@click.option("--back", is_flag=True, help="Go back to the version before.")
@click.option("--wait", "wait_min", default=0.0, metavar="MIN", help="Wait until nobody trains.")
@click.option("--home", type=FILE, default=HOME, show_default=True, help="Where releases lie.")
@click.option("--key", type=FILE, default=KEY_FILE, show_default=True, help="Whose are taken.")
@click.option("--carry-out", is_flag=True, hidden=True, help="For the unit: what was asked for.")
@click.option("--recover", is_flag=True, hidden=True, help="For the unit at boot.")
@click.option("--renew", is_flag=True, hidden=True, help="For the unit of the system's part.")
@click.option("--config", type=FILE)
def update(
    file: Path | None,
    only_check: bool,
    back: bool,
    wait_min: float,
    home: Path,
    key: Path,
    carry_out: bool,
    recover: bool,
    renew: bool,
    config: Path | None,
) -> None:
    """Update the kiosk to the release in FILE; it goes back by itself if that does not run."""
    if sum((file is not None, back, carry_out, recover, renew)) != 1:
        raise click.UsageError("Name a release file, or say --back.")
    if renew:
        from kiosk.release.system_part import renew_as_installer

        renew_as_installer()
    from kiosk.release import carrying
    from kiosk.release.services import Systemd
    from kiosk.release.update import Limits, Updater
    from kiosk.settings import data_path_of

    os.umask(0o022)  # the kiosk reads what root lays down

    place, services, data = Home(home), Systemd(), data_path_of(config)
    limits = Limits(training=60 * (WAIT_MIN if carry_out else wait_min))
    updater = Updater(place, data, services, limits=limits)
    if only_check and file is not None:
        manifest = updater.check(file, key)
        click.echo(f"{file} is good: version {manifest.version} for {manifest.arch}.")
        return
    if not os.access(place.path, os.W_OK):
        raise ReleaseError(f"Only root may change {place.path}: write sudo before the command.")
    if recover:
        outcome = carrying.recover(place, updater)
    elif carry_out:
        outcome = carrying.carry_out(place, data, updater, services)
    elif back:
        outcome = carrying.go_back(place, updater, services)
    else:
        assert file is not None  # noqa: S101 - counted above
        outcome = carrying.update(place, updater, services, file, key)
    if outcome is not None:
        click.echo(outcome.sentence)


@click.group()
def release() -> None:
    """For whoever makes releases."""


@release.command("keygen")
@click.argument("private", type=FILE)
@click.password_option(default="", help="Locks the private key; empty for none.")
def keygen(private: Path, password: str) -> None:
    """Make a pair of keys: PRIVATE, and beside it PRIVATE.pub, which kiosks hold."""
    from kiosk.release.signature import new_key

    secret, public = new_key(password.encode() or None)
    try:
        descriptor = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
        private.with_name(private.name + ".pub").write_bytes(public)
    except OSError as error:
        raise ReleaseError(f"{private} cannot be written ({error.strerror}).") from error
    click.echo(f"{private} signs releases: keep it off the network, and a copy of it elsewhere.")


@release.command("build")
@click.option("--key", "private", type=FILE, required=True, help="The private key.")
@click.option("--password", envvar="SWITCHBACK_RELEASE_PASSWORD", default="", help="Of the key.")
@click.option("--arch", default=platform.machine(), show_default=True)
@click.option("--python", default="3.13", show_default=True, help="Of the kiosk's system.")
@click.option("--wheels", type=FILE, help="A folder of wheels instead of this clone's lock.")
@click.option("--out", type=FILE, default=Path("dist"), show_default=True)
def build(
    private: Path, password: str, arch: str, python: str, wheels: Path | None, out: Path
) -> None:
    """Make the release file of this clone, signed."""
    from kiosk.history.migrate import HEAD
    from kiosk.release import build as building

    clone = Path(__file__).parent.parent
    try:
        recipe = building.Recipe(
            arch, python, HEAD, private.read_bytes(), password.encode() or None
        )
        made = (
            building.build(clone, recipe, out)
            if wheels is None
            else building.make_release(wheels, recipe, out)
        )
    except OSError as error:
        raise ReleaseError(f"{error.filename} cannot be used ({error.strerror}).") from error
    click.echo(f"{made} is ready: `switchback release check {made}` reads it again.")


@release.command("check")
@click.argument("file", type=FILE)
@click.option("--key", type=FILE, help="The public key; without it, the file's own.")
def check(file: Path, key: Path | None) -> None:
    """Read a release file from end to end."""
    from kiosk.release.archive import opened

    with opened(file, key) as made:
        made.unpack(None)
        manifest = made.manifest
    by = "by the key that it brings" if key is None else "and signed by that key"
    click.echo(
        f"{file}: version {manifest.version} for {manifest.arch}, Python {manifest.python}, "
        f"schema {manifest.schema}, {len(manifest.wheels)} wheels, {manifest.size / 1e6:.0f} MB: "
        f"whole {by}."
    )

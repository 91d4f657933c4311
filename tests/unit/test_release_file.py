"""Release files: signed, checked before anything of them is believed, and refused in sentences."""

import io
import json
import os
import sysconfig
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.errors import ReleaseError
from kiosk.release import notes
from kiosk.release.archive import opened
from kiosk.release.environment import link_lgpio
from kiosk.release.layout import CURRENT, MANIFEST, UPDATER, Home, home_of, version_key
from kiosk.release.manifest import parse_manifest
from kiosk.release.notes import Outcome, Request
from kiosk.words import Number, Text, text
from tests.rigs.update_parts import NEW, make_file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_file(tmp_path_factory.mktemp("release"), "good")


@pytest.fixture
def release(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / made.name
    copy.write_bytes(made.read_bytes())
    return copy


def refusal(path: Path, key: Path, folder: Path | None = None) -> str:
    with pytest.raises(ReleaseError) as caught, opened(path, key) as file:
        file.unpack(folder)
    return str(caught.value)


def key_of(made: Path) -> Path:
    return made.with_name("release.pub")


def test_a_release_is_an_ordinary_tar_and_its_wheels_come_out_as_they_went_in(
    made: Path, tmp_path: Path
) -> None:
    with tarfile.open(made) as tar:
        assert tar.getnames()[:2] == ["manifest.json", "manifest.sig"]
        wheel = tar.getnames()[2]
        content = tar.extractfile(wheel)
        assert content is not None
        expected = content.read()
    with opened(made, key_of(made)) as file:
        file.unpack(tmp_path)
        assert file.manifest.version == NEW
    assert (tmp_path / wheel).read_bytes() == expected


@pytest.mark.parametrize("share", [0.0, 0.001, 0.004, 0.2, 0.9])
def test_a_changed_byte_anywhere_is_noticed(release: Path, made: Path, share: float) -> None:
    content = bytearray(release.read_bytes())
    content[int(share * 300_000) + 2] ^= 1
    release.write_bytes(content)
    assert "anew" in refusal(release, key_of(made))


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.99])
def test_a_file_that_ends_too_early_is_noticed(release: Path, made: Path, share: float) -> None:
    os.truncate(release, int(share * 300_000))
    assert "anew" in refusal(release, key_of(made))


def test_a_release_by_somebody_else_is_refused(release: Path, tmp_path: Path) -> None:
    other = make_file(tmp_path / "other", "good")
    assert "was not made by those who made this kiosk's program" in refusal(release, key_of(other))


def test_without_a_key_nothing_is_taken(release: Path, tmp_path: Path) -> None:
    assert "no key for releases" in refusal(release, tmp_path / "none.pub")


def test_a_first_installation_trusts_whoever_brings_the_file_but_not_a_damaged_one(
    release: Path, made: Path
) -> None:
    with opened(release, None) as file:
        assert file.public_key == made.with_name("release.pub").read_bytes()
    os.truncate(release, 5000)
    with pytest.raises(ReleaseError, match="damaged"), opened(release, None) as file:
        file.unpack(None)


def swapped(kind: bytes) -> Callable[[tarfile.TarInfo], None]:
    def change(info: tarfile.TarInfo) -> None:
        info.type, info.linkname = kind, "/etc/passwd"

    return change


def renamed(name: str) -> Callable[[tarfile.TarInfo], None]:
    def change(info: tarfile.TarInfo) -> None:
        info.name = name

    return change


@pytest.mark.parametrize(
    "change",
    [swapped(tarfile.SYMTYPE), swapped(tarfile.LNKTYPE), swapped(tarfile.CHRTYPE),
     swapped(tarfile.FIFOTYPE), swapped(tarfile.XHDTYPE), swapped(tarfile.GNUTYPE_LONGNAME),
     swapped(tarfile.GNUTYPE_SPARSE), renamed("../../etc/cron.d/x"), renamed("/etc/cron.d/x")],
)  # fmt: skip
def test_nothing_but_the_announced_plain_files_is_written(
    release: Path, made: Path, tmp_path: Path, change: Callable[[tarfile.TarInfo], None]
) -> None:
    rebuilt = io.BytesIO()
    with tarfile.open(release) as old, tarfile.open(fileobj=rebuilt, mode="w") as new:
        for number, info in enumerate(old):
            content = old.extractfile(info)
            if number == 2:
                change(info)
            new.addfile(info, content)
    release.write_bytes(rebuilt.getvalue())
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "not a release" in refusal(release, key_of(made), folder)
    assert list(folder.iterdir()) == []


def test_a_pipe_or_a_folder_in_place_of_a_file_is_refused_at_once(
    made: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a release" in refusal(tmp_path / "pipe", key_of(made))
    assert "cannot be read" in refusal(tmp_path / "none", key_of(made))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.binary(max_size=2000))
def test_any_bytes_are_refused_with_a_sentence(made: Path, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    assert refusal(path, key_of(made))
    with pytest.raises(ReleaseError):
        parse_manifest(data)


@pytest.mark.parametrize(
    ("name", "value"),
    [("version", "1.4.0; rm"), ("version", "../1"), ("wheels", []), ("wheels", [{"name": "a"}]),
     ("arch", 7), ("format", 2), ("python", "3.13/../x"), ("wheels", None)],
)  # fmt: skip
def test_a_manifest_that_makes_no_sense_is_refused(made: Path, name: str, value: object) -> None:
    with opened(made, key_of(made)) as file:
        fields = json.loads(file.manifest.to_bytes())
    with pytest.raises(ReleaseError):
        parse_manifest(json.dumps(fields | {name: value}).encode())


@pytest.mark.parametrize("wheel", ["../x.whl", "/x.whl", "x.tar", ".x.whl", "a b.whl", "x" * 200])
def test_a_wheel_is_called_like_one_and_lies_in_no_other_folder(made: Path, wheel: str) -> None:
    with opened(made, key_of(made)) as file:
        fields = json.loads(file.manifest.to_bytes())
    fields["wheels"][0]["name"] = wheel
    with pytest.raises(ReleaseError):
        parse_manifest(json.dumps(fields).encode())


def test_a_release_that_would_fill_any_disk_is_refused(made: Path) -> None:
    with opened(made, key_of(made)) as file:
        fields = json.loads(file.manifest.to_bytes())
    one = fields["wheels"][0] | {"size": 299_999_999}
    fields["wheels"] = [one | {"name": f"w{number}.whl"} for number in range(9)]
    with pytest.raises(ReleaseError, match="larger than any"):
        parse_manifest(json.dumps(fields).encode())


# -- on the disk -----------------------------------------------------------------------------------


def test_versions_are_compared_by_their_numbers() -> None:
    versions = ["1.10.0", "1.9", "1.9.1", "0.1.0", "1.9.0.1"]
    assert sorted(versions, key=version_key) == ["0.1.0", "1.9", "1.9.0.1", "1.9.1", "1.10.0"]
    assert version_key("1.9") == version_key("1.9.0")
    for wrong in ("", "1", "1.4.0rc1", "v1.4", "1..4", "1.4.٣"):
        with pytest.raises(ReleaseError):
            version_key(wrong)


def test_only_whole_releases_are_known_and_thinning_leaves_those_that_are_named(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    for version in ("1.0.0", "1.1.0", "1.2.0", "1.10.0"):
        home.folder(version).mkdir(parents=True)
        (home.folder(version) / MANIFEST).touch()
    (home.releases / "1.3.0").mkdir()
    assert home.installed() == ["1.10.0", "1.2.0", "1.1.0", "1.0.0"]
    home.settle("1.2.0")
    home.point(CURRENT, "1.10.0")
    assert (home.version_of(CURRENT), home.version_of(UPDATER)) == ("1.10.0", "1.2.0")
    home.thin({"1.10.0", "1.2.0"})
    assert sorted(path.name for path in home.releases.iterdir()) == ["1.10.0", "1.2.0"]


def test_a_program_knows_whether_it_was_installed_by_a_release() -> None:
    assert home_of(Path("/opt/switchback/releases/1.4.0/.venv")) == Home(Path("/opt/switchback"))
    assert home_of(Path("/srv/switchback/.venv")) is None
    assert home_of(Path("/usr")) is None


def test_debians_pins_are_linked_where_they_fit(tmp_path: Path) -> None:
    debian, environment = tmp_path / "debian", tmp_path / "venv"
    packages = environment / "lib" / "python3.13" / "site-packages"
    packages.mkdir(parents=True)
    debian.mkdir()
    link_lgpio(environment, "3.13", debian)
    assert list(packages.iterdir()) == []
    compiled = f"_lgpio{sysconfig.get_config_var('EXT_SUFFIX')}"
    (debian / "lgpio.py").touch()
    (debian / compiled).touch()
    link_lgpio(environment, "3.13", debian)
    link_lgpio(environment, "3.13", debian)
    assert sorted(path.name for path in packages.iterdir()) == sorted(["lgpio.py", compiled])
    for link in packages.iterdir():
        link.unlink()
    (packages / "lgpio.py").write_text("pip's")
    link_lgpio(environment, "3.13", debian)
    assert [path.name for path in packages.iterdir()] == ["lgpio.py"]
    assert (packages / "lgpio.py").read_text() == "pip's"


# -- what kiosk and updater tell each other --------------------------------------------------------


def test_a_request_is_taken_once(tmp_path: Path) -> None:
    notes.ask(tmp_path, Request("update", "/media/stick/x.release"))
    assert notes.take_request(tmp_path) == Request("update", "/media/stick/x.release")
    assert notes.take_request(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b'{"action": "rm", "file": ""}', b'{"action": "update", "file": 7}',
     b'{"action": "update", "file": "a\\u0000b"}', b"[" * 5000],
)  # fmt: skip
def test_a_request_that_makes_no_sense_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / notes.REQUEST).write_bytes(content)
    assert notes.take_request(tmp_path) is None
    assert not (tmp_path / notes.REQUEST).exists()


def test_the_updater_follows_no_link_that_the_kiosks_user_has_laid(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('{"action": "back", "file": ""}')
    data = tmp_path / "data"
    data.mkdir()
    (data / notes.REQUEST).symlink_to(secret)
    assert notes.take_request(data) is None
    assert secret.exists()
    os.mkfifo(data / notes.IDLE)
    assert notes.idle_of(data) is None
    (tmp_path / "linked").symlink_to(data)
    notes.remove(tmp_path / "linked", notes.IDLE)
    assert (data / notes.IDLE).exists()


def test_an_outcome_can_still_be_translated_when_the_kiosk_reads_it(tmp_path: Path) -> None:
    inner = text("{free} MB are free.", free=Number(7.5, 1))
    said = text("The update failed: {why}", why=inner)
    notes.tell(tmp_path / "outcome", Outcome("failed", "1.0.0", said, 5))
    read = notes.outcome_in(tmp_path / "outcome")
    assert read is not None
    assert read.sentence == "The update failed: 7.5 MB are free."
    assert isinstance(read.sentence, Text)
    assert isinstance(read.sentence.values["why"], Text)
    (tmp_path / "outcome").write_bytes(b'{"kind": "done"}')
    assert notes.outcome_in(tmp_path / "outcome") is None

"""The house: locks, packaging, the example configuration, what no file may say."""

import contextlib
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from kiosk import __version__
from kiosk.settings import load_settings

LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)"
    r"( ; (implementation_name != 'PyPy' and )?platform_python_implementation == 'CPython'"
    r" and sys_platform == 'linux')? \\\n"
    r"(    --hash=sha256:[0-9a-f]{64} \\\n)*"
    r"    --hash=sha256:[0-9a-f]{64}\n",
    re.MULTILINE,
)
CODE = ("kiosk", "drivers", "screens")
# Written with a bar inside, or this file would say them itself.
FOREIGN = tuple(
    word.replace("|", "")
    for word in (
        *("py|pi.org", "python|hosted.org", "deb.|debian.org", "registry.|npmjs"),
        *("/ro|ot/", "/wo|rk/", "/ho|me/"),
    )
)


def _project(repository: Path) -> dict[str, Any]:
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))


def _locked(repository: Path, lock: str) -> dict[str, Version]:
    text = (repository / lock).read_text("utf-8")
    return {found["name"]: Version(found["version"]) for found in PINNED.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_exact_versions_with_hashes(repository: Path, lock: str) -> None:
    text = (repository / lock).read_text("utf-8")
    assert _locked(repository, lock)
    assert PINNED.sub("", text) == ""


def test_the_lock_satisfies_what_the_project_asks_for(repository: Path) -> None:
    project = _project(repository)
    groups = project["dependency-groups"]
    for lock, wanted in (
        ("requirements.lock", [*project["project"]["dependencies"], *groups["build"]]),
        ("requirements-dev.lock", [text for text in groups["dev"] if isinstance(text, str)]),
    ):
        locked = _locked(repository, lock)
        for requirement in map(Requirement, wanted):
            version = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{lock}: {requirement} is {version}"


def test_tests_run_on_the_versions_that_the_kiosk_runs_on(repository: Path) -> None:
    run, dev = (_locked(repository, lock) for lock in LOCKS)
    assert run.items() <= dev.items()


def test_every_dependency_says_why_it_is_there(repository: Path) -> None:
    text = (repository / "pyproject.toml").read_text("utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.scripts]")]
    for line in listed.splitlines()[1:-2]:
        assert re.fullmatch(r'    "[^"]+",\s+# \S.{10,}', line), line


def test_every_module_of_the_kiosk_has_its_place_among_the_layers(repository: Path) -> None:
    layers = _project(repository)["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name for layer in layers for name in re.findall(r"kiosk\.\w+", layer)}
    there = {
        f"kiosk.{path.stem}"
        for path in (repository / "kiosk").iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and path.stem != "__init__"
    }
    assert there == placed


def test_a_wheel_carries_code_views_migrations_and_configuration(
    repository: Path, tmp_path: Path
) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == f"switchback_kiosk-{__version__}-py3-none-any.whl"
    carried = set(zipfile.ZipFile(wheel).namelist())
    for package in CODE:
        for path in (repository / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(repository).as_posix() in carried
    for path in (repository / "config").rglob("*.toml"):
        assert f"kiosk/_config/{path.relative_to(repository / 'config').as_posix()}" in carried
    scripts = next(name for name in carried if name.endswith("entry_points.txt"))
    assert "switchback = kiosk.cli:main" in zipfile.ZipFile(wheel).read(scripts).decode()


def _texts(repository: Path) -> list[tuple[str, str]]:
    """Every text of the repository, with its path."""
    made = re.compile(r"\.git|\.venv|\.hypothesis|\.\w+_cache|build|dist")
    tops = [top for top in repository.iterdir() if not made.fullmatch(top.name)]
    found: list[tuple[str, str]] = []
    for path in [*tops, *(path for top in tops if top.is_dir() for path in top.rglob("*"))]:
        if path.is_file() and "__pycache__" not in path.parts:
            with contextlib.suppress(UnicodeDecodeError):  # a picture
                found.append((path.relative_to(repository).as_posix(), path.read_text("utf-8")))
    return found


def test_no_file_names_a_package_registry_or_a_path_of_one_machine(repository: Path) -> None:
    texts = _texts(repository)
    assert {"Makefile", "kiosk/errors.py", ".ci/run"} <= {path for path, _ in texts}
    assert [(path, word) for path, text in texts for word in FOREIGN if word in text] == []


def test_the_example_configuration_is_one_that_the_kiosk_takes(repository: Path) -> None:
    loaded = load_settings(repository / "config" / "kiosk.toml", {})
    assert [station.name for station in loaded.settings.stations] == ["Treadmill 1"]
    assert loaded.settings.stations[0].incline.driver == "witmotion"


def test_the_kiosk_is_restarted_for_ever_and_only_the_kiosk_reads_its_data(
    repository: Path,
) -> None:
    unit = (repository / "systemd" / "switchback.service").read_text("utf-8").splitlines()
    for line in (
        "Restart=always",
        "StartLimitIntervalSec=0",
        "StateDirectory=switchback",
        "StateDirectoryMode=0700",
    ):
        assert line in unit

"""The set-up script, with stand-ins for Debian's programs that note what they were asked."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

REAL_TOOLS = ("sh", "grep", "tr", "sort", "head", "cut", "env", "sed", "cat", "touch")


@dataclass
class Machine:
    """A Debian of straw: every stand-in is a shell script in `path`, the only folder on PATH."""

    path: Path
    script: Path

    def has(self, program: str, body: str) -> None:
        file = self.path / program
        file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        file.chmod(0o755)

    def set_up(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [self.path / "sh", self.script, *words],
            env={"PATH": str(self.path), "NOTES": str(self.path / "notes")},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def asked_of_apt(self) -> list[str]:
        notes = self.path / "notes"
        return notes.read_text("utf-8").splitlines() if notes.exists() else []


@pytest.fixture
def machine(repository: Path, tmp_path: Path) -> Machine:
    """A PC with everything in place, run by root."""
    for tool in REAL_TOOLS:
        real = shutil.which(tool)
        assert real is not None
        (tmp_path / tool).symlink_to(real)
    straw = Machine(tmp_path, repository / "systemd" / "install-packages.sh")
    straw.has("id", "echo 0")
    straw.has("uname", "echo x86_64")
    straw.has("getconf", "echo glibc 2.36")
    straw.has("python3", "exit 0")
    straw.has("dpkg-query", "echo installed")
    straw.has("apt-cache", "echo '  Candidate: 1.0'")
    straw.has("apt-get", 'echo "$DEBIAN_FRONTEND $*" >>"$NOTES"')
    return straw


def _lacks(machine: Machine, *packages: str) -> None:
    names = "|".join(packages)
    machine.has(
        "dpkg-query", f"for last; do :; done; case $last in {names});; *) echo installed; esac"
    )


def test_a_machine_that_has_everything_is_left_alone(machine: Machine) -> None:
    result = machine.set_up()
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert machine.asked_of_apt == []


def test_only_what_is_missing_is_installed_and_nobody_is_asked(machine: Machine) -> None:
    _lacks(machine, "libegl1", "fonts-inter")
    assert machine.set_up().returncode == 0
    (install,) = machine.asked_of_apt
    assert install.startswith("noninteractive ")
    assert install.endswith("install --yes --no-install-recommends libegl1 fonts-inter")


def test_lists_are_fetched_when_they_do_not_know_a_package(machine: Machine) -> None:
    _lacks(machine, "libegl1")
    machine.has("apt-cache", '[ ! -e "$NOTES" ] || echo "  Candidate: 1.0"')
    assert machine.set_up().returncode == 0
    assert [line.split()[-1] for line in machine.asked_of_apt] == ["update", "libegl1"]


def test_lists_are_fetched_again_when_the_mirror_has_moved_on(machine: Machine) -> None:
    _lacks(machine, "libegl1")
    machine.has(
        "apt-get",
        'case "$*" in *install*) [ -e "$NOTES" ] || { echo failed >"$NOTES"; exit 100; };; esac\n'
        'echo "$*" >>"$NOTES"',
    )
    assert machine.set_up().returncode == 0
    assert [line.split()[-1] for line in machine.asked_of_apt] == ["failed", "update", "libegl1"]


def test_a_package_is_found_under_the_name_that_the_release_gives_it(machine: Machine) -> None:
    _lacks(machine, "libglib2.0-0t64", "libglib2.0-0")
    machine.has("apt-cache", "case $2 in *t64) ;; *) echo '  Candidate: 1.0'; esac")
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt[-1].endswith("--no-install-recommends libglib2.0-0")


def test_a_package_under_either_of_its_names_is_enough(machine: Machine) -> None:
    _lacks(machine, "libglib2.0-0")
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt == []


def test_a_python_without_environments_gets_the_package_that_makes_them(machine: Machine) -> None:
    _lacks(machine, "python3-venv")
    machine.has("python3", 'case "$2" in *ensurepip*) [ -e "$NOTES" ];; esac')
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt[-1].endswith("--no-install-recommends python3-venv")


def test_a_pi_also_gets_what_its_pins_need(machine: Machine) -> None:
    _lacks(machine, "python3-lgpio")
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt == [], "a PC has no pins"
    machine.has("uname", "echo aarch64")
    machine.has("getconf", "echo glibc 2.41")
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt[-1].endswith("--no-install-recommends python3-lgpio")


def test_debian_itself_has_no_lgpio_and_is_set_up_without_it(machine: Machine) -> None:
    _lacks(machine, "python3-lgpio")
    machine.has("uname", "echo aarch64")
    machine.has("getconf", "echo glibc 2.41")
    machine.has("apt-cache", "case $2 in *lgpio) ;; *) echo '  Candidate: 1.0' ;; esac")
    assert machine.set_up().returncode == 0
    assert [asked for asked in machine.asked_of_apt if " install " in asked] == []


@pytest.mark.parametrize(("word", "package"), [("kiosk", "cage"), ("headless", "polkitd")])
def test_a_machine_that_is_only_the_kiosk_needs_more(
    machine: Machine, word: str, package: str
) -> None:
    _lacks(machine, package)
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt == []
    assert machine.set_up(word).returncode == 0
    assert machine.asked_of_apt[-1].endswith(f"--no-install-recommends {package}")


def test_someone_without_rights_is_told_whom_to_ask(machine: Machine) -> None:
    _lacks(machine, "libegl1")
    machine.has("id", "echo 1000")
    result = machine.set_up()
    assert result.returncode == 1
    assert "as root" in result.stderr
    assert "apt-get install libegl1" in result.stderr
    assert machine.asked_of_apt == []


def test_someone_with_sudo_installs_with_it(machine: Machine) -> None:
    _lacks(machine, "libegl1")
    machine.has("id", "echo 1000")
    machine.has("sudo", 'echo with sudo >>"$NOTES"; exec "$@"')
    assert machine.set_up().returncode == 0
    assert machine.asked_of_apt[0] == "with sudo"
    assert machine.asked_of_apt[-1].endswith("libegl1")


def test_without_a_network_the_sentence_says_to_check_it(machine: Machine) -> None:
    _lacks(machine, "libegl1")
    machine.has("apt-get", "exit 100")
    result = machine.set_up()
    assert result.returncode == 1
    assert "check the network" in result.stderr


@pytest.mark.parametrize(
    ("program", "says", "sentence"),
    [
        ("uname", "echo armv7l", "64-bit"),
        ("uname", "echo aarch64", "needs glibc 2.39"),
        ("python3", "exit 1", "Python 3.11"),
    ],
)
def test_a_machine_that_cannot_run_the_kiosk_is_told_why_before_anything_is_installed(
    machine: Machine, program: str, says: str, sentence: str
) -> None:
    _lacks(machine, "libegl1")
    machine.has(program, says)
    result = machine.set_up()
    assert result.returncode == 1
    assert sentence in result.stderr
    assert machine.asked_of_apt == []


@dataclass
class Environment:
    """An environment beside Debian's packages; `suffix` is what its Python's libraries end with."""

    script: Path
    root: Path
    suffix: str = ".cpython-313-aarch64-linux-gnu.so"

    @property
    def packages(self) -> Path:
        return self.root / "site-packages"

    def debian_has(self, *files: str) -> None:
        for file in files:
            (self.root / "dist-packages" / file).write_text(f"Debian's {file}")

    def link(self) -> list[str]:
        """What is in the environment afterwards."""
        result = subprocess.run(
            ["sh", self.script, self.root / "venv"],
            env={"PATH": "/usr/bin:/bin", "DEBIAN": str(self.root / "dist-packages")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
        return sorted(file.name for file in self.packages.iterdir())


@pytest.fixture
def environment(repository: Path, tmp_path: Path) -> Environment:
    for folder in ("dist-packages", "site-packages", "venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    found = Environment(repository / "systemd" / "link-lgpio.sh", tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    python.write_text(f"#!/bin/sh\necho {found.packages}\necho {found.suffix}\n")
    python.chmod(0o755)
    return found


def test_an_environment_is_given_debians_lgpio_again_and_again(environment: Environment) -> None:
    library = f"_lgpio{environment.suffix}"
    environment.debian_has("lgpio.py", library)
    for _ in range(2):
        assert environment.link() == [library, "lgpio.py"]
    assert (environment.packages / "lgpio.py").read_text() == "Debian's lgpio.py"


def test_lgpio_for_another_python_is_of_no_use(environment: Environment) -> None:
    environment.debian_has("lgpio.py", "_lgpio.cpython-312-aarch64-linux-gnu.so")
    assert environment.link() == []


def test_an_lgpio_that_was_installed_into_the_environment_stays(environment: Environment) -> None:
    environment.debian_has("lgpio.py", f"_lgpio{environment.suffix}")
    (environment.packages / "lgpio.py").write_text("its own")
    assert environment.link() == ["lgpio.py"]
    assert (environment.packages / "lgpio.py").read_text() == "its own"


def test_without_debians_lgpio_nothing_is_linked_or_said(environment: Environment) -> None:
    assert environment.link() == []

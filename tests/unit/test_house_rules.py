"""The fixtures that hold for every test do fail a test that breaks their rule."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

UNRULY = """
import logging, threading, warnings
import pytest

log = logging.getLogger("kiosk.somewhere")

def test_well_behaved():
    threading.Thread(target=print).start()

@pytest.mark.logs_errors("stick is gone")
def test_announces_its_error():
    log.error("the stick is gone")

def test_leaves_a_thread(stop=threading.Event()):
    threading.Thread(target=stop.wait, daemon=True, name="forgotten").start()

def test_logs_an_error():
    log.error("something broke")

@pytest.mark.logs_errors("stick is gone")
def test_logs_another_error_than_announced():
    log.error("the stick is gone")
    log.error("something else broke")

@pytest.mark.logs_errors("stick is gone")
def test_announces_an_error_that_never_comes():
    log.warning("all is well")

def test_warns():
    warnings.warn("outdated")

def test_qt_warns():
    from PySide6.QtCore import qWarning
    qWarning("binding loop")

def test_a_thread_dies():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
"""


def test_a_test_that_leaves_a_thread_an_error_or_a_warning_behind_fails(
    pytester: pytest.Pytester, repository: Path
) -> None:
    rules = (repository / "tests" / "conftest.py").read_text("utf-8")
    pytester.makeconftest(rules.replace("THREADS_MAY_TAKE_S = 5.0", "THREADS_MAY_TAKE_S = 0.1"))
    settings = (repository / "pyproject.toml").read_text("utf-8")
    (pytester.path / "pyproject.toml").write_text(settings, "utf-8")
    (pytester.path / "tests").mkdir()
    pytester.makepyfile(UNRULY)
    result = pytester.runpytest_subprocess(".")
    result.assert_outcomes(passed=6, failed=3, errors=4)
    result.stdout.fnmatch_lines_random(
        [
            "*threads left over: forgotten*",
            "*kiosk.somewhere: something broke*",
            "*kiosk.somewhere: something else broke*",
            "*no error like 'stick is gone' was logged*",
            "*UserWarning: outdated*",
            "*QtWarningMsg: binding loop*",
            "*ZeroDivisionError*",
        ]
    )

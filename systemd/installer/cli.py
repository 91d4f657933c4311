"""The installer's command: asks, plans, does or undoes, and says what it has done."""

import argparse
import fcntl
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from installer.answers import QUESTIONS, Answers, collect, read_answers
from installer.journal import Journal
from installer.machine import HERE, InstallError, Machine
from installer.plan import SHIPPED, plan
from installer.release import Source, source_of, wheels_of
from installer.renew import renew
from installer.run import install, lock, settle, uninstall
from installer.system import CURRENT, Packages

_EPILOG = "A second run goes on where the first was cut short, and changes nothing if all is done."


def main(words: Sequence[str] | None = None, machine: Machine | None = None) -> int:
    """The exit status: 0 done, 2 not, with one sentence on stderr."""
    options = _parser().parse_args(words)
    machine = machine or Machine(root=options.root)
    try:
        with ExitStack() as stack:
            if not options.dry_run:
                stack.enter_context(_alone(machine))
            if options.renew:
                _renew(machine)
            elif options.uninstall:
                _uninstall(machine, options)
            else:
                _install(machine, options, stack)
    except InstallError as error:
        print(error, file=sys.stderr)
        return 2
    except (KeyboardInterrupt, EOFError):
        print(
            "Stopped: the same command goes on from here, --uninstall goes back.", file=sys.stderr
        )
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="install.py", description="Makes a Raspberry Pi the Switchback kiosk.", epilog=_EPILOG
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--release", type=Path, metavar="FILE", help="switchback-VERSION-ARCH.release"
    )
    source.add_argument(
        "--wheels", type=Path, metavar="DIR", help="a folder with all wheels instead"
    )
    parser.add_argument("--answers", type=Path, metavar="FILE", help="answers as TOML, by option")
    for question in QUESTIONS:
        name = question.name.replace("_", "-")
        parser.add_argument(f"--{name}", metavar="ANSWER", help=question.words)
    parser.add_argument("--yes", action="store_true", help="ask nothing: the rest as usual")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, change nothing"
    )
    parser.add_argument("--renew", action="store_true", help=argparse.SUPPRESS)  # for the unit
    parser.add_argument("--uninstall", action="store_true", help="put everything back but the data")
    parser.add_argument("--purge", action="store_true", help="with --uninstall: the data as well")
    parser.add_argument(
        "--root", type=Path, default=HERE, metavar="DIR", help="a system in a folder"
    )
    return parser


def _install(machine: Machine, options: argparse.Namespace, stack: ExitStack) -> None:
    journal = Journal(machine, is_kept=not options.dry_run)
    answers = _answers(machine, options, journal)
    source = _source(machine, options, stack)
    steps = plan(machine, answers, source)
    if options.dry_run:
        for step in steps:
            is_unknown = isinstance(step, Packages)
            is_done = not is_unknown and step.is_done(machine, journal)
            print(f"{'is there' if is_done else 'would do'}  {step.describe}")
        print("Nothing was changed.")
        return
    if journal.answers != answers:
        journal.answers = answers
        journal.save()
    changes = install(machine, journal, steps, _say)
    settle(machine, journal)
    if changes:
        print(f"Done: {changes} changes. Restart it now (sudo reboot): the kiosk starts by itself.")
    else:
        print("Everything is in place: nothing was changed.")


def _renew(machine: Machine) -> None:
    journal = Journal(machine)
    if not journal.records:
        raise InstallError("Nothing is installed here: run the installer first.")
    answers = collect(machine, {}, journal.answers, None)
    renew(machine, journal, plan(machine, answers, None), _say)
    settle(machine, journal)


def _answers(machine: Machine, options: argparse.Namespace, journal: Journal) -> Answers:
    given = {} if options.answers is None else read_answers(options.answers)
    by_option = {question.name: getattr(options, question.name) for question in QUESTIONS}
    given |= {name: answer for name, answer in by_option.items() if answer is not None}
    is_asked = sys.stdin.isatty() and not options.yes and not options.dry_run
    return collect(machine, given, journal.answers, input if is_asked else None)


def _source(machine: Machine, options: argparse.Namespace, stack: ExitStack) -> Source | None:
    place: Path | None = options.release or options.wheels
    if place is not None:
        return source_of(place)
    clone = SHIPPED.parent
    if (clone / "requirements.lock").exists() and not options.dry_run:
        return source_of(stack.enter_context(wheels_of(clone)))
    if machine.see(CURRENT).link is None and not options.dry_run:
        raise InstallError(
            "Name the program's release file: --release switchback-VERSION-ARCH.release."
        )
    return None


def _uninstall(machine: Machine, options: argparse.Namespace) -> None:
    journal = Journal(machine, is_kept=not options.dry_run)
    if not journal.records:
        print("Nothing is installed here: nothing was changed.")
        return
    if options.dry_run:
        for record in reversed(journal.records):
            print(f"would look at  {record['path']}")
        print("Nothing was changed.")
        return
    known = journal.find("packages", "dpkg")
    changes = uninstall(machine, journal, _say, is_purge=options.purge)
    settle(machine, journal)
    kept = "" if options.purge else " Data and configuration stay (--purge takes them as well)."
    print(f"Done: {changes} changes taken back.{kept} Restart it now: sudo reboot.")
    if known is not None and known["names"]:
        print(f"Debian packages stay: sudo apt-get remove {' '.join(known['names'])}")


def _say(line: str) -> None:
    print(f"  {line}", flush=True)


@contextmanager
def _alone(machine: Machine) -> Generator[None]:
    if not machine.is_root:
        raise InstallError("Only root may do this: put sudo in front of it.")
    path = lock(machine.root)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise InstallError("An installer is at work already: wait until it is done.") from error
    finally:
        os.close(descriptor)

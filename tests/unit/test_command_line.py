"""What is said when a command was typed wrongly: one sentence, the way to the help, status 2."""

import sys

import pytest

from kiosk.cli import main


def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    monkeypatch.setattr(sys, "argv", ["switchback", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["rubbish"], "No such command 'rubbish'. Try: switchback --help\n"),
        (["roster", "rubbish"], "No such command 'rubbish'. Try: switchback roster --help\n"),
        (["export"], "Missing option '--out'. Try: switchback export --help\n"),
        (
            ["sessions", "show", "abc"],
            "'abc' is not a valid whole number. Try: switchback sessions show --help\n",
        ),
        (
            ["run", "--until-done"],
            "go with --headless. Try: switchback run --help\n",
        ),
    ],
)
def test_a_slip_is_answered_with_a_sentence_and_the_help_of_that_command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    sentence: str,
) -> None:
    told = said(capsys, monkeypatch, *words)
    assert told.endswith(sentence)
    assert told.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["roster"], ["virtual"]])
def test_a_group_alone_lists_its_commands_and_no_more(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    listed = said(capsys, monkeypatch, *words)
    assert listed.startswith("Usage: ")
    assert "Try:" not in listed

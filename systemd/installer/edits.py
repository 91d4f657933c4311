"""The changes in the Pi's two boot files, and the same taken out again; bytes in, bytes out."""

from collections.abc import Sequence

BEGIN = b"# switchback: begin (the installer's; uninstalling takes these lines out)"
END = b"# switchback: end"


def with_words(text: bytes, added: Sequence[str], dropped: Sequence[str]) -> bytes:
    """The kernel's command line, one line, with words added at its end and others taken out."""
    line, end, rest = text.partition(b"\n")
    gone = {word.encode() for word in dropped}
    words = [word for word in line.split() if word not in gone]
    words += [word.encode() for word in added if word.encode() not in words]
    return b" ".join(words) + (end or b"\n") + rest


def without_words(
    text: bytes, added: Sequence[str], dropped: Sequence[str], before: bytes
) -> bytes:
    """The command line that somebody has changed since, without what `with_words` did to it."""
    had = before.split(b"\n")[0].split()
    line, end, rest = text.partition(b"\n")
    ours = {word.encode() for word in added} - set(had)
    words = [word for word in line.split() if word not in ours]
    for place, word in enumerate(had):
        if word.decode("utf-8", "replace") in dropped and word not in words:
            words.insert(min(place, len(words)), word)
    return b" ".join(words) + end + rest


def with_lines(text: bytes, lines: Sequence[str]) -> bytes:
    """config.txt with a part of ours at its end, instead of the one that is there.

    It begins with `[all]`: the last section of the file may be for one model only.
    """
    ours = b"\n".join((BEGIN, b"[all]", *(line.encode() for line in lines), END)) + b"\n"
    if BEGIN in text:
        head, _, tail = text.partition(BEGIN)
        _, _, tail = tail.partition(END + b"\n")
        return head + ours + tail
    return text + (b"" if not text or text.endswith(b"\n") else b"\n") + ours


def without_lines(text: bytes) -> bytes:
    """config.txt that somebody has changed since, without our part."""
    if BEGIN not in text:
        return text
    head, _, tail = text.partition(BEGIN)
    _, _, tail = tail.partition(END)
    return head + tail.removeprefix(b"\n")

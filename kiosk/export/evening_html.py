"""Pages that open on any laptop or phone without a network: frame, style, links and numbers."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Final
from urllib.parse import quote

from kiosk.words import Number, Text

STYLE: Final = """
:root{--ink:#171b21;--soft:#59626e;--line:#dde2e8;--ground:#f3f5f7;--link:#0a58a6;--call:#7a3e00;
--callground:#fff3df}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.45 Inter,system-ui,
-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:28px 20px 48px}
h1{font-size:30px;line-height:1.15;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:21px;line-height:1.25;margin:0}
h3{font-size:15px;margin:0 0 6px}
p{margin:0 0 8px}
a{color:var(--link);text-underline-offset:2px}
.soft{color:var(--soft);font-weight:400}
.card{background:#fff;border:1px solid var(--line);border-radius:12px;padding:20px 22px;
margin:18px 0 0}
.top{display:flex;flex-wrap:wrap;gap:2px 16px;align-items:baseline;justify-content:space-between;
margin-bottom:12px}
.people{display:flex;flex-wrap:wrap;gap:8px;list-style:none;padding:0;margin:10px 0 0}
.people a{display:block;border:1px solid var(--line);border-radius:999px;padding:7px 14px;
text-decoration:none;background:#fff}
.call{background:var(--callground);border-left:5px solid var(--call);border-radius:6px;
padding:12px 16px;margin:0 0 14px}
.call h3{color:var(--call)}
.call ul{margin:0;padding:0;list-style:none}
.call li{margin:3px 0}
table{border-collapse:collapse;width:100%}
th{font-size:13px;font-weight:600;color:var(--soft);text-align:right;padding:6px 10px;
border-bottom:2px solid var(--line);vertical-align:bottom}
td{text-align:right;padding:9px 10px;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child,td:first-child{text-align:left;padding-left:0;white-space:normal;font-weight:600;
overflow-wrap:anywhere}
th:last-child,td:last-child{text-align:left;padding-right:0}
tr:last-child td{border-bottom:0}
td svg{vertical-align:middle;margin-right:8px}
.under{margin-top:12px}
.mark{color:var(--call);font-weight:700}
.when{white-space:nowrap}
.files{display:flex;flex-wrap:wrap;gap:4px 12px}
.older{columns:2 300px;list-style:none;padding:0;margin:6px 0 0}
.older li{margin:4px 0;break-inside:avoid}
footer{color:var(--soft);font-size:14px;margin-top:22px}
@media screen and (max-width:760px){
main{padding:18px 12px 36px}.card{padding:16px 14px}h1{font-size:25px}
thead{position:absolute;left:-9999px}
table,tbody,tr,td{display:block}
tr{display:grid;grid-template-columns:repeat(3,1fr);gap:8px 10px;padding:12px 0;
border-bottom:1px solid var(--line)}
tr:last-child{border-bottom:0}
td,td:last-child{border:0;padding:0;text-align:left;white-space:normal}
td:first-child,td:last-child{grid-column:1/-1}
td:first-child{font-size:18px}
td[data-of]::before{content:attr(data-of);display:block;font-size:12px;color:var(--soft);
font-weight:400}
td svg{display:block;margin:5px 0 0}
.files a{padding:6px 0}
}
@media print{
body{background:#fff;font-size:11pt}main{max-width:none;padding:0}
.card{border:0;border-radius:0;border-top:2px solid #000;padding:10px 0}
.call,tr{break-inside:avoid}.top,.call,thead{break-after:avoid}td{padding:5px 8px}
.people,.carry,.files,th.f,td.f{display:none}a{color:inherit;text-decoration:none}
.call{background:none;border:1px solid #000;border-left-width:5px}
}
"""
_POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""Nothing is run and nothing fetched, whatever a name might say."""
_BAR: Final = 64
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language the pages are; as it is here, in English."""

    language: str = "en"
    said: Callable[[str], str] = str
    """A kiosk.words.Text in that language, and its numbers and units as there."""


def words(voice: Voice, sentence: str) -> str:
    """A sentence of ours as HTML."""
    return escape(voice.said(sentence))


def number(voice: Voice, value: float | None, unit: str = "") -> str:
    """A whole one; "" where it is not known."""
    if value is None:
        return ""
    shown = voice.said(Text("{value}", {"value": Number(value)}))
    return escape(f"{shown} {unit}" if unit else shown)


def clock(seconds: int) -> str:
    """42:10, 1:20:00."""
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    return f"{hours}:{m:02d}:{s:02d}" if hours else f"{m}:{s:02d}"


def link(path: str, label: str) -> str:
    """To a file from where the page lies; `path` as on the disk, with "/"."""
    return f'<a href="{escape(quote(path))}">{escape(label)}</a>'


def bar(percent: float) -> str:
    """A share to see at a glance; the number stands beside it."""
    width = round(_BAR * min(100.0, max(0.0, percent)) / 100)
    return (
        f'<svg width="{_BAR}" height="10" aria-hidden="true">'
        f'<rect width="{_BAR}" height="10" rx="5" fill="#e3e8ec"/>'
        f'<rect width="{width}" height="10" rx="5" fill="#2f7d5b"/></svg>'
    )


def page(voice: Voice, title: str, mark: str, body: Iterable[str]) -> bytes:
    """A whole page. `mark` says whose folder it is in, "" for nobody's."""
    whose = f'<meta name="switchback-person" content="{escape(mark)}">\n' if mark else ""
    pieces = [
        f'<!DOCTYPE html>\n<html lang="{escape(voice.language)}">\n<head>\n',
        '<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        '<meta name="referrer" content="no-referrer">\n',
        whose,
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
        *body,
        "</main>\n</body>\n</html>\n",
    ]
    return "".join(pieces).encode(errors="replace")

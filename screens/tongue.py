"""The language and units of everything that is drawn; the state is Qt's own and this module's."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from kiosk.words import Number, Opening, Quantity, Text

I18N = Path(__file__).parent / "i18n"
ENGLISH = "en"

_units = "metric"
_language = ENGLISH
_turn = 0
"""Counts the times that something else was spoken from then on."""
_translators: list[QTranslator] = []


def speak(language: str, units: str = "metric", *, folder: Path = I18N) -> None:
    """From now on everything is said in this language; whatever has been drawn must be redrawn.

    Whatever a language lacks, and all of a language without a file, is said in English.
    """
    global _language, _units, _turn
    _language, _units, _turn = language, units, _turn + 1
    for old in _translators:
        QCoreApplication.removeTranslator(old)
    _translators.clear()
    QLocale.setDefault(QLocale(language if language != ENGLISH else "en_IE"))
    translator = QTranslator()
    if language != ENGLISH and translator.load(f"switchback_{language}", str(folder)):
        QCoreApplication.installTranslator(translator)
        _translators.append(translator)


def turn() -> int:
    """Another number whenever something else is spoken: what is kept from then is made anew."""
    return _turn


def language() -> str:
    """Which is spoken now."""
    return _language


def is_metric() -> bool:
    return _units == "metric"


def number(value: float, digits: int = 0) -> str:
    """With so many decimals, and the language's decimal point; no thousands separator."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", digits)


class Spoken(Text):
    """A text as it is drawn, which can be said once more in another language."""

    __slots__ = ("turn",)

    turn: int

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        made = str.__new__(cls, _filled(QCoreApplication.translate("", template), values))
        made.template, made.values, made.turn = template, values, _turn
        return made


def tr(template: str, **values: object) -> str:
    """A text of the screens: `tr("{count} straps", count=3)`; the template is a literal."""
    return Spoken(template, values)


def said(words: str) -> str:
    """A text that came from elsewhere, a sentence of the kiosk's or a workout's own words; or one
    that was kept, and may have been said in another language.
    """
    if isinstance(words, Text):
        if isinstance(words, Spoken) and words.turn == _turn:
            return words
        return Spoken(words.template, words.values)
    return Spoken(words, {}) if words else ""


def _filled(template: str, values: Mapping[str, object]) -> str:
    if not values:
        return template
    return template.format(**{name: _value(value) for name, value in values.items()})


def _value(value: object) -> object:
    if isinstance(value, Number):
        return number(value.value, value.digits)
    if isinstance(value, Quantity):
        from screens import units  # noqa: PLC0415 - whose own words are said by this module

        return units.quantity(value)
    if isinstance(value, Opening):
        return str(Opening(said(value.words)))
    return said(value) if isinstance(value, Text) else value

"""Values of settings as people read them."""

import math
from pathlib import Path

from pydantic import SecretStr
from PySide6.QtCore import QLocale

from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.settings.options import Option

SHOWN_SECRET = "\N{BULLET}" * 6
LEAST_DIGITS, MOST_DIGITS = 2, 6


def plain(value: object) -> object:
    """A value as an editor holds it: paths and secrets as text."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return str(value) if isinstance(value, Path) else value


def number_words(value: float) -> str:
    """A number without needless digits, as the language of the window writes it."""
    digits = digits_of(value)
    text = f"{value:.{digits}f}"
    needed = len(text.rstrip("0").partition(".")[2])
    return QLocale().toString(float(text), "f", needed)


def digits_of(value: float) -> int:
    """Decimals that tell a value of this size from its neighbours: three figures at least."""
    if value == 0 or abs(value) >= 1:
        return LEAST_DIGITS
    return min(MOST_DIGITS, LEAST_DIGITS - math.floor(math.log10(abs(value))))


def value_words(option: Option, value: object) -> str:
    """A value of a setting for a person; a password is never shown."""
    if option.kind is SecretStr and value:
        return SHOWN_SECRET
    if isinstance(value, bool):
        return translate("OptionField", "on") if value else translate("OptionField", "off")
    if isinstance(value, (int, float)):
        return option.unit.sentence(number_words(option.unit.shown(value)))
    if option.choices:
        return choice_words(str(value))
    return str(value) or translate("OptionField", "empty")


def choice_words(choice: str) -> str:
    """One of the possible values of a setting."""
    return {
        "system": translate("OptionField", "as the system"),
        "light": translate("OptionField", "light"),
        "dark": translate("OptionField", "dark"),
        "en": translate("OptionField", "English"),
        "de": translate("OptionField", "German"),
        "development": translate("OptionField", "test"),
        "production": translate("OptionField", "production"),
        "DEBUG": translate("OptionField", "everything"),
        "INFO": translate("OptionField", "the usual"),
        "WARNING": translate("OptionField", "warnings"),
        "ERROR": translate("OptionField", "faults only"),
    }.get(choice, choice)


def bounds_words(option: Option) -> str:
    """Between what a number must lie, in brackets; empty where anything goes."""
    low, high = option.low, option.high
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        words = translate("OptionField", "{low} to {high}")
    elif low is not None:
        words = translate("OptionField", "at least {low}")
    else:
        words = translate("OptionField", "at most {high}")
    return f" ({words.format(low=_bound(option, low), high=_bound(option, high))})"


def _bound(option: Option, value: float | None) -> str:
    return "" if value is None else value_words(option, value)

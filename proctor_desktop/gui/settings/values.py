"""Values of settings as people read them."""

from pathlib import Path

from pydantic import SecretStr
from PySide6.QtCore import QLocale

from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.settings.options import Option

SHOWN_SECRET = "\N{BULLET}" * 6
MOST_DIGITS = 6


def plain(value: object) -> object:
    """A value as an editor holds it: paths and secrets as text."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    return str(value) if isinstance(value, Path) else value


def number_words(value: float) -> str:
    """A number without needless digits, as the language of the window writes it."""
    return QLocale().toString(float(f"{value:.{MOST_DIGITS}f}"), "f", _digits(value))


def _digits(value: float) -> int:
    text = f"{value:.{MOST_DIGITS}f}".rstrip("0")
    return len(text.split(".")[1])


def value_words(option: Option, value: object) -> str:
    """A value of a setting for a person; a password is never shown."""
    if option.kind is SecretStr and value:
        return SHOWN_SECRET
    if isinstance(value, bool):
        return translate("OptionField", "on") if value else translate("OptionField", "off")
    if isinstance(value, (int, float)):
        return number_words(value)
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
    return f" ({words.format(low=_bound(low), high=_bound(high))})"


def _bound(value: float | None) -> str:
    return "" if value is None else number_words(value)

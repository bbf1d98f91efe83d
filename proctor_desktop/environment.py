"""Names in the environment: mistyped ones are refused, words of other programs stop nothing."""

import difflib
from collections.abc import Collection, Iterable

from proctor_desktop.domain.errors import SettingsError

PREFIX = "PROCTOR_"
NESTED = "__"
ELSEWHERE = ("PROCTOR_SETTINGS_FILE", "PROCTOR_MODELS")
"""Names that are read where no settings are known yet."""

_ALIKE = 0.75
_LEVELS = {"WARN": "WARNING", "CRITICAL": "ERROR", "FATAL": "ERROR", "TRACE": "DEBUG"}
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


def refuse_mistyped(given: Iterable[str], known: Collection[str]) -> None:
    """Refuse a name that no setting has and that was meant for one.

    One with a group in it can be meant for nothing else; one without is refused where it is nearly
    that of a setting, because others may use the prefix too.

    Args:
        given: names in the environment and in ``.env``, in any case.
        known: names of all settings, in capitals.

    Raises:
        SettingsError: names it and the nearest that there is.
    """
    right = [*known, *ELSEWHERE]
    for name in sorted({each.upper() for each in given} - set(right)):
        if not name.startswith(PREFIX):
            continue
        alike = 0.0 if NESTED in name else _ALIKE
        tails = [each.removeprefix(PREFIX) for each in right if each.startswith(PREFIX)]
        nearest = difflib.get_close_matches(name.removeprefix(PREFIX), tails, 1, alike)
        if nearest:
            usual = f"{PREFIX}{nearest[0]}"
            raise SettingsError(
                f"{name} in the environment is no setting; the nearest name is {usual}. "
                "Correct it, or take it out."
            )


def as_environment(value: object) -> object:
    """``APP_ENV`` as this program has it: whatever is not development is the stricter production.

    Other programs use the name too, with words such as ``staging``.
    """
    if not isinstance(value, str):
        return value
    return "development" if value.strip().lower() in ("", "development") else "production"


def as_log_level(value: object) -> object:
    """``LOG_LEVEL`` in any case and in words of other programs; INFO where nothing is alike."""
    if not isinstance(value, str):
        return value
    word = value.strip().upper()
    word = _LEVELS.get(word, word)
    return word if word in _LOG_LEVELS else "INFO"

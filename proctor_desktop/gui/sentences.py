"""Sentences that other rooms write in English, in the language of the window.

Reports keep the words they were written with. The window shows them in its own language: a sentence
is looked up whole, or found by a pattern whose fields are again looked up. What is not known stays
as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from proctor_desktop.gui.patterns import PATTERNS

CONTEXT = "Sentences"

_FIELD = re.compile(r"\\\{(\w+)\\\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z])")


@cache
def _patterns() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Each pattern with the expression that its sentences match; fields are as short as may be.

    Those that say the most of a sentence come first. Only ``parts`` may hold the semicolons between
    the parts of a list.
    """
    wordy = sorted(PATTERNS, key=lambda source: -len(_FIELD.sub("", re.escape(source))))
    return tuple((source, re.compile(_expression(source))) for source in wordy)


def _expression(source: str) -> str:
    fields = _FIELD.sub(r"(?P<\1>[^;]+?)", re.escape(source))
    return fields.replace("(?P<parts>[^;]+?)", "(?P<parts>.+)")


def said(text: str) -> str:
    """One or more sentences in the language of the window."""
    whole = QCoreApplication.translate(CONTEXT, text)
    if whole != text:
        return whole
    return " ".join(_sentence(each) for each in _BETWEEN_SENTENCES.split(text))


def _sentence(text: str) -> str:
    """One sentence, or a list of parts separated by semicolons."""
    found = _piece(text)
    if found is not None:
        return found
    parts = text.split("; ")
    return "; ".join(_piece(part) or part for part in parts) if len(parts) > 1 else text


def _piece(text: str) -> str | None:
    """What is known whole, or by a pattern; None of anything else."""
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text:
        return translated
    for source, expression in _patterns():
        match = expression.fullmatch(text)
        if match is not None:
            fields = {name: _sentence(value) for name, value in match.groupdict().items()}
            return QCoreApplication.translate(CONTEXT, source).format(**fields)
    return None

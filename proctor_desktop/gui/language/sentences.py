"""Sentences that other rooms write in English, in the language of the window.

Reports keep the words they were written with, and errors are raised in English. The window shows
both in its own language: a sentence is looked up whole, or found by a pattern whose fields are
again looked up. What is not known stays as it is.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from proctor_desktop.gui.language import error_patterns, patterns, storage_patterns
from proctor_desktop.gui.language.translation import local_sign

CONTEXT = "Sentences"
PATTERNS = (*patterns.PATTERNS, *error_patterns.PATTERNS, *storage_patterns.PATTERNS)

QUOTED = frozenset({"address", "exam", "file", "host", "path", "persons", "picture", "text"})
"""Fields that hold what somebody else named; they are shown as they are, whatever they look like.

A candidate's recording may be called ``A. Bert; gaze.mp4``.
"""

_OPEN = QUOTED | {"cause", "known", "parts"}
"""Fields that may hold ends of sentences, and semicolons between the parts of a list."""

_LONGEST = 2000
"""Characters of what is looked up in parts, so that no text can keep the window waiting."""

_FIELD = re.compile(r"\\\{(\w+)\\\}")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?( [-+x=] \d+(\.\d+)?)*( degrees| rad)?")
"""A number, or a sum of them with what it comes to."""
_BETWEEN_SENTENCES = re.compile(r"(?<=\.) ")


@cache
def _patterns() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """Each pattern with the expression that its sentences match; fields are as short as may be.

    Those that say the most of a sentence come first.
    """
    with_fields = (source for source in PATTERNS if "{" in source)
    wordy = sorted(with_fields, key=lambda source: -len(_FIELD.sub("", re.escape(source))))
    return tuple((source, re.compile(_expression(source), re.DOTALL)) for source in wordy)


def _expression(source: str) -> str:
    """What sentences of a pattern look like; part of a sentence never ends in a full stop."""
    expression = _FIELD.sub(_content, re.escape(source))
    return expression if source.endswith(".") else rf"{expression}(?<!\.)"


def _content(field: "re.Match[str]") -> str:
    content = "." if field[1] in _OPEN else r"(?!\. )[^;]"
    return f"(?P<{field[1]}>(?:{content})+?)"


def said(text: str) -> str:
    """One or more sentences in the language of the window."""
    whole = QCoreApplication.translate(CONTEXT, text)
    if whole != text or len(text) > _LONGEST:
        return whole
    pieces = _BETWEEN_SENTENCES.split(text)
    spoken = []
    while pieces:
        count, sentence = _first(pieces)
        spoken.append(sentence)
        pieces = pieces[count:]
    return " ".join(spoken)


def _first(pieces: list[str]) -> tuple[int, str]:
    """How many pieces the first sentence takes, and what is said for it.

    A name may hold a full stop, so a piece that is not known may begin a longer sentence that is.
    """
    for count in range(1, len(pieces) + 1):
        found = _sentence(" ".join(pieces[:count]))
        if found is not None:
            return count, found
    return 1, pieces[0]


def _sentence(text: str) -> str | None:
    """One sentence, or a list of parts separated by semicolons; None where nothing is known."""
    found = _piece(text)
    parts = text.split("; ")
    if found is not None or len(parts) == 1:
        return found
    spoken = [_piece(part) for part in parts]
    if not any(spoken):
        return None
    return "; ".join(new or part for new, part in zip(spoken, parts, strict=True))


def _piece(text: str) -> str | None:
    """What is known whole, or by a pattern; None of anything else."""
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text:
        return translated
    found = matched(text)
    if found is None:
        return None
    source, fields = found
    spoken = {
        name: value if name in QUOTED else _sentence(value) or _number(value)
        for name, value in fields.items()
    }
    return QCoreApplication.translate(CONTEXT, source).format(**spoken)


def _number(text: str) -> str:
    """Numbers with the decimal sign of the language; anything else stays as it is."""
    return local_sign(text) if _NUMBER.fullmatch(text) else text


def matched(text: str) -> tuple[str, dict[str, str]] | None:
    """The pattern that a sentence follows and what stands in its fields, None where there is none.

    Of several it is the one that says the most of the sentence.
    """
    for source, expression in _patterns():
        match = expression.fullmatch(text)
        if match is not None:
            return source, match.groupdict()
    return None

"""Letters of every script in the PDF: a font that has them, joined, and in the order of reading.

The report's own font holds Latin, Greek, Cyrillic, Armenian, Georgian, Arabic and Hebrew. Names in
other scripts take the fonts of ``resources/fonts``, which are only read when a letter needs them.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from proctor_desktop.paths import resource

_NOTO = (
    (0x0780, 0x07BF, "Thaana"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x1000, 0x109F, "Myanmar"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
)
_BEGINS = [first for first, _, _ in _NOTO]
_KOREAN, _EAST_ASIAN = "NanumGothicCoding", "DroidSansFallbackFull"
_HANGUL = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xAC00, 0xD7B0))
_UNCHANGED = {"Ethiopic", "Thaana"}
"""Scripts whose letters stand side by side as they are written."""

_RIGHT_TO_LEFT = {"R", "AL"}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that one font draws; ``is_shaped`` where neighbours change each other's form."""

    font: str
    letters: str
    is_shaped: bool = False


def marked(words: str, font: str) -> str:
    """Words as markup of a paragraph in ``font``: each run of other letters names its own."""
    return "".join(_markup(run, font) for run in runs(words, font))


def is_shaped(words: str, font: str) -> bool:
    """Whether letters of these words change with their neighbours.

    Not where some are read from the right: those are joined already, and would be turned again.
    """
    return not turns(words) and any(run.is_shaped for run in runs(words, font))


def runs(words: str, font: str) -> Iterator[Run]:
    """The letters in the order in which they are drawn, by font."""
    drawn = in_order(words)
    for script, letters in groupby(_scripts(drawn, font), key=lambda each: each[0]):
        text = "".join(letter for _, letter in letters)
        yield Run(script or font, text, script in _shaped_scripts())


def in_order(words: str) -> str:
    """The words as they stand on a line that is read from the left; Arabic letters joined."""
    if not turns(words):
        return words
    from arabic_reshaper import ArabicReshaper
    from bidi.algorithm import get_display

    # The report's font has the joined letters, and not the one sign for the word Allah.
    reshaper = ArabicReshaper({"ARABIC LIGATURE ALLAH": False})
    return str(get_display(reshaper.reshape(words), base_dir="L"))


def turns(words: str) -> bool:
    """Whether some of the words are written from right to left, and drawn in that order."""
    return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in words)


@cache
def _shaped_scripts() -> frozenset[str]:
    return frozenset(_name(script) for _, _, script in _NOTO if script not in _UNCHANGED)


def _name(script: str) -> str:
    return f"NotoSans{script}-Regular"


def _scripts(words: str, font: str) -> Iterator[tuple[str, str]]:
    """Each letter with the font that has it, "" for the paragraph's own."""
    before = ""
    for letter in words:
        is_between = letter.isspace() or unicodedata.category(letter) == "Cf"
        # Spaces and joiners belong to the word before them.
        name = before if before and is_between else _font_of(letter, font)
        if name is None:
            yield from (("", each) for each in f"[U+{ord(letter):04X}]")
        else:
            yield name, letter
        before = name or ""


def _font_of(letter: str, font: str) -> str | None:
    """ "" for the paragraph's own font, the name of another that has the letter, None for none."""
    if ord(letter) < 0x80 or _has(font, letter):
        return ""
    candidate = _other_font(ord(letter))
    return candidate if _is_registered(candidate) and _has(candidate, letter) else None


def _other_font(code: int) -> str:
    """The font of the script that a letter belongs to."""
    place = bisect_right(_BEGINS, code) - 1
    if place >= 0 and code <= _NOTO[place][1]:
        return _name(_NOTO[place][2])
    return _KOREAN if any(code in block for block in _HANGUL) else _EAST_ASIAN


def _has(font: str, letter: str) -> bool:
    return ord(letter) in _file_of(font).face.charToGlyph


def _is_registered(name: str) -> bool:
    """Whether a font can be used; it is read when it is first asked for."""
    if name in pdfmetrics.getRegisteredFontNames():
        return True
    try:
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/{name}.ttf"))))
    except (FileNotFoundError, TTFError):
        return False
    return True


def forget_shapes() -> None:
    """Read fonts anew whose joined letters were numbered in the order of earlier reports."""
    for name in _shaped_scripts():
        if name in pdfmetrics.getRegisteredFontNames():
            _file_of(name).unregister()


def _file_of(name: str) -> Any:
    """A font of a file; the library's types know only those without."""
    return pdfmetrics.getFont(name)


def _markup(run: Run, font: str) -> str:
    if run.font == font:
        return escape(run.letters)
    # The library joins the letters of one word with one font, so a tiny space parts two fonts.
    part = '<font size="1"> </font>' if run.is_shaped else ""
    return f'{part}<font name="{run.font}">{escape(run.letters)}</font>{part}'

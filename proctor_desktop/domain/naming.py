"""One form for names that look the same: of candidates and exams, in any script."""

import unicodedata

_DIRECTIONS = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Marks of writing direction, which come with what is copied and cannot be seen."""


def one_form(name: str) -> str:
    """The name composed (NFC), in letters of ordinary width and without marks of direction.

    An accent may be stored in its letter or behind it, and a keyboard may write wide digits. Other
    letters that are only alike stay different: they may be different candidates.
    """
    plain = "".join(map(_of_ordinary_width, name.translate(_DIRECTIONS)))
    return unicodedata.normalize("NFC", plain)


def _of_ordinary_width(letter: str) -> str:
    is_other = unicodedata.decomposition(letter).startswith(("<wide>", "<narrow>"))
    return unicodedata.normalize("NFKC", letter) if is_other else letter

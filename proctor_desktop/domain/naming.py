"""One form for names that look the same: of candidates and exams, in any script."""

import unicodedata

_DIRECTIONS = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Marks of writing direction, which come with what is copied and cannot be seen."""


_JOINERS = "\u200c\u200d"
"""Say whether two letters join: seen in Arabic and Indic scripts, nowhere else."""

_VIRAMA = 9
"""Combining class of the sign after which a joiner changes an Indic letter."""


def one_form(name: str) -> str:
    """The name composed (NFC), in letters of ordinary width and without marks that are not seen.

    An accent may be stored in its letter or behind it, and a keyboard may write wide digits. Other
    letters that are only alike stay different: they may be different candidates.
    """
    plain = "".join(map(_of_ordinary_width, name.translate(_DIRECTIONS)))
    plain = unicodedata.normalize("NFC", plain)
    seen = (letter for place, letter in enumerate(plain) if _is_seen(plain, place))
    return unicodedata.normalize("NFC", "".join(seen))


def is_printable(name: str) -> bool:
    """Whether a name in `one_form` can be printed: no control characters, line ends or the like."""
    return "".join(letter for letter in name if letter not in _JOINERS).isprintable()


def _is_seen(name: str, place: int) -> bool:
    """Whether a letter is to be seen: a joiner only where it changes the letter before it."""
    if name[place] not in _JOINERS:
        return True
    before = name[:place]
    if not before or place + 1 == len(name) or name[place + 1] in _JOINERS:
        return False
    if unicodedata.combining(before[-1]) == _VIRAMA:
        return True
    letters = [one for one in before if unicodedata.category(one) != "Mn"]
    return bool(letters) and unicodedata.bidirectional(letters[-1]) == "AL"


def _of_ordinary_width(letter: str) -> str:
    is_other = unicodedata.decomposition(letter).startswith(("<wide>", "<narrow>"))
    return unicodedata.normalize("NFKC", letter) if is_other else letter

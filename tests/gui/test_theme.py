"""Colours can be told from their ground, in both themes."""

import itertools

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.theme import GROUNDS, INKS, THEMES, contrast


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#777777", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_the_published_one(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("look", list(THEMES.values()), ids=lambda look: look.name)
def test_every_ink_can_be_read_on_every_ground(look: theme.Theme) -> None:
    pairs = itertools.product(INKS, GROUNDS)
    ratios = {pair: contrast(*(getattr(look, name) for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("look", list(THEMES.values()), ids=lambda look: look.name)
def test_text_on_the_accent_can_be_read(look: theme.Theme) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5


@pytest.mark.parametrize("look", list(THEMES.values()), ids=lambda look: look.name)
def test_borders_stand_out_from_their_ground(look: theme.Theme) -> None:
    assert min(contrast(look.border, look.window), contrast(look.border, look.surface)) >= 2.8


def test_applying_a_theme_colours_the_whole_application(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert theme.current() is theme.LIGHT
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == theme.LIGHT.text
    assert "@" not in qapp.styleSheet().split("*/", 1)[1], "a colour name was not replaced"

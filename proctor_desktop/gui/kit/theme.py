"""Colours, fonts and icons: two palettes of our own on the Fusion style.

`QStyleHints.setColorScheme` does nothing on plain X11, so every colour is set here. Text and every
colour that carries a meaning reach a contrast of 4.5 : 1 against all three grounds they stand on
(WCAG 2.2, success criterion 1.4.3); a test computes it.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from proctor_desktop import paths

if TYPE_CHECKING:
    from qtawesome.iconic_font import IconicFont

BASE_POINT_SIZE = 10


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours as ``#rrggbb``; ``window``, ``surface`` and ``raised`` are grounds."""

    name: str
    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    clean: str
    borderline: str
    suspicious: str
    high_risk: str
    gaze: str
    yaw: str
    pitch: str
    roll: str
    absence: str
    people: str
    technical: str

    def color(self, name: str, alpha: int = 255) -> QColor:
        """One of the colours, see-through where ``alpha`` is less than 255."""
        color = QColor(getattr(self, name))
        color.setAlpha(alpha)
        return color


DARK = Theme(
    name="dark", window="#14171c", surface="#1c2026", raised="#272c35", border="#687384",
    text="#e9ecf1", muted="#adb6c3", accent="#78aefc", on_accent="#0b1220",
    clean="#62d49c", borderline="#f0c84e", suspicious="#ffa15c", high_risk="#ff8089",
    gaze="#6cc5fb", yaw="#ffb566", pitch="#c9a6ff", roll="#7cdcc2",
    absence="#ff9eb5", people="#f3d36b", technical="#a7b0bd",
)  # fmt: skip

LIGHT = Theme(
    name="light", window="#f2f4f7", surface="#ffffff", raised="#e6eaf0", border="#7d8896",
    text="#181d25", muted="#485361", accent="#1a56b4", on_accent="#ffffff",
    clean="#17613c", borderline="#6b4e00", suspicious="#8f3d06", high_risk="#a81b2a",
    gaze="#0a5796", yaw="#874400", pitch="#6236ab", roll="#0c5f4d",
    absence="#a01c55", people="#665000", technical="#505b69",
)  # fmt: skip

THEMES = {theme.name: theme for theme in (DARK, LIGHT)}
GROUNDS = ("window", "surface", "raised")
INKS = tuple(
    field.name
    for field in fields(Theme)
    if field.name not in {"name", "border", "on_accent", *GROUNDS}
)


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb`` as WCAG 2.2 defines it, 0 black to 1 white."""
    channels = []
    for start in (1, 3, 5):
        share = int(color[start : start + 2], 16) / 255
        channels.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    red, green, blue = channels
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def current() -> Theme:
    """The theme that the application shows."""
    application = QApplication.instance()
    name = application.property("theme") if application is not None else None
    return THEMES.get(str(name), DARK)


def chosen(name: str) -> str:
    """``dark`` or ``light``; ``system`` is what the desktop says, dark where it says nothing."""
    if name != "system":
        return name
    scheme = QApplication.styleHints().colorScheme()
    return "light" if scheme == Qt.ColorScheme.Light else "dark"


def apply(application: QApplication, name: str) -> Theme:
    """Show the whole application in a theme."""
    theme = THEMES[name]
    application.setProperty("theme", name)
    application.setStyle("Fusion")
    application.setPalette(_palette(theme))
    font = QFont(application.font())
    font.setPointSizeF(BASE_POINT_SIZE)
    application.setFont(font)
    application.setStyleSheet(_style_sheet(theme))
    return theme


def icon(name: str, color: str = "text") -> QIcon:
    """A qtawesome icon in a colour of the current theme; greyed where it is disabled."""
    theme = current()
    return _letters().icon(
        name,
        color=getattr(theme, color),
        color_active=getattr(theme, color),
        color_disabled=theme.border,
        color_on=theme.accent,
        color_selected=theme.on_accent,
    )


@cache
def _letters() -> "IconicFont":
    """The one font that icons are taken from, Material Design; qtawesome would load all eleven."""
    import qtawesome  # only now, for it takes a while
    from qtawesome.iconic_font import IconicFont

    folder = Path(qtawesome.__file__).with_name("fonts")
    letters, names = (
        next(folder.glob(f"materialdesignicons6-webfont-*.{suffix}")).name
        for suffix in ("ttf", "json")
    )
    return IconicFont(("mdi6", letters, names))


ICON_NAME, ICON_COLOR = "icon_name", "icon_color"


def set_icon(target: QAbstractButton | QAction, name: str, color: str = "text") -> None:
    """Give a button or action an icon that `refresh_icons` finds again after a change of theme."""
    target.setProperty(ICON_NAME, name)
    target.setProperty(ICON_COLOR, color)
    target.setIcon(icon(name, color))


def refresh_icons(root: QWidget) -> None:
    """Draw every icon below ``root`` in the colours of the current theme."""
    targets: list[QAbstractButton | QAction] = [
        *root.findChildren(QAbstractButton),
        *root.findChildren(QAction),
    ]
    for target in targets:
        name = target.property(ICON_NAME)
        if name:
            target.setIcon(icon(str(name), str(target.property(ICON_COLOR))))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.surface,
        role.AlternateBase: theme.raised, role.Text: theme.text, role.Button: theme.raised,
        role.ButtonText: theme.text, role.BrightText: theme.high_risk, role.Link: theme.accent,
        role.Highlight: theme.accent, role.HighlightedText: theme.on_accent,
        role.ToolTipBase: theme.raised, role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted, role.Light: theme.raised, role.Midlight: theme.raised,
        role.Mid: theme.border, role.Dark: theme.border, role.Shadow: theme.window,
        role.LinkVisited: theme.accent, role.Accent: theme.accent,
    }  # fmt: skip
    for which, color in colors.items():
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.raised))
    return palette


def _style_sheet(theme: Theme) -> str:
    template = paths.resource("styles/window.qss").read_text(encoding="utf-8")
    tick = paths.resource(f"icons/check_{theme.name}.svg")
    template = template.replace("@check@", tick.as_posix())
    for field in fields(Theme):
        template = template.replace(f"@{field.name}@", getattr(theme, field.name))
    return template

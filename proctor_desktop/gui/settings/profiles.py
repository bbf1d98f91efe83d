"""The accommodations that can be chosen for a recording, and what each changes."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.gui.kit.elements import Card, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.gui.settings.options import Option
from proctor_desktop.gui.settings.values import value_words


def profiles_card(options: Mapping[str, Option], parent: QWidget | None = None) -> Card:
    """Each accommodation with its reason and changes; ``options`` are all settings by name."""
    card = Card(translate("Settings", "Accommodations"), parent)
    hint = translate(
        "Settings",
        "Chosen for a recording on the Analysis page. The report names the profile and gives "
        "the risk with and without it.",
    )
    card.body.addWidget(label(hint, "muted"))
    for profile in PROFILES.values():
        card.body.addWidget(label(said(profile.title), "heading"))
        card.body.addWidget(label(said(profile.reason)))
        lines = [_change(options, name, value) for name, value in profile.changes.items()]
        card.body.addWidget(label("\n".join(lines), "muted"))
    card.body.addStretch()
    return card


def _change(options: Mapping[str, Option], name: str, value: object) -> str:
    option = options.get(f"analysis.{name}")
    if option is None:
        return f"{name}: {value}"
    return f"{said(option.title)}: {value_words(option, value)}"

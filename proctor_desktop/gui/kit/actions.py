"""What a person can do with a key, as values: menus, buttons and the help page come from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from proctor_desktop.gui.kit import theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do.

    Attributes:
        id: stable name, under which a person's own shortcut is kept.
        section: heading in the help page.
        title: what it does, in the user's language.
        keys: portable key sequences; the first one is shown on buttons.
        run: does it; called with the object that the action was bound to.
        icon: qtawesome name, empty for none.
    """

    id: str
    section: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[Any], object]
    icon: str = ""


class SpecBuilder(Protocol):
    """Makes specs that share their section."""

    def __call__(
        self, name: str, title: str, *keys: str, run: Callable[[Any], object], icon: str = ""
    ) -> ActionSpec: ...


def specs(section: str) -> SpecBuilder:
    """Builder of specs that share their section."""

    def spec(
        name: str, title: str, *keys: str, run: Callable[[Any], object], icon: str = ""
    ) -> ActionSpec:
        return ActionSpec(name, section, title, keys, run, icon)

    return spec


class Action(QAction):
    """An action of its parent widget; a slot of its own, since a closure would keep both alive."""

    def __init__(self, spec: ActionSpec, owner: QWidget, target: object) -> None:
        super().__init__(spec.title, owner)
        self._run, self._target = spec.run, target
        self.triggered.connect(self._act)

    @Slot()
    def _act(self) -> None:
        self._run(self.parent() if self._target is None else self._target)


def bind(
    owner: QWidget,
    wanted: Iterable[ActionSpec],
    own_keys: Mapping[str, str] | None = None,
    within: Sequence[QWidget] | None = None,
    target: object = None,
) -> dict[str, QAction]:
    """Actions of ``owner`` by id, which run on ``target``, or on ``owner`` itself.

    Their keys are in force while one of the widgets ``within``, or something inside it, has the
    focus; without these everywhere in the window. ``own_keys`` replaces the first key of an action
    by the one a person chose.
    """
    bound: dict[str, QAction] = {}
    for spec in wanted:
        action = bound[spec.id] = Action(spec, owner, target)
        _give_keys(action, spec, own_keys or {})
        if within is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for widget in within or (owner,):
            widget.addAction(action)
    return bound


def _give_keys(action: QAction, spec: ActionSpec, own_keys: Mapping[str, str]) -> None:
    keys = (own_keys.get(spec.id, spec.keys[0]), *spec.keys[1:])
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setToolTip(f"{spec.title} ({key_text(keys[0])})")
    if spec.icon:
        theme.set_icon(action, spec.icon)


def key_text(keys: str) -> str:
    """A key sequence as the desktop writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

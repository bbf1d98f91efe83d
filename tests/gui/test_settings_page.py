"""The settings page offers every option with its bounds, and writes what was changed."""

from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Gt, Le, MultipleOf
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot
from typing_extensions import Doc

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.settings.option_field import OptionField
from proctor_desktop.gui.settings.options import groups, option
from proctor_desktop.gui.settings.page import SettingsPage
from proctor_desktop.gui.shell.check import CheckDialog
from proctor_desktop.gui.shell.checks import CheckResult, checks, run_check
from proctor_desktop.settings import Settings, load
from tests.gui.analysing import page_of
from tests.gui.conftest import Workstation


@pytest.fixture
def page(workstation: Workstation) -> SettingsPage:
    workstation.window.show_page("settings")
    made = workstation.window.page("settings")
    assert isinstance(made, SettingsPage)
    return made


def leaves(owner: Any, prefix: str) -> list[str]:
    """Dotted names below a dataclass."""
    found = []
    for entry in fields(owner):
        value = getattr(owner, entry.name)
        name = f"{prefix}.{entry.name}"
        found += leaves(value, name) if is_dataclass(value) else [name]
    return found


def test_no_setting_is_left_out() -> None:
    settings = load()
    wanted = []
    for name in Settings.model_fields:
        value = getattr(settings, name)
        wanted += leaves(value, name) if is_dataclass(value) else [name]
    offered = [each.name for group in groups(settings) for each in group.options]
    assert sorted(offered) == sorted(wanted)
    assert len(wanted) > 80


def test_every_setting_says_what_it_does() -> None:
    silent = [
        each.name for group in groups(load()) for each in group.options if len(each.sentence) < 10
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("hint", "value", "kind", "low", "high"),
    [
        (Annotated[int, Ge(2), Le(9), Doc("x")], 3, QSpinBox, 2, 9),
        (Annotated[int, Gt(2), Le(9), Doc("x")], 3, QSpinBox, 3, 9),
        (Annotated[float, Ge(0.5), Le(2), Doc("x")], 1.0, QDoubleSpinBox, 0.5, 2),
        (Annotated[float, Gt(0), Le(2), Doc("x")], 1.0, QDoubleSpinBox, 0.01, 2),
    ],
)
def test_bounds_of_the_declaration_are_those_of_the_editor(
    hint: Any, value: Any, kind: type, low: float, high: float, qtbot: QtBot
) -> None:
    field = OptionField(option("room.name", hint, value))
    qtbot.addWidget(field)
    editor = field.editor
    assert isinstance(editor, kind)
    assert editor.minimum() == pytest.approx(low)
    assert editor.maximum() == pytest.approx(high)
    assert field.value() == value
    assert not field.is_changed()


def test_choices_switches_and_steps_get_fitting_editors(qtbot: QtBot) -> None:
    choice = OptionField(option("a", Annotated[Literal["x", "y"], Doc("x")], "y"))
    switch = OptionField(option("b", Annotated[bool, Doc("x")], True))
    turn = OptionField(option("c", Annotated[int, Ge(0), Le(360), MultipleOf(90)], 90))
    for field in (choice, switch, turn):
        qtbot.addWidget(field)
    assert isinstance(choice.editor, QComboBox)
    assert choice.value() == "y"
    assert isinstance(switch.editor, QCheckBox)
    assert turn.editor.singleStep() == 90


def test_a_changed_value_is_saved_and_used_for_the_next_analysis(
    page: SettingsPage, workstation: Workstation
) -> None:
    assert not page._save.isEnabled()
    page.field("analysis.detection.gaze_min_sec").editor.setValue(2.5)
    assert page._save.isEnabled()
    page.save()
    assert load().analysis.detection.gaze_min_sec == 2.5
    assert page_of(workstation.window).presenter.options.detection.gaze_min_sec == 2.5
    assert not page._save.isEnabled()
    assert not page.field("analysis.detection.gaze_min_sec").is_changed()


def test_discarding_puts_everything_back(page: SettingsPage) -> None:
    page.field("analysis.sampling.target_fps").editor.setValue(5)
    page._discard.click()
    assert page.field("analysis.sampling.target_fps").value() == 12
    assert not page._save.isEnabled()


def test_the_theme_changes_at_once(page: SettingsPage) -> None:
    other = "light" if theme.current().name == "dark" else "dark"
    page.field("window.theme").editor.setCurrentText(other)
    page.save()
    assert theme.current().name == other


def test_a_refused_value_is_explained_and_changes_nothing(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[BaseException] = []
    page.trouble.disconnect()
    page.trouble.connect(errors.append)
    page.field("analysis.sampling.target_fps").editor.setMaximum(500)
    page.field("analysis.sampling.target_fps").editor.setValue(400)
    page.save()
    assert "target_fps" in str(errors[0])
    assert load().analysis.sampling.target_fps == 12


def test_own_keys_and_name_are_kept(page: SettingsPage, workstation: Workstation) -> None:
    page._keys["confirm"].setKeySequence(QKeySequence("X"))
    page._reviewer.setText("Ada")
    page._refresh()
    page.save()
    assert workstation.preferences.keys == {"confirm": "X"}
    assert workstation.preferences.reviewer == "Ada"


def test_the_connection_is_tried_with_what_is_written(page: SettingsPage, qtbot: QtBot) -> None:
    page.test_connection()
    assert "stay on this workstation" in page._test_answer.text()
    page.field("mysql_host").editor.setText("127.0.0.1")
    page.field("mysql_port").editor.setValue(1)
    page.test_connection()
    qtbot.waitUntil(lambda: "127.0.0.1" in page._test_answer.text())


def test_checks_of_the_workstation_end_in_sentences(workstation: Workstation) -> None:
    quick = checks(workstation.services, workstation.settings)[:3]
    results = [run_check(check) for check in quick]
    assert [result.is_good for result in results[:2]] == [True, True]
    assert all(len(result.sentence) > 10 for result in results)


def test_a_check_that_breaks_is_a_bad_result_and_not_the_end(
    workstation: Workstation, qtbot: QtBot
) -> None:
    def broken() -> CheckResult:
        raise PermissionError("no access to the folder")

    made = [("Folder", broken), ("Camera", lambda: CheckResult("Camera", None, "none found"))]
    dialog = CheckDialog(made, workstation.window._compute)
    qtbot.addWidget(dialog)
    dialog.start()
    qtbot.waitUntil(lambda: len(dialog.results) == 2)
    assert [result.is_good for result in dialog.results] == [False, None]
    assert dialog._rows[0][0].accessibleName() == "needs attention"

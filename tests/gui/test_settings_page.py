"""The settings page offers every option with its bounds, and writes what was changed."""

import json
import math
from dataclasses import fields, is_dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Gt, Le, MultipleOf
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot
from typing_extensions import Doc

from proctor_desktop.gui.kit import theme
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.settings.changes import ChangeList
from proctor_desktop.gui.settings.option_field import OptionField
from proctor_desktop.gui.settings.options import groups, option
from proctor_desktop.gui.settings.page import SettingsPage
from proctor_desktop.gui.shell.check import CheckDialog
from proctor_desktop.gui.shell.checks import CheckResult, checks, run_check
from proctor_desktop.settings import Settings, load
from tests.gui.analysing import page_of
from tests.gui.conftest import Workstation
from tests.gui.looking import texts
from tests.gui.wheel import turn


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


def press(page: SettingsPage, name: str) -> None:
    """Press a button of the page with the mouse."""
    QTest.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def can_save(page: SettingsPage) -> bool:
    return page.findChild(QPushButton, "save").isEnabled()


def told(page: SettingsPage) -> list[str]:
    """The changes that are listed above Save."""
    listed = page.findChild(ChangeList)
    if listed.isHidden():
        return []
    return [each.text() for each in listed.findChildren(QLabel)]


def test_a_changed_value_is_saved_and_used_for_the_next_analysis(
    page: SettingsPage, workstation: Workstation, qtbot: QtBot
) -> None:
    assert not can_save(page)
    page.field("analysis.detection.gaze_min_sec").set_value(2.5)
    assert can_save(page)
    with qtbot.waitSignal(page.saved):
        press(page, "save")
    assert load().analysis.detection.gaze_min_sec == 2.5
    assert page_of(workstation.window).presenter.options.detection.gaze_min_sec == 2.5
    assert not can_save(page)
    assert not page.field("analysis.detection.gaze_min_sec").is_changed()


def test_changes_are_listed_before_they_are_saved_and_taken_back_one_by_one(
    page: SettingsPage,
) -> None:
    page.field("analysis.detection.gaze_min_sec").set_value(2.5)
    page.field("keep.bin_days").set_value(60)
    assert told(page) == [
        "Gaze aside: shortest: 0.6\N{NO-BREAK SPACE}s becomes 2.5\N{NO-BREAK SPACE}s",
        "Deleted reports stay in the bin: 30\N{NO-BREAK SPACE}d becomes 60\N{NO-BREAK SPACE}d",
    ]
    listed = page.findChild(ChangeList)
    back = next(each for each in listed.findChildren(QPushButton) if "bin" in each.accessibleName())
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert len(told(page)) == 1
    assert told(page)[0].startswith("Gaze aside: shortest: ")
    assert page.field("keep.bin_days").value() == 30
    press(page, "discard")
    assert told(page) == []


def test_only_what_was_changed_is_stored(page: SettingsPage, tmp_path: Path) -> None:
    page.field("keep.bin_days").set_value(60)
    press(page, "save")
    stored = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert stored == {"keep": {"bin_days": 60}}


def shown_reset(page: SettingsPage, name: str) -> QPushButton | None:
    found = [each for each in page.field(name).findChildren(QPushButton) if not each.isHidden()]
    return found[0] if found else None


def test_what_differs_from_what_was_delivered_is_marked_and_reset(page: SettingsPage) -> None:
    assert shown_reset(page, "keep.bin_days") is None
    page.field("keep.bin_days").set_value(60)
    press(page, "save")
    page.show_group("keep")
    marks = [each.text() for each in page.field("keep.bin_days").findChildren(QLabel)]
    assert "Changed; the program comes with: 30\N{NO-BREAK SPACE}d." in marks
    reset = shown_reset(page, "keep.bin_days")
    assert reset is not None
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert page.field("keep.bin_days").value() == 30
    press(page, "save")
    assert shown_reset(page, "keep.bin_days") is None
    assert load().keep.bin_days == 30


def test_angles_are_shown_and_edited_in_degrees_whatever_they_are_kept_in(
    page: SettingsPage,
) -> None:
    field = page.field("analysis.calibration.eye_floor")
    editor = field.editor
    assert isinstance(editor, QDoubleSpinBox)
    assert (editor.text(), field.value()) == ("20.05\N{DEGREE SIGN}", 0.35)
    assert any("0\N{DEGREE SIGN} to 91.67\N{DEGREE SIGN}" in text for text in words_of(field))
    editor.setValue(24)
    assert told(page) == ["Gaze threshold at least: 20.05\N{DEGREE SIGN} becomes 24\N{DEGREE SIGN}"]
    press(page, "save")
    assert load().analysis.calibration.eye_floor == pytest.approx(math.radians(24))


def test_what_an_editor_rounds_is_no_change(page: SettingsPage) -> None:
    field = page.field("analysis.calibration.eye_cap")
    field.set_value(1.0)
    field.reset()
    assert field.value() == 1.4
    assert not field.is_changed()
    field.set_value(1.0)
    press(page, "save")
    page.field("analysis.calibration.eye_cap").reset()
    press(page, "save")
    assert load().analysis.calibration.eye_cap == 1.4, "to the last digit"


def words_of(field: OptionField) -> list[str]:
    return [each.text() for each in field.findChildren(QLabel)]


def test_every_number_of_a_measure_says_its_unit(page: SettingsPage) -> None:
    named = {
        "analysis.calibration.yaw_floor": "15.00\N{DEGREE SIGN}",
        "analysis.detection.head_min_sec": "0.600\N{NO-BREAK SPACE}s",
        "keep.min_free_mb": "500\N{NO-BREAK SPACE}MB",
        "analysis.sampling.max_frame_dimension": "1280\N{NO-BREAK SPACE}px",
    }
    for name, text in named.items():
        editor = page.field(name).editor
        assert isinstance(editor, (QSpinBox, QDoubleSpinBox))
        assert editor.text() == (text if name != "keep.min_free_mb" else "0\N{NO-BREAK SPACE}MB")
    titles = [each.title for group in groups(load()) for each in group.options]
    assert not any("rad)" in title or "(s)" in title for title in titles)


def test_a_setting_is_found_by_its_words(page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "bin days")
    assert page.field("keep.bin_days").isVisible()
    assert page.field("keep.min_free_mb").isHidden()
    groups_shown = page.findChild(QListWidget)
    visible = [
        groups_shown.item(row).text()
        for row in range(groups_shown.count())
        if not groups_shown.item(row).isHidden()
    ]
    assert visible == ["Keeping"]
    page.search.clear()
    assert not page.field("keep.min_free_mb").isHidden()


def test_no_setting_has_a_name_that_only_engineers_read(page: SettingsPage) -> None:
    titles = {each.title for group in groups(load()) for each in group.options}
    strange = {"App env", "Lease (s)", "Vertical by lids", "Maximum (h)", "Worst share"}
    assert titles & strange == set()
    words = [each.text() for each in page.findChildren(QLabel)]
    assert not any("e+0" in text or "calibration.needs_gaze" in text for text in words)
    language = page.field("window.language").editor
    assert [language.itemText(row) for row in range(language.count())] == [
        "as the system",
        "English",
        "German",
    ]


def test_discarding_puts_everything_back(page: SettingsPage) -> None:
    page.field("analysis.sampling.target_fps").set_value(5)
    press(page, "discard")
    assert page.field("analysis.sampling.target_fps").value() == 12
    assert not can_save(page)


def test_the_theme_changes_at_once(page: SettingsPage) -> None:
    other = "light" if theme.current().name == "dark" else "dark"
    page.field("window.theme").set_value(other)
    press(page, "save")
    assert theme.current().name == other


def test_a_refused_value_is_explained_and_changes_nothing(page: SettingsPage) -> None:
    errors: list[BaseException] = []
    page.trouble.disconnect()
    page.trouble.connect(errors.append)
    editor = page.field("analysis.sampling.target_fps").editor
    editor.setMaximum(500)
    editor.setValue(400)
    press(page, "save")
    assert "target_fps" in str(errors[0])
    assert load().analysis.sampling.target_fps == 12


def test_own_keys_and_name_are_kept(page: SettingsPage, workstation: Workstation) -> None:
    page.keys.editor("confirm").setKeySequence(QKeySequence("X"))
    page.person.reviewer.selectAll()
    QTest.keyClicks(page.person.reviewer, "Ada")
    assert told(page)[0] == "Your name: Ada Reviewer becomes Ada"
    press(page, "save")
    assert workstation.preferences.keys == {"confirm": "X"}
    assert workstation.preferences.reviewer == "Ada"


def test_the_connection_is_tried_with_what_is_written(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_group("mysql")
    answer = page.findChild(QLabel, "server_answer")
    press(page, "test_server")
    assert "stay on this workstation" in answer.text()
    page.field("mysql_host").set_value("127.0.0.1")
    page.field("mysql_port").set_value(1)
    press(page, "test_server")
    qtbot.waitUntil(lambda: "127.0.0.1" in answer.text())


def test_the_wheel_changes_no_setting_that_has_no_focus(page: SettingsPage) -> None:
    field = page.field("analysis.sampling.target_fps")
    page.show_group("analysis.sampling")
    before = field.value()
    turn(field.editor)
    assert field.value() == before
    assert page.changes == []


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
    background = Background("check")
    dialog = CheckDialog(made, background)
    qtbot.addWidget(dialog)
    dialog.start()
    qtbot.waitUntil(lambda: len(dialog.results) == 2)
    assert [result.is_good for result in dialog.results] == [False, None]
    assert "needs attention" in [each.accessibleName() for each in dialog.findChildren(QLabel)]
    background.close()


def test_the_check_ends_with_what_to_do_next(qtbot: QtBot) -> None:
    results = [True, False]
    made = [("Folder", lambda: CheckResult("Folder", results.pop(0), "checked"))]
    background = Background("check")
    dialog = CheckDialog(made, background)
    qtbot.addWidget(dialog)
    dialog.show()
    choose = next(
        each for each in dialog.findChildren(QPushButton) if each.text() == "Choose recordings..."
    )
    assert choose.isHidden()
    dialog.start()
    qtbot.waitUntil(choose.isVisible)
    assert any(text.startswith("Ready. Choose recordings") for text in texts(dialog))
    dialog.start()
    qtbot.waitUntil(lambda: "See to what needs attention, then check again." in texts(dialog))
    with qtbot.waitSignal(dialog.videos_wanted):
        QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    background.close()


def test_the_days_of_the_bin_are_in_force_at_once(
    page: SettingsPage, workstation: Workstation, qtbot: QtBot
) -> None:
    services = workstation.services
    report_id = services.reports.page(limit=1).rows[0].report_id
    services.reports.delete(report_id, reason="a mistake", actor="Ada")
    (before,) = services.bin.entries()
    page.field("keep.bin_days").set_value(60)
    press(page, "save")
    (after,) = services.bin.entries()
    assert after.erased_at - before.erased_at == timedelta(days=30)

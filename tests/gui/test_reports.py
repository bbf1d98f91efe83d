"""The page of reports: found, opened, judged, exported, deleted and restored, by hand and keys."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from proctor_desktop import bootstrap
from proctor_desktop.domain.review import RecordingVerdict, Verdict
from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.question import Question
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.reports.filters import NO_VERDICT, TOO_LITTLE, Span, Wanted, first_day
from proctor_desktop.gui.reports.listing import ReportModel
from proctor_desktop.gui.reports.page import ReportsPage
from proctor_desktop.gui.reports.reassign import ReassignDialog
from proctor_desktop.settings import load
from tests.gui.test_tables import a_summary
from tests.storage.samples import a_report

NOW = datetime.now(timezone.utc)
STUDENTS = ("Ada", "Bert", "Cleo", "Dora")


class Archive:
    """Four kept reports of two exams, and the page that lists them."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.services = bootstrap.build(load(folder=folder), is_service=False)
        for number, student in enumerate(STUDENTS):
            made = NOW - timedelta(minutes=number, days=20 * (number // 2))
            exam = ("MATH", "LAW")[number % 2]
            report = a_report(
                student_id=student, exam_id=exam, created_at=made, incidents=number + 1
            )
            self.services.reports.keep(report, actor="test")
        self.preferences = Preferences(folder)
        self.preferences.reviewer = "Ida"
        self.database, self.files = Background("database"), Background("files")
        self.failures: list[BaseException] = []
        self.database.failed.connect(self.failures.append)
        self.files.failed.connect(self.failures.append)
        self.page = ReportsPage(self.services, self.preferences, self.database, self.files)
        self.opened: list[str] = []
        self.page.review_wanted.connect(self.opened.append)
        self.page.resize(1160, 640)
        qtbot.addWidget(self.page)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.shown()
        qtbot.waitUntil(lambda: len(self.page.model.everything) == len(STUDENTS))

    def close(self) -> None:
        self.page.close_page()
        self.database.close()
        self.files.close()
        self.services.close()
        assert self.failures == []

    def shown(self) -> list[str]:
        """Candidates as the table shows them."""
        model = self.page.model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def cell(self, candidate: str, heading: str) -> str:
        """What the table shows about a candidate under a heading."""
        model = self.page.model
        titles = [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(model.columnCount())
        ]
        return model.index(self.shown().index(candidate), titles.index(heading)).data()

    def chosen(self) -> list[str]:
        return [row.student_id for row in self.page.chosen]

    def choose(self, *candidates: str) -> None:
        table = self.page.table
        table.clearSelection()
        for candidate in candidates:
            index = self.page.model.index(self.shown().index(candidate), 0)
            table.selectionModel().select(
                index,
                table.selectionModel().SelectionFlag.Select
                | table.selectionModel().SelectionFlag.Rows,
            )

    def id_of(self, candidate: str) -> str:
        return next(row.report_id for row in self.page.model.rows if row.student_id == candidate)


@pytest.fixture
def archive(tmp_path: Path, qtbot: QtBot) -> Iterator[Archive]:
    made = Archive(tmp_path / "archive", qtbot)
    yield made
    made.close()


def press(qtbot: QtBot, key: Qt.Key, times: int = 1) -> None:
    """Press a key wherever the focus is."""
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def button(root: QWidget, text: str) -> QPushButton:
    return next(each for each in root.findChildren(QPushButton) if each.text() == text)


def answer(qtbot: QtBot, parent: QWidget, reason: str) -> None:
    """Give the reason that a dialog asks for."""
    qtbot.waitUntil(lambda: bool(parent.findChildren(Question)))
    question = parent.findChildren(Question)[-1]
    qtbot.keyClicks(question.line, reason)
    qtbot.keyClick(question.line, Qt.Key.Key_Return)


def test_the_first_report_is_chosen_and_return_opens_it(archive: Archive, qtbot: QtBot) -> None:
    assert archive.shown() == list(STUDENTS)
    assert archive.chosen() == ["Ada"]
    press(qtbot, Qt.Key.Key_Down)
    assert archive.chosen() == ["Bert"]
    press(qtbot, Qt.Key.Key_Return)
    assert archive.opened == [archive.id_of("Bert")]


@pytest.mark.parametrize("way", ["Ctrl+F", "/"])
def test_a_hit_is_found_and_opened_without_the_mouse(
    archive: Archive, qtbot: QtBot, way: str
) -> None:
    if way == "/":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Slash)
    else:
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
        )
    assert QApplication.focusWidget() is archive.page.filters.search
    qtbot.keyClicks(archive.page.filters.search, "dora")
    press(qtbot, Qt.Key.Key_Return)
    assert archive.shown() == archive.chosen() == ["Dora"]
    assert archive.opened == [archive.id_of("Dora")]


def test_down_leads_from_the_search_to_the_chosen_hit(archive: Archive, qtbot: QtBot) -> None:
    search = archive.page.filters.search
    search.setFocus()
    qtbot.keyClicks(search, "math")
    qtbot.waitUntil(lambda: archive.shown() == ["Ada", "Cleo"])
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is archive.page.table
    assert archive.chosen() == ["Ada"]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert archive.opened == [archive.id_of("Cleo")]


def test_exam_day_and_verdict_are_filtered_and_an_empty_list_says_why(
    archive: Archive, qtbot: QtBot
) -> None:
    filters = archive.page.filters
    filters.exam.setCurrentText("LAW")
    assert archive.shown() == ["Bert", "Dora"]
    filters.day.setCurrentText("last 7 days")
    assert archive.shown() == ["Bert"]
    filters.verdict.setCurrentText("passed on")
    assert archive.shown() == []
    assert "No report fits the search and the filters." in [
        each.text() for each in archive.page.findChildren(QLabel) if each.isVisible()
    ]
    qtbot.mouseClick(button(archive.page, "Clear the filters"), Qt.MouseButton.LeftButton)
    assert archive.shown() == list(STUDENTS)
    assert "Shown 4 of 4; to review: 4, incidents to decide: 10" in filters.counters.text()


def test_every_filter_of_a_report_is_honest() -> None:
    row = a_summary(1)
    assert Wanted().passes(row)
    assert Wanted(words=("stu1", "seat")).passes(row)
    assert not Wanted(words=("stu1", "nobody")).passes(row)
    assert not Wanted(exam="LAW").passes(row)
    assert not Wanted(risk="CLEAN").passes(row)
    assert not Wanted(risk=TOO_LITTLE).passes(row)
    little = replace(row, is_little=True)
    assert Wanted(risk=TOO_LITTLE).passes(little)
    assert not Wanted(risk=row.risk_classification).passes(little)
    assert Wanted(verdict=NO_VERDICT).passes(row)
    assert not Wanted(verdict=RecordingVerdict.TALK.value).passes(row)
    assert Wanted(since=date(2026, 3, 1)).passes(row)
    assert not Wanted(since=date(2026, 3, 9)).passes(row)
    assert first_day(Span.WEEK, lambda: date(2026, 3, 10)) == date(2026, 3, 4)
    assert first_day(Span.TODAY, lambda: date(2026, 3, 10)) == date(2026, 3, 10)
    assert first_day(None) is None


def test_the_list_says_no_class_where_too_little_was_measured() -> None:
    model = ReportModel()
    model.set_rows([replace(a_summary(1), is_little=True)])
    shown = model.index(0, 2).data()
    assert shown.startswith("Too little to say")


def test_the_list_says_what_the_review_came_to(archive: Archive, qtbot: QtBot) -> None:
    assert archive.cell("Cleo", "Review") == "3 to decide"
    assert archive.cell("Cleo", "Reviewed risk") == ""
    reviews, report_id = archive.services.reviews, archive.id_of("Cleo")
    reviews.decide(report_id, "I001", Verdict.CONFIRM, reason="", reviewer="Ida")
    reviews.decide(report_id, "I002", Verdict.DISMISS, reason="Reads.", reviewer="Ida")
    archive.page.refresh()
    qtbot.waitUntil(lambda: "confirmed" in archive.cell("Cleo", "Review"))
    assert archive.cell("Cleo", "Review") == "1 confirmed, 1 dismissed, 1 to decide"
    assert archive.cell("Cleo", "Measured risk") == "Suspicious 0.52"
    assert archive.cell("Cleo", "Reviewed risk").split()[-1].startswith("0.")
    assert archive.cell("Cleo", "Reviewed risk") != archive.cell("Cleo", "Measured risk")


def verdict_action(archive: Archive, title: str) -> Callable[[], None]:
    actions = archive.page.deeds.verdicts.actions()
    return next(each.trigger for each in actions if each.text() == title)


def test_several_recordings_get_their_verdict_at_once_and_it_can_be_taken_back(
    archive: Archive, qtbot: QtBot
) -> None:
    archive.choose("Ada", "Cleo")
    verdict_action(archive, "talk to the candidate")()
    qtbot.waitUntil(lambda: archive.cell("Ada", "Verdict") == "talk to the candidate")
    assert archive.cell("Cleo", "Verdict") == "talk to the candidate"
    assert archive.cell("Bert", "Verdict") == ""
    qtbot.waitUntil(lambda: button(archive.page, "Undo").isVisible())
    qtbot.mouseClick(button(archive.page, "Undo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: archive.cell("Ada", "Verdict") == "")
    archive.page.filters.verdict.setCurrentText("no verdict yet")
    assert archive.shown() == list(STUDENTS)


def test_deletion_asks_why_goes_to_the_bin_and_comes_back(archive: Archive, qtbot: QtBot) -> None:
    archive.choose("Bert", "Dora")
    archive.page.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    question = archive.page.findChildren(Question)[-1]
    qtbot.keyClick(question.line, Qt.Key.Key_Return)
    assert question.isVisible(), "nothing is deleted without a reason"
    answer(qtbot, archive.page, "Wrong room")
    qtbot.waitUntil(lambda: archive.shown() == ["Ada", "Cleo"])
    assert archive.chosen() == ["Ada"]
    qtbot.waitUntil(lambda: archive.page.deeds.bin.text() == "Bin (2)")
    qtbot.mouseClick(archive.page.deeds.bin, Qt.MouseButton.LeftButton)
    bin_model = archive.page.bin.model
    cells = {bin_model.index(0, column).data() for column in range(bin_model.columnCount())}
    assert {"Wrong room", "Ida"} <= cells
    archive.page.bin.table.selectAll()
    qtbot.mouseClick(button(archive.page, "Restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: archive.shown() == list(STUDENTS))
    assert archive.page.deeds.bin.text() == "Bin (0)"


def test_a_deletion_is_undone_where_it_is_told(archive: Archive, qtbot: QtBot) -> None:
    archive.choose("Ada")
    archive.page.delete_chosen()
    answer(qtbot, archive.page, "Test")
    qtbot.waitUntil(lambda: archive.shown() == ["Bert", "Cleo", "Dora"])
    qtbot.waitUntil(lambda: button(archive.page, "Undo").isVisible())
    qtbot.mouseClick(button(archive.page, "Undo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: archive.shown() == list(STUDENTS))


def test_only_a_second_reason_erases_for_good(archive: Archive, qtbot: QtBot) -> None:
    archive.choose("Ada")
    archive.page.delete_chosen()
    answer(qtbot, archive.page, "Asked for")
    qtbot.waitUntil(lambda: archive.page.deeds.bin.text() == "Bin (1)")
    archive.page.show_bin()
    qtbot.mouseClick(button(archive.page, "Erase for good..."), Qt.MouseButton.LeftButton)
    answer(qtbot, archive.page, "The candidate demands it")
    qtbot.waitUntil(lambda: archive.page.deeds.bin.text() == "Bin (0)")
    assert archive.services.bin.entries() == []
    assert archive.services.reports.page().total == 3


def test_a_report_is_given_to_another_candidate_with_a_reason(
    archive: Archive, qtbot: QtBot
) -> None:
    archive.choose("Cleo")
    archive.page.reassign_chosen()
    dialog = archive.page.findChild(ReassignDialog)
    assert dialog.candidate.text() == "Cleo"
    dialog.candidate.setText("Clara")
    qtbot.keyClick(dialog.candidate, Qt.Key.Key_Return)
    assert dialog.isVisible(), "a reason is needed"
    qtbot.keyClicks(dialog.reason, "Typed wrongly")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Clara" in archive.shown())
    assert "Cleo" not in archive.shown()
    assert archive.cell("Clara", "Exam") == "MATH"


def test_an_export_of_many_says_how_far_it_is_and_can_be_stopped(
    archive: Archive, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    archive.page.table.selectAll()
    seen: list[tuple[int, int]] = []
    stop = button(archive.page, "Stop")
    bar = archive.page.deeds.progress.bar

    def look(*_: object) -> None:
        seen.append((bar.value(), bar.maximum()))
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)

    archive.page.work.progressed.connect(look)
    with qtbot.waitSignal(archive.page.work.ended):
        archive.page.export_to(folder)
    assert seen[0] == (0, 4)
    written = {path.suffix for path in folder.iterdir()}
    assert len(list(folder.iterdir())) < 16
    assert written <= {".pdf", ".html", ".json", ".csv"}
    assert not stop.isVisible()


def test_everything_chosen_is_exported_in_every_format(
    archive: Archive, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    archive.choose("Ada", "Bert")
    with qtbot.waitSignal(archive.page.work.ended):
        archive.page.export_to(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{name}.{suffix}"
        for name in ("Ada_MATH", "Bert_LAW")
        for suffix in ("pdf", "html", "json", "csv")
    )


def test_a_folder_is_searched_for_the_recordings_of_all_reports(
    analysed_folder: Path, recording: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, moved = tmp_path / "workstation", tmp_path / "films"
    shutil.copytree(analysed_folder, folder)
    moved.mkdir()
    shutil.copy(recording, moved / "other name.mp4")
    services = bootstrap.build(load(folder=folder), is_service=False)
    report_id = services.reports.ids()[0]
    database, files = Background("database"), Background("files")
    page = ReportsPage(services, Preferences(folder), database, files)
    qtbot.addWidget(page)
    told: list[str] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(page.work.ended):
        page.search_in(moved)
    found = services.recordings.recording_of(report_id)
    assert told[-1].startswith("Videos looked into: ")
    assert found is not None
    for each in (database, files, services):
        each.close()


def test_without_reports_one_button_leads_to_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    services = bootstrap.build(load(folder=tmp_path / "empty"), is_service=False)
    database, files = Background("database"), Background("files")
    page = ReportsPage(services, Preferences(tmp_path), database, files)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: button(page, "Choose videos...").isVisible())
    with qtbot.waitSignal(page.videos_wanted):
        qtbot.mouseClick(button(page, "Choose videos..."), Qt.MouseButton.LeftButton)
    page.close_page()
    for each in (database, files, services):
        each.close()


def test_who_deletes_is_asked_where_nobody_said(archive: Archive, qtbot: QtBot) -> None:
    archive.preferences.reviewer = ""
    archive.choose("Ada")
    archive.page.delete_chosen()
    answer(qtbot, archive.page, "Test")
    names = [
        each
        for each in archive.page.findChildren(QLineEdit)
        if each.accessibleName() == "Your name"
    ]
    assert len(names) == 1
    assert archive.services.bin.entries() == []
    qtbot.keyClicks(names[0], "Ida B.")
    qtbot.keyClick(names[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(archive.services.bin.entries()) == 1)
    assert archive.services.bin.entries()[0].binned.actor == "Ida B."

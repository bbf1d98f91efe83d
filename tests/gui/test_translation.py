"""Every word of the window is there in German, with the same places for numbers and names."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import proctor_desktop.gui
from proctor_desktop import paths
from proctor_desktop.calibration import anti_cheat, collector, liveness
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Missing
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.gui import sentences
from proctor_desktop.gui.dialogs.help import HelpDialog
from proctor_desktop.gui.models.options import groups
from proctor_desktop.gui.pages.review import ReviewPage
from proctor_desktop.gui.sentences import said
from proctor_desktop.gui.translation import install_language, read_catalogue, translate
from proctor_desktop.report import notices, wording
from proctor_desktop.scoring import counterfactual
from proctor_desktop.settings import load

PACKAGE = Path(proctor_desktop.gui.__file__).parent


def words_of_the_window() -> set[tuple[str, str]]:
    """Context and text of every call of ``translate`` in the code."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("translate", "QT_TRANSLATE_NOOP")
                and path.name != "translation.py"
            ):
                texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
                assert len(texts) == 2, f"{path.name}:{node.lineno}: a text Linguist cannot find"
                found.add((str(texts[0]), str(texts[1])))
    return found


def sentences_of_other_rooms() -> set[tuple[str, str]]:
    """What the window shows word for word: settings, accommodations, reasons of the signals."""
    options = [option for group in groups(load()) for option in group.options]
    texts = [text for option in options for text in (option.title, option.sentence)]
    texts += [text for profile in PROFILES.values() for text in (profile.title, profile.reason)]
    texts += [reason.sentence for reason in Missing]
    return {(sentences.CONTEXT, text) for text in texts}


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.fixture(scope="module")
def german() -> dict[tuple[str, str], str]:
    return read_catalogue(paths.resource("translations/de.ts"))


def test_every_text_is_translated(german: dict[tuple[str, str], str]) -> None:
    assert words_of_the_window() - set(german) == set()
    assert sentences_of_other_rooms() - set(german) == set()


def test_no_translation_is_left_over(german: dict[tuple[str, str], str]) -> None:
    assert set(german) - words_of_the_window() - sentences_of_other_rooms() == set()


def test_translations_keep_their_places(german: dict[tuple[str, str], str]) -> None:
    wrong = [text for (_, text), said in german.items() if fields(text) != fields(said)]
    assert wrong == []


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    translators = install_language(qapp, "de")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    install_language(qapp, "en")


def measured_sentences() -> list[str]:
    """Every form of the sentences about incidents that a report can hold."""
    made = []
    calibrations = (CalibrationStatus.SUCCESS, CalibrationStatus.FAILED)
    for kind, axis, unit, peak in (
        (EventKind.GAZE_DEVIATION, Axis.EYE, Unit.RADIANS, 0.8),
        (EventKind.HEAD_MOVEMENT, Axis.YAW, Unit.DEGREES, 31.0),
        (EventKind.HEAD_MOVEMENT, Axis.PITCH, Unit.DEGREES, 21.0),
        (EventKind.HEAD_MOVEMENT, Axis.ROLL, Unit.DEGREES, 18.0),
        (EventKind.FACE_ABSENCE, None, Unit.SECONDS, 4.0),
        (EventKind.MULTIPLE_FACES, None, Unit.PEOPLE, 2.0),
    ):
        for direction in (None, *Direction):
            event = Event(
                kind=kind,
                direction=direction,
                interval=Interval(Micros(1_000_000), Micros(5_200_000)),
                peak=peak,
                threshold=0.4,
                unit=unit,
                severity=Severity.HIGH,
                confidence=1.0,
                axis=axis,
            )
            made += [wording.alert_sentence(event, status) for status in calibrations]
            limit = None if axis is None else 0.5
            for risk_class in RiskClass:
                made.append(counterfactual._sentence(event, limit, 4.2, risk_class))
    return made


ENGLISH = re.compile(r"\b(the|was|would|from|with|were|class|not|been|for|and|is)\b")


@pytest.mark.usefixtures("in_german")
def test_sentences_about_incidents_are_said_in_german() -> None:
    for sentence in measured_sentences():
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))
    assert said(
        "The head was turned by up to 31.0 degrees from the resting posture to the picture's left "
        "(the candidate's right) for 4.2 s; this candidate's threshold is 15.0 degrees. In the "
        "same incident: 2 gaze deviations (E003, E004), not charged again; 1 face absence (E005), "
        "not charged again."
    ) == (
        "Kopf gedreht: bis zu 31.0 Grad von der Ruhelage nach links im Bild (rechts vom Prüfling "
        "aus), 4.2 s lang; die Schwelle dieses Prüflings liegt bei 15.0 Grad. Im selben Vorfall: "
        "2 Blickabweichungen (E003, E004), nicht noch einmal angerechnet; 1 Abwesenheit (E005), "
        "nicht noch einmal angerechnet."
    )


@pytest.mark.usefixtures("in_german")
def test_the_report_of_the_recording_is_explained_in_german(reviewing: ReviewPage) -> None:
    report = reviewing.session.report
    shown = [
        report.analysis.class_reason,
        wording.calibration_sentence(report.analysis.calibration),
        report.analysis.coverage.sentence,
        *(incident.explanation for incident in report.analysis.incidents),
        *(incident.counterfactual.sentence for incident in report.analysis.incidents),
        *(each.sentence for each in report.analysis.calibration.derivations),
    ]
    for sentence in shown:
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))
    assert "Schwelle dieses Prüflings" in reviewing.incidents.explanation


FILLED = {
    "where": "tilted 21.0 degrees clockwise",
    "name": "head raising (pitch)",
    "unit": "rad",
    "start": "0:12",
    "profile.title": "Title",
    "_main_reason(rejected)": "; in 12 frames the head moved",
    "_length_remark(track, options)": " (the recording gave 3.0 s of pictures for it)",
    "'part' if record.decode_errors == 1 else 'parts'": "parts",
}
"""What stands in the place of an expression that is no number."""


def findings_of(module: ModuleType) -> list[str]:
    """Every sentence of a finding in a module, its expressions filled in."""
    calls = [
        node
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("CalibrationFinding", "Finding")
    ]
    return [_filled(node.args[1]) for node in calls if not isinstance(node.args[1], ast.Attribute)]


def _filled(text: ast.expr) -> str:
    if isinstance(text, ast.Constant):
        return str(text.value)
    assert isinstance(text, ast.JoinedStr)
    return "".join(
        FILLED.get(ast.unparse(part.value), "3.5")
        if isinstance(part, ast.FormattedValue)
        else _filled(part)
        for part in text.values
    )


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize("module", [anti_cheat, collector, liveness, notices])
def test_what_to_know_before_believing_a_report_is_said_in_german(module: ModuleType) -> None:
    found = findings_of(module)
    assert len(found) >= 3
    for sentence in found:
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))


def test_in_english_and_where_nothing_is_known_a_sentence_stays_as_it_is() -> None:
    for sentence in measured_sentences():
        assert said(sentence) == sentence
    assert said("A sentence that nobody wrote.") == "A sentence that nobody wrote."


def test_the_window_speaks_german_and_english_again(qapp: QApplication, qtbot: QtBot) -> None:
    translators = install_language(qapp, "de")
    try:
        assert translate("MainWindow", "Settings") == "Optionen"
        dialog = HelpDialog()
        qtbot.addWidget(dialog)
        assert "Nächster Vorfall" in dialog.plain_text
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        install_language(qapp, "en")
    assert translate("MainWindow", "Settings") == "Settings"
    assert translate("MainWindow", "not in the catalogue") == "not in the catalogue"

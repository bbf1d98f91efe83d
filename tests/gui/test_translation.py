"""Every word of the window is there in German, with the same places for numbers and names."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import proctor_desktop.gui
from proctor_desktop import paths
from proctor_desktop.calibration import anti_cheat, collector, liveness, portrait
from proctor_desktop.domain.calibration import CalibrationStatus
from proctor_desktop.domain.errors import ServerUnreachableError, SettingsError
from proctor_desktop.domain.events import Axis, Direction, Event, EventKind, Severity, Unit
from proctor_desktop.domain.profile import PROFILES
from proctor_desktop.domain.report import RiskClass
from proctor_desktop.domain.signals import Missing
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.gui.analysis.entries import QueueState
from proctor_desktop.gui.exchange.centre import CentreDialog
from proctor_desktop.gui.language import sentences
from proctor_desktop.gui.language.sentences import matched, said
from proctor_desktop.gui.language.translation import install_language, read_catalogue, translate
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.settings.options import groups
from proctor_desktop.gui.settings.page import SettingsPage
from proctor_desktop.gui.shell.actions import all_actions
from proctor_desktop.gui.shell.checks import CheckResult, run_check
from proctor_desktop.gui.shell.help import HelpDialog
from proctor_desktop.report import notices, wording
from proctor_desktop.scoring import counterfactual
from proctor_desktop.settings import load
from proctor_desktop.storage import faults
from proctor_desktop.storage.server import ServerOptions
from proctor_desktop.sync import believing, history, introducing, remote, sending, synchronizer
from tests.gui.analysing import cell, entries, page_of, progress_words
from tests.gui.conftest import Workstation
from tests.gui.looking import opened, texts
from tests.gui.raised import PLACE, texts_of_errors, wordings
from tests.unit.report import samples

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
            made.append(wording.alert_sentence(event, CalibrationStatus.SUCCESS, samples.STILL))
            limit = None if axis is None else 0.5
            for risk_class in RiskClass:
                made += [
                    counterfactual.sentence(event, limit, 4.2, risk_class, whole)
                    for whole in RiskClass
                ]
    return made


ENGLISH = re.compile(
    r"\b(a|again|and|are|be|been|by|cannot|class|for|from|has|have|is|it|its|not|of|on|or|than|"
    r"that|the|this|to|too|were|with|without|would)\b",
    re.IGNORECASE,
)
"""Words that no German sentence has; "was" is one of both languages."""


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
        "Kopf gedreht: bis zu 31,0 Grad von der Ruhelage nach links im Bild (rechts vom Prüfling "
        "aus), 4,2 s lang; die Schwelle dieses Prüflings liegt bei 15,0 Grad. Im selben Vorfall: "
        "2 Blickabweichungen (E003, E004), nicht noch einmal angerechnet; 1 Abwesenheit (E005), "
        "nicht noch einmal angerechnet."
    )


@pytest.mark.usefixtures("in_german")
def test_the_report_of_the_recording_is_explained_in_german(reviewing: ReviewPage) -> None:
    report = opened(reviewing).report
    shown = [
        report.analysis.class_reason,
        wording.calibration_sentence(report.analysis.calibration),
        report.analysis.coverage.sentence,
        *(incident.explanation for incident in report.analysis.incidents),
        *(incident.counterfactual.sentence for incident in report.analysis.incidents),
        *(each.sentence for each in report.analysis.calibration.derivations),
        wording.floor_sentence(report.analysis.calibration),
    ]
    for sentence in shown:
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))
    assert "die Schwelle, die gemeinsame Untergrenze, liegt" in reviewing.incidents.explanation


@pytest.mark.usefixtures("in_german")
def test_every_number_of_review_has_a_comma_in_german(reviewing: ReviewPage) -> None:
    for place in range(reviewing.tabs.count()):
        reviewing.tabs.setCurrentIndex(place)
    shown = texts(reviewing)
    assert [each for each in shown if re.search(r"\d,\d", each)] != []
    assert [each for each in shown if re.search(r"(?<![\d.])\d+\.\d+(?![\d.])", each)] == []


def findings_of(module: ModuleType) -> list[str]:
    """Every sentence of a finding in a module, its expressions filled in."""
    calls = [
        node
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("CalibrationFinding", "Finding")
    ]
    texts = [call.args[1] for call in calls if not isinstance(call.args[1], ast.Attribute)]
    return [sentence for text in texts for sentence, _ in wordings(text)]


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize("module", [anti_cheat, collector, liveness, portrait, notices])
def test_what_to_know_before_believing_a_report_is_said_in_german(module: ModuleType) -> None:
    found = findings_of(module)
    assert found
    for sentence in found:
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))


PATTERNS = {text for context, text in words_of_the_window() if context == sentences.CONTEXT}
SHAPES = {re.sub(r"\{\w+\}", "{}", text) for text in PATTERNS} | {"{}"}


def is_known(shape: str) -> bool:
    """Whether a text is a pattern, or some of them one after another."""
    return shape in SHAPES or any(
        shape.startswith(f"{one} ") and is_known(shape[len(one) + 1 :]) for one in SHAPES
    )


def test_every_error_that_the_window_shows_has_a_pattern_of_its_own() -> None:
    shapes = [shape for text in texts_of_errors() for _, shape in wordings(text)]
    assert len(shapes) > 120
    assert [shape for shape in shapes if not is_known(shape)] == []


@pytest.mark.usefixtures("in_german")
def test_every_error_that_the_window_shows_is_said_in_german() -> None:
    found = [sentence for text in texts_of_errors() for sentence, _ in wordings(text)]
    wrong = [(each, said(each)) for each in found if ENGLISH.search(said(each))]
    assert wrong == []


@pytest.mark.parametrize("name", ["3.5", "Dr. A. Bert; is it empty.mp4"])
def test_no_pattern_takes_the_sentences_of_another(name: str) -> None:
    for pattern in (text for text in PATTERNS if fields(text)):
        words = {each: name if each in sentences.QUOTED else "3.5" for each in fields(pattern)}
        found = matched(pattern.format(**words))
        assert found is not None
        assert found[0] == pattern


@pytest.mark.usefixtures("in_german")
def test_why_the_centre_does_not_answer_is_said_in_german() -> None:
    codes = [(code, "") for code in faults.UNREACHABLE_CODES]
    codes += [(2003, words) for words in faults.NO_WAY] + [(2013, "timed out")]
    for code, words in codes:
        sentence = str(faults.server_fault(code, words, PLACE))
        assert sentence.startswith(f"{PLACE} does not answer (")
        assert not ENGLISH.search(said(sentence)), (sentence, said(sentence))


@pytest.mark.usefixtures("in_german")
def test_a_setting_out_of_bounds_is_said_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("MYSQL_PORT", "99999"),
        ("PROCTOR_SERVE__MIN_RATE_KB", "-1"),
        ("PROCTOR_SERVE__BEHIND_PROXY", "perhaps"),
        ("PROCTOR_WINDOW__THEME", "blue"),
        ("PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS", "fast"),
        ("PROCTOR_KEEP__RETENTION_DAYS", "soon"),
    ):
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load()
    sentence = said(str(caught.value))
    assert "serve.min_rate_kb = '-1': erlaubt ist mindestens 0" in sentence
    assert not ENGLISH.search(sentence), sentence


@pytest.mark.usefixtures("in_german")
def test_names_are_shown_as_they_are_whatever_they_look_like() -> None:
    assert said("Dr. A. Bert; gaze.mp4 is empty. Choose a video.") == (
        "Dr. A. Bert; gaze.mp4 ist leer. Bitte ein Video wählen."
    )
    assert said("The report in A. Bert.proctor does not match its hash.") == (
        "Der Bericht in A. Bert.proctor passt nicht zu seinem Hash."
    )
    assert said("gaze is empty. Nobody wrote this. Choose a video.") == (
        "gaze ist leer. Nobody wrote this. Bitte ein Video wählen."
    )


@pytest.mark.usefixtures("in_german")
def test_errors_within_errors_are_said_in_german() -> None:
    assert said(
        "a.mp4 could not be analysed: the worker process that decoded it was lost 2 times (it "
        "crashed with signal 11). The file is probably damaged; make a copy with another program "
        "and analyse that."
    ) == (
        "a.mp4 konnte nicht ausgewertet werden: Der Prozess, der die Datei las, ging 2 Mal "
        "verloren (er stürzte mit Signal 11 ab). Die Datei ist wahrscheinlich beschädigt; bitte "
        "mit einem anderen Programm eine Kopie anfertigen und diese auswerten."
    )
    assert said(f"{PLACE} does not answer (it is shutting down). 3 changes wait to be sent.") == (
        "Die Datenbank der Zentrale auf db.example.org antwortet nicht (sie wird gerade beendet). "
        "3 Änderungen warten auf das Senden."
    )
    assert said("The database a.sqlite3 has no tables yet; the first report makes them.") == (
        "Die Datenbank a.sqlite3 hat noch keine Tabellen; der erste Bericht legt sie an."
    )
    assert said("[Errno 13] Permission denied: '/data/a.mp4'") == (
        "keine Berechtigung: '/data/a.mp4' (Fehler 13)"
    )


@pytest.mark.usefixtures("in_german")
def test_a_bad_file_is_explained_in_german_wherever_it_shows(
    workstation: Workstation, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "broken.mp4"
    bad.write_bytes(b"not a film")
    page = page_of(workstation.window)
    page.add([bad])
    page.presenter.start()
    qtbot.waitUntil(lambda: entries(page)[0].state is QueueState.FAILED)
    qtbot.waitUntil(lambda: not page.presenter.runner.running)
    sentence = (
        "broken.mp4 ist ein Text, kein Video. Bitte eine Datei wählen, die als mp4, mov, mkv, "
        "webm, avi, gif, ts, mpg, flv, wmv oder ogv aufgezeichnet wurde."
    )
    assert entries(page)[0].problem == sentence
    assert cell(page, 0) == f"gescheitert: {sentence}"
    assert "nicht verwendbar: 1" in progress_words(page)


@pytest.mark.usefixtures("in_german")
def test_the_centre_and_the_checks_are_explained_in_german(
    workstation: Workstation, qtbot: QtBot
) -> None:
    window = workstation.window
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    answer = settings.findChild(QLabel, "server_answer")
    settings.server.failed(ServerUnreachableError(f"{PLACE} has not been prepared."))
    assert answer.text().endswith("ist noch nicht eingerichtet.")
    settings.server.connected(f"{PLACE} is up to date.")
    assert answer.text().endswith("ist auf dem neuesten Stand.")
    window.dialogs.show_centre()
    dialog = window.findChild(CentreDialog)
    qtbot.waitUntil(lambda: "Kein Server" in dialog.findChild(QLabel, "state").text())
    dialog.close()

    def broken() -> CheckResult:
        raise PermissionError(13, "Permission denied", "/data")

    result = run_check(("Ordner", broken))
    assert result.sentence == "keine Berechtigung: '/data' (Fehler 13)"


def test_in_english_and_where_nothing_is_known_a_sentence_stays_as_it_is() -> None:
    raised = [sentence for text in texts_of_errors() for sentence, _ in wordings(text)]
    for sentence in (*measured_sentences(), *raised):
        assert said(sentence) == sentence
    assert said("A sentence that nobody wrote.") == "A sentence that nobody wrote."


def test_the_window_speaks_german_and_english_again(qapp: QApplication, qtbot: QtBot) -> None:
    translators = install_language(qapp, "de")
    try:
        assert translate("MainWindow", "Settings") == "Einstellungen"
        dialog = HelpDialog(all_actions())
        qtbot.addWidget(dialog)
        assert "Nächster Vorfall" in dialog.plain_text
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        install_language(qapp, "en")
    assert translate("MainWindow", "Settings") == "Settings"
    assert translate("MainWindow", "not in the catalogue") == "not in the catalogue"


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize(
    "reason", [remote.CONFLICT, remote.REISSUED, sending.DAMAGED, sending.TOO_LARGE.format(1)]
)
def test_why_the_centre_refused_something_is_said_in_german(reason: str) -> None:
    assert not ENGLISH.search(said(reason)), said(reason)


def test_only_what_is_live_is_called_a_session(german: dict[tuple[str, str], str]) -> None:
    shown = [text for _, text in words_of_the_window() | set(german)]
    assert [text for text in shown if re.search(r"(?<!live )session", text, re.IGNORECASE)] == []
    assert [text for text in german.values() if "Sitzung" in text] == []


@pytest.mark.usefixtures("in_german")
@pytest.mark.parametrize(
    "alarm",
    [
        synchronizer.UNSETTLED,
        history.WENT_BACK.format("2026-12-01 04:50"),
        believing.FORGED_REPORT.format("0a1b2c3d"),
        believing.FORGED_DECISION.format("0a1b2c3d"),
        believing.UNSIGNED_REPORT.format("0a1b2c3d", "hall-3"),
        believing.UNSIGNED_DECISION.format("0a1b2c3d", "hall-3"),
        believing.UNSIGNED_ERASURE.format("0a1b2c3d", "hall-3"),
        introducing.NO_SIGNATURES.format(ServerOptions(host="db").place),
        introducing.ANOTHER_KEY.format("hall-3", "0a1b 2c3d"),
        introducing.NOT_MY_KEY.format("0a1b 2c3d"),
    ],
)
def test_what_the_centre_says_otherwise_is_said_in_german(alarm: str) -> None:
    assert not ENGLISH.search(said(alarm)), said(alarm)

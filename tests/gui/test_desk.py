"""Whatever a person does in whatever order: what is shown is what is decided about, by whom else.

The page is driven by random sequences of everything that can be done to it, over several reports,
while answers of disk and decoder come late. After each step everything that the widgets show is
compared with everything else that they show, with the desk and with what was written.
"""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from proctor_desktop.domain.review import IncidentState, Verdict, incident_states, own_incidents
from proctor_desktop.domain.timeline import Micros, clock, from_seconds, to_seconds
from proctor_desktop.gui.display.curves import limits_of
from proctor_desktop.gui.display.words import state_words
from proctor_desktop.gui.preferences import Preferences
from proctor_desktop.gui.review.deciding import SETTLED_SEC
from proctor_desktop.gui.review.listing import LEAD_SEC
from proctor_desktop.gui.review.page import ReviewPage
from proctor_desktop.gui.review.player import Player
from tests.gui.cabinet import SECONDS, Cabinet, Colours, Later, colour, make

SEQUENCES = int(os.environ.get("PROCTOR_DESK_SEQUENCES", "60"))
STEPS = 25
UNSETTLED = (IncidentState.OPEN, IncidentState.DISPUTED)
NEAR = 24  # a JPEG changes a colour by so much at most


class Clock:
    """Stands still until the test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Visit:
    """A page over a cabinet, and a person who only knows what the widgets show.

    Attributes:
        intended: report, incident and verdict of everything the person decided.
    """

    page: ReviewPage
    cabinet: Cabinet
    later: Later
    colours: Colours
    clock: Clock
    intended: list[tuple[str, str, Verdict]] = field(default_factory=list)
    looked_since: float = 0.0
    looked_at: tuple[str, str] = ("", "")

    # what a person reads

    @property
    def read(self) -> tuple[str, str]:
        """Candidate and incident as they stand on the page."""
        text = self.page.incidents.explanation.split()
        return self.page.heading.text(), text[0] if text and text[0][0] in "IP" else ""

    def note_time(self) -> None:
        """Somebody looks anew whenever what is to be read is another thing."""
        if self.read != self.looked_at:
            self.looked_at, self.looked_since = self.read, self.clock.now

    @property
    def report_id(self) -> str:
        """The report whose candidate stands on the page."""
        student = self.read[0].split(",")[0]
        found = (each for each in self.cabinet.kept.values() if each.student_id == student)
        return next((each.report_id for each in found), "")


@pytest.fixture
def visit(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[[], Visit]]:
    """Makes visits; the page of the one before is gone when the next one begins."""
    made: list[Visit] = []
    preferences = Preferences(tmp_path)
    preferences.reviewer = "Rita"

    def end() -> None:
        while made:
            page = made.pop().page
            page.close_page()
            page.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def begin() -> Visit:
        end()
        cabinet = Cabinet([make(1, 4), make(2, 4), make(3, 1), make(4, 0)])
        later, colours = Later(), Colours()
        player = Player(frames=colours)  # type: ignore[arg-type]  # what the player asks of it
        page = ReviewPage(cabinet, preferences, later, later, player)  # type: ignore[arg-type]
        player.setParent(page)
        watch = Clock()
        page.reviewing.clock = watch
        made.append(Visit(page, cabinet, later, colours, watch))
        return made[-1]

    yield begin
    end()


# what a person can do


def open_one(visit: Visit, number: int) -> None:
    visit.page.open_report(list(visit.cabinet.kept)[number % len(visit.cabinet.kept)])


def click_row(visit: Visit, number: int) -> None:
    table = visit.page.incidents.table
    if table.model().rowCount():
        table.selectRow(number % table.model().rowCount())


def seek(visit: Visit, number: int) -> None:
    visit.page.timeline.sought.emit(from_seconds(number * SECONDS / 100))


def click_span(visit: Visit, number: int) -> None:
    spans = visit.page.timeline.spans
    if spans:
        visit.page.timeline.span_chosen.emit(number % len(spans))


def sort(visit: Visit, number: int) -> None:
    order = Qt.SortOrder.AscendingOrder if number % 2 else Qt.SortOrder.DescendingOrder
    visit.page.incidents.table.sortByColumn(number % 6, order)


def filter_kind(visit: Visit, number: int) -> None:
    kinds = visit.page.incidents.kinds
    kinds.setCurrentIndex(number % max(1, kinds.count()))
    kinds.activated.emit(kinds.currentIndex())


def decide(visit: Visit, number: int) -> None:
    """C, or D with a reason: about what the person reads at this moment."""
    verdict = Verdict.CONFIRM if number % 2 else Verdict.DISMISS
    page, (_, incident) = visit.page, visit.read
    report = visit.report_id
    is_settled = visit.clock.now - visit.looked_since >= SETTLED_SEC
    if page.deciding.decide(page.incidents.shown, verdict, "a reason"):
        assert incident, "something was decided while the page showed no incident"
        assert is_settled, "something was decided that had only just come up"
        assert not page.band.isVisibleTo(page), "something was decided during a trial"
        visit.intended.append((report, incident, verdict))


def decide_stale(visit: Visit, number: int) -> None:
    """A key that was meant for something else than what stands on the desk by now."""
    other = list(visit.cabinet.kept)[number % len(visit.cabinet.kept)]
    shown = (other, f"I{number % 4 + 1:03d}")
    if shown != visit.page.incidents.shown:
        assert not visit.page.deciding.decide(shown, Verdict.CONFIRM)


def undo(visit: Visit, _: int) -> None:
    visit.page.deciding.undo()


def redo(visit: Visit, _: int) -> None:
    visit.page.deciding.redo()


def go(visit: Visit, number: int) -> None:
    if number % 2:
        visit.page.judging.next_incident()
    else:
        visit.page.judging.previous_incident()


def go_on(visit: Visit, _: int) -> None:
    visit.page.judging.next_recording()


def play(visit: Visit, number: int) -> None:
    """The playhead runs on, as it does while nobody presses a key."""
    player = visit.page.player
    player.seek(min(player.duration, player.time + from_seconds(number % 30 / 10)))


def reach(visit: Visit, number: int) -> None:
    ids = [row.incident.id for row in visit.page.reviewing.desk.listing.rows]
    if ids:
        visit.page.player.reached.emit(ids[number % len(ids)])


def mark(visit: Visit, number: int) -> None:
    visit.page.reviewing.mark(start=bool(number % 2))


def add(visit: Visit, number: int) -> None:
    page = visit.page
    if page.reviewing.desk.opened is not None:
        start = from_seconds(number % 50)
        span = (start, Micros(start + 2_000_000))
        page.deciding.add(page.reviewing.desk.asked, _added(*span), "seen")


def _added(start: Micros, end: Micros) -> Any:
    from proctor_desktop.domain.review import AddedIncident

    return AddedIncident("head_movement", start, end)


def try_settings(visit: Visit, number: int) -> None:
    """The answer of the sliders arrives, or the tab is left."""
    page = visit.page
    if page.reviewing.desk.opened is None:
        return
    if number % 3:
        page.tabs.setCurrentIndex(1)
        page.what_if.assessed.emit(_trial(number))
    else:
        page.tabs.setCurrentIndex(0)


def _trial(number: int) -> Any:
    limits = {name: SimpleNamespace(value=20.0 + number % 5) for name in ("yaw", "pitch", "roll")}
    thresholds = SimpleNamespace(eye=SimpleNamespace(value=1.0), **limits)
    return SimpleNamespace(incidents=(), calibration=SimpleNamespace(thresholds=thresholds))


def wait(visit: Visit, number: int) -> None:
    visit.clock.now += (0.3, 1.5)[number % 2]


def deliver(visit: Visit, number: int) -> None:
    for _ in range(number % 4 + 1):
        visit.later.deliver()


def decode(visit: Visit, _: int) -> None:
    visit.colours.deliver()


def come_back(visit: Visit, _: int) -> None:
    visit.page.shown()


DEEDS = (
    open_one, click_row, click_row, seek, click_span, sort, filter_kind, decide, decide, decide,
    decide_stale, undo, redo, go, go_on, play, reach, mark, add, try_settings, wait, wait, deliver,
    deliver, deliver, decode, decode, come_back,
)  # fmt: skip


# what must agree


def agree(visit: Visit) -> None:
    """Everything on the page is about the same report, the same incident and the same moment."""
    page, desk = visit.page, visit.page.reviewing.desk
    if desk.opened is None:
        nothing_is_shown(page)
        return
    report = visit.cabinet.kept[desk.asked]
    assert page.heading.text() == f"{report.student_id}, {report.exam_id}"
    assert page.view.signs.name == report.student_id
    accepted = report.analysis.calibration.accepted
    assert f"Frames used: {accepted} of" in page.calibration.words
    the_list_agrees(visit)
    the_chosen_agrees(visit)
    the_picture_agrees(visit)
    the_curves_agree(visit)


def nothing_is_shown(page: ReviewPage) -> None:
    assert page.heading.text() == "Review"
    assert page.incidents.table.model().rowCount() == 0
    assert page.incidents.explanation == ""
    assert page.incidents.progress.text() == ""
    assert not page.incidents.stills.views
    assert page.view.picture is None
    assert page.view.signs.name == ""
    assert not page.timeline.spans
    assert all(lane.threshold is None for lane in page.timeline.lanes.values())
    assert all(len(lane.curve_points.times) == 0 for lane in page.timeline.lanes.values())
    assert page.history.list.count() == 0
    assert page.calibration.words == ""
    assert not page.what_if.isEnabled()
    assert page.what_if.answer == ""
    assert page.head.risk.words.strip() == "-"
    assert not page.band.isVisibleTo(page)


def the_list_agrees(visit: Visit) -> None:
    """The table shows each incident of the report once, with the state that follows from what
    was written and delivered."""
    page, desk = visit.page, visit.page.reviewing.desk
    judged = desk.judged
    assert judged is not None
    known = [each for each in visit.cabinet.decisions(desk.asked) if each in judged.decisions]
    assert known == list(judged.decisions), "the desk knows what was written, and nothing else"
    report = visit.cabinet.kept[desk.asked]
    own = own_incidents(known)
    states = incident_states([*(each.id for each in report.analysis.incidents), *own], known)
    wanted = {
        (clock(from_seconds(each.start)), state_words(states[each.id]))
        for each in report.analysis.incidents
        if desk.listing.kind in ("", each.kind)
    }
    model = page.incidents.table.model()
    cells = [
        tuple(model.index(row, column).data() for column in (1, 0))
        for row in range(model.rowCount())
        if "added by" not in model.index(row, 2).data()
    ]
    assert len(cells) == len(wanted)
    assert set(cells) == wanted
    unsettled = sum(
        each in (IncidentState.OPEN, IncidentState.DISPUTED) for each in states.values()
    )
    if unsettled:
        assert page.incidents.progress.text() == f"To decide: {unsettled} of {len(states)}"
    assert page.history.list.count() == len(known)
    front = page.tabs.decision.currentWidget()
    assert front is (page.end_card if desk.is_finished else page.incidents)


def the_chosen_agrees(visit: Visit) -> None:
    """Selected row, explanation, stills, frame in the timeline: one incident, or none."""
    page, desk = visit.page, visit.page.reviewing.desk
    selected = page.incidents.table.selectionModel().selectedRows()
    explained = visit.read[1]
    assert explained == desk.chosen
    assert page.incidents.shown == (desk.asked, desk.chosen)
    if not desk.chosen:
        assert not selected
        assert page.timeline.chosen_span is None
        assert not page.incidents.stills.views
        return
    row = desk.row
    assert row is not None
    if selected:
        shown = selected[0].siblingAtColumn(1).data()
        assert shown == clock(from_seconds(row.incident.start))
    else:
        assert desk.listing.place(desk.chosen) is None, "listed, and not selected"
    if not row.is_own:
        assert row.incident.explanation in page.incidents.explanation
        number = visit.cabinet.number(desk.asked)
        assert len(page.incidents.stills.views) == (2 if desk.stills.are_read else 0)
        for view in page.incidents.stills.views:
            assert near(view.image, colour(number, int(desk.chosen[1:])))
    else:
        assert not page.incidents.stills.views
    if desk.trial is None:
        span = page.timeline.chosen_span
        assert span is not None
        assert (span.start, span.end) == (row.incident.start, row.incident.end)
    else:
        assert page.timeline.chosen_span is None


def the_picture_agrees(visit: Visit) -> None:
    """The picture is one of this recording, and of the incident that is explained beside it."""
    page, desk = visit.page, visit.page.reviewing.desk
    assert page.timeline.playhead == pytest.approx(desk.playhead, abs=2)
    assert page.player.time == desk.playhead
    row = desk.row
    if row is not None:
        second = to_seconds(desk.playhead)
        start, end = row.incident.start - LEAD_SEC, row.incident.end + LEAD_SEC
        assert max(0.0, start) - 0.001 <= second <= end + 0.001
    picture = page.view.picture
    if picture is not None:
        assert picture.frame.time == pytest.approx(desk.playhead, abs=100_000)
        ground = colour(visit.cabinet.number(desk.asked), 0)
        assert tuple(picture.frame.rgb[0, 0]) == (ground.red(), ground.green(), ground.blue())
        assert near(page.view.grab().toImage(), ground)


def the_curves_agree(visit: Visit) -> None:
    """Thresholds and incidents of the timeline are the report's, or plainly those on trial."""
    page, desk = visit.page, visit.page.reviewing.desk
    report = visit.cabinet.kept[desk.asked]
    assert page.band.isVisibleTo(page) == (desk.trial is not None)
    if desk.trial is not None:
        assert not page.timeline.spans
        assert page.tabs.currentIndex() == 1, "a trial ends where its tab is left"
        return
    for lane, limit in limits_of(report).items():
        assert page.timeline.lanes[lane].threshold == limit
    shown = [(span.start, span.end) for span in page.timeline.spans]
    assert shown == [(row.incident.start, row.incident.end) for row in desk.listing.rows]


def near(image: QImage, wanted: QColor) -> bool:
    """Whether the middle of a picture has a colour."""
    found = image.pixelColor(image.width() // 2, image.height() // 2)
    pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)
    return all(abs(one - other) <= NEAR for one, other in pairs)


def everything_written_was_meant(visit: Visit) -> None:
    """In the end only that was written which a person decided about what stood on the page."""
    while visit.later.waiting:
        visit.later.deliver()
    made = [
        (each.report_id, each.incident_id, each.verdict)
        for each in visit.cabinet.written
        if each.reason == "a reason"
    ]
    meant = list(visit.intended)
    for each in made:
        if each in meant:
            meant.remove(each)
        else:  # an undone decision that was made again
            assert each in visit.intended
    assert not meant, "what was decided was not written"


def run(visit: Visit, deeds: list[tuple[int, int]]) -> None:
    open_one(visit, 0)
    agree(visit)
    for deed, number in deeds:
        DEEDS[deed](visit, number)
        agree(visit)
        visit.note_time()
    everything_written_was_meant(visit)
    agree(visit)


deeds = st.lists(
    st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 99)), min_size=5, max_size=STEPS
)


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=deeds)
def test_whatever_is_done_everything_shown_is_about_one_incident_of_one_person(
    visit: Callable[[], Visit], deeds: list[tuple[int, int]]
) -> None:
    run(visit(), deeds)


def random_deeds(seed: int) -> list[tuple[int, int]]:
    chance = random.Random(seed)
    return [(chance.randrange(len(DEEDS)), chance.randrange(100)) for _ in range(4 * STEPS)]


PARTS = ("page", "picture", "incidents")


@pytest.mark.qt_no_exception_capture  # a mutant may well fall over what it did not draw
@pytest.mark.parametrize(
    ("part", "place"),
    [("page", 0), ("page", 1), ("above", 0)]
    + [("tabs", place) for place in range(3)]
    + [("picture", place) for place in range(5)]
    + [("incidents", place) for place in range(4)],
)
def test_a_page_that_skips_one_refresh_is_caught(
    visit: Callable[[], Visit], part: str, place: int
) -> None:
    """Each drawing is left out in turn; the comparison above must fail for every one."""
    for seed in range(40):
        mutant = visit()
        owner = mutant.page if part == "page" else getattr(mutant.page, part)
        owner.drawings = tuple(each for at, each in enumerate(owner.drawings) if at != place)
        try:
            run(mutant, random_deeds(seed))
        except (AssertionError, IndexError):
            return
    pytest.fail("nothing was noticed")

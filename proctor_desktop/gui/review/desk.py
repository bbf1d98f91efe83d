"""What stands on the desk: one value from which everything on the page is drawn.

What is chosen, what is shown (picture, stills, curves, texts, verdict) and what a key decides is
this value and nothing else; widgets remember nothing. A decision names report and incident, and is
refused where these are not what stands here.
"""

from dataclasses import dataclass, replace

from proctor_desktop.domain.timeline import Micros
from proctor_desktop.gui.display.incidents import IncidentRow
from proctor_desktop.gui.review.following import Following
from proctor_desktop.gui.review.judged import Judged, Steps
from proctor_desktop.gui.review.listing import Column, Listing, at
from proctor_desktop.gui.review.opened import Opened
from proctor_desktop.gui.review.stills import Key, Stills
from proctor_desktop.scoring.assessment import Assessment

START = Micros(0)
NO_STILLS, NO_STEPS, NOTHING_LISTED = Stills(), Steps(), Listing()


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """The state of the review page.

    Attributes:
        asked: id of the report that a person asked for; empty for none.
        opened: all that was read of it; None while it is being read.
        judged: its incidents and decisions; None likewise.
        listing: the incidents as they are listed.
        chosen: id of the incident that is looked at, empty between incidents.
        playhead: time of the recording.
        stills: of the chosen incident, once they are read.
        trial: what other settings would give; while there is one nothing can be decided.
        is_at_end: whether a person came to the end of the list.
        span: beginning and end that a person marked.
        steps: what can be taken back and made again.
        following: the recording that is reviewed next, as far as it is known.
        writing: incidents about which a decision is being written.
        since: when what is looked at last changed, in seconds of the presenter's clock.
    """

    asked: str = ""
    opened: Opened | None = None
    judged: Judged | None = None
    listing: Listing = NOTHING_LISTED
    chosen: str = ""
    playhead: Micros = START
    stills: Stills = NO_STILLS
    trial: Assessment | None = None
    is_at_end: bool = False
    span: tuple[Micros | None, Micros | None] = (None, None)
    steps: Steps = NO_STEPS
    following: Following | None = None
    writing: frozenset[str] = frozenset()
    since: float = 0.0

    @property
    def key(self) -> Key:
        """What is looked at."""
        return (self.asked if self.opened is not None else "", self.chosen)

    @property
    def row(self) -> IncidentRow | None:
        """The chosen incident and how it stands."""
        return self.judged.row(self.chosen) if self.judged is not None and self.chosen else None

    @property
    def duration(self) -> Micros:
        """Length of the recording."""
        return self.opened.duration if self.opened is not None else START

    @property
    def is_finished(self) -> bool:
        """Whether a person is through with a report: nothing is left to decide or to look at."""
        return self.is_at_end and self.judged is not None and self.judged.left == 0

    @property
    def marked(self) -> tuple[Micros, Micros] | None:
        """The span that was marked, None where it has no beginning, no end or no length."""
        start, end = self.span
        return (start, end) if start is not None and end is not None and end > start else None

    # what can happen to it

    def opening(self, opened: Opened, now: float) -> "Desk":
        """The report is there; its first incident to decide, else its first one, is chosen."""
        judged = Judged(opened.report, opened.decisions)
        listing = Listing(judged.rows)
        first = listing.next_open("") or next(iter(listing.shown), None)
        desk = replace(self, opened=opened, judged=judged, listing=listing)
        if first is None:
            return desk.ending(now)
        return desk.choosing(first.incident.id, now)

    def reopening(self, opened: Opened, now: float) -> "Desk":
        """The report was scored anew: what is looked at stays, if it is still there.

        Nothing that was decided before can be taken back by a key: a number may be another one's.
        """
        judged = Judged(opened.report, opened.decisions)
        listing = replace(self.listing, rows=judged.rows)
        desk = replace(self, opened=opened, judged=judged, listing=listing, steps=NO_STEPS)
        chosen = at(judged.rows, self.playhead, desk.duration, "")
        return replace(desk, chosen=chosen, stills=NO_STILLS, trial=None, since=now)

    def ending(self, now: float) -> "Desk":
        """No incident is looked at: the end of the list."""
        return replace(self, chosen="", stills=NO_STILLS, is_at_end=True, since=now)

    def choosing(self, incident_id: str, now: float) -> "Desk":
        """Another incident is looked at, or none."""
        if incident_id == self.chosen:
            return replace(self, is_at_end=False) if self.is_at_end else self
        return replace(self, chosen=incident_id, stills=NO_STILLS, is_at_end=False, since=now)

    def moving(self, time: Micros, now: float) -> "Desk":
        """The playhead moves; the incident that it stands in is the one that is looked at."""
        moved = replace(self, playhead=time)
        return moved.choosing(at(self.listing.rows, time, self.duration, self.chosen), now)

    def judging(self, judged: Judged, steps: Steps) -> "Desk":
        """Other decisions; what is looked at stays."""
        listing = replace(self.listing, rows=judged.rows)
        return replace(self, judged=judged, steps=steps, listing=listing)

    def sorting(self, column: Column, is_falling: bool) -> "Desk":
        """The list in another order."""
        return replace(self, listing=replace(self.listing, column=column, is_falling=is_falling))

    def showing_kind(self, kind: str) -> "Desk":
        """The list with incidents of one kind only, or of all."""
        return replace(self, listing=replace(self.listing, kind=kind))

    def trying(self, trial: Assessment | None, now: float) -> "Desk":
        """Other settings on trial, or none."""
        return replace(self, trial=trial, since=now)

    def marking(self, *, start: bool) -> "Desk":
        """Beginning or end of a span at the playhead."""
        here = self.playhead
        return replace(self, span=(here, self.span[1]) if start else (self.span[0], here))

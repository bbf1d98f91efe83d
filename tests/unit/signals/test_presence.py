"""Who is there shows before and after a moment too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.signals import Channel, Missing
from proctor_desktop.signals.presence import absent, evidence, faces_away
from tests.unit.detection.detecting import events_of, spans
from tests.unit.synthetic import FACE, Recording


def boxed(recording: Recording, start: float, end: float, score: float = 0.6) -> Recording:
    """Only the people detector sees something like a face."""
    recording.hide(start, end, Missing.NOT_SEEN, FACE)
    return recording.put(Channel.PRESENCE, start, end, score)


def away(recording: Recording, start: float, end: float) -> Recording:
    """Somebody sits there whose face is not to be seen."""
    return recording.hide(start, end, Missing.FACE_AWAY, FACE)


def test_a_faint_box_on_an_empty_chair_does_not_cut_an_absence_in_two():
    recording = boxed(Recording(60).leave(20, 40), 28, 33)
    assert spans(events_of(recording)) == [(20.0, 40.0)]


def test_a_box_that_only_one_look_saw_does_not_cut_an_absence_in_two():
    recording = boxed(Recording(60).leave(20, 40), 30, 30.5, score=1.0)
    assert spans(events_of(recording)) == [(20.0, 40.0)]


def test_a_box_of_two_sure_looks_is_the_candidate():
    recording = boxed(Recording(60).leave(20, 40), 28, 33, score=1.0)
    assert spans(events_of(recording)) == [(20.0, 28.0), (33.0, 40.0)]


@pytest.mark.parametrize("score", [0.55, 1.0])
def test_a_box_beside_a_followed_face_is_that_face(score):
    recording = boxed(Recording(60).leave(20, 30), 30, 30.4, score)
    assert spans(events_of(recording)) == [(20.0, 30.0)]


def test_a_faint_box_stands_for_a_face_that_was_just_followed_for_two_seconds():
    recording = boxed(Recording(60), 20, 30)
    recording.leave(30, 40)
    assert spans(events_of(recording)) == [(22.0, 40.0)]


def test_a_back_that_is_turned_is_no_absence_and_no_second_person():
    assert events_of(away(Recording(60), 20, 45)) == ()


def test_who_turns_round_in_order_to_leave_is_absent_from_then_on():
    recording = away(Recording(60).leave(20, 40), 20, 24)
    assert spans(events_of(recording)) == [(20.0, 40.0)]


def test_until_the_next_look_a_back_is_not_known_and_no_reason_for_an_absence():
    recording = away(Recording(60).leave(20, 20.5), 20.5, 24)
    assert events_of(recording) == ()


def test_a_turn_goes_on_while_only_the_back_is_seen():
    recording = away(Recording(60).add(Channel.YAW, 20, 21, -40), 21, 40)
    recording.add(Channel.YAW, 40, 41, -40)
    (event,) = events_of(recording)
    assert event.kind is EventKind.HEAD_MOVEMENT
    assert spans((event,)) == [(20.0, 41.0)]


def test_a_face_is_away_where_it_was_for_most_of_the_time_in_which_none_was_followed():
    recording = away(Recording(60).leave(20, 20.5), 20.5, 30)
    recording.leave(40, 50)
    (span,) = faces_away(recording.track())
    assert (span.onset, span.offset) == (20_000_000, 30_000_000)


@given(st.lists(st.sampled_from("fbBan-"), min_size=1, max_size=80))
def test_only_what_shows_no_followed_face_is_ever_absent(states):
    """Of followed faces, faint and sure boxes, backs, empty chairs and unmeasured pictures."""
    kinds = np.array(states)
    presence = np.select([kinds == s for s in "fbBn"], [1.0, 0.6, 1.0, 0.0], np.nan)
    times = np.arange(len(kinds)) * 83_333
    seen = np.stack([times, presence, np.isin(kinds, ["b", "B"]), kinds == "a"]).astype(float)
    state = absent(seen)
    assert (state[kinds == "f"] == 0).all()
    assert (state[kinds == "n"] == 1).all()
    assert np.isnan(state[kinds == "-"]).all()


def test_the_evidence_of_pieces_is_that_of_the_whole():
    track = boxed(away(Recording(30).leave(10, 20), 20, 24), 12, 14).track()
    pieces = [evidence(piece) for piece in track.chunks()]
    np.testing.assert_array_equal(np.concatenate(pieces, axis=1), evidence(track))

"""Where recordings are cut."""

import itertools
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.engine.segments import SETTLING, cuts, onsets, plan
from proctor_desktop.landmarks.people import LOOK_PERIOD
from proctor_desktop.pipeline import AnalysisOptions
from tests.unit.media.films import every, write_film

HOUR = 3_600_000_000


@given(st.integers(0, 12 * HOUR), st.integers(1, 64))
def test_cuts_are_ordered_inside_and_not_too_close(end: int, jobs: int) -> None:
    found = cuts(Micros(end), jobs)
    assert found == sorted(set(found))
    assert all(0 < cut < end for cut in found)
    if found:
        edges = [0, *found, end]
        assert min(b - a for a, b in itertools.pairwise(edges)) > 10_000_000


@pytest.mark.parametrize(
    ("seconds", "jobs", "parts"),
    [(16, 2, 1), (60, 1, 2), (60, 2, 2), (60, 4, 4), (600, 2, 8), (3600, 2, 44), (10800, 2, 136)],
)
def test_the_number_of_segments_suits_the_workers(seconds: int, jobs: int, parts: int) -> None:
    assert len(cuts(Micros(seconds * 1_000_000), jobs)) + 1 == parts


@given(st.lists(st.integers(0, HOUR), max_size=20))
def test_segments_begin_with_a_look_at_people_after_settling(keys: list[int]) -> None:
    found = onsets([Micros(key) for key in sorted(keys)])
    assert found == sorted(set(found))
    assert all(onset % LOOK_PERIOD == 0 for onset in found)
    for key in filter(None, keys):
        assert any(0 <= onset - key - SETTLING < LOOK_PERIOD for onset in found)


def test_a_plan_cuts_two_seconds_after_key_frames(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(10, 90), key_every=40, size=(64, 48))
    found = plan(film, AnalysisOptions(), 2)
    assert found.facts.declared_sec == pytest.approx(90, abs=0.2)
    assert len(found.cuts) == 3
    with av.open(str(film)) as container:
        packets = container.demux(video=0)
        keys = [float(packet.pts * packet.time_base) for packet in packets if packet.is_keyframe]
    for cut in found.cuts:
        assert any(0 <= cut / 1e6 - 2 - key < 0.5 for key in keys)
    spans = [span for span in found.spans if span is not None]
    assert spans[0] == Interval(Micros(0), found.cuts[0])
    assert spans[-1].onset == found.cuts[-1]


def test_a_recording_that_declares_no_duration_is_cut_as_well(tmp_path: Path) -> None:
    film = write_film(
        tmp_path / "film.mkv", every(10, 90), key_every=40, size=(64, 48), options={"live": "1"}
    )
    found = plan(film, AnalysisOptions(), 2)
    assert found.facts.declared_sec is None
    assert found.end == pytest.approx(90_000_000, abs=200_000)
    assert len(found.cuts) >= 1


def test_what_cannot_be_entered_in_the_middle_stays_whole(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.gif", every(4, 60), codec="gif", size=(64, 48))
    assert plan(film, AnalysisOptions(), 4).spans == [None]


def test_a_recording_that_was_cut_off_before_its_index_is_still_cut(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mkv", every(10, 90), key_every=40, size=(64, 48))
    film.write_bytes(film.read_bytes()[: film.stat().st_size * 9 // 10])
    found = plan(film, AnalysisOptions(), 2)
    assert len(found.cuts) >= 2
    assert found.cuts[-1] < found.end

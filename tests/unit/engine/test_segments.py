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


def key_frames(end: int, jobs: int, every_us: int) -> list[Micros]:
    """For each equally spaced cut, the key frame before it settled."""
    return [
        Micros(max(0, cut - SETTLING) // every_us * every_us) for cut in cuts(Micros(end), jobs)
    ]


@given(st.integers(0, 4 * HOUR), st.integers(1, 16), st.integers(500_000, 300_000_000))
def test_segments_begin_with_a_look_at_people(end: int, jobs: int, every_us: int) -> None:
    found = onsets(key_frames(end, jobs, every_us), Micros(end), jobs)
    assert found == sorted(set(found))
    assert all(onset % LOOK_PERIOD == 0 and SETTLING <= onset < end for onset in found)


@given(st.integers(0, 4 * HOUR), st.integers(1, 16), st.integers(500_000, 10_000_000))
def test_before_the_last_round_nothing_is_decoded_in_vain(
    end: int, jobs: int, every_us: int
) -> None:
    keys = key_frames(end, jobs, every_us)
    found = onsets(keys, Micros(end), jobs)
    for onset in found[: 1 - jobs] if jobs > 1 else found:
        assert any(0 <= onset - key - SETTLING < LOOK_PERIOD for key in keys)


@pytest.mark.parametrize(
    ("seconds", "jobs", "every_sec"),
    [(60, 2, 8.333), (60, 2, 0.5), (60, 2, 60), (600, 2, 8.333), (600, 3, 5), (3600, 2, 10)],
)
def test_all_workers_end_at_about_the_same_time(seconds: int, jobs: int, every_sec: float) -> None:
    end, every_us = seconds * 1_000_000, int(every_sec * 1_000_000)
    found = onsets(key_frames(end, jobs, every_us), Micros(end), jobs)
    free = [0.0] * jobs
    for onset, offset in itertools.pairwise([0, *found, end]):
        before = onset - SETTLING
        lead_in = SETTLING + 0.4 * (before % every_us) if onset else 0.0
        free.sort()
        free[0] += lead_in + offset - onset
    assert max(free) - min(free) < 0.05 * end / jobs
    assert max(free) - min(free) < 5_000_000


def test_a_key_frame_too_far_away_is_not_begun_at() -> None:
    assert onsets([Micros(0)] * 5, Micros(HOUR), 2) == []


def test_a_plan_cuts_where_decoding_can_begin(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(10, 90), key_every=40, size=(64, 48))
    found = plan(film, AnalysisOptions(), 2)
    assert found.facts.declared_sec == pytest.approx(90, abs=0.2)
    assert len(found.cuts) == 3
    with av.open(str(film)) as container:
        packets = container.demux(video=0)
        keys = [float(packet.pts * packet.time_base) for packet in packets if packet.is_keyframe]
    for cut in found.cuts[:-1]:
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

"""How much of a recording counts as decoded."""

from proctor_desktop.domain.recording import DecodeRecord
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.media.coverage import Coverage, joined_record


def test_pictures_cover_the_time_until_the_next_one() -> None:
    coverage = Coverage(None)
    for start in range(0, 1_000_000, 40_000):
        coverage.add(start, start + 40_000, 40_000)
    assert coverage.seconds == 1.0
    assert coverage.end == 1_000_000


def test_a_long_gap_is_covered_for_half_a_second_only() -> None:
    coverage = Coverage(None)
    coverage.add(0, 10_000_000, 40_000)
    assert coverage.seconds == 0.5


def test_a_picture_declared_to_last_long_covers_that_time() -> None:
    coverage = Coverage(None)
    coverage.add(0, 3_000_000, 2_000_000)
    assert coverage.seconds == 3.0


def test_a_span_counts_its_own_part_only() -> None:
    coverage = Coverage(Interval(Micros(100_000), Micros(300_000)))
    for start in range(0, 1_000_000, 40_000):
        coverage.add(start, start + 40_000, 40_000)
    assert coverage.seconds == 0.2


def test_many_pictures_take_constant_room() -> None:
    coverage = Coverage(None)
    for start in range(0, 40_000 * 5000, 40_000):
        coverage.add(start, start + 40_000, 40_000)
    assert len(coverage._pieces) < 1000
    assert coverage.seconds == 200.0


def test_records_of_spans_add_up() -> None:
    first = DecodeRecord(10.0, 4.0, 100, 48, 1)
    second = DecodeRecord(10.0, 5.5, 120, 60, 0, 2)
    assert joined_record([first, second]) == DecodeRecord(10.0, 9.5, 220, 108, 1, 2)

"""The beginning and the end of an exam, said while it is captured."""

from proctor_desktop.calibration.exam import ExamOptions
from proctor_desktop.calibration.marks import ExamMarks
from proctor_desktop.domain.exam import Given

PLAIN = ExamOptions()


def test_nothing_changes_until_somebody_says_so() -> None:
    marks = ExamMarks()
    assert marks.applied(PLAIN, 5_000_000) is PLAIN
    assert marks.given == Given()


def test_the_next_picture_after_the_word_is_the_first_of_the_exam() -> None:
    marks = ExamMarks()
    marks.begin()
    exam = marks.applied(PLAIN, 12_345_678)
    assert (exam.begins_sec, exam.ends_sec) == (12.346, 0.0)
    assert marks.applied(exam, 13_000_000) is exam
    marks.end()
    assert marks.applied(exam, 20_000_000).ends_sec == 20.0
    assert marks.given == Given(12.346, 20.0)


def test_an_exam_that_begins_at_once_was_given_and_is_not_looked_for() -> None:
    marks = ExamMarks()
    marks.begin()
    assert marks.applied(PLAIN, 0).begins_sec > 0


def test_who_begins_again_takes_an_earlier_end_back() -> None:
    marks = ExamMarks()
    marks.begin()
    exam = marks.applied(PLAIN, 1_000_000)
    marks.end()
    exam = marks.applied(exam, 2_000_000)
    marks.begin()
    exam = marks.applied(exam, 3_000_000)
    assert (exam.begins_sec, exam.ends_sec) == (3.0, 0.0)


def test_times_that_were_given_before_stay_where_nothing_is_said() -> None:
    marks = ExamMarks()
    marks.end()
    exam = marks.applied(ExamOptions(begins_sec=4.0), 9_000_000)
    assert (exam.begins_sec, exam.ends_sec) == (4.0, 9.0)

from dataclasses import replace

from proctor_desktop.domain.signals import SignalSample
from proctor_desktop.domain.timeline import Micros, from_seconds, to_seconds
from proctor_desktop.pipeline import Measured, Outcome, Update
from proctor_desktop.report.evidence import EvidenceOptions
from proctor_desktop.services.live_evidence import LiveEvidence
from tests.unit.report import samples

STEP = from_seconds(1 / samples.FPS)


def _exam(evidence: LiveEvidence, seconds: float) -> None:
    """The sample exam, assessed anew every second as far as it has come."""
    track, whole = samples.track(seconds), samples.assessment()
    for index in range(len(track)):
        sample = track.sample(index)
        seen = tuple(one for one in whole.incidents if one.interval.offset <= sample.time)
        _push(evidence, sample, replace(whole, incidents=seen) if index % 12 == 0 else None)


def _push(evidence: LiveEvidence, sample: SignalSample, assessed) -> None:
    seconds = to_seconds(sample.time)
    measured = Measured(samples.frame(seconds, int(seconds)), None, None, sample)
    evidence.push(Update(measured, sample, None, assessed), is_recorded=False)


def _outcome(seconds: float, **changes) -> Outcome:
    assessed = samples.assessment(**changes)
    return Outcome(samples.FACTS, samples.RECORD, samples.track(seconds), assessed)


def test_incidents_of_a_source_that_is_gone_still_have_their_pictures():
    evidence = LiveEvidence(EvidenceOptions(), STEP)
    _exam(evidence, 100.0)
    only = samples.assessment().incidents[:3]
    pictures = evidence.pictures(_outcome(100.0, incidents=only))
    assert [(one.incident_id, round(one.evidence.time)) for one in pictures] == [
        ("I001", 29),
        ("I001", 32),
        ("I002", 59),
        ("I002", 60),
        ("I002", 62),
        ("I003", 89),
        ("I003", 94),
    ]


def test_pictures_follow_incidents_that_were_renumbered():
    evidence = LiveEvidence(EvidenceOptions(before_sec=0), STEP)
    _exam(evidence, 40.0)
    renumbered = replace(samples.assessment().incidents[0], id="I007")
    pictures = evidence.pictures(_outcome(40.0, incidents=(renumbered,)))
    assert [one.incident_id for one in pictures] == ["I007"]


def test_a_moment_that_was_not_remembered_has_no_picture():
    evidence = LiveEvidence(EvidenceOptions(), STEP)
    late = replace(samples.assessment(), incidents=samples.assessment().incidents[:1])
    for index in range(100 * 12, 101 * 12):
        sample = SignalSample(Micros(index * STEP))
        _push(evidence, sample, late)
    assert evidence.pictures(_outcome(101.0, incidents=late.incidents)) == ()

import av
import pytest

from proctor_desktop.simulation.recorder import record
from proctor_desktop.simulation.scenario import Scenario
from proctor_desktop.simulation.truth import Truth, truth_path

SCENARIO = Scenario.parse(
    "title: Short\nseconds: 2\nfps: 12\nsize: 160x120\nat 0.5 s turn left 30 deg for 1 s"
)


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    path = tmp_path_factory.mktemp("recording") / "short.mp4"
    record(SCENARIO, path)
    return path


def test_recording_has_the_stated_size_rate_and_length(recording):
    with av.open(str(recording)) as container:
        stream = container.streams.video[0]
        times = [float(frame.time) for frame in container.decode(stream)]
        assert (stream.width, stream.height) == (160, 120)
        assert stream.codec_context.name == "h264"
    assert times == pytest.approx([index / 12 for index in range(24)], abs=1e-4)


def test_truth_lies_beside_the_recording(recording):
    truth = Truth.from_json(truth_path(recording).read_text(encoding="utf-8"))
    assert [event.kind.value for event in truth.events] == ["head_movement"]


def test_same_scenario_gives_the_same_bytes(recording, tmp_path):
    record(SCENARIO, tmp_path / "again.mp4")
    assert (tmp_path / "again.mp4").read_bytes() == recording.read_bytes()


def test_progress_grows_to_one(tmp_path):
    shares = []
    record(SCENARIO, tmp_path / "told.mp4", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

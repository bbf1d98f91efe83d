"""Eyes behind glare, dark lenses and covers are not measured; one that is seen is enough."""

import numpy as np
import pytest

from proctor_desktop.domain.frame import Frame
from proctor_desktop.domain.signals import Missing
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.landmarks.topology import EYES, RestingEyes
from proctor_desktop.signals.extractor import Extractor
from proctor_desktop.signals.eye_region import with_eyes_seen
from proctor_desktop.signals.gaze import EyeReading, gaze
from proctor_desktop.signals.options import SignalOptions
from proctor_desktop.signals.own_shape import own_shape
from tests.unit.signals.faces import SIZE, face

WHITE, BLACK, SKIN = 252, 14, 128


def shown(*covers: int | None) -> Frame:
    """A face's picture: skin with texture, dark irises, and what covers the left and right eye."""
    across, down = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    grey = 128.0 + 30 * np.sin(across / 9) + 20 * np.cos(down / 7)
    for eye, cover in zip(EYES, covers, strict=True):
        x, y = face().points[eye.iris, :2]
        apart = np.hypot(across - x, down - y)
        grey[apart < 5] = 30
        if cover is not None:
            grey[apart < 40] = cover
    return Frame(Micros(0), np.repeat(grey[:, :, None], 3, axis=2).astype(np.uint8))


def test_eyes_in_the_open_are_seen() -> None:
    assert with_eyes_seen(shown(None, None), face()).eyes_seen == (True, True)


@pytest.mark.parametrize("cover", [WHITE, BLACK, SKIN], ids=["glare", "dark_lens", "plaster"])
def test_a_covered_eye_is_not_seen(cover: int) -> None:
    assert with_eyes_seen(shown(cover, None), face()).eyes_seen == (False, True)
    assert with_eyes_seen(shown(None, cover), face()).eyes_seen == (True, False)


@pytest.mark.parametrize("cover", [WHITE, BLACK, SKIN], ids=["glare", "dark_lenses", "plaster"])
def test_eyes_that_are_hidden_are_missing_with_their_own_reason(cover: int) -> None:
    frame = shown(cover, cover)
    sample = Extractor(SignalOptions()).extract(frame, with_eyes_seen(frame, face()), None)

    assert sample.gaze_horizontal is Missing.EYES_HIDDEN
    assert sample.lid_opening is Missing.EYES_HIDDEN
    assert isinstance(sample.yaw, float)


def test_one_eye_is_enough_and_is_no_look_aside() -> None:
    """Each iris sits a little to its own side of its eye."""
    left, right = EyeReading(-0.05, 0.05, 0.3, 0.2, 1.0), EyeReading(0.05, 0.05, 0.3, 0.2, 0.0)
    resting = RestingEyes(0.3, 0.2, 0.05, apart=-0.05)

    assert gaze((left, right), resting, SignalOptions()).horizontal == pytest.approx(0.0)


def test_how_far_irises_sit_apart_is_learned_from_faces_that_show_both_eyes() -> None:
    own = own_shape([face(iris=(0.02, 0.05))] * 12, SignalOptions())

    assert own is not None
    assert own.eyes.apart == pytest.approx(0.0, abs=0.01)

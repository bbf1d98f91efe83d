"""What the pipeline needs of a landmark model, whichever it is."""

from typing import Any, Protocol

from proctor_desktop.domain.frame import FaceLandmarks, Frame, PeopleLook


class FaceTracker(Protocol):
    """Follows the candidate's face through one stream; its state belongs to that stream.

    Attributes:
        memory: all that following takes over from earlier frames, as a value that can be compared,
            pickled, and given to another tracker, which then goes on exactly alike; None is the
            memory of a fresh one. A recording that is cut into parts relies on it.
    """

    memory: Any

    def track(self, frame: Frame, look: PeopleLook | None = None) -> FaceLandmarks | None:
        """The followed face, or None when no face can be followed in this frame.

        Args:
            frame: the next frame of the stream.
            look: what the people detector saw in this very frame, None when it did not look.
        """

    def close(self) -> None:
        """Give the model's memory back."""


class PeopleDetector(Protocol):
    """Counts the faces in a picture.

    Attributes:
        memory: as for a `FaceTracker`.
    """

    memory: Any

    def look(self, frame: Frame) -> PeopleLook | None:
        """Everyone in the picture, or None when it is not time to look at this frame."""

    def close(self) -> None:
        """Give the model's memory back."""

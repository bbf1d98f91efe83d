"""What the keys of the player do in Review."""

from proctor_desktop.gui.display.timeline import ZOOM_STEP, Timeline
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.transport import Transport


class Playing:
    """One method for each playing action."""

    def __init__(self, player: Player, transport: Transport, timeline: Timeline) -> None:
        self._player = player
        self._transport = transport
        self._timeline = timeline

    def toggle(self) -> None:
        """Play or pause."""
        self._player.toggle()

    def pause(self) -> None:
        """Stop."""
        self._player.pause()

    def shuttle_back(self) -> None:
        """Play backwards, faster with each press."""
        self._player.shuttle(-1)

    def shuttle_forward(self) -> None:
        """Play forwards, faster with each press."""
        self._player.shuttle(1)

    def step_back(self) -> None:
        """One frame back."""
        self._player.step(-1)

    def step_forward(self) -> None:
        """One frame forward."""
        self._player.step(1)

    def second_back(self) -> None:
        """One second back."""
        self._player.skip(-1)

    def second_forward(self) -> None:
        """One second forward."""
        self._player.skip(1)

    def slower(self) -> None:
        """Slower."""
        self._player.change_speed(-1)

    def faster(self) -> None:
        """Faster."""
        self._player.change_speed(1)

    def toggle_stops(self) -> None:
        """Stop at each incident, or not."""
        self._transport.stops.toggle()

    def toggle_skips(self) -> None:
        """Jump over time without incidents, or not."""
        self._transport.skips.toggle()

    def zoom_in(self) -> None:
        """Show less time, larger."""
        self._timeline.zoom(1 / ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show more time."""
        self._timeline.zoom(ZOOM_STEP)

    def zoom_all(self) -> None:
        """Show the whole recording."""
        self._timeline.show_all()

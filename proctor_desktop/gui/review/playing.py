"""What the keys of the player do in Review."""

from PySide6.QtCore import Slot

from proctor_desktop.gui.display.timeline import ZOOM_STEP, Timeline
from proctor_desktop.gui.review.player import Player
from proctor_desktop.gui.review.transport import Transport


class PlayingActions:
    """Part of the Review page: one method for each playing action."""

    player: Player
    transport: Transport
    timeline: Timeline

    @Slot()
    def toggle_play(self) -> None:
        """Play or pause."""
        self.player.toggle()

    @Slot()
    def pause(self) -> None:
        """Stop."""
        self.player.pause()

    @Slot()
    def shuttle_back(self) -> None:
        """Play backwards, faster with each press."""
        self.player.shuttle(-1)

    @Slot()
    def shuttle_forward(self) -> None:
        """Play forwards, faster with each press."""
        self.player.shuttle(1)

    @Slot()
    def step_back(self) -> None:
        """One frame back."""
        self.player.step(-1)

    @Slot()
    def step_forward(self) -> None:
        """One frame forward."""
        self.player.step(1)

    @Slot()
    def second_back(self) -> None:
        """One second back."""
        self.player.skip(-1)

    @Slot()
    def second_forward(self) -> None:
        """One second forward."""
        self.player.skip(1)

    @Slot()
    def slower(self) -> None:
        """Slower."""
        self.player.change_speed(-1)

    @Slot()
    def faster(self) -> None:
        """Faster."""
        self.player.change_speed(1)

    @Slot()
    def toggle_stop_at_incidents(self) -> None:
        """Pause at each incident, or not."""
        self.transport.stops.toggle()

    @Slot()
    def toggle_skip_quiet(self) -> None:
        """Jump over time without incidents, or not."""
        self.transport.skips.toggle()

    @Slot()
    def zoom_in(self) -> None:
        """Show less time, larger."""
        self.timeline.zoom(1 / ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show more time."""
        self.timeline.zoom(ZOOM_STEP)

    @Slot()
    def zoom_all(self) -> None:
        """Show the whole recording."""
        self.timeline.show_all()

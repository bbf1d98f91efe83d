"""Switches for the layers that are drawn over the picture."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from proctor_desktop.gui.display.video_view import VideoView
from proctor_desktop.gui.language.translation import translate


class LayerSwitches(QWidget):
    """One check box for each layer of a video view."""

    def __init__(
        self, view: VideoView, *, is_stored: bool = False, parent: QWidget | None = None
    ) -> None:
        """``is_stored`` leaves out the layers of which nothing is kept with a report."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layers = [
            (translate("Layers", "Head axes"), view.layers.head, view.set_head),
            (translate("Layers", "Gaze"), view.layers.gaze, view.set_gaze),
        ]
        if not is_stored:
            layers += [
                (translate("Layers", "People"), view.layers.people, view.set_people),
                (translate("Layers", "Face points"), view.layers.landmarks, view.set_landmarks),
            ]
        for title, shown, slot in layers:
            box = QCheckBox(title)
            box.setChecked(shown)
            box.setAccessibleName(
                translate("Layers", "Draw over the picture: {layer}").format(layer=title)
            )
            box.toggled.connect(slot)
            layout.addWidget(box)
        layout.addStretch()

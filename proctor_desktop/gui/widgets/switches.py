"""Switches for the layers that are drawn over the picture."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from proctor_desktop.gui.translation import translate
from proctor_desktop.gui.widgets.video_view import VideoView


class LayerSwitches(QWidget):
    """One check box for each layer of a video view."""

    def __init__(self, view: VideoView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for title, shown, slot in (
            (translate("Layers", "Head axes"), view.layers.head, view.set_head),
            (translate("Layers", "Gaze"), view.layers.gaze, view.set_gaze),
            (translate("Layers", "People"), view.layers.people, view.set_people),
            (translate("Layers", "Face points"), view.layers.landmarks, view.set_landmarks),
        ):
            box = QCheckBox(title)
            box.setChecked(shown)
            box.setAccessibleName(
                translate("Layers", "Draw over the picture: {layer}").format(layer=title)
            )
            box.toggled.connect(slot)
            layout.addWidget(box)
        layout.addStretch()

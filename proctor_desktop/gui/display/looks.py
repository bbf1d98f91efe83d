"""Colours and icons of risk classes and of kinds of events, by name of the theme."""

from proctor_desktop.domain.events import EventKind
from proctor_desktop.domain.report import RiskClass

CLASS_COLORS = {
    RiskClass.CLEAN: "clean",
    RiskClass.BORDERLINE: "borderline",
    RiskClass.SUSPICIOUS: "suspicious",
    RiskClass.HIGH_RISK: "high_risk",
}


def class_color(risk_class: RiskClass | None) -> str:
    """The colour of a class; None, where too little was measured to say one, has that of text."""
    return "muted" if risk_class is None else CLASS_COLORS[risk_class]


KIND_COLORS = {
    EventKind.GAZE_DEVIATION: "gaze",
    EventKind.HEAD_MOVEMENT: "yaw",
    EventKind.FACE_ABSENCE: "absence",
    EventKind.MULTIPLE_FACES: "people",
}

KIND_ICONS = {
    EventKind.GAZE_DEVIATION: "mdi6.eye-outline",
    EventKind.HEAD_MOVEMENT: "mdi6.head-sync-outline",
    EventKind.FACE_ABSENCE: "mdi6.account-off-outline",
    EventKind.MULTIPLE_FACES: "mdi6.account-multiple-outline",
}

"""Signals become events: detectors say what is unusual, one machine says when."""

from proctor_desktop.detection.detector import DetectionOptions, Detector, detect

__all__ = ["DetectionOptions", "Detector", "detect"]

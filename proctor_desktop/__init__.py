"""Exam invigilation on the desktop: a person decides, the program explains."""

__version__ = "0.2.0"

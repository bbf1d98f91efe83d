"""Frames to face landmarks and to the number of people; the only room that knows MediaPipe."""

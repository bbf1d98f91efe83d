"""Tests of the use cases that keep things."""

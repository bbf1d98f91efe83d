"""Feature: every report that is kept."""

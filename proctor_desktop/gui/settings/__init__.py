"""Feature: every option, with bounds and a sentence."""

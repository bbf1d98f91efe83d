"""Feature: look at each incident beside its evidence, and decide."""

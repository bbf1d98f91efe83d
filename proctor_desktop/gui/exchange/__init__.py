"""Feature: exchange of reports with the centre."""

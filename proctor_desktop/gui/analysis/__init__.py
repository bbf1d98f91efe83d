"""Feature: queue and capture recordings, and watch them being measured."""

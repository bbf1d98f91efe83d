"""Landmarks and pictures to signals in physical units."""

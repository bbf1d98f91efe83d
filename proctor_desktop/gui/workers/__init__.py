"""Threads that bring results of long work back to the window."""

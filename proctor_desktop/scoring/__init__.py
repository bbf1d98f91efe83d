"""Incidents become a risk that can be taken apart again."""

"""Widgets, tables, actions and colours that know nothing of exams."""

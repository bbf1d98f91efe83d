"""The window: pages, widgets and the threads that feed them. Nothing below knows of Qt."""

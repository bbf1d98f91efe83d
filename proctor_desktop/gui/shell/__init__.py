"""The window around the features: pages, side bar, dialogs of its own."""

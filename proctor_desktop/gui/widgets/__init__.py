"""Parts that show one fact each."""

"""One file for each place of the side bar."""

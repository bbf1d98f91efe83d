"""A rendered candidate with known answers: scripts of behaviour become video and its truth."""

"""How true the measurements are, on labelled material."""

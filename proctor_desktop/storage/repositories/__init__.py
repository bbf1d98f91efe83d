"""One repository for each noun that is kept; every method works inside the caller's transaction."""

"""Use cases: what the window, the REST service and the command line call."""

"""One recording over several processes or machines."""

"""The command line: parse, call a service, answer; every command imports what it needs late."""

"""Exchange with the centre's MySQL server: reports, decisions and audit heads."""

"""From what was measured and assessed to the report a person reads, as JSON, CSV, HTML and PDF."""

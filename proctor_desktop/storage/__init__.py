"""What is kept: database, per-frame signals, evidence pictures and the audit log."""

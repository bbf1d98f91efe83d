"""The history of the schema, one for SQLite, MySQL and MariaDB."""

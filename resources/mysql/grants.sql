-- Accounts for the centre's database. Run as an administrator of the server, after
-- `proctor-desktop db init`; replace the passwords and, where you can, the host pattern.
-- The database is called `proctoring` here; change the name where yours differs.

-- 1. Workstations: they add and revise reports, and append what can never be changed again.
CREATE USER IF NOT EXISTS 'proctor'@'%' IDENTIFIED BY 'change-me' REQUIRE SSL;

GRANT SELECT, INSERT, UPDATE ON `proctoring`.`proctoring_reports` TO 'proctor'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`report_documents` TO 'proctor'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`report_sync_meta` TO 'proctor'@'%';
-- SELECT ... FOR UPDATE needs UPDATE, so the clock row can be changed by every workstation.
GRANT SELECT, UPDATE ON `proctoring`.`sync_clock` TO 'proctor'@'%';
GRANT SELECT, INSERT ON `proctoring`.`sync_changes` TO 'proctor'@'%';
GRANT SELECT, INSERT ON `proctoring`.`sync_conflicts` TO 'proctor'@'%';
GRANT SELECT, INSERT ON `proctoring`.`review_decisions` TO 'proctor'@'%';
GRANT SELECT, INSERT ON `proctoring`.`audit_heads` TO 'proctor'@'%';
-- Signatures are added and never changed. Which key is whose, only the administrator says.
GRANT SELECT, INSERT ON `proctoring`.`signatures` TO 'proctor'@'%';
GRANT SELECT, INSERT ON `proctoring`.`offered_keys` TO 'proctor'@'%';
GRANT SELECT ON `proctoring`.`workstation_keys` TO 'proctor'@'%';
GRANT SELECT ON `proctoring`.`alembic_version` TO 'proctor'@'%';

-- 2. The REST service where it keeps its reports on this server: the same, and its own tables.
CREATE USER IF NOT EXISTS 'proctor_service'@'%' IDENTIFIED BY 'change-me-too' REQUIRE SSL;

GRANT SELECT, INSERT, UPDATE ON `proctoring`.`proctoring_reports` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`report_documents` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`report_sync_meta` TO 'proctor_service'@'%';
GRANT SELECT, UPDATE ON `proctoring`.`sync_clock` TO 'proctor_service'@'%';
GRANT SELECT, INSERT ON `proctoring`.`sync_changes` TO 'proctor_service'@'%';
GRANT SELECT, INSERT ON `proctoring`.`sync_conflicts` TO 'proctor_service'@'%';
GRANT SELECT, INSERT ON `proctoring`.`review_decisions` TO 'proctor_service'@'%';
GRANT SELECT, INSERT ON `proctoring`.`audit_heads` TO 'proctor_service'@'%';
GRANT SELECT, INSERT ON `proctoring`.`audit_log` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`store_facts` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`exam_retention` TO 'proctor_service'@'%';
GRANT SELECT ON `proctoring`.`outbox` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON `proctoring`.`signal_tracks` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON `proctoring`.`signal_blocks` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`evidence` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON `proctoring`.`jobs` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON `proctoring`.`idempotency_keys` TO 'proctor_service'@'%';
GRANT SELECT, INSERT, UPDATE ON `proctoring`.`api_keys` TO 'proctor_service'@'%';
GRANT SELECT ON `proctoring`.`alembic_version` TO 'proctor_service'@'%';

-- 3. The administrator who runs `proctor-desktop db init`, `db upgrade` and `workstations enrol`. No
-- workstation has it: whoever has it says whose key is whose.
CREATE USER IF NOT EXISTS 'proctor_admin'@'%' IDENTIFIED BY 'change-me-as-well' REQUIRE SSL;
GRANT ALL PRIVILEGES ON `proctoring`.* TO 'proctor_admin'@'%';

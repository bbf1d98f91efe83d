"""Run by Alembic: applies the steps on the connection that `storage.migration` hands over."""

from alembic import context

from proctor_desktop.storage.schema import METADATA, WORKSTATION
from proctor_desktop.storage.signing_tables import SIGNING

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=[METADATA, WORKSTATION, SIGNING],
    render_as_batch=True,
    # SQLite can roll DDL back; Alembic assumes otherwise because its driver used to commit first.
    transactional_ddl=context.config.attributes["transactional_ddl"],
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()

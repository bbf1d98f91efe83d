#!/bin/sh
# Starts the workers. They share one database, one spool folder and one queue.
set -eu
rm -rf "$PROMETHEUS_MULTIPROC_DIR"
mkdir -p "$PROMETHEUS_MULTIPROC_DIR"
proctor-desktop db init ${MYSQL_HOST:+--server}
# nothing is answered without a key: the first one is printed into the log of this container, once
proctor-desktop serve keys add first --first
exec gunicorn "proctor_desktop.api.app:create_app()" \
    --worker-class proctor_desktop.api.worker.Worker --workers "$WORKERS" \
    --bind 0.0.0.0:8000 --timeout 120 --graceful-timeout 30 --no-control-socket \
    --worker-tmp-dir /dev/shm

"""A process that keeps a worker busy, tells its number, and waits to be killed."""

import sys
import time

from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.engine.pool import LocalPool
from tests.unit.engine import calls

if __name__ == "__main__":
    pool = LocalPool(EngineOptions(jobs=1))
    number = pool.submit(calls.own_pid).result()
    pool.submit(getattr(calls, sys.argv[1]), 600)
    time.sleep(0.5)
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
    time.sleep(600)

"""Options of the exchange, apart from it: settings read them without loading a database."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How much is exchanged at once, and how often."""

    batch: Annotated[int, Gt(0), Le(1000), Doc("Reports in one transaction of the server.")] = 100
    batch_bytes: Annotated[
        int, Ge(100_000), Le(16_000_000), Doc("Bytes in one transaction of the server.")
    ] = 4_000_000
    interval_sec: Annotated[
        float, Gt(0), Le(3600), Doc("Seconds between two exchanges while the server answers.")
    ] = 15.0
    longest_wait_sec: Annotated[
        float, Gt(0), Le(3600), Doc("Longest pause before a server is tried again.")
    ] = 300.0

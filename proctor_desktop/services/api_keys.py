"""Keys that allow to call the REST service: made, checked, listed, revoked.

A key reads ``pd_<public part>_<secret>``. The public part finds the row; of the secret only the
argon2 hash is kept, so a copy of the database opens nothing.
"""

import hashlib
import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.jobs import ApiKey
from proctor_desktop.services.jobs import utc_now

_KEY = re.compile(r"pd_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_FRESH_SEC = 2.0
"""For so long the rows of the database are believed; a revoked key works no longer than this."""

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""The smallest argon2id setting of OWASP's password storage sheet; the secret has 256 bits."""


class ApiKeyStore(Protocol):
    """The keys in the database; every call is one transaction of its own."""

    def add(self, key: ApiKey) -> None:
        """Keep a key; `SettingsError` when one of that name is good."""

    def list(self) -> Sequence[ApiKey]:
        """All keys, revoked ones too, oldest first."""

    def revoke(self, name: str, *, now: datetime) -> None:
        """Refuse the good key of that name from now on; `NotFoundError` when there is none."""


class ApiKeys:
    """The keys of this installation."""

    def __init__(
        self,
        store: ApiKeyStore,
        clock: Callable[[], datetime] = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._clock = clock
        self._monotonic = monotonic
        self._good: dict[str, ApiKey] = {}
        self._any_made = False
        self._read_at: float | None = None
        self._proven: dict[str, tuple[bytes, str]] = {}
        self._hashing = threading.Lock()

    def add(self, name: str) -> str:
        """Make a key and answer it; it cannot be shown a second time.

        Raises:
            SettingsError: the name is taken or has other characters than letters, digits,
                dot, dash and underscore.
        """
        if not _NAME.fullmatch(name):
            raise SettingsError(
                f"{name!r} cannot be the name of a key. Use up to 64 letters, digits, dots, "
                "dashes and underscores."
            )
        key_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        self._store.add(ApiKey(name, key_id, _HASHER.hash(secret), self._clock()))
        self._read_at = None
        return f"pd_{key_id}_{secret}"

    def list(self) -> Sequence[ApiKey]:
        """All keys, revoked ones too, oldest first."""
        return self._store.list()

    def revoke(self, name: str) -> None:
        """Refuse a key; running servers follow within two seconds.

        Raises:
            NotFoundError: there is no good key of that name.
        """
        self._store.revoke(name, now=self._clock())
        self._read_at = None

    def are_needed(self) -> bool:
        """Whether callers must show a key: as soon as one was made.

        Revoking the last one does not open the door again.
        """
        self._good_keys()
        return self._any_made

    def check(self, key: str) -> str | None:
        """Name of the good key that ``key`` is, None when it is none.

        The slow hash is computed once per key and process; later calls compare a digest in
        constant time. An unknown public part costs no hash.
        """
        match = _KEY.fullmatch(key)
        row = self._good_keys().get(match.group(1)) if match else None
        if match is None or row is None:
            return None
        digest = hashlib.sha256(key.encode()).digest()
        proven = self._proven.get(row.key_id)
        if proven is not None and proven[1] == row.key_hash:
            return row.name if hmac.compare_digest(proven[0], digest) else None
        with self._hashing:
            try:
                _HASHER.verify(row.key_hash, match.group(2))
            except VerificationError:
                return None
        self._proven[row.key_id] = (digest, row.key_hash)
        return row.name

    def is_ready(self, key: str) -> bool:
        """Whether `check` would answer from memory, without database and slow hash."""
        match = _KEY.fullmatch(key)
        return self._is_fresh() and (match is None or match.group(1) in self._proven)

    def sign(self, name: str, message: str) -> str | None:
        """Hex HMAC of a message with the stored hash of a good key, None without such a key.

        Every server process can check it, and revoking the key makes it worthless.
        """
        for row in self._good_keys().values():
            if row.name == name:
                return hmac.new(row.key_hash.encode(), message.encode(), "sha256").hexdigest()
        return None

    def _good_keys(self) -> dict[str, ApiKey]:
        if not self._is_fresh():
            now = self._monotonic()
            rows = self._store.list()
            self._any_made = bool(rows)
            self._good = {row.key_id: row for row in rows if row.revoked_at is None}
            self._read_at = now
        return self._good

    def _is_fresh(self) -> bool:
        return self._read_at is not None and self._monotonic() - self._read_at <= _FRESH_SEC

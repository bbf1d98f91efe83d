"""Signatures of what is kept here: of this workstation and of others."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from proctor_desktop.storage.signing import Signature, Signer, Statement, holds
from proctor_desktop.storage.signing_tables import signatures
from proctor_desktop.storage.sql import add_missing

_TABLE = signatures
_AT_ONCE = 500


class Signatures:
    """Signatures within one transaction."""

    def __init__(
        self, connection: sa.Connection, signer: Callable[[], Signer] | None = None
    ) -> None:
        """Without a ``signer`` nothing is signed: a server speaks for nobody."""
        self._connection = connection
        self._signer = signer

    def sign(self, statements: Sequence[Statement]) -> None:
        """Say things in the name of this workstation."""
        if self._signer is not None and statements:
            signer = self._signer()
            self.add([signer.sign(one) for one in statements])

    def unsigned(self, statements: Sequence[Statement]) -> list[Statement]:
        """Those that do not carry this workstation's signature."""
        if self._signer is None or not statements:
            return []
        signer, found = self._signer(), self.about([one.subject for one in statements])
        return [
            one
            for one in statements
            if not any(
                said.origin == signer.origin and holds(one, said, signer.public_key)
                for said in found.get(one.subject, ())
                if said.sha256 == one.sha256
            )
        ]

    def add(self, signatures: Sequence[Signature]) -> None:
        """Keep signatures; those that are here already once."""
        for first in range(0, len(signatures), _AT_ONCE):
            part = signatures[first : first + _AT_ONCE]
            add_missing(self._connection, _TABLE, [_row(one) for one in part])

    def about(
        self, subjects: Sequence[str], hashes: Sequence[str] | None = None
    ) -> dict[str, list[Signature]]:
        """What was said about these, by id; only of these ``hashes`` where some are given."""
        is_meant = sa.true() if hashes is None else _TABLE.c.sha256.in_(hashes)
        found: dict[str, list[Signature]] = {}
        for first in range(0, len(subjects), _AT_ONCE):
            part = subjects[first : first + _AT_ONCE]
            for one in self._read(sa.select(_TABLE).where(_TABLE.c.subject.in_(part), is_meant)):
                found.setdefault(one.subject, []).append(one)
        return found

    def of_origin(self, origin: str) -> Iterator[list[Signature]]:
        """Everything that a workstation said, in portions."""
        return self._portions(_TABLE.c.origin == origin)

    def all(self) -> Iterator[list[Signature]]:
        """Everything that was said, in portions."""
        return self._portions(sa.true())

    def _portions(self, wanted: "sa.ColumnElement[bool]") -> Iterator[list[Signature]]:
        columns = (_TABLE.c.subject, _TABLE.c.sha256, _TABLE.c.origin, _TABLE.c.signature)
        after = ("", "", "", "")
        while True:
            # The first condition says nothing new; a server finds its place in the index by it.
            behind = (_TABLE.c.subject >= after[0], sa.tuple_(*columns) > sa.tuple_(*after))
            query = sa.select(_TABLE).where(wanted, *behind)
            part = self._read(query.order_by(*columns).limit(_AT_ONCE))
            if not part:
                return
            yield part
            last = part[-1]
            after = (last.subject, last.sha256, last.origin, last.signature)

    def _read(self, query: "sa.Select[Any]") -> list[Signature]:
        return [Signature(**row._mapping) for row in self._connection.execute(query)]


def _row(one: Signature) -> dict[str, str]:
    return {name: getattr(one, name) for name in Signature.__slots__}

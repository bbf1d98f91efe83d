"""HTTP connections that do not wait for ever: the part of a request's life that ASGI cannot see.

The guard watches bodies while the application reads them. Here the head is watched, and whatever
still trickles in after an early answer.
"""

import asyncio
from typing import cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SEC = 30.0
"""A request's head must be complete within this time after its first byte or the connection."""

LEFTOVER_SEC = 10.0
"""So long may the rest of a body go on coming after its answer was sent."""


WAITING_HEADS = 100
"""So many connections of one address may be without a whole head; of more the oldest is closed."""


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol with a deadline for whatever is not yet a whole request."""

    _deadline: asyncio.TimerHandle | None = None
    _awaits_head = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start the clock for the first head; one address cannot take up all places."""
        super().connection_made(cast(asyncio.Transport, transport))
        self._expect_head()
        self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Stop the clock when a head has become whole, start it for the next one."""
        awaited_head = self.conn.their_state is h11.IDLE
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._expect_head()
        elif awaited_head:
            self._stop_clock()

    def on_response_complete(self) -> None:
        """Give the rest of an unread body a little time, then close."""
        super().on_response_complete()
        if self.conn.their_state is h11.SEND_BODY and self._deadline is None:
            self._deadline = self.loop.call_later(LEFTOVER_SEC, self._give_up)

    def _expect_head(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SEC, self._give_up)
            self._awaits_head = True

    def _make_room(self) -> None:
        host = self.client[0] if self.client else None
        waiting = [
            one
            for one in self.connections
            if isinstance(one, PatientProtocol)
            and one._awaits_head
            and (one.client[0] if one.client else None) == host
        ]
        if len(waiting) > WAITING_HEADS:
            min(waiting, key=lambda one: one._deadline.when() if one._deadline else 0)._give_up()

    def _stop_clock(self) -> None:
        self._awaits_head = False
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._awaits_head = False
        if not self.transport.is_closing():
            self.transport.close()

"""Alarms: what was found once and stays until a person settles it with a reason."""

import json
from collections.abc import Sequence

from proctor_desktop.storage.repositories.facts import Facts

_NAME = "alarms"


class Alarms:
    """Sentences within one transaction, in the order in which they were found."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def standing(self) -> list[str]:
        """Those that nobody settled."""
        return list(json.loads(self._facts.get(_NAME) or "[]"))

    def add(self, sentences: Sequence[str]) -> None:
        """Keep alarms; one that stands already stands once."""
        standing = self.standing()
        new = [one for one in dict.fromkeys(sentences) if one not in standing]
        if new:
            self._facts.set(_NAME, json.dumps([*standing, *new]))

    def clear(self) -> None:
        """Forget them; the caller writes into the audit log who settled them, and why."""
        self._facts.set(_NAME, "[]")

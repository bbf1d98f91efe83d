"""Accommodation profiles: named changes of settings for one candidate, shown in the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """An accommodation.

    Attributes:
        name: as given on the command line.
        title: for people.
        reason: why these settings and no others, one sentence.
        changes: dotted names of analysis options and their values under this profile.
    """

    name: str
    title: str
    reason: str
    changes: Mapping[str, float | bool] = field(default_factory=lambda: MappingProxyType({}))

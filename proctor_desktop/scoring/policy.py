"""The risk policy: constants, no code. A change of any of them is a new version."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import Annotated, Any

from annotated_types import Ge, Gt, Le
from typing_extensions import Doc

from proctor_desktop.domain.events import EventKind, Severity
from proctor_desktop.domain.report import RiskClass


@dataclass(frozen=True, slots=True)
class KindPolicy:
    """What one kind of event costs.

    Attributes:
        rate: so many events an hour of medium severity make a load of 1.
        share: so large a part of the time does, too.
        ceiling: the risk that this kind alone can reach.
    """

    rate: float
    share: float
    ceiling: float


RISK_UNCERTAINTY = 0.04
"""By so much another compression of the same pictures changed the risk at most: five rendered and
three real recordings in six codecs and four containers differed by 0.00 to 0.037."""


@dataclass(frozen=True, slots=True)
class ClassLimits:
    """Highest risk of each class; above the last is HIGH_RISK."""

    clean: float
    borderline: float
    suspicious: float

    def of(self, score: float) -> RiskClass:
        """Class of a risk."""
        return next(name for name, end in self.ends() if score <= end or end >= 1)

    def ends(self) -> tuple[tuple[RiskClass, float], ...]:
        """Each class with the end of its part of the scale from 0 to 1, in rising order.

        A class whose limit lies below that of a milder one has no part.
        """
        ends = accumulate((self.clean, self.borderline, self.suspicious, 1.0), max)
        return tuple(zip(RiskClass, ends, strict=True))

    def near(self, score: float) -> tuple[RiskClass, RiskClass, float] | None:
        """The classes on both sides of a limit that is as near as the risk is uncertain, and the
        limit; None where there is none."""
        ends = self.ends()
        close = [
            (abs(score - end), (below, above, end))
            for (below, end), (above, _) in pairwise(ends)
            if abs(score - end) <= RISK_UNCERTAINTY
        ]
        return min(close)[1] if close else None


@dataclass(frozen=True, slots=True)
class Policy:
    """Version 1 of the policy; every constant can be changed by name."""

    version: Annotated[str, Doc("Name of the policy in the report.")] = "1"

    gaze_deviation_rate: Annotated[
        float, Gt(0), Le(10_000), Doc("Gaze deviations an hour that make a load of 1.")
    ] = 100.0
    gaze_deviation_share: Annotated[
        float, Gt(0), Le(1), Doc("Share of time with the gaze away that makes a load of 1.")
    ] = 0.10
    gaze_deviation_ceiling: Annotated[
        float, Ge(0), Le(1), Doc("Risk that gaze deviations alone can reach.")
    ] = 0.70
    head_movement_rate: Annotated[
        float, Gt(0), Le(10_000), Doc("Head movements an hour that make a load of 1.")
    ] = 75.0
    head_movement_share: Annotated[
        float, Gt(0), Le(1), Doc("Share of time with the head away that makes a load of 1.")
    ] = 0.08
    head_movement_ceiling: Annotated[
        float, Ge(0), Le(1), Doc("Risk that head movements alone can reach.")
    ] = 0.70
    face_absence_rate: Annotated[
        float, Gt(0), Le(10_000), Doc("Absences an hour that make a load of 1.")
    ] = 15.0
    face_absence_share: Annotated[
        float, Gt(0), Le(1), Doc("Share of time absent that makes a load of 1.")
    ] = 0.03
    face_absence_ceiling: Annotated[
        float, Ge(0), Le(1), Doc("Risk that absences alone can reach.")
    ] = 0.85
    multiple_faces_rate: Annotated[
        float, Gt(0), Le(10_000), Doc("Sights of a second person an hour that make a load of 1.")
    ] = 3.0
    multiple_faces_share: Annotated[
        float, Gt(0), Le(1), Doc("Share of time with a second person that makes a load of 1.")
    ] = 0.01
    multiple_faces_ceiling: Annotated[
        float, Ge(0), Le(1), Doc("Risk that a second person alone can reach.")
    ] = 0.90

    low_weight: Annotated[float, Ge(0), Le(10), Doc("Weight of low severity.")] = 0.5
    medium_weight: Annotated[float, Ge(0), Le(10), Doc("Weight of medium severity.")] = 1.0
    high_weight: Annotated[float, Ge(0), Le(10), Doc("Weight of high severity.")] = 2.0
    min_measurable_sec: Annotated[
        float,
        Gt(0),
        Le(86_400),
        Doc("Shorter measurable time counts as this, so that one event is not 120 an hour."),
    ] = 600.0
    clean_until: Annotated[float, Ge(0), Le(1), Doc("Highest risk of the class CLEAN.")] = 0.20
    borderline_until: Annotated[
        float, Ge(0), Le(1), Doc("Highest risk of the class BORDERLINE.")
    ] = 0.40
    suspicious_until: Annotated[
        float, Ge(0), Le(1), Doc("Highest risk of the class SUSPICIOUS.")
    ] = 0.65

    @property
    def name(self) -> str:
        """The version, and that it was changed where others were published under it."""
        if PUBLISHED.get(self.version, self) == self:
            return self.version
        constants = json.dumps(asdict(self), sort_keys=True).encode()
        return f"{self.version} (changed, {hashlib.sha256(constants).hexdigest()[:8]})"

    @property
    def limits(self) -> ClassLimits:
        """Where the classes end."""
        return ClassLimits(self.clean_until, self.borderline_until, self.suspicious_until)

    def of(self, kind: EventKind) -> KindPolicy:
        """Constants of one kind that counts.

        Raises:
            KeyError: a technical kind, which costs nothing.
        """
        if kind.is_technical:
            raise KeyError(kind)
        name = kind.value
        return KindPolicy(
            getattr(self, f"{name}_rate"),
            getattr(self, f"{name}_share"),
            getattr(self, f"{name}_ceiling"),
        )

    def weight(self, severity: Severity) -> float:
        """How much an event of this severity counts."""
        if severity is Severity.LOW:
            return self.low_weight
        return self.medium_weight if severity is Severity.MEDIUM else self.high_weight


POLICY_1 = Policy()

PUBLISHED: Mapping[str, Policy] = MappingProxyType({POLICY_1.version: POLICY_1})
"""The policies that the program came with, by version."""


def class_limits(settings: Mapping[str, object]) -> ClassLimits:
    """Class limits of the policy that a report was made with.

    Args:
        settings: of the report's provenance; a limit that it does not name is that of version 1.
    """

    def limit(name: str) -> float:
        found = settings.get(f"policy.{name}")
        return float(found) if isinstance(found, int | float) else float(getattr(POLICY_1, name))

    return ClassLimits(limit("clean_until"), limit("borderline_until"), limit("suspicious_until"))


def policy_of(settings: Mapping[str, object]) -> Policy:
    """The policy that a report was scored with, from the settings that it carries."""
    known = {entry.name for entry in fields(Policy)}
    changes: dict[str, Any] = {
        name.removeprefix("policy."): value
        for name, value in settings.items()
        if name.startswith("policy.") and name.removeprefix("policy.") in known
    }
    return Policy(**changes)

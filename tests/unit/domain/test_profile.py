"""Built-in profiles name settings that exist, within their bounds, and say why."""

from dataclasses import fields
from typing import get_type_hints

import annotated_types
import pytest

from proctor_desktop.calibration import CalibrationOptions
from proctor_desktop.detection import DetectionOptions
from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.profile import PROFILES, Profile, built_in
from proctor_desktop.scoring.policy import Policy

GROUPS = {"calibration": CalibrationOptions, "detection": DetectionOptions, "policy": Policy}


def test_the_promised_profiles_are_there() -> None:
    assert set(PROFILES) == {
        "glasses",
        "involuntary_movement",
        "low_vision",
        "paper_exam",
        "second_screen",
        "reader",
        "fixed_posture",
    }


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_profile_changes_settings_that_exist_within_their_bounds(profile: Profile) -> None:
    assert profile.changes
    assert profile.title
    assert profile.reason.endswith(".")
    for name, value in profile.changes.items():
        group, option = name.split(".")
        options = GROUPS[group]
        hint = get_type_hints(options, include_extras=True)[option]
        (default,) = [field.default for field in fields(options) if field.name == option]
        assert type(value) is type(default)
        assert value != default
        for bound in hint.__metadata__:
            if isinstance(bound, annotated_types.Gt):
                assert value > bound.gt
            if isinstance(bound, annotated_types.Ge):
                assert value >= bound.ge
            if isinstance(bound, annotated_types.Le):
                assert value <= bound.le


def test_a_profile_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        built_in("glasses").changes["calibration.eye_floor"] = 1.0  # type: ignore[index]  # that is the point


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="glasses"):
        built_in("sunglasses")

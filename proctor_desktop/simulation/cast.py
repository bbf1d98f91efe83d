"""The people of the simulation: one portrait, other proportions and colours."""

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.simulation.candidate import Looks
from proctor_desktop.simulation.eyes import EyeColors
from proctor_desktop.simulation.head import Proportions

BROWN_EYES = EyeColors(iris=(70, 46, 30))
BLUE_EYES = EyeColors(iris=(92, 112, 130))
DARK_EYES = EyeColors(sclera=(196, 182, 172), iris=(48, 32, 22), pupil=(12, 9, 8))

CAST = {
    "portrait": Looks(),
    "visitor": Looks(
        proportions=Proportions(width=1.10, lower_face=0.94, nose=1.15, depth=0.96),
        skin=(0.90, 0.84, 0.82),
        hair=(0.42, 0.38, 0.40),
        clothes=(0.32, 0.45, 0.90),
        eyes=BLUE_EYES,
        mirrored=True,
    ),
    "broad": Looks(
        proportions=Proportions(width=1.12, lower_face=0.96, cheeks=1.05, eye_distance=1.02),
        skin=(0.86, 0.76, 0.68),
        hair=(0.30, 0.26, 0.26),
        clothes=(0.40, 0.55, 0.45),
        eyes=BROWN_EYES,
    ),
    "slender": Looks(
        proportions=Proportions(width=0.92, lower_face=1.07, nose=1.1, depth=1.03),
        skin=(1.02, 1.0, 1.0),
        hair=(1.15, 1.1, 0.95),
        clothes=(0.85, 0.80, 0.75),
        eyes=BLUE_EYES,
        mirrored=True,
    ),
    "dark": Looks(
        proportions=Proportions(width=1.03, lower_face=1.02, nose=0.9, cheeks=1.03),
        skin=(0.56, 0.46, 0.42),
        hair=(0.20, 0.19, 0.22),
        clothes=(0.55, 0.62, 0.85),
        eyes=DARK_EYES,
    ),
    "glasses": Looks(glasses=True, hair=(0.62, 0.55, 0.52), eyes=BROWN_EYES),
}


def looks_of(name: str) -> Looks:
    """The person of this name.

    Raises:
        SettingsError: there is nobody of this name.
    """
    if name not in CAST:
        raise SettingsError(
            f"Nobody in the simulation is called {name}; there are: {', '.join(CAST)}."
        )
    return CAST[name]

"""Which networks measure: by setting, or by what this computer's Python can run."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from typing_extensions import Doc

from proctor_desktop.landmarks.networks import Networks
from proctor_desktop.landmarks.topology import NeutralShape, neutral_shape
from proctor_desktop.paths import library_folder

LIBRARIES = ("mediapipe", "ai-edge-litert")
"""Packages that run networks; every report names the one that measured it."""


@dataclass(frozen=True, slots=True)
class LandmarkOptions:
    """Who measures the face."""

    model: Annotated[
        Literal["auto", "mediapipe", "litert"],
        Doc(
            "Networks that measure the face; auto takes MediaPipe where it is installed (Python "
            "3.10 to 3.12), else LiteRT."
        ),
    ] = "auto"


def chosen(options: LandmarkOptions | None = None) -> Networks:
    """The networks of the options; nothing is loaded before a model is asked for."""
    name = "auto" if options is None else options.model
    return _built(_present() if name == "auto" else name)


def library(options: LandmarkOptions | None = None) -> str:
    """The package that runs the networks of the options."""
    return next(iter(chosen(options).versions()))


def neutral(options: LandmarkOptions | None) -> NeutralShape:
    """The generic shape as the networks of the options see it."""
    networks = chosen(options)
    return neutral_shape(networks.shape_file, networks.eyes)


def _present() -> str:
    """Newer releases of MediaPipe have neither the models nor the graphs that are used here."""
    folder = library_folder("mediapipe")
    has_models = folder is not None and (folder / "modules" / "face_landmark").is_dir()
    return "mediapipe" if has_models else "litert"


@cache
def _built(name: str) -> Networks:
    if name == "mediapipe":
        from proctor_desktop.landmarks.mediapipe_graphs import MediaPipeNetworks

        return MediaPipeNetworks()
    from proctor_desktop.landmarks.litert import LiteRtNetworks

    return LiteRtNetworks()

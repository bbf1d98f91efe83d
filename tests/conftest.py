"""What every test may use: the labelled real material, and the place of a database server."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of the labelled clips and photos."""
    folder = Path(os.environ.get("PROCTOR_REAL_DATA", CHECKOUT.parent / "shared" / "data"))
    if not (folder / "labels.json").exists():
        pytest.skip(f"no labelled material in {folder}; set PROCTOR_REAL_DATA")
    return folder

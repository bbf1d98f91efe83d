"""One server for the tests of a module; each test that changes options starts its own."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.serving import Bundle, bundle, served


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return bundle(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def address(services: Bundle) -> Iterator[str]:
    with served(services) as url:
        yield url


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """Folder for a server of one test alone."""
    return tmp_path / "served"

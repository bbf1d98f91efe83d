"""What every test may use: the labelled real material, and the place of a database server."""

import os

# Nobody's own keyring is asked or written by a test, nor by a program that a test starts.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.servers import (
    MARIADB,
    MYSQL,
    DatabaseServer,
    from_template,
    make_template,
    unavailable,
)

# A busy computer is no fault of the program: speed is measured by `bench`, never by a test.
settings.register_profile(
    "proctor", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("proctor")

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Folder of the labelled clips and photos."""
    folder = Path(os.environ.get("PROCTOR_REAL_DATA", CHECKOUT.parent / "shared" / "data"))
    if not (folder / "labels.json").exists():
        pytest.skip(f"no labelled material in {folder}; set PROCTOR_REAL_DATA")
    return folder


@pytest.fixture(scope="session")
def real_people() -> Path:
    """Folder of the labelled recordings of honest people."""
    folder = Path(os.environ.get("PROCTOR_REAL_PEOPLE", CHECKOUT.parent / "shared" / "real"))
    if not (folder / "labels.json").exists():
        pytest.skip(f"no labelled people in {folder}; set PROCTOR_REAL_PEOPLE")
    return folder


StartServer = Callable[..., DatabaseServer]


@pytest.fixture(scope="session")
def server_folder() -> Iterator[Path]:
    """Folder of the servers: short, because of socket paths, and open to the account they use."""
    folder = Path(tempfile.mkdtemp(prefix="proctor-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def start_server(server_folder: Path) -> Iterator[StartServer]:
    """Starts a server of a kind on a fresh copy of an initialised data folder."""
    started: list[DatabaseServer] = []

    def start(kind: str, *flags: str) -> DatabaseServer:
        _require(kind)
        template = server_folder / kind
        if not template.exists():
            make_template(kind, template)
        server = from_template(kind, template, server_folder / f"{kind}-{len(started)}", *flags)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.kill()


@pytest.fixture(scope="session", params=[MYSQL, MARIADB])
def database_server(request: pytest.FixtureRequest, start_server: StartServer) -> DatabaseServer:
    """A running server of each kind, shared by every test; it is never killed."""
    return start_server(request.param)


@pytest.fixture(scope="session")
def server_kind() -> str:
    """The kind of server that faults are tried on: MySQL, or MariaDB where there is none."""
    if unavailable(MYSQL) is None:
        return MYSQL
    _require(MARIADB)
    return MARIADB


def pytest_report_header() -> str:
    """Say at the top which servers the tests will meet, and why not the others."""
    found = [unavailable(kind) or f"{kind} is there" for kind in (MYSQL, MARIADB)]
    return f"database servers: {'; '.join(found)}"


def _require(kind: str) -> None:
    """Skip with the reason where there is no such server; in CI there must be at least one."""
    missing = unavailable(kind)
    if missing is None:
        return
    if os.environ.get("CI") == "true" and all(unavailable(one) for one in (MYSQL, MARIADB)):
        pytest.fail(f"{missing}, and in CI the tests must not go on without any server")
    pytest.skip(missing)


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of this computer is that of Berlin: an hour before UTC in March."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of this system cannot be set for one program")
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()

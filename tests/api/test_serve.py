"""Starting: what is refused, and what a fresh process that serves is made of."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import psutil
import pytest
import uvicorn

from proctor_desktop.api.serve import address_of, check_address, check_port, serve
from proctor_desktop.domain.errors import NotFoundError, SettingsError
from proctor_desktop.settings import ServeOptions
from tests.api.serving import Bundle, bundle, served, wait_for

START_SEC = 3.0
IDLE_MB = 250


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def kept(own_folder: Path) -> Bundle:
    return bundle(own_folder)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.8.8"])
def test_loopback_needs_no_key(kept: Bundle, host: str) -> None:
    check_address(ServeOptions(host=host), kept.keys)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "exam-server"])
def test_another_address_needs_a_key_and_then_tls(kept: Bundle, host: str) -> None:
    with pytest.raises(SettingsError, match="serve keys add"):
        check_address(ServeOptions(host=host), kept.keys)
    kept.keys.add("hall")
    with pytest.raises(SettingsError, match="in the clear"):
        check_address(ServeOptions(host=host), kept.keys)
    check_address(ServeOptions(host=host, tls_certificate="c.pem", tls_key="k.pem"), kept.keys)


def test_a_port_that_is_taken_is_said_before_anything_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=f"port {port} of 127.0.0.1: another program"):
            check_port("127.0.0.1", port)
    check_port("127.0.0.1", port)
    with pytest.raises(SettingsError, match="no such address"):
        check_port("192.0.2.7", port)


@pytest.mark.parametrize(
    ("options", "address"),
    [
        (ServeOptions(), "http://127.0.0.1:8000"),
        (ServeOptions(host="::1", port=81), "http://[::1]:81"),
        (ServeOptions(host="0.0.0.0"), "http://localhost:8000"),
        (ServeOptions(host="hall", tls_certificate="c", tls_key="k"), "https://hall:8000"),
    ],
)
def test_a_browser_here_finds_the_service_at_its_address(
    options: ServeOptions, address: str
) -> None:
    assert address_of(options) == address


def test_where_to_look_is_told_before_it_answers(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()
    told: list[str] = []
    seen: list[list[str]] = []
    monkeypatch.setattr("proctor_desktop.api.serve.log_to_stderr", lambda level: None)
    monkeypatch.setattr(uvicorn.Server, "run", lambda _: seen.append(list(told)))
    serve(bundle(own_folder, port=port), told.append)
    assert seen == [[f"http://127.0.0.1:{port}"]]


def test_behind_a_proxy_any_address_is_accepted(kept: Bundle) -> None:
    check_address(ServeOptions(host="0.0.0.0", behind_proxy=True), kept.keys)


def test_behind_a_proxy_nobody_is_answered_until_a_key_was_made(own_folder: Path) -> None:
    kept = bundle(own_folder, behind_proxy=True)
    with served(kept) as address:
        assert httpx.get(f"{address}/api/v1/health").status_code == 200
        assert httpx.get(f"{address}/api/v1/reports").status_code == 401
        key = kept.keys.add("office")
        shown = {"Authorization": f"Bearer {key}"}
        assert httpx.get(f"{address}/api/v1/reports", headers=shown).status_code == 200


def test_a_certificate_without_its_key_is_refused(kept: Bundle) -> None:
    with pytest.raises(SettingsError, match="both"):
        check_address(ServeOptions(tls_certificate="c.pem"), kept.keys)


def test_a_server_started_by_hand_on_an_open_address_stays_closed(kept: Bundle) -> None:
    """`uvicorn --host 0.0.0.0` passes by `check_address`; the guard does not."""
    outside = _own_address()
    kept_open = bundle(
        kept.settings.folder.parent / "open", allowed_hosts=outside, behind_proxy=False
    )
    with served(kept_open, host="0.0.0.0") as address:
        port = address.rsplit(":", 1)[1]
        assert httpx.get(f"http://127.0.0.1:{port}/api/v1/reports").status_code == 200
        refused = httpx.get(f"http://{outside}:{port}/api/v1/reports")
        assert refused.status_code == 403
        assert "loopback" in refused.json()["detail"]


def _own_address() -> str:
    """An address of this computer that is not loopback."""
    for addresses in psutil.net_if_addrs().values():
        for one in addresses:
            if one.family == socket.AF_INET and not one.address.startswith("127."):
                return one.address
    pytest.skip("this computer has no address but loopback")


def test_a_key_opens_until_it_is_revoked_and_then_nothing_does(kept: Bundle) -> None:
    ticks = [0.0]
    kept.keys._monotonic = lambda: ticks[0]
    assert not kept.keys.are_needed()
    hall, office = kept.keys.add("hall"), kept.keys.add("office")
    assert kept.keys.are_needed()
    assert kept.keys.check(hall) == "hall"
    assert kept.keys.check(office) == "office"
    assert kept.keys.check(hall) == "hall"
    assert kept.keys.check(hall[:-1] + ("A" if hall[-1] != "A" else "B")) is None
    assert kept.keys.check("pd_000000000000_" + "x" * 43) is None
    assert kept.keys.check("") is None
    kept.keys.revoke("hall")
    kept.keys.revoke("office")
    assert kept.keys.check(hall) is None
    assert kept.keys.are_needed()
    with pytest.raises(NotFoundError):
        kept.keys.revoke("hall")


def test_a_revoked_key_is_refused_by_other_processes_within_two_seconds(kept: Bundle) -> None:
    key = kept.keys.add("hall")
    other = bundle(kept.settings.folder)
    now = [100.0]
    other.keys._monotonic = lambda: now[0]
    assert other.keys.check(key) == "hall"
    kept.keys.revoke("hall")
    now[0] += 2.1
    assert other.keys.check(key) is None


def test_the_secret_is_nowhere_in_the_database(kept: Bundle) -> None:
    key = kept.keys.add("hall")
    kept.database.close()
    stored = b"".join(path.read_bytes() for path in kept.settings.folder.glob("*.sqlite3*"))
    assert b"hall" in stored
    secret = key.split("_", 2)[2]  # which may hold the sign itself
    assert secret.encode() not in stored
    assert b"$argon2id$" in stored


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, "-dash", "ä"])
def test_a_key_needs_a_plain_name(kept: Bundle, name: str) -> None:
    with pytest.raises(SettingsError):
        kept.keys.add(name)


def test_a_name_can_be_used_again_after_its_key_was_revoked(kept: Bundle) -> None:
    kept.keys.add("hall")
    with pytest.raises(SettingsError):
        kept.keys.add("hall")
    kept.keys.revoke("hall")
    kept.keys.add("hall")


def test_a_fresh_process_that_serves_is_quick_small_and_without_qt(tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {"PROCTOR_FOLDER": str(tmp_path)}
    code = (
        "import sys, uvicorn\n"
        f"uvicorn.run('proctor_desktop.api.app:create_app', factory=True, port={port})\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(lambda: _answers(address))
        for path in ("/", "/docs", "/openapi.json", "/api/v1/reports", "/metrics"):
            assert httpx.get(address + path).status_code == 200
        spent = psutil.Process(process.pid).cpu_times()
        resident = psutil.Process(process.pid).memory_info().rss / 1e6
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert output.strip().splitlines()[-1] == "[]"
    assert resident < IDLE_MB
    # Processor time, and with these calls included: a busy computer must not decide the test.
    assert spent.user + spent.system < START_SEC


def _answers(address: str) -> bool:
    try:
        return httpx.get(address + "/api/v1/health").status_code == 200
    except httpx.TransportError:
        return False

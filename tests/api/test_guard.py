"""What is refused before a byte of the body is read, and what while it is read."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.api.serving import (
    FIELDS,
    MP4_HEAD,
    VIDEO,
    Bundle,
    bundle,
    health_status,
    served,
    spooled,
    wait_for,
)

PROCESS = "/api/v1/proctoring/process"
BOUNDARY = "bound"
CHUNK = b"\x00" * 65536


def part_of_video(name: str = "a.mp4") -> bytes:
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="video"; filename="{name}"\r\n\r\n'
    )
    return head.encode() + MP4_HEAD


class Raw:
    """A connection on which a test says exactly what it wants."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host = parts.netloc
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=30)

    def __enter__(self) -> "Raw":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def begin(self, *headers: str, method: str = "POST", path: str = PROCESS) -> None:
        kind = f"Content-Type: multipart/form-data; boundary={BOUNDARY}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}", kind, *headers, "", ""]
        self.socket.sendall("\r\n".join(lines).encode())

    def send_chunk(self, content: bytes) -> None:
        self.socket.sendall(f"{len(content):x}\r\n".encode() + content + b"\r\n")

    def answer(self) -> tuple[int, bytes]:
        """Status and everything else until the server closes."""
        received = b""
        while chunk := self.socket.recv(65536):
            received += chunk
        return int(received.split(b" ", 2)[1]), received

    def is_closed_within(self, seconds: float) -> bool:
        self.socket.settimeout(seconds)
        try:
            while self.socket.recv(65536):
                pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True


def health_seconds(address: str) -> float:
    began = time.monotonic()
    assert health_status(address) == 200
    return time.monotonic() - began


def largest_spool(services: Bundle) -> int:
    largest = 0
    for path in spooled(services):
        with suppress(FileNotFoundError):  # it may vanish while it is looked at
            largest = max(largest, path.stat().st_size)
    return largest


def test_a_foreign_host_name_is_misdirected(client: httpx.Client) -> None:
    answer = client.get("/api/v1/reports", headers={"Host": "evil.example"})
    assert answer.status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:9", "[::1]:8000", "LOCALHOST:1"])
def test_names_of_this_computer_are_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/api/v1/reports", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://localhost.evil", "x"])
def test_a_page_of_another_site_is_refused(client: httpx.Client, origin: str) -> None:
    assert client.get("/api/v1/reports", headers={"Origin": origin}).status_code == 403


def test_another_port_of_this_computer_is_another_site(client: httpx.Client) -> None:
    assert client.get("/", headers={"Origin": "http://127.0.0.1:1"}).status_code == 403


def test_the_own_page_may_call(client: httpx.Client, address: str) -> None:
    assert client.get("/api/v1/reports", headers={"Origin": address}).status_code == 200


def test_embedding_from_another_site_is_refused_but_a_link_is_followed(
    client: httpx.Client,
) -> None:
    embedded = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    linked = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/api/v1/reports", headers=embedded).status_code == 403
    assert client.get("/", headers=linked).status_code == 200


@pytest.mark.parametrize(
    ("header", "status"),
    [
        pytest.param("Host: evil.example", 421, id="host"),
        pytest.param("Origin: http://evil.example", 403, id="origin"),
        pytest.param("Content-Length: 9000000", 413, id="declared_length"),
    ],
)
def test_a_refused_upload_leaves_no_byte_on_the_disk(
    address: str, services: Bundle, header: str, status: int
) -> None:
    with Raw(address) as raw:
        if header.startswith("Host"):
            raw.host = header.removeprefix("Host: ")
            raw.begin("Transfer-Encoding: chunked")
        elif header.startswith("Content-Length"):
            raw.begin(header)
        else:
            raw.begin("Transfer-Encoding: chunked", header)
        raw.socket.sendall(b"10\r\n")
        assert raw.answer()[0] == status
        assert spooled(services) == []


def test_without_a_key_no_byte_reaches_the_disk(own_folder: Path) -> None:
    services = bundle(own_folder)
    key = services.keys.add("ci")
    with served(services) as address:
        with Raw(address) as raw:
            raw.begin("Transfer-Encoding: chunked", f"Authorization: Bearer {key[:-1]}x")
            raw.send_chunk(part_of_video() + CHUNK)
            assert raw.answer()[0] == 401
            assert spooled(services) == []
        answer = httpx.post(
            address + PROCESS,
            data=FIELDS,
            files={"video": ("a.mp4", VIDEO)},
            headers={"Authorization": f"Bearer {key}"},
        )
        assert answer.status_code == 200


def test_a_chunked_body_is_cut_at_the_cap_and_told_so(address: str, services: Bundle) -> None:
    """R17: 400 MB are on offer and 8 MB are allowed."""
    cap, sent, on_disk = services.settings.serve.max_upload_mb * 1_000_000, 0, 0
    with Raw(address) as raw:
        raw.begin("Transfer-Encoding: chunked")
        raw.send_chunk(part_of_video())
        try:
            while sent < 400_000_000:
                raw.send_chunk(CHUNK)
                sent += len(CHUNK)
                on_disk = max(on_disk, largest_spool(services))
                raw.socket.setblocking(False)
                try:
                    if raw.socket.recv(1, socket.MSG_PEEK):
                        break
                except BlockingIOError:
                    pass
                finally:
                    raw.socket.setblocking(True)
        except ConnectionError:
            pytest.fail("the connection was reset before the answer could be read")
        status, body = raw.answer()
    assert status == 413
    assert json.loads(body[body.index(b"{") :])["status"] == 413
    assert cap < sent < 400_000_000
    assert on_disk <= cap + len(CHUNK)
    wait_for(lambda: spooled(services) == [])


def test_a_small_call_with_a_large_body_is_refused(client: httpx.Client) -> None:
    answer = client.request("DELETE", f"/api/v1/reports/{'0' * 36}", content=b"x" * 100_000)
    assert answer.status_code == 413


def test_each_answer_carries_a_request_id_and_repeats_a_harmless_one(client: httpx.Client) -> None:
    sent = client.get("/api/v1/health", headers={"X-Request-ID": "exam-7"})
    bad = client.get("/api/v1/health", headers={"X-Request-ID": 'a"b c'})
    assert sent.headers["x-request-id"] == "exam-7"
    assert len(bad.headers["x-request-id"]) == 32


def test_no_answer_invites_other_sites(client: httpx.Client) -> None:
    for path in ("/", "/api/v1/health", "/docs", "/api/v1/reports/none"):
        headers = client.get(path).headers
        assert not [name for name in headers if name.startswith("access-control")]
        assert "default-src 'none'" in headers["content-security-policy"]


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Bundle]]:
    """A server that gives up after one second where the real one waits for thirty."""
    services = bundle(tmp_path_factory.mktemp("impatient"), idle_timeout_sec=1.0, min_rate_kb=64)
    with served(services) as address:
        yield address, services


def test_two_hundred_stalled_uploads_do_not_delay_health_and_are_all_closed(
    tmp_path: Path,
) -> None:
    """R23, with a sixth of the real patience: health does not wait until it has run out."""
    services = bundle(tmp_path, idle_timeout_sec=5.0, min_rate_kb=64)
    with served(services) as address, ExitStack() as stack:
        stalled = [stack.enter_context(Raw(address)) for _ in range(200)]
        for raw in stalled:
            raw.begin("Content-Length: 5000000")
            raw.socket.sendall(part_of_video())
        assert min(health_seconds(address) for _ in range(9)) < 0.5
        assert not stalled[-1].is_closed_within(0.001), "health waited for the uploads"
        assert all(raw.is_closed_within(60) for raw in stalled)
        wait_for(lambda: spooled(services) == [])


def test_a_trickle_is_given_up_with_a_sentence(impatient: tuple[str, Bundle]) -> None:
    address, _ = impatient
    with Raw(address) as raw:
        raw.begin("Content-Length: 5000000")
        raw.socket.sendall(part_of_video())
        for _ in range(8):
            time.sleep(0.4)
            try:
                raw.socket.sendall(b"x")
            except ConnectionError:
                break
        status, body = raw.answer()
        assert status == 408
        assert b"Send the video again" in body


def test_a_head_that_never_ends_is_given_up(
    impatient: tuple[str, Bundle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.api.connection.HEAD_SEC", 0.5)
    with Raw(impatient[0]) as raw:
        raw.socket.sendall(b"POST / HTTP/1.1\r\nHost: local")
        time.sleep(0.3)
        raw.socket.sendall(b"host\r\nX-More: ")
        assert raw.is_closed_within(2)


def test_a_silent_connection_is_given_up(
    impatient: tuple[str, Bundle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proctor_desktop.api.connection.HEAD_SEC", 0.3)
    with Raw(impatient[0]) as raw:
        assert raw.is_closed_within(2)


def test_more_unfinished_heads_of_one_address_than_places_leave_room_for_others(
    tmp_path: Path,
) -> None:
    """More of them than the service has places for."""
    with served(bundle(tmp_path), places=300) as address, ExitStack() as stack:
        begun = [stack.enter_context(Raw(address)) for _ in range(350)]
        for raw in begun:
            with suppress(ConnectionError):
                raw.socket.sendall(b"POST / HTTP/1.1\r\nHost: local")
        assert httpx.get(f"{address}/api/v1/health").status_code == 200
        assert begun[0].is_closed_within(2), "the oldest made room"
        assert not begun[-1].is_closed_within(0.001), "the newest is waited for"


def test_what_trickles_in_after_the_answer_ends_with_the_connection(
    impatient: tuple[str, Bundle],
) -> None:
    with Raw(impatient[0]) as raw:
        raw.begin("Content-Length: 1000", method="GET", path="/api/v1/health")
        assert raw.is_closed_within(5)

"""Who may do what at the centre, and over which way."""

import datetime
import ipaddress
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pymysql
import pytest
import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from proctor_desktop.domain.errors import (
    InsecureConnectionError,
    ServerUnreachableError,
    SettingsError,
    SyncRejectedError,
)
from proctor_desktop.domain.review import Verdict
from proctor_desktop.paths import resource
from proctor_desktop.services.reports import ReportService
from proctor_desktop.services.retention import RetentionService
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.evidence import EvidenceFolder
from proctor_desktop.storage.server import ServerOptions, driver_arguments
from proctor_desktop.storage.unit_of_work import Store
from tests.conftest import StartServer
from tests.servers import DatabaseServer
from tests.storage.conftest import prepared
from tests.storage.samples import a_report, some_signals
from tests.storage.workstations import workstation

pytestmark = pytest.mark.server

DAY = datetime.timedelta(days=1)


@dataclass
class Authority:
    """A certificate authority with files for a server."""

    folder: Path
    name: str

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        now = datetime.datetime.now(datetime.timezone.utc)
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
        self._certificate = (
            builder.public_key(self._key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - 400 * DAY)
            .not_valid_after(now + 400 * DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False
            )
            .add_extension(_usage(is_authority=True), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    @property
    def file(self) -> Path:
        """The authority's certificate."""
        return self.folder / f"{self.name}.pem"

    def certify(self, name: str, address: str, begins: datetime.datetime) -> tuple[Path, Path]:
        """Files with the certificate and the key of a server at an address."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
            .issuer_name(self._certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(begins + 30 * DAY)
            .add_extension(
                x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]),
                critical=False,
            )
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()),
                critical=False,
            )
            .sign(self._key, hashes.SHA256())
        )
        certificate_file = self.folder / f"{name}.crt"
        key_file = self.folder / f"{name}.key"
        certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        key_file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return certificate_file, key_file


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


@dataclass
class Secured:
    """A server with TLS, the authority that vouches for it, and one that does not."""

    server: DatabaseServer
    options: ServerOptions
    right: Authority
    wrong: Authority
    certificate: Path
    key: Path

    def certify(self, address: str) -> None:
        """Give the running server another certificate."""
        yesterday = datetime.datetime.now(datetime.timezone.utc) - DAY
        made, key = self.right.certify("other", address, yesterday)
        self.certificate.write_bytes(made.read_bytes())
        self.key.write_bytes(key.read_bytes())
        reload = "ALTER INSTANCE RELOAD TLS" if self.server.kind == "mysql" else "FLUSH SSL"
        self.server.execute(reload)


@pytest.fixture(scope="module")
def secured(server_folder: Path, start_server: StartServer, server_kind: str) -> Iterator[Secured]:
    """A server whose certificate names 127.0.0.1."""
    folder = server_folder / "tls"
    folder.mkdir()
    right, wrong = Authority(folder, "right"), Authority(folder, "wrong")
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate, key = right.certify("server", "127.0.0.1", now - DAY)
    if os.getuid() == 0:
        for path in (certificate, key):
            os.chown(path, 65534, 65534)
    server = start_server(
        server_kind, f"--ssl-ca={right.file}", f"--ssl-cert={certificate}", f"--ssl-key={key}"
    )
    server.execute(
        "CREATE USER IF NOT EXISTS secure@'%' IDENTIFIED BY 'secret' REQUIRE SSL",
        "GRANT ALL ON *.* TO secure@'%'",
    )
    options = replace(prepared(server), user="secure", password="secret")
    yield Secured(server, options, right, wrong, certificate, key)
    server.kill()


def cipher(options: ServerOptions) -> str:
    """Connect, and say how the connection is encrypted."""
    database = Database.server(options)
    try:
        with database.reading() as connection:
            return str(connection.execute(sa.text("SHOW STATUS LIKE 'Ssl_cipher'")).one()[1])
    finally:
        database.close()


def test_the_right_authority_gives_an_encrypted_connection(secured: Secured) -> None:
    assert cipher(replace(secured.options, ssl_ca=str(secured.right.file))) != ""


def test_a_server_of_another_authority_is_refused(secured: Secured) -> None:
    """R13. Mutant: `unverified` (no `ssl_verify_cert`) connects to it."""
    with pytest.raises(InsecureConnectionError, match="could not prove who it is"):
        cipher(replace(secured.options, ssl_ca=str(secured.wrong.file)))


def test_a_certificate_for_another_host_is_refused(secured: Secured) -> None:
    secured.certify("10.9.8.7")
    try:
        with pytest.raises(InsecureConnectionError, match="names another computer"):
            cipher(replace(secured.options, ssl_ca=str(secured.right.file)))
        private = replace(secured.options, ssl_ca=str(secured.right.file), verify_host_name=False)
        assert cipher(private) != ""
    finally:
        secured.certify("127.0.0.1")


def test_a_clock_before_the_certificate_is_explained(secured: Secured) -> None:
    """R10: a computer whose clock is behind sees a certificate that is not valid yet.

    A server does not load such a certificate, so a few lines stand in for it: they pass the real
    server's greeting on and then speak TLS.
    """
    tomorrow = datetime.datetime.now(datetime.timezone.utc) + DAY
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*secured.right.certify("future", "127.0.0.1", tomorrow))
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        client, _ = listener.accept()
        with socket.create_connection(("127.0.0.1", secured.server.port)) as real, client:
            client.sendall(real.recv(4096))
            wish = client.recv(4, socket.MSG_WAITALL)  # no byte of what follows belongs to it
            client.recv(int.from_bytes(wish[:3], "little"), socket.MSG_WAITALL)
            with suppress(ssl.SSLError):
                context.wrap_socket(client, server_side=True).close()

    thread = threading.Thread(target=answer)
    thread.start()
    port = int(listener.getsockname()[1])
    with pytest.raises(InsecureConnectionError, match="clock is wrong"):
        cipher(replace(secured.options, ssl_ca=str(secured.right.file), port=port))
    thread.join()
    listener.close()


def test_a_server_without_tls_is_refused_where_verification_is_asked_for(
    secured: Secured, start_server: StartServer, server_kind: str
) -> None:
    """R13: no silent fall back to plain text."""
    flag = "--tls-version=" if server_kind == "mysql" else "--skip-ssl"
    bare = start_server(server_kind, flag)
    with pytest.raises(InsecureConnectionError):
        cipher(replace(bare.options, ssl_ca=str(secured.right.file)))
    bare.kill()


@pytest.mark.parametrize("host", ["db.example.org", "10.0.0.5", "192.168.1.7", "::ffff:10.0.0.5"])
def test_another_computer_is_never_called_without_an_authority(host: str) -> None:
    """R13: 0 plain text off loopback."""
    with pytest.raises(InsecureConnectionError, match="nothing is sent"):
        driver_arguments(ServerOptions(host=host))


def test_a_missing_or_empty_authority_file_is_a_setting_to_correct(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("nothing")
    for name in ("missing.pem", "empty.pem"):
        with pytest.raises(SettingsError, match=name):
            driver_arguments(ServerOptions(host="db", ssl_ca=str(tmp_path / name)))


def test_a_wrong_password_is_said_so(secured: Secured) -> None:
    wrong = replace(secured.options, password="nope", ssl_ca=str(secured.right.file))
    with pytest.raises(ServerUnreachableError, match="password"):
        cipher(wrong)


APPEND_ONLY = ("sync_changes", "sync_conflicts", "review_decisions", "audit_heads")
REVISED = ("proctoring_reports", "report_documents", "report_sync_meta")
REFUSED = [
    *(f"DELETE FROM {table}" for table in (*APPEND_ONLY, *REVISED, "sync_clock")),
    *(f"UPDATE {table} SET origin = 'x'" for table in ("sync_changes", "sync_conflicts")),
    "UPDATE review_decisions SET verdict = 'dismiss'",
    "UPDATE audit_heads SET head = 'x'",
    "UPDATE alembic_version SET version_num = 'x'",
    "TRUNCATE TABLE proctoring_reports",
    "DROP TABLE proctoring_reports",
    "ALTER TABLE proctoring_reports ADD COLUMN verdict INT",
    "CREATE TABLE mine (id INT)",
    "CREATE USER other@'%'",
    "SELECT key_hash FROM api_keys",
    "INSERT INTO sync_clock VALUES (2, 0)",
    "UPDATE signatures SET origin = 'x'",
    "DELETE FROM signatures",
    "UPDATE offered_keys SET name = 'x'",
    "UPDATE workstation_keys SET revoked_at = NULL",
    "INSERT INTO workstation_keys VALUES ('x', 'x', 'x', NOW(), 'x', NULL, NULL)",
]


@pytest.fixture(scope="module")
def granted(secured: Secured) -> Secured:
    """The server after the grants script that ships with the program."""
    script = resource("mysql/grants.sql").read_text("utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    statements = [one.strip() for one in "\n".join(lines).split(";") if one.strip()]
    secured.server.execute(*statements)
    return secured


def as_account(secured: Secured, user: str, password: str) -> ServerOptions:
    return replace(secured.options, user=user, password=password, ssl_ca=str(secured.right.file))


@pytest.mark.parametrize("statement", REFUSED)
def test_a_workstations_account_cannot(granted: Secured, statement: str) -> None:
    """R14. Mutant: GRANT ALL in the script lets every one of them through."""
    database = Database.server(as_account(granted, "proctor", "change-me"))
    with (
        pytest.raises((SyncRejectedError, sa.exc.DBAPIError)) as refusal,
        database.writing() as connection,
    ):
        connection.execute(sa.text(statement))
    database.close()
    assert any(code in str(refusal.getrepr()) for code in ("1142", "1044", "1227", "1143"))


def test_a_workstations_account_can_exchange_everything(
    granted: Secured, tmp_path: Path, empty_file: Path
) -> None:
    server = as_account(granted, "proctor", "change-me")
    east = workstation(tmp_path / "east", empty_file, server)
    report = a_report()
    east.reports.keep(report, actor="test")
    with east.store.writing() as unit:
        unit.decisions.append(
            report.report_id, "I001", reviewer="r", verdict=Verdict.CONFIRM, reason=""
        )
    assert east.sync.run_once().sent == 2
    east.reports.erase(report.report_id, reason="asked for", actor="r")
    assert east.sync.run_once().sent == 1
    east.close()


def test_the_services_account_can_keep_list_and_erase(granted: Secured, tmp_path: Path) -> None:
    database = Database.server(as_account(granted, "proctor_service", "change-me-too"))
    store = Store(database)
    evidence = EvidenceFolder(tmp_path / "evidence")
    reports = ReportService(store, evidence, RetentionService(store, evidence))
    report = a_report()
    reports.keep(report, some_signals(5), actor="test")
    assert reports.get(report.report_id) == report
    assert reports.page().total == 1
    reports.erase(report.report_id, reason="asked for", actor="r")
    assert reports.page().total == 0
    database.close()


def test_an_account_without_tls_is_refused_by_the_server(granted: Secured) -> None:
    with pytest.raises(pymysql.err.OperationalError, match="1045"):
        pymysql.connect(
            host="127.0.0.1",
            port=granted.server.port,
            user="proctor",
            password="change-me",
            ssl_disabled=True,
        )

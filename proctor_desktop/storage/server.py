"""Where the centre's MySQL server is, and how the way to it is kept private."""

import ipaddress
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
from annotated_types import Ge, Gt, Le
from typing_extensions import Doc

from proctor_desktop.domain.errors import InsecureConnectionError, SettingsError


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """The centre's MySQL server; no host means that there is none."""

    host: Annotated[str, Doc("Host name of the MySQL server; empty for none.")] = ""
    port: Annotated[int, Ge(1), Le(65535), Doc("Its TCP port.")] = 3306
    user: Annotated[str, Doc("Account of this workstation.")] = "proctor"
    password: Annotated[str, Doc("Password of that account.")] = field(default="", repr=False)
    database: Annotated[str, Doc("Name of the database (schema).")] = "proctoring"
    ssl_ca: Annotated[
        str, Doc("File with the certificate authority that signed the server's certificate.")
    ] = ""
    verify_host_name: Annotated[
        bool, Doc("Refuse a certificate that does not carry the server's host name.")
    ] = True
    connect_timeout_sec: Annotated[int, Gt(0), Le(60), Doc("Seconds to wait for a connection.")] = 3
    answer_timeout_sec: Annotated[int, Gt(0), Le(600), Doc("Seconds to wait for an answer.")] = 8
    lock_timeout_sec: Annotated[
        int, Gt(0), Le(50), Doc("Seconds to wait for another workstation's lock.")
    ] = 4
    idle_timeout_sec: Annotated[
        int, Gt(0), Le(60), Doc("Seconds after which the server drops a silent connection.")
    ] = 30

    @property
    def place(self) -> str:
        """The server as sentences name it."""
        return f"The centre's database on {self.host}"


def is_loopback(host: str) -> bool:
    """Whether packets to ``host`` never leave this computer."""
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address(options: ServerOptions) -> sa.URL:
    """The server as SQLAlchemy names it."""
    return sa.URL.create(
        "mysql+pymysql",
        username=options.user,
        password=options.password,
        host=options.host,
        port=options.port,
        database=options.database,
        query={"charset": "utf8mb4"},
    )


def driver_arguments(options: ServerOptions) -> dict[str, object]:
    """Arguments of `pymysql.connect`: time limits, and encryption that is verified or refused.

    With a certificate authority alone PyMySQL takes any certificate, and with no option at all it
    falls back to plain text without a word; so verification is always asked for, and anything but
    this computer itself is refused without it.

    Raises:
        InsecureConnectionError: the server is on another computer and cannot be verified.
        SettingsError: the file of the certificate authority is not there or holds none.
    """
    arguments: dict[str, object] = {
        "connect_timeout": options.connect_timeout_sec,
        "read_timeout": options.answer_timeout_sec,
        "write_timeout": options.answer_timeout_sec,
    }
    if not options.ssl_ca:
        if not is_loopback(options.host):
            raise InsecureConnectionError(
                f"{options.place} would be reached without encryption that can be verified, so"
                " nothing is sent. Set the file of the centre's certificate authority."
            )
        return arguments
    if not Path(options.ssl_ca).is_file():
        raise SettingsError(
            f"The file of the centre's certificate authority, {options.ssl_ca}, is not there."
        )
    try:
        ssl.create_default_context(cafile=options.ssl_ca)
    except ssl.SSLError as error:
        raise SettingsError(
            f"{options.ssl_ca} holds no certificate. Choose another file."
        ) from error
    return arguments | {
        "ssl_ca": options.ssl_ca,
        "ssl_verify_cert": True,
        "ssl_verify_identity": options.verify_host_name,
    }

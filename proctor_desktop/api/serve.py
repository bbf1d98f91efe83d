"""Starts the service under uvicorn, or refuses with the reason."""

import errno
import logging
import os
import socket
from collections.abc import Callable

import uvicorn

from proctor_desktop.api.access import is_loopback
from proctor_desktop.api.app import create_app
from proctor_desktop.api.connection import PatientProtocol
from proctor_desktop.api.dependencies import Services
from proctor_desktop.api.logs import log_to_stderr
from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.services.api_keys import ApiKeys
from proctor_desktop.settings import ServeOptions

logger = logging.getLogger(__name__)

MAX_CONNECTIONS = 1000
_KEEP_ALIVE_SEC = 15
_GRACE_SEC = 5


def serve(services: Services, tell: Callable[[str], None] = lambda address: None) -> None:
    """Answer requests until a signal asks to stop.

    Args:
        services: what answers.
        tell: is given the address, once nothing is known to stand against it.

    Raises:
        SettingsError: the address is open to others without key and TLS, or cannot be had.
    """
    options = services.settings.serve
    check_address(options, services.keys)
    check_port(options.host, options.port)
    tell(address_of(options))
    log_to_stderr(services.settings.log_level)
    config = uvicorn.Config(
        create_app(services),
        host=options.host,
        port=options.port,
        http=PatientProtocol,
        ws="none",
        log_config=None,
        server_header=False,
        proxy_headers=options.behind_proxy,
        ssl_certfile=options.tls_certificate or None,
        ssl_keyfile=options.tls_key or None,
        limit_concurrency=MAX_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE_SEC,
        timeout_graceful_shutdown=_GRACE_SEC,
    )
    uvicorn.Server(config).run()


def address_of(options: ServeOptions) -> str:
    """The address for a browser on this computer, without a slash at its end."""
    host = "localhost" if options.host in ("0.0.0.0", "::") else options.host
    scheme = "https" if options.tls_certificate else "http"
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{options.port}"


def check_address(options: ServeOptions, keys: ApiKeys) -> None:
    """Refuse to listen where others could call or read along.

    Raises:
        SettingsError: what is missing, and how to provide it.
    """
    if bool(options.tls_certificate) != bool(options.tls_key):
        raise SettingsError("Set both serve.tls_certificate and serve.tls_key, or neither.")
    if is_loopback(options.host):
        return
    if options.behind_proxy:
        return  # nothing is answered there without a key
    if not keys.are_needed():
        raise SettingsError(
            f"{options.host} can be reached by other computers, and no key was made yet. "
            "Make one with: proctor-desktop serve keys add NAME"
        )
    if not options.tls_certificate:
        raise SettingsError(
            f"{options.host} can be reached by other computers, and keys would be sent in the "
            "clear. Set serve.tls_certificate and serve.tls_key, or serve.behind_proxy if a "
            "reverse proxy ends TLS."
        )


def check_port(host: str, port: int) -> None:
    """Find out before anything starts whether the address can be had.

    Raises:
        SettingsError: why not.
    """
    try:
        for family, kind, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
            with socket.socket(family, kind) as probe:
                if os.name == "posix":
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(place)
    except OSError as error:
        reason = {
            errno.EADDRINUSE: "another program listens there",
            errno.EACCES: "this account may not listen there",
            errno.EADDRNOTAVAIL: "this computer has no such address",
        }.get(error.errno or 0, error.strerror or str(error))
        raise SettingsError(
            f"The service cannot listen on port {port} of {host}: {reason}. Choose another one"
            " with --port or --host."
        ) from error

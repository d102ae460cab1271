"""A client for servers on this machine."""

from telegram.request import HTTPXRequest

NO_CERTIFICATES = {"verify": False}


def plain_http() -> HTTPXRequest:
    """Return a client that loads no certificates, which would take longer than most tests."""
    return HTTPXRequest(httpx_kwargs=NO_CERTIFICATES)

"""Base handler for requests that only the server's own page may make."""

from collections.abc import Callable
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from tornado.web import HTTPError, RequestHandler

from bot.emulator.errors import ApiError

_LOCAL = {"localhost", "127.0.0.1", "::1"}
EVERYWHERE = {"0.0.0.0", "::"}
"""The addresses that make a server reachable from other machines."""


class LocalHandler(RequestHandler):
    """A request of the page. Refused if it uses another host name, or is a POST from another site."""

    def prepare(self) -> None:
        """Refuse the request if Host is not this server (against DNS rebinding) or if the Origin of a POST is not
        Host."""
        host = self.request.host
        if not _is_ours(urlsplit(f"//{host}").hostname or "", self.settings["address"]):
            raise HTTPError(403)
        origin = f"{self.request.protocol}://{host}"
        if self.request.method == "POST" and self.request.headers.get("Origin") != origin:
            raise HTTPError(403)

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Answer with the error as JSON, in the form that the page expects."""
        self.finish({"error": f"{self._reason} ({status_code})"})

    def act(self, deed: Callable[[], object]) -> None:
        """Run `deed` for the page and answer {}, or one sentence on why it failed."""
        try:
            deed()
        except ApiError as error:
            self._decline(error.description)
        except KeyError as error:
            self._decline(f"not found: {error}")
        except (ValueError, TypeError) as error:
            self._decline(str(error))
        else:
            self.finish({})

    def _decline(self, reason: str) -> None:
        self.set_status(400)
        self.finish({"error": reason})


def _is_ours(name: str, address: str) -> bool:
    """Return whether `name` may be the host name of a server at `address`. A bare IP address is safe, because it cannot
    be rebound."""
    return name in _LOCAL | {address} or (address in EVERYWHERE and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True

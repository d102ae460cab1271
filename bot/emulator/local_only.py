"""Routes that only the server's own page may use."""

from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web

from bot.emulator.errors import ApiError

ADDRESS = web.AppKey("ADDRESS", str)
"""Key under which the application holds the address that the server listens at."""
_LOCAL = {"localhost", "127.0.0.1", "::1"}
EVERYWHERE = {"0.0.0.0", "::"}
"""The addresses that make a server reachable from other machines."""


def local_route(
    method: str, path: str, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.RouteDef:
    """Return a route of the page. A request with another host name, or a POST from another site, is refused; refusals
    are JSON, in the form that the page expects."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            _check(request)
            if request.method != method:
                raise web.HTTPMethodNotAllowed(request.method, [method])
            return await handler(request)
        except web.HTTPException as error:
            return web.json_response({"error": f"{error.reason} ({error.status})"}, status=error.status)

    return web.route("*", path, guarded)


def run_for_page(deed: Callable[[], object]) -> web.Response:
    """Run `deed` and answer {}, or one sentence on why it failed."""
    try:
        deed()
    except ApiError as error:
        return _failure(error.description)
    except KeyError as error:
        return _failure(f"not found: {error}")
    except (ValueError, TypeError, RecursionError) as error:
        return _failure(str(error))
    return web.json_response({})


def _failure(reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=400)


def _check(request: web.Request) -> None:
    """Refuse the request if Host is not this server (against DNS rebinding) or if the Origin of a POST is not Host."""
    host = request.headers.get("Host", "")
    if not _is_ours(urlsplit(f"//{host}").hostname or "", request.app[ADDRESS]):
        raise web.HTTPForbidden
    if request.method == "POST" and request.headers.get("Origin") != f"{request.scheme}://{host}":
        raise web.HTTPForbidden


def _is_ours(name: str, address: str) -> bool:
    """Return whether `name` may be the host name of a server at `address`. A bare IP address cannot be rebound."""
    return name in _LOCAL | {address} or (address in EVERYWHERE and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True

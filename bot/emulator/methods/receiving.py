"""Methods for receiving: webhook settings, polling, files."""

import re
from urllib.parse import urlsplit

from bot.emulator.api_json import file_json
from bot.emulator.errors import ApiError, bad_request, conflict
from bot.emulator.files import DOWNLOAD_LIMIT
from bot.emulator.parameters import method
from bot.emulator.records import Json
from bot.emulator.state import State

LONGEST_POLL = 50
"""In seconds: the longest `timeout` that Telegram allows; longer ones are cut to it."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("offset:i limit:i timeout:i allowed_updates:l")
async def get_updates(state: State, params: Json) -> list[Json]:
    """Wait for updates and return them."""
    if state.webhook["url"]:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    state.updates.allow(params.get("allowed_updates"))
    limit = min(max(params.get("limit", 100), 1), 100)
    seconds = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
    return await state.updates.poll(params.get("offset", 0), limit, seconds)


@method("url* certificate:f ip_address max_connections:i allowed_updates:l drop_pending_updates:b secret_token")
def set_webhook(state: State, params: Json) -> bool:
    """Send updates to a URL from now on. Like a self-hosted Bot API server, this one accepts http too."""
    url, secret = params["url"], params.get("secret_token", "")
    if url and urlsplit(url).scheme not in {"http", "https"}:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    state.updates.allow(params.get("allowed_updates"))
    _drop(state, params)
    state.webhook = {"url": url, "secret": secret, "max_connections": params.get("max_connections", 40)}
    if url:
        state.updates.end_poll("terminated by setWebhook request")
    state.updates.wake()
    return True


@method("drop_pending_updates:b")
def delete_webhook(state: State, params: Json) -> bool:
    """Return to polling."""
    _drop(state, params)
    state.webhook = {"url": ""}
    return True


@method()
def get_webhook_info(state: State, _params: Json) -> Json:
    """Return the webhook's settings and its last error."""
    shown = {name: value for name, value in state.webhook.items() if name != "secret"}
    return shown | {
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
        "allowed_updates": sorted(state.updates.allowed),
    }


@method("file_id*")
def get_file(state: State, params: Json) -> Json:
    """Return the download path of a file."""
    try:
        stored = state.files.get(params["file_id"])
    except ApiError:
        raise bad_request("invalid file_id") from None
    if stored.media.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return file_json(stored.media) | {"file_path": stored.path}


def _drop(state: State, params: Json) -> None:
    if params.get("drop_pending_updates"):
        state.updates.pending.clear()

"""Errors with which the embedded Bot API refuses a call."""


class ApiError(Exception):
    """A refused call, with its HTTP `code`, Telegram's `description` and the response `parameters`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: int) -> ApiError:
    """Return error 400: the call itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    """Return error 403: the bot may not write there."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """Return error 409: updates are already being received in another way."""
    return ApiError(409, f"Conflict: {reason}")


def not_available(what: str) -> ApiError:
    """Return error 400: Telegram supports it, this server does not."""
    return bad_request(f"{what} is not available in the embedded server")

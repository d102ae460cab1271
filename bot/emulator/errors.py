"""What the embedded Bot API answers when it refuses a call."""


class ApiError(Exception):
    """A refused call: HTTP `code`, Telegram's `description` and its response `parameters`."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: int) -> ApiError:
    """400: the call itself is wrong."""
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    """403: the bot may not write there."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: two ways of receiving updates at once."""
    return ApiError(409, f"Conflict: {reason}")


def not_available(what: str) -> ApiError:
    """400: Telegram knows it, this server does not do it."""
    return bad_request(f"{what} is not available in the embedded server")

"""The parameters of a call as JSON."""

import json
from collections.abc import Callable


def json_writer() -> Callable[[object], bytes]:
    """What writes names, numbers, truths and words in UTF-8: orjson where the extra `fast` is installed, else Python's
    own."""
    try:
        import orjson
    except ImportError:
        return lambda parameters: json.dumps(parameters, ensure_ascii=False, separators=(",", ":")).encode()
    return orjson.dumps


in_json = json_writer()

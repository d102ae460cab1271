"""How a method of the Bot API is declared: by the function that does it.

@method("chat_id*:c user_id*:i")
def get_chat_member(state: State, params: Json) -> Json: ...

That is getChatMember with the parameters of the published description. One is written `name`, `name*` when required,
and `name:kind`: i integer, b boolean, c chat id, f file, l JSON array, o JSON object; else a string.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Method = Callable[..., Any]
"""Takes the state and the parameters of a call, and returns its JSON result, or what brings it in time."""
Done = TypeVar("Done", bound=Method)

METHODS: dict[str, str] = {}
"""The parameters of each method that is done here."""
DONE: dict[str, Method] = {}


def method(parameters: str = "", *names: str) -> Callable[[Done], Done]:
    """Declare the method whose published name is that of the function, or those with other names."""

    def declare(done: Done) -> Done:
        first, *others = done.__name__.split("_")
        for name in names or ("".join([first, *map(str.title, others)]),):
            METHODS[name], DONE[name] = parameters, done
        return done

    return declare

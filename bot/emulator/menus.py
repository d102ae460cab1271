"""The bot's command menus by scope and language, and which one a person sees."""

Commands = list[dict[str, str]]
Scope = tuple[str, int | None, int | None]
"""The type of a BotCommandScope, its chat_id and its user_id."""

DEFAULT: Scope = ("default", None, None)


class Menus:
    """The menus set by setMyCommands."""

    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], Commands] = {}

    def put(self, scope: Scope, language: str, commands: Commands) -> None:
        """Store a menu; an empty one deletes it."""
        self._menus.pop((scope, language), None)
        if commands:
            self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> Commands:
        """Return the menu of exactly this scope and language, or an empty list."""
        return self._menus.get((scope, language), [])

    def seen(self, chat_id: int, is_group: bool, user_id: int, is_admin: bool, language: str) -> Commands:
        """Return the most specific menu that applies (Bot API, "Determining list of commands")."""
        for scope in _scopes(chat_id, is_group, user_id, is_admin):
            for code in (language, ""):
                if found := self._menus.get((scope, code)):
                    return found
        return []


def _scopes(chat_id: int, is_group: bool, user_id: int, is_admin: bool) -> list[Scope]:
    if not is_group:
        return [("chat", chat_id, None), ("all_private_chats", None, None), DEFAULT]
    here: list[Scope] = [("chat_administrators", chat_id, None)] if is_admin else []
    everywhere: list[Scope] = [("all_chat_administrators", None, None)] if is_admin else []
    return [
        ("chat_member", chat_id, user_id),
        *here,
        ("chat", chat_id, None),
        *everywhere,
        ("all_group_chats", None, None),
        DEFAULT,
    ]

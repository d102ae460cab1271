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
        """Store a menu; an empty one counts as none."""
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> Commands:
        """Return the menu of exactly this scope and language, or an empty list."""
        return self._menus.get((scope, language), [])

    def seen(self, chat_id: int, is_group: bool, user_id: int, is_admin: bool, language: str) -> Commands:
        """Return the most specific menu that applies (Bot API, "Determining list of commands")."""
        menus = (
            self.get(scope, code) for scope in _scopes(chat_id, is_group, user_id, is_admin) for code in (language, "")
        )
        return next(filter(None, menus), [])


def _scopes(chat_id: int, is_group: bool, user_id: int, is_admin: bool) -> list[Scope]:
    if not is_group:
        return [("chat", chat_id, None), ("all_private_chats", None, None), DEFAULT]
    scopes: list[Scope] = [
        ("chat_member", chat_id, user_id),
        ("chat_administrators", chat_id, None),
        ("chat", chat_id, None),
        ("all_chat_administrators", None, None),
        ("all_group_chats", None, None),
        DEFAULT,
    ]
    return [scope for scope in scopes if is_admin or "administrators" not in scope[0]]

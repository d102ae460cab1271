"""What the demo cannot do, with the sentence for it."""

from handlers.telegram.wording import Html, Language, Wording


class Unable(Exception):
    """Something asked of the demo cannot be done; nothing has changed."""

    def __init__(self, why: Wording, **values: object) -> None:
        super().__init__(why.en)
        self._why, self._values = why, values

    def why(self, language: Language) -> Html:
        """The reason in a language."""
        return self._why(language, **self._values)

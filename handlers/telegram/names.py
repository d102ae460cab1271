"""People by name: who reported, and for whom."""

from handlers.telegram.wording import Html, Language, Wording, cut, html

NAME = 20
STOOD_IN = Wording("{by}（代{other}）", "{by} (for {other})")
SOMEBODY = Wording("（姓名不详）", "(name not known)")


def who(by: str, on_behalf_of: str, language: Language) -> Html:
    """Who did something; where a deputy did, also for whom."""
    named = name(by, language)
    return STOOD_IN(language, by=named, other=cut(on_behalf_of, NAME)) if on_behalf_of else named


def name(text: str, language: Language) -> Html:
    """A name, shortened where it is too long; a placeholder where there is none."""
    return html(cut(text, NAME)) if text else SOMEBODY(language)

"""Indicators by their names, in the reader's language."""

from collections.abc import Iterable

from data.understanding import IndicatorWords
from handlers.telegram.wording import Language, series


def indicator_name(indicator: IndicatorWords, language: Language) -> str:
    """An indicator's name."""
    return indicator.name_en if language == "en" and indicator.name_en else indicator.name


def indicator_names(indicators: Iterable[IndicatorWords], language: Language) -> str:
    """Several of them as one."""
    return series([indicator_name(each, language) for each in indicators], language)

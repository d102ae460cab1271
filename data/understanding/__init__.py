"""Understanding of what officials type: local, fast and without guessing.

The names exported here are imported on first use, so that reading the days in a file does not load the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from data.understanding.aims import WRITING
    from data.understanding.explain import explain, to_json
    from data.understanding.hear import understand
    from data.understanding.meaning import Aim, Intent, Kind, Mood, Reading, Understanding, of_kind, values_of
    from data.understanding.orders import Order, find_order, says
    from data.understanding.vocabulary import Vocabulary
    from data.understanding.words import IndicatorWords, Speaker, TaskWords, UnitWords

PLACES = {
    "aims": ("WRITING",),
    "explain": ("explain", "to_json"),
    "hear": ("understand",),
    "meaning": ("Aim", "Intent", "Kind", "Mood", "Reading", "Understanding", "of_kind", "values_of"),
    "orders": ("Order", "find_order", "says"),
    "vocabulary": ("Vocabulary",),
    "words": ("IndicatorWords", "Speaker", "TaskWords", "UnitWords"),
}
"""The names that each module of this package exports here."""


def __getattr__(name: str) -> Any:
    for place, names in PLACES.items():
        if name in names:
            module = import_module(f"{__name__}.{place}")
            globals().update({each: getattr(module, each) for each in names})  # `explain` is a module's name, too
            return globals()[name]
    raise AttributeError(f"{__name__} has no {name}")

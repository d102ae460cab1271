"""Understanding what officials type: local, fast, without a guess."""

from data.understanding.explain import explain, to_json
from data.understanding.hear import understand
from data.understanding.meaning import Aim, Intent, Kind, Mood, Reading, Understanding, of_kind
from data.understanding.orders import Said, said, says
from data.understanding.possible import WRITING
from data.understanding.vocabulary import Vocabulary
from data.understanding.words import IndicatorWords, Speaker, TaskWords, UnitWords

"""Sentences whose reading is in doubt, whatever the models say after the next training."""

from collections.abc import Mapping
from typing import Any

from data.understanding import Aim
from data.understanding.aims import likely_aims
from data.understanding.named import Named

COURSE = "43-5这个12315培训班已经办完了啊昨天办的来了一百二十个人签到册回头补"
RULES = "18-2的实施细则已印发，附件为PDF文件。"
DOUBTFUL = {
    "先报1-2": {Aim.REPORT: 0.45, Aim.TASK: 0.4},
    "先报38-1": {Aim.REPORT: 0.45, Aim.TASK: 0.4},
    RULES: {Aim.REPORT: 0.45, Aim.TASK: 0.4},
    COURSE: {Aim.TASK: 0.45, Aim.REPORT: 0.4},
    "36-4 more days": {Aim.EXTENSION: 0.4, Aim.TASK: 0.35},
}
"""Fixed probabilities of some sentences' aims, because those of the models change with every training."""


def likely(named: Named, *others: Any) -> Mapping[Aim, float]:
    """Return the probabilities of a sentence's aims, fixed for some sentences so that they are in doubt whatever the
    models say."""
    return DOUBTFUL.get(named.heard) or likely_aims(named, *others)

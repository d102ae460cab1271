"""How sure a reading must be to be acted on, from 0 to 1: four levels, whether a trained model or a name read in a text
is the source. Less is enough to offer it (aims.py: OFFERED). Which of two readings is likelier is compared
directly."""

LIKELY = 0.45
"""Much likelier than anything else: what is read is shown, and nothing of what was said is lost if it is wrong."""
RATHER_SURE = 0.65
"""Enough to begin to write something, or to act at an open question that takes only certain answers."""
SURE = 0.8
"""Enough to leave a question that any words may answer."""
VERY_SURE = 0.9
"""Enough although another reading is possible."""

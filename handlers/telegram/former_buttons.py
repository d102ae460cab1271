"""Translation of the data of former releases' buttons; nothing else knows it."""

import re

_FORMER = (
    (r"answer:#:([a-z]+:[a-z_0-9]+)", r"dialog:\1:\2"),
    (r"bundle:all:#", r"begun:batch:\1:preview:submit"),
    (r"bundle:(one|anyway):#:#", r"begun:batch:\2:preview:\1_\3"),
    (r"bundle:(cancel|drop|keep):#", r"begun:batch:\2:preview:\1"),
    (r"bundle:(?:resume|edit:[0-9]+):#", r"dialog:\1:preview:resume"),
    (r"extension:cancel:#", r"begun:extension:\1::cancel"),
    (r"extension:(keep|drop|submit|edit):#", r"begun:extension:\2:preview:\1"),
    (r"extension:day:#:#", r"begun:extension:\1:day:\2"),
    (r"extension:(back|stay):#:extension_([a-z]+)", r"begun:extension:\2:\3:\1"),
    (r"extension:change:#:extension_([a-z]+)", r"begun:extension:\1:preview:edit_\2"),
    (r"review:(?:send|rewrite):#", r"review:return:\1"),
    (r"review:drop:#", r"begun:return:\1::cancel"),
    (r"decide:(?:send|rewrite):#", r"decide:refuse:\1"),
    (r"decide:drop:#", r"begun:decisions_on_requests:\1::cancel"),
    (r"dialog:#:tasks:skip", r"dialog:\1:tasks:chosen"),
    (r"(change|review):undo:#", r"act:\1:\2"),
    (r"people:undo:#", r"act:remove:\1"),
    (r"round:undo:#", r"act:revision:\1"),
    (r"deputy:open:#", r"begun:deputy:\1:until:open"),
    (r"deputy:until:#:#", r"begun:deputy:\1:until:\2"),
)
"""Patterns of former data and their replacements; # stands for a number."""
_TABLE = tuple((re.compile(former.replace("#", "([0-9]{1,18})")), present) for former, present in _FORMER)


def present_data(data: str) -> str:
    """Return a button's data in its present form."""
    found = ((former.fullmatch(data), present) for former, present in _TABLE)
    return next((match.expand(present) for match, present in found if match), data)

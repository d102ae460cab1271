"""What the buttons of former releases are called now. Nothing else knows of them."""

from data.patterns import Pattern

_FORMER = (
    (r"answer:(\d{1,18}:[a-z]+:[a-z_0-9]+)", r"dialog:\1"),
    (r"bundle:all:(\d{1,18})", r"begun:batch:\1:preview:submit"),
    (r"bundle:(one|anyway):(\d{1,18}):(\d{1,18})", r"begun:batch:\2:preview:\1_\3"),
    (r"bundle:(cancel|drop|keep):(\d{1,18})", r"begun:batch:\2:preview:\1"),
    (r"bundle:(?:resume|edit:\d{1,18}):(\d{1,18})", r"dialog:\1:preview:resume"),
    (r"extension:cancel:(\d{1,18})", r"begun:extension:\1::cancel"),
    (r"extension:(keep|drop|submit|edit):(\d{1,18})", r"begun:extension:\2:preview:\1"),
    (r"extension:day:(\d{1,18}):(\d{8})", r"begun:extension:\1:day:\2"),
    (r"extension:(back|stay):(\d{1,18}):extension_([a-z]+)", r"begun:extension:\2:\3:\1"),
    (r"extension:change:(\d{1,18}):extension_([a-z]+)", r"begun:extension:\1:preview:edit_\2"),
    (r"review:(?:send|rewrite):(\d{1,18})", r"review:return:\1"),
    (r"review:drop:(\d{1,18})", r"begun:return:\1::cancel"),
    (r"decide:(?:send|rewrite):(\d{1,18})", r"decide:refuse:\1"),
    (r"decide:drop:(\d{1,18})", r"begun:refusal:\1::cancel"),
    (r"deputy:open:(\d{1,18})", r"begun:deputy:\1:until:open"),
    (r"deputy:until:(\d{1,18}):(\d{8})", r"begun:deputy:\1:until:\2"),
)
_TABLE = tuple((Pattern(rf"\A{former}\z"), present) for former, present in _FORMER)


def present_data(data: str) -> str:
    """The data of a button as a button of today has it."""
    return next((former.sub(present, data) for former, present in _TABLE if former.search(data)), data)

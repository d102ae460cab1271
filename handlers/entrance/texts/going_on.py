"""What is said of a report whose task or unit is still open."""

from handlers.telegram.wording import Wording

OF_WHICH_TASK = Wording(
    "“{said}”还没说是哪一项的进展：点上面的任务，或发编号。",
    "It is still open which task “{said}” is about: press one above, or send its code.",
)
OF_WHICH_UNIT = Wording(
    "“{said}”还没说是哪个单位的进展，请点单位：", "It is still open which unit “{said}” is about; please press it:"
)

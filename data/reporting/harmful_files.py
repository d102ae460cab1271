"""Files that are only passed on: whether they could do something to whoever opens them."""

from data.errors.reporting import HarmfulFile
from data.plan.files.active_content import runs
from data.plan.files.apart import read_apart
from data.plan.files.kinds import ARCHIVE, OFFICE_97, kind_of
from data.plan.files.limits import MEGABYTE, Limits
from data.plan.files.problems import ActiveContent, FileProblem, TooMuchWork, UnpacksTooLarge

PROGRAM = b"MZ\x90\0"
"""How a program of Windows begins, whatever it is called."""
LIMITS = Limits(20 * MEGABYTE, 500 * MEGABYTE, 0, 0, 20, 1024 * MEGABYTE)


def check_for_harm(content: bytes, name: str) -> None:
    """Look into an archive or office document, apart from this process. Raises HarmfulFile for a program, for one with
    programs, macros, controls, embedded objects or a template from elsewhere, and for one that unpacks to too much;
    what is damaged or has a password is not looked into."""
    if content.startswith(PROGRAM) or runs(name):
        raise HarmfulFile(name)
    if not content.startswith((ARCHIVE, OFFICE_97)):
        return
    try:
        read_apart(look_into, content, name, LIMITS)
    except (ActiveContent, UnpacksTooLarge, TooMuchWork):
        raise HarmfulFile(name) from None
    except FileProblem:
        return


def look_into(content: bytes, filename: str) -> None:
    """Raises the FileProblem that shows."""
    kind_of(content)

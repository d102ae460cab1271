"""Checking files that are passed on for content that could harm whoever opens them."""

from data.errors.reporting import HarmfulFile
from data.plan.files.apart import read_in_process
from data.plan.files.kinds import ARCHIVE, OFFICE_97, is_executable_name, kind_of
from data.plan.files.limits import MEGABYTE, Limits
from data.plan.files.problems import ActiveContent, FileProblem, TooMuchWork, UnpacksTooLarge

PROGRAM = b"MZ\x90\0"
"""The first bytes of a Windows program."""
LIMITS = Limits(20 * MEGABYTE, 500 * MEGABYTE, 0, 0, 20, 1024 * MEGABYTE)


def check_for_harm(content: bytes, name: str) -> None:
    """Check an archive or office document in a separate process.

    Raises HarmfulFile for a program, for a file with programs, macros, controls, embedded objects or an external
    template, and for one that unpacks to too much. Damaged and encrypted files are not checked.
    """
    if content.startswith(PROGRAM) or is_executable_name(name):
        raise HarmfulFile(name)
    if not content.startswith((ARCHIVE, OFFICE_97)):
        return
    try:
        read_in_process(open_to_check, content, name, LIMITS)
    except (ActiveContent, UnpacksTooLarge, TooMuchWork):
        raise HarmfulFile(name) from None
    except FileProblem:
        return


def open_to_check(content: bytes, filename: str) -> None:
    """Open a file and let its FileProblem, if any, be raised."""
    kind_of(content)

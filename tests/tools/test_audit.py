"""The verdict on vulnerabilities: found ones are named, and what was not looked up is never called sound."""

from typing import Any

from tests.tools.audit import UNREACHED, judged

SOUND = {"name": "click", "version": "8.1", "vulns": []}
SKIPPED = {"name": "httpx", "skip_reason": "Dependency not found"}
HOLE: dict[str, Any] = {
    "name": "tornado",
    "version": "6.0",
    "vulns": [{"id": "CVE-1", "fix_versions": ["6.1"]}, {"id": "CVE-2", "fix_versions": []}],
}


def test_holes_are_named_with_the_release_that_mends_them() -> None:
    found = judged([SOUND, HOLE])
    assert found.code == 1
    assert found.lines == (
        "tornado 6.0: CVE-1, mended in 6.1",
        "tornado 6.0: CVE-2, mended in no release yet",
        "2 pinned packages looked up, 2 known holes",
    )


def test_what_could_not_be_looked_up_is_named() -> None:
    found = judged([SOUND, SKIPPED])
    assert (found.code, found.lines[-1]) == (0, "not looked up: httpx")


def test_where_nothing_could_be_looked_up_nothing_is_said_to_be_sound() -> None:
    assert judged([SKIPPED]) is judged([]) is UNREACHED
    assert UNREACHED.code == 2

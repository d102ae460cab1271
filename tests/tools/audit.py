"""Look for known vulnerabilities in what the locks pin: python -m tests.tools.audit (make audit).

It needs pip-audit and its data, from PyPI or else from OSV.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

LOCKS = ("requirements.lock", "tests/understanding/requirements.lock")
SERVICES = ("pypi", "osv")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The lines to print and the exit code: 0 for no known vulnerability, 1 for some, 2 if none was looked up."""

    lines: tuple[str, ...]
    code: int


UNREACHED = Verdict(("The data on known holes cannot be reached from here: nothing was looked up.",), 2)


def judged(found: list[dict[str, Any]]) -> Verdict:
    """Return the verdict on what pip-audit found, a dictionary for each package."""
    looked_up = [each for each in found if "skip_reason" not in each]
    if not looked_up:
        return UNREACHED
    holes = [
        f"{each['name']} {each['version']}: {hole['id']}, mended in {_releases(hole)}"
        for each in looked_up
        for hole in each["vulns"]
    ]
    skipped = [each["name"] for each in found if "skip_reason" in each]
    not_seen = (f"not looked up: {', '.join(skipped)}",) if skipped else ()
    summary = f"{len(looked_up)} pinned packages looked up, {len(holes) or 'no'} known holes"
    return Verdict((*holes, summary, *not_seen), 1 if holes else 0)


def _releases(hole: dict[str, Any]) -> str:
    return ", ".join(hole["fix_versions"]) or "no release yet"


def asked(service: str) -> list[dict[str, Any]]:
    """Return what a service says of each package; empty if it cannot be reached."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(
        [*command, "-s", service, *(word for lock in LOCKS for word in ("-r", lock))],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return found


def main() -> int:
    """Ask one service after another until one knows the packages, print the verdict and return its code."""
    verdict = UNREACHED
    for service in SERVICES:
        verdict = judged(asked(service))
        if verdict is not UNREACHED:
            break
    print(*verdict.lines, sep="\n")
    return verdict.code


if __name__ == "__main__":
    sys.exit(main())

"""A release: `python -m mlprep.authoring.release 0.2.0` checks that it can be made, and sets the version.

It writes mlprep/__init__.py and CHANGELOG.md. It commits and publishes nothing. It prints the commands that do.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mlprep.authoring.documents import ROOT

PLACEHOLDER = "OWNER"
_VERSION = re.compile(r'^__version__ = "(.*)"$', re.MULTILINE)
_SECTION = re.compile(r"^## (\S+).*\n((?:(?!^## ).*\n?)*)", re.MULTILINE)
_UNRELEASED = "Unreleased"


def problems(root: Path, version: str) -> Iterator[str]:
    """What stands in the way of this release, each with what to do about it."""
    present = _VERSION.findall(_read(root, "mlprep/__init__.py"))[0]
    sections = dict(_SECTION.findall(_read(root, "CHANGELOG.md")))
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        yield f"{version!r} is not a version. Give three numbers: 0.2.0."
    elif _numbers(version) <= _numbers(present) or version in sections:
        yield f"{version} is not newer than {present}. Give a higher one."
    if "- " not in sections.get(_UNRELEASED, ""):
        yield 'CHANGELOG.md has nothing under "## Unreleased". Write down what people notice.'
    if f"/{PLACEHOLDER}/" in _read(root, "pyproject.toml"):
        yield f"pyproject.toml has placeholders for its addresses. Replace {PLACEHOLDER} by the repository's owner."
    changed = subprocess.run(
        ["git", "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if changed:
        yield f"The checkout differs from the last commit in {len(changed)} places. `git status` shows them."


def write(root: Path, version: str, day: date) -> None:
    """Set the version, and turn what is unreleased into the section of this release."""
    module, log = root / "mlprep" / "__init__.py", root / "CHANGELOG.md"
    module.write_text(_VERSION.sub(f'__version__ = "{version}"', _read(root, "mlprep/__init__.py")), encoding="utf-8")
    heading = f"## {_UNRELEASED}\n"
    text = _read(root, "CHANGELOG.md").replace(heading, f"{heading}\n## {version} ({day.isoformat()})\n", 1)
    log.write_text(text, encoding="utf-8")


def _read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def main(version: str, root: Path = ROOT) -> int:
    """The exit code: 1 where something stands in the way, and then nothing is written."""
    found = [*problems(root, version)]
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    write(root, version, date.today())
    print(f"mlprep/__init__.py and CHANGELOG.md now say {version}. If the tests pass, go on with:")
    print(f'  .ci/run && git commit -am "Release {version}" && git tag v{version} && python -m build')
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m mlprep.authoring.release VERSION")
    sys.exit(main(sys.argv[1]))

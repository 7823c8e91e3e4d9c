"""A release is made only where nothing stands in its way; and what a forge reads of the project is true."""

from __future__ import annotations

import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest

import mlprep
from mlprep.authoring import release

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CHANGELOG = "# Changelog\n\n## Unreleased\n\n### Added\n- A thing.\n\n## 0.1.0\n\nThe first version.\n"


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path):
    """A small project that is ready to be released."""
    (tmp_path / "mlprep").mkdir()
    (tmp_path / "mlprep" / "__init__.py").write_text('"""It."""\n\n__version__ = "0.1.0"\n')
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "pyproject.toml").write_text('Homepage = "https://github.com/somebody/mlprep"\n')
    git(tmp_path, "init")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path


def test_a_release_sets_the_version_and_dates_what_was_unreleased(checkout, capsys):
    assert release.main("0.2.0", checkout) == 0
    assert '__version__ = "0.2.0"' in (checkout / "mlprep" / "__init__.py").read_text()
    text = (checkout / "CHANGELOG.md").read_text()
    assert f"## Unreleased\n\n## 0.2.0 ({date.today().isoformat()})\n\n### Added\n- A thing.\n\n## 0.1.0\n" in text
    assert "git tag v0.2.0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "version", "told"),
    [
        (None, "", "0.2", "is not a version"),
        (None, "", "0.1.0", "is not newer than 0.1.0"),
        (None, "", "0.0.9", "is not newer than 0.1.0"),
        ("CHANGELOG.md", CHANGELOG.replace("- A thing.\n", ""), "0.2.0", 'nothing under "## Unreleased"'),
        ("CHANGELOG.md", CHANGELOG.replace("## Unreleased", "## 0.1.5"), "0.2.0", 'nothing under "## Unreleased"'),
        ("pyproject.toml", 'Homepage = "https://github.com/OWNER/mlprep"\n', "0.2.0", "Replace OWNER"),
        ("notes.txt", "x", "0.2.0", "The checkout differs"),
    ],
)
def test_what_stands_in_the_way_is_told_and_nothing_is_written(checkout, capsys, name, text, version, told):
    if name:
        (checkout / name).write_text(text)
        if name != "notes.txt":
            git(checkout, "commit", "-am", "changed")
    before = (checkout / "mlprep" / "__init__.py").read_text()
    assert release.main(version, checkout) == 1
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1
    assert (checkout / "mlprep" / "__init__.py").read_text() == before


def test_the_changelog_begins_with_what_is_unreleased_and_has_the_present_version():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1] == mlprep.__version__


def test_the_pythons_that_are_promised_are_those_that_are_tested():
    promised = {name.rsplit(" ", 1)[1] for name in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d", name)}
    workflow = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    for tested in re.findall(r"python: \[(.*)\]", workflow):
        assert set(re.findall(r'"(.*?)"', tested)) == promised
    assert PROJECT["requires-python"] == f">={min(promised, key=lambda each: int(each[2:]))}"
    assert all(system in workflow for system in ("ubuntu-latest", "macos-latest", "windows-latest"))


def test_the_license_is_the_one_that_the_project_names():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith(f"{PROJECT['license']} License")
    assert "the mlprep authors" in text
    assert (ROOT / "mlprep" / "py.typed").read_text() == ""

"""What the documents say is so: their commands exist, and the names that they promise are there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import mlprep
from mlprep.authoring import json_page, module_map
from mlprep.cli import app
from mlprep.grading import api

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# With a slash, or the name of a file; `<id>` and `*` stand for any name.
PATH = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]*)+|[\w.<>*-]+\.(?:py|md|toml)")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands() -> set[str]:
    from typer.main import get_command

    return set(get_command(app).list_commands(None))  # type: ignore[attr-defined]


def test_the_readme_opens_with_the_two_setup_blocks():
    """The first ends with the main job and leaves the user's own record alone, the second is what CI runs."""
    first, second = FENCE.findall(README)[:2]
    assert "--workspace .demo" in first[1]
    assert first[0] == second[0] == "sh"
    assert first[1].strip().endswith("mlprep --workspace .demo check softmax")
    assert second[1].strip() == ".ci/run"


def test_the_first_commands_of_the_readme_put_mlprep_on_the_path():
    first, *_ = re.findall(r"`([^`]+)`", README)
    assert first == "uv tool install ."
    assert "`pipx install .`" in README
    assert README.index("ln -sf ~/.mlprep-venv/bin/mlprep ~/.local/bin/") < README.index("```")


def test_every_command_the_documents_name_exists():
    named = set(re.findall(r"`mlprep ([a-z][a-z-]+)", " ".join(re.findall(r"`[^`]*`", README + CONTRIBUTING))))
    named |= set(re.findall(r"^\$ mlprep ([a-z][a-z-]+)", README, re.MULTILINE))
    assert named <= commands()


def test_every_command_is_told_of_in_the_readme():
    assert sorted(name for name in commands() if f"mlprep {name}" not in README) == []


def test_every_name_of_the_grader_api_is_explained():
    assert sorted(name for name in api.__all__ if name not in CONTRIBUTING) == []
    assert all(hasattr(api, name) for name in api.__all__)


def test_the_public_surface_is_what_it_says():
    assert mlprep.__all__ == ["__version__"]


def test_importing_the_package_does_nothing():
    """No folder is made, no process started, nothing heavy loaded."""
    code = "import sys, mlprep; heavy = {'numpy', 'rich', 'typer'} & set(sys.modules); assert not heavy, heavy"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_page_on_json_is_made_from_the_contracts():
    """Write it anew with `python -m mlprep.authoring.json_page`."""
    assert json_page.PAGE.read_text(encoding="utf-8") == json_page.page()


def test_a_report_has_the_keys_that_the_page_names(bench):
    page = json_page.page()
    right = "import numpy as np\ndef softmax(x, axis=-1):\n    e = np.exp(x - x.max(axis, keepdims=True))\n"
    right += "    return e / e.sum(axis, keepdims=True)\n"
    wrong = right.replace("x.max(axis, keepdims=True)", "x.max()")
    for answer in (right, wrong, "def softmax(", "import os; os._exit(1)"):
        report = bench.grade("softmax", answer)
        keys = [*report, *(report["failure"] or {}), *(key for part in report["parts"] for key in part)]
        keys += [key for each in report["diagnoses"] for key in each]
        assert [key for key in keys if f"| `{key}` |" not in page] == []
        assert {"exercise", "path", "outcome", "parts", "beyond", "diagnosis", "diagnoses", "seed"} <= set(report)


def test_every_path_that_contributing_names_exists():
    prose = FENCE.sub("", CONTRIBUTING)
    named = {text for text in re.findall(r"`([^`]*)`", prose) if PATH.fullmatch(text)}
    assert {".ci/run", "tests/answers/<id>/", "mlprep/authoring/structure.py"} <= named
    assert sorted(text for text in named if not any(ROOT.glob(re.sub("<[a-z]+>", "*", text)))) == []


def test_the_map_of_modules_is_that_of_today():
    """If not: `.venv/bin/python -m mlprep.authoring.module_map` rewrites it."""
    assert module_map.updated(CONTRIBUTING) == CONTRIBUTING


def test_the_map_tells_of_every_module(tmp_path):
    """And takes what it says from each: a module added, renamed or told anew makes the map in the document stale."""
    for path, text in {
        "mlprep/__init__.py": '"""The package."""\n',
        "mlprep/cli.py": '"""Parses this | that.\n\nAnd more."""\n',
        "mlprep/views/__init__.py": '"""Shows."""\n',
        "mlprep/views/plan.py": '"""A plan."""\n',
        "mlprep/trees/exercises/relu.py": '"""No module of the package."""\n',
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert module_map.table(tmp_path).splitlines()[2:] == [
        "| **`mlprep/`** | **The package.** |",
        "| `mlprep/cli.py` | Parses this \\| that. |",
        "| **`mlprep/views/`** | **Shows.** |",
        "| `mlprep/views/plan.py` | A plan. |",
    ]

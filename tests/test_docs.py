"""What the documents say is so: their commands exist, and the names that they promise are there."""

from __future__ import annotations

import json
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import mlprep
from mlprep.authoring import formats_page, json_page, module_map, topic_table
from mlprep.cli import app
from mlprep.grading import api

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "writing-an-exercise.md").read_text(encoding="utf-8")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
PICTURES = runpy.run_path(str(ROOT / "docs" / "pictures.py"))["PICTURES"]
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


def command_lines(text: str) -> Iterator[list[str]]:
    """The words after `mlprep` of each command in a page: in blocks, in the text, and in tasks for an editor."""
    for language, block in FENCE.findall(text):
        if language in ("sh", "console"):
            for line in block.splitlines():
                for part in shlex.join(shlex.split(line, comments=True)).replace("'&&'", "&&").split("&&"):
                    words = shlex.split(part)
                    if words[:1] == ["$"]:
                        del words[0]
                    if words and words[0].endswith("mlprep"):
                        yield words[1:]
        elif language == "json" and '"tasks"' in block:
            yield from (task["args"] for task in json.loads(block)["tasks"])
    for code in re.findall(r"`([^`\n]+)`", FENCE.sub("", text)):
        if code.startswith("mlprep "):
            yield shlex.split(code)[1:]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_one_that_mlprep_takes(page):
    from typer.main import get_command

    for words in command_lines(page.read_text(encoding="utf-8")):
        command, context = get_command(app), None
        left = ["1" if word.isupper() else word for word in words]  # NAME and SEED stand for something
        try:
            while True:
                context = command.make_context("mlprep", [*left], parent=context)
                if not hasattr(command, "resolve_command") or not (left := [*context._protected_args, *context.args]):
                    break
                _, command, left = command.resolve_command(context, left)
        except Exception as error:
            if type(error).__name__ in ("MissingParameter", "BadOptionUsage") and len(words) <= 2:
                continue  # it is spoken of, without what it takes
            pytest.fail(f"{page.name}: mlprep {shlex.join(words)}")


def test_the_commands_of_the_readme_are_found():
    found = [shlex.join(words) for words in command_lines(README)]
    assert {"--workspace .demo start softmax", "plan --until 'Dec 24' --minutes 45", "check soft"} <= {*found}
    assert {words[0] for words in command_lines(README) if words and words[0][0] not in "-[("} <= commands()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page):
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        path, _, heading = target.partition("#")
        found = page.parent / path if path else page
        assert found.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.*)$", found.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}, target


def test_every_page_can_be_found_from_the_readme():
    linked = set(re.findall(r"\]\((docs/[\w-]+\.md)\)", README))
    assert linked == {f"docs/{page.name}" for page in ROOT.glob("docs/*.md")}


def said(svg: str) -> list[tuple[str, ...]]:
    """The words of a picture, and where they are."""
    return re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_program_prints_today(name):
    """If not: `.venv/bin/python docs/pictures.py` makes them again. Look at them, then commit them."""
    kept = (ROOT / "docs" / "pictures" / name).read_text(encoding="utf-8")
    assert len(said(kept)) > 15
    assert said(PICTURES[name]()) == said(kept)
    assert f"docs/pictures/{name}" in README


def test_the_table_of_topics_is_that_of_today():
    """If not: `.venv/bin/python -m mlprep.authoring.topic_table` rewrites it."""
    assert topic_table.updated(README) == README


def test_the_page_on_files_is_made_from_the_modules():
    """Write it again with `python -m mlprep.authoring.formats_page`."""
    assert formats_page.PAGE.read_text(encoding="utf-8") == formats_page.page()


def test_every_command_is_told_of_in_the_readme():
    assert sorted(name for name in commands() if f"mlprep {name}" not in README) == []


def test_every_name_of_the_grader_api_is_explained():
    assert sorted(name for name in api.__all__ if name not in WRITING) == []
    assert all(hasattr(api, name) for name in api.__all__)


def test_the_public_surface_is_what_it_says():
    assert mlprep.__all__ == ["__version__"]


def test_importing_the_package_does_nothing():
    """No folder is made, no process started, nothing heavy loaded."""
    code = "import sys, mlprep; heavy = {'numpy', 'rich', 'typer'} & set(sys.modules); assert not heavy, heavy"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_page_on_json_is_made_from_the_contracts():
    """Write it again with `python -m mlprep.authoring.json_page`."""
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


def test_every_path_that_contributors_are_told_of_exists():
    prose = FENCE.sub("", CONTRIBUTING + WRITING)
    named = {text for text in re.findall(r"`([^`]*)`", prose) if PATH.fullmatch(text)}
    assert {".ci/run", "tests/answers/<id>/", "mlprep/authoring/structure.py"} <= named
    assert sorted(text for text in named if not any(ROOT.glob(re.sub("<[a-z]+>", "*", text)))) == []


def test_the_map_of_modules_is_that_of_today():
    """If not: `.venv/bin/python -m mlprep.authoring.module_map` rewrites it."""
    assert module_map.updated(CONTRIBUTING) == CONTRIBUTING


def test_the_map_tells_of_every_module(tmp_path):
    """And takes what it says from each: a module added, renamed or reworded makes the map stale."""
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


def test_the_readme_counts_no_more_than_there_is():
    graders = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("graders/*/*.py"))
    right = len(re.findall(r"^ *@alternative", graders, re.MULTILINE)) + len([*ROOT.glob("tests/answers/*/right_*.py")])
    assert right > 1600
    assert len(re.findall(r"^ *@mistake", graders, re.MULTILINE)) > 4000
    assert "more than 1,600 in all" in README
    assert "more than 4,000 in all" in README

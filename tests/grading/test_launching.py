"""What is kept from candidates: the trees that judge, and those of any checkout near the installation."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mlprep import __version__
from mlprep.grading import launching


@pytest.fixture
def checkout(tmp_path):
    for tree in ("exercises", "solutions", "graders"):
        (tmp_path / "checkout" / tree).mkdir(parents=True)
    (tmp_path / "checkout" / "exercises" / "curriculum.toml").touch()
    return tmp_path / "checkout"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """mlprep's code lies in an environment elsewhere."""
    package = tmp_path / "environment" / "site-packages" / "mlprep" / "grading"
    package.mkdir(parents=True)
    monkeypatch.setattr(launching, "__file__", str(package / "launching.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.chdir(tmp_path)
    return package.parent


def hidden() -> set[str]:
    """What is hidden beside the trees of what is installed."""
    return set(launching.hidden_trees(launching.content_root())) - trees(Path(launching.content_root()))


def trees(checkout: Path) -> set[str]:
    return {str(checkout / "solutions"), str(checkout / "graders")}


def test_with_no_checkout_near_only_the_trees_that_judge_are_hidden(checkout, installed):
    ours = installed.parent
    assert launching.hidden_trees(str(ours)) == [str(ours / "solutions"), str(ours / "graders")]


def test_a_checkout_around_the_current_folder_is_hidden(checkout, installed, monkeypatch):
    (checkout / "deep" / "inside").mkdir(parents=True)
    monkeypatch.chdir(checkout / "deep" / "inside")
    assert hidden() == trees(checkout)


def test_a_checkout_around_the_environment_is_hidden(checkout, installed, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(checkout / ".venv"))
    assert hidden() == trees(checkout)


def test_a_checkout_around_the_package_is_hidden(checkout, installed, monkeypatch):
    monkeypatch.setattr(launching, "__file__", str(checkout / ".venv/lib/site-packages/mlprep/grading/launching.py"))
    assert hidden() == trees(checkout)


@pytest.mark.parametrize(
    "note",
    [None, "no JSON", "[]", "{}", '{"url": 7}', '{"url": "https://example.com/mlprep"}', '{"url": "file:///no"}'],
)
def test_the_checkout_that_it_was_installed_from_is_hidden_where_pip_noted_it(checkout, installed, note):
    dist = installed.parent / f"mlprep-{__version__}.dist-info"
    dist.mkdir()
    (dist / "direct_url.json").write_text(note or json.dumps({"url": checkout.as_uri(), "dir_info": {}}))
    assert hidden() == (trees(checkout) if note is None else set())


def test_a_folder_that_is_gone_or_only_looks_alike_hides_nothing(checkout, installed, monkeypatch, tmp_path):
    (checkout / "solutions").rmdir()
    monkeypatch.chdir(checkout)
    assert hidden() == set()
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert hidden() == set()

"""The cheat sheet to print: every section is on it, no code is, and weak spots are marked where asked for."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from support import catalogue

from mlprep.content import sheet
from mlprep.views.sheet_page import page

SECTIONS = sheet.sections(catalogue)


def test_every_section_is_on_it_and_no_code():
    text = unescape(page(SECTIONS))
    for section in SECTIONS:
        assert section.title in text
    assert "def " not in text
    assert "import " not in text


def test_it_needs_nothing_from_the_network():
    assert not re.search(r"https?://|src=|url\(", page(SECTIONS))


def test_what_is_like_markup_is_shown_as_it_is():
    one = sheet.Section("a < b", "t", "T & Co", (sheet.Block("text", "x <b> & y"),), ())
    text = page([one])
    assert "a &lt; b" in text
    assert "x &lt;b&gt; &amp; y" in text
    assert "T &amp; Co" in text


def test_weak_spots_are_marked_where_asked_for(learner, tmp_path):
    learner.solve("softmax", days_ago=1)
    learner("start", "attention")
    path = tmp_path / "sheet.html"
    told = json.loads(learner("sheet", "--export", str(path), "--weak", "--json").out)
    assert "attention" in told["weak"]
    assert "<small>attention</small>" in path.read_text(encoding="utf-8")
    learner("sheet", "--export", str(path))
    assert "<small>" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["sheet.pdf", "missing/sheet.html"])
def test_where_it_cannot_be_written_is_said(learner, tmp_path, name):
    said = learner("sheet", "--export", str(tmp_path / name))
    assert said.code == 2
    assert "sheet" in said.err

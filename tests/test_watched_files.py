"""Seeing that a file was saved, or a module that its code imports: by looking, at moments that the tests name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mlprep.watching import files
from mlprep.watching.files import GONE, OPEN, RACY, SETTLE, Watched
from mlprep.watching.helpers import Helpers, imports


def test_the_same_bytes_again_are_no_news(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched, now, news = Watched(file), 100.0, 0
    assert watched.look(now)
    for _ in range(5):
        file.write_text("one")
        for _ in range(50):
            now += 0.01
            news += watched.look(now)
    assert news == 0
    file.write_text("two")
    for _ in range(50):
        now += 0.01
        news += watched.look(now, finished=True)
    assert news == 1
    assert watched.text == "two"


def test_a_change_that_the_file_systems_clock_hides_is_found(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    assert watched.look(100.0)
    file.write_text("two")
    stamp = file.stat()
    assert watched.look(101.0, finished=True)
    file.write_text("six")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert watched.look(101.0 + RACY / 2)
    assert watched.text == "six"


def test_a_file_that_is_being_written_is_waited_for_but_not_for_long(tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    watched.look(100.0)
    file.write_text("two")
    assert not watched.look(101.0)
    assert watched.restless(101.0)
    assert watched.look(101.001 + SETTLE)
    file.write_text("three")
    assert not watched.look(101.5, finished=False), "an event told of a writing and none of its end"
    assert not watched.look(101.5 + SETTLE)
    assert watched.look(101.501 + OPEN)
    file.write_text("")
    assert not watched.look(102.0, finished=True), "emptied, it is about to be written"
    assert watched.look(102.001 + GONE)
    file.unlink()
    assert not watched.look(103.0)
    assert watched.look(103.001 + GONE)
    assert watched.text is None
    assert "no file" in str(watched.problem)
    assert watched.restless(104.0) is None
    assert not watched.look(105.0)


def test_what_changed_under_the_reading_is_no_reading(tmp_path, monkeypatch):
    """An editor empties the file just between our look and our reading."""
    file = tmp_path / "softmax.py"
    file.write_text("one")
    watched = Watched(file)
    watched.look(100.0)
    file.write_text("two and more")

    def read_half(path: Path, *_: object) -> str:
        monkeypatch.undo()
        path.write_text("the whole of it")
        return ""

    monkeypatch.setattr(files, "read_source", read_half)
    assert not watched.look(101.0, finished=True)
    assert watched.text == "one"
    assert watched.look(101.0 + RACY)
    assert watched.text == "the whole of it"


# Modules that the code imports


def test_helpers_in_folders_that_are_added_to_the_path_are_followed(tmp_path):
    """However the folder gets there."""
    for folder in ("lib/deep", ".mlprep", "__pycache__"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "lib" / "tools.py").write_text("import more")
    source = (
        "import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parent / 'lib'))\nfrom tools import f\n"
    )
    helpers = Helpers(tmp_path / "softmax.py")
    helpers.follow(source, 100.0)
    for moment, name in ((110.0, "lib/tools.py"), (120.0, "lib/more.py"), (130.0, "lib/deep/tools.py")):
        (tmp_path / name).write_text(f"import more # {name}")
        helpers.look(moment, {})
        assert helpers.look(moment + 5, {}), name
    (tmp_path / ".mlprep" / "tools.py").write_text("")
    helpers.look(140.0, {})
    assert not helpers.look(145.0, {})
    helpers.follow(source.replace("sys.path", "folders"), 150.0)
    (tmp_path / "lib" / "tools.py").write_text("changed")
    helpers.look(160.0, {})
    assert not helpers.look(165.0, {})


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import util", ["util"]),
        ("import a.b as c, d", ["a", "a.b", "d"]),
        ("from a.b import c", ["a", "a.b", "a.b.c"]),
        ("def f():\n    if 1:\n        from util import *", ["util", "util.*"]),
        ("from . import x", ["x"]),
        ("from .a import x", ["a", "a.x"]),
        ("from ..outside import x", []),
        ("x = 1", []),
    ],
)
def test_what_a_source_imports_is_looked_for_in_its_folder(tmp_path, line, found):
    stems = [tmp_path.joinpath(*module.split(".")) for module in found]
    expected = {place for stem in stems for place in (stem.with_name(f"{stem.name}.py"), stem / "__init__.py")}
    assert {*imports(line, tmp_path / "softmax.py", tmp_path)} == expected


def test_relative_imports_of_a_package_are_looked_for_from_where_it_is(tmp_path):
    places = {*imports("from .sub import f\nfrom ..top import g\n", tmp_path / "lib" / "part.py", tmp_path)}
    assert {tmp_path / "lib" / "sub.py", tmp_path / "top.py"} <= places
    assert tmp_path / "sub.py" not in places


def test_modules_that_import_each_other_end(tmp_path):
    (tmp_path / "a.py").write_text("import b, softmax")
    (tmp_path / "b.py").write_text("import a, b, broken")
    (tmp_path / "broken.py").write_text("import (")
    helpers = Helpers(tmp_path / "softmax.py")
    helpers.follow("import a, softmax", 100.0)
    assert not helpers.look(101.0, {})
    (tmp_path / "broken.py").write_text("import c")
    assert not helpers.look(102.0, {}), "it may still be being written"
    assert helpers.look(103.0, {})
    helpers.follow("import a, (", 104.0)
    (tmp_path / "b.py").unlink()
    assert not helpers.look(105.0, {})
    assert helpers.look(106.0, {}), "a half-written answer does not end the watch over the others"

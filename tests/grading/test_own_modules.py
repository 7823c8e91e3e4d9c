"""The modules that an answer imports from its own folder: read as they are now, and told by their names."""

from __future__ import annotations

import os

import pytest
from support import catalogue, request_of

ENTRY = "from util import f\ndef softmax(x, axis=-1):\n    return f(x, axis)\n"
RIGHT = (
    "import numpy as np\n"
    "def f(x, a):\n    e = np.exp(x - x.max(a, keepdims=True))\n    return e / e.sum({}, keepdims=True)\n"
)


@pytest.fixture
def check(bench, tmp_path):
    def ask(source: str, **modules: str):
        for name, text in modules.items():
            path = tmp_path / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        return bench.engine.ask(request_of("softmax", source, tmp_path / "softmax.py", tmp_path))

    return ask


def test_a_helper_saved_twice_within_one_time_stamp_is_read_as_it_is(check, tmp_path):
    for axis, outcome in (("0", "failed"), ("a", "passed"), ("0", "failed")):
        (tmp_path / "util.py").write_text(RIGHT.format(axis))
        os.utime(tmp_path / "util.py", (1_700_000_000, 1_700_000_000))
        assert check(ENTRY)["outcome"] == outcome
    assert not (tmp_path / "__pycache__").exists()


@pytest.mark.parametrize(
    "source",
    [
        "from lib.util import f\n",
        "import sys, os\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), 'lib'))\nfrom util import f\n",
    ],
)
def test_a_folder_without_init_is_a_package(check, source):
    code = source + ENTRY.partition("\n")[2]
    assert check(code, lib__util=RIGHT.format("a"))["outcome"] == "passed"


def test_what_goes_wrong_in_a_helper_is_told_with_its_file(check):
    report = check(ENTRY, util="def f(x, a):\n    return x.nothing\n")
    assert [frame[3] for frame in report["failure"]["frames"]] == ["softmax.py", "util.py"]
    report = check(ENTRY, util="import torch\n")
    assert "util.py imports torch" in report["failure"]["reason"]
    assert "softmax.py imports utils" in check(ENTRY.replace("util", "utils"))["failure"]["reason"]
    report = check(ENTRY, util="def f(x, a):\n    raise NotImplementedError\n")
    assert report["outcome"] == "unfinished"
    assert "util.py is still the starter code" in report["failure"]["reason"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("async def softmax(x, axis=-1):\n    return x\n", "Write `def`, not `async def`."),
        ("def softmax(x, axis=-1):\n    breakpoint()\n", "breakpoint stops your code"),
        ("def softmax(x, axis=-1):\n    import pdb; pdb.set_trace()\n    return x\n", "breakpoint stops your code"),
        ("def softmax(x, axis=-1):\n    exit()\n", "SystemExit"),
        ("def softmax(x, axis=-1):\n    y = '\\f'\n\n\n    return x.nothing\n".replace("\\f", "\f"), "nothing"),
    ],
)
def test_what_was_left_in_the_code_is_said(check, source, said):
    report = check(source)
    assert said in report["failure"]["reason"], report["failure"]
    assert report["output"] == "" or "pdb" in source
    if "nothing" in said:
        assert report["failure"]["frames"][-1][2].strip() == "return x.nothing"


def test_modules_that_come_with_the_request_are_the_only_ones(bench, tmp_path):
    (tmp_path / "on_disk.py").write_text("double = 3\n")
    solution = catalogue.solution(catalogue.find("softmax")).read_text(encoding="utf-8")
    files = {"helpers.py": "from parts.deep import number\n", "parts/deep.py": "number = 1\n"}
    request = request_of("softmax", "", "ada/softmax.py", tmp_path, files=files)
    passed = bench.engine.ask({**request, "source": f"from helpers import number\nassert number == 1\n{solution}"})
    assert passed["outcome"] == "passed"
    assert passed["path"] == "ada/softmax.py"
    failed = bench.engine.ask({**request, "source": f"import on_disk\n{solution}"})
    assert failed["failure"]["kind"] == "imports"
    broken = bench.engine.ask({**request, "source": "import helpers\nimport parts.deep\nraise ValueError(helpers)\n"})
    assert broken["failure"]["frames"][-1][0] == 3
    assert broken["failure"]["frames"][-1][3] == "softmax.py"

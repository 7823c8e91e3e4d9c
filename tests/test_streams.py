"""Standard streams that are closed, full, or cannot carry our marks; missing packages; a folder that is gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from processes import marked
from support import PROGRAM, RIGHT


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(RIGHT, encoding="utf-8")
    return folder


def run(home: Path, *words: str, shell: str = "", env: dict[str, str] | None = None, command=PROGRAM, **options):
    environment = {**os.environ, "MLPREP_HOME": str(home), **(env or {})}
    script = " ".join(["exec", *map(_quoted, [*command, *words]), shell])
    done = subprocess.run(
        ["sh", "-c", script], env=environment, capture_output=True, timeout=60, check=False, **options
    )
    return done.returncode, done.stdout.decode("latin-1"), done.stderr.decode("latin-1")


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">&- 2>&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_changes_no_verdict_and_leaves_nothing(home, closed):
    code, out, err = run(home, "check", "softmax", shell=closed)
    assert code == 0, (out, err)
    assert "Traceback" not in out + err
    assert run(home, "list", shell=closed)[0] == 0
    assert not marked(f"MLPREP_HOME={home}\0")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp932"])
@pytest.mark.parametrize(
    "words", [("list",), ("progress",), ("sheet", "activations"), ("check", "softmax"), ("hint", "softmax")]
)
def test_an_encoding_without_our_marks_gets_plain_ones(home, encoding, words):
    code, out, err = run(home, *words, env={"PYTHONIOENCODING": encoding})
    assert code == 0, err
    assert "Error" not in err
    if words[0] == "check":
        assert out.startswith("+ softmax")


def test_json_is_ascii_whatever_was_printed(home):
    (home / "softmax.py").write_text(RIGHT + "print('\u2717 \u009b \u202e')\n", encoding="utf-8")
    code, out, _ = run(home, "check", "softmax", "--json", env={"PYTHONIOENCODING": "ascii"})
    assert code == 0
    assert out.isascii()
    assert "\u2717" in json.loads(out)["output"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("check", "softmax")])
def test_output_that_cannot_be_written_is_said_in_a_sentence(home, words):
    code, _, err = run(home, *words, shell="> /dev/full")
    assert code == 1
    assert "could not be written: No space left on device" in err
    assert "broke" not in err


def test_a_working_folder_that_is_gone_is_said_so_and_not_needed_with_a_workspace(home, tmp_path):
    gone = tmp_path / "gone"
    shell = f"cd {_quoted(str(tmp_path))}; mkdir gone; cd gone; rmdir ../gone; "
    command = ["sh", "-c", f'{shell} exec "$@"', "sh", sys.executable, "-c", "from mlprep.launch import main; main()"]
    path = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    assert run(home, "list", command=command, env=path)[0] == 0
    assert run(home, "check", "softmax", command=command, env=path)[0] == 0
    code, _, err = run(home, "list", command=command, env={**path, "MLPREP_HOME": ""})
    assert (code, gone.exists()) == (2, False)
    assert "no longer exists" in err


@pytest.mark.parametrize("name", ["random", "queue", "tempfile"])  # others are loaded before a line of ours runs
def test_a_helper_named_like_a_library_module_on_pythonpath_is_left_alone(home, name):
    (home / f"{name}.py").write_text("raise RuntimeError('mine')\n", encoding="utf-8")
    script = "from mlprep.launch import main; main()"
    root = str(Path(__file__).parent.parent)
    path = os.pathsep.join([root, str(home)])
    code, out, err = run(home, "check", "softmax", command=[sys.executable, "-c", script], env={"PYTHONPATH": path})
    assert code == 0, (out, err)


def test_a_missing_numpy_is_said_in_a_sentence(home):
    script = "import sys; sys.modules['numpy'] = None; from mlprep.grading.engine.start import main; main('x')"
    code = (
        f"import mlprep.grading.client as client; client._CODE = {script!r};"
        "from mlprep.launch import main; import sys; sys.argv[1:] = ['check', 'softmax']; main()"
    )
    status, out, err = run(home, command=[sys.executable, "-c", code])
    assert status == 2, (out, err)
    assert "numpy cannot be imported by" in err
    assert "--force-reinstall numpy" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "fault", ["raise ImportError('no such library')", "from math import nothing", "import not_here"]
)
def test_a_package_that_is_there_and_broken_is_named(home, tmp_path, fault):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "fsrs.py").write_text(fault, encoding="utf-8")
    (home / ".mlprep").mkdir()
    passed = '{"version": 1, "exercises": {"softmax": {"attempts": [[1, "passed", 60, 0, false, null]]}}}'
    (home / ".mlprep" / "progress.json").write_text(passed, encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'broken')!r}); from mlprep.launch import main; "
    status, out, err = run(home, command=[sys.executable, "-c", f"{code} sys.argv[1:] = ['review']; main()"])
    assert status == 2, (out, err)
    assert "fsrs cannot be imported by" in err
    assert "Traceback" not in err


def test_an_import_of_ours_that_fails_is_no_fault_of_a_package(home):
    """Though the line runs below Typer's."""
    code = "import sys; sys.modules['mlprep.learner.schedule'] = None; from mlprep.launch import main; "
    status, out, err = run(home, command=[sys.executable, "-c", f"{code} sys.argv[1:] = ['review']; main()"])
    assert status == 3, (out, err)
    assert "This is our fault" in err


def test_init_says_that_mlprep_home_comes_first(home, tmp_path):
    _, out, _ = run(home, "init", str(tmp_path / "other"))
    assert "unset MLPREP_HOME" in out
    assert "unset" not in run(home, "init", str(home))[1]
